"""The check-point that a session of a program is, as those read it who come to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.editions.setting import Setting


@dataclass(frozen=True, slots=True)
class CheckpointHere:
    """The stage that is looked at, what to bring, and what is asked.

    Calendar entry, invitation and reminder have it from here, so that all three say the same.
    """

    stage: str | None
    bring: tuple[str, ...]
    ask: tuple[str, ...]


def checkpoint_here(setting: Setting) -> CheckpointHere | None:
    """Give the check-point of this session; None where it is none, or there is no program."""
    occasion = setting.occasion
    if occasion is None or occasion.program is None:
        return None
    session = occasion.session.rpartition("/")[2]
    stages = {each.id: each.title for each in occasion.program.own_stages}
    for each in occasion.program.checkpoints:
        if each.session == session:
            return CheckpointHere(stages.get(each.stage), each.bring, each.ask)
    return None


def titled(title: str, checkpoint: CheckpointHere | None, setting: Setting) -> str:
    """Give a session's title, with the stage behind it where it is a check-point of one."""
    if checkpoint is None or checkpoint.stage is None:
        return title
    return setting.words("checkpoint_titled", title=title, stage=checkpoint.stage)
