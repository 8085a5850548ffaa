"""What a cohort's changes go by in a workshop: to notice when it changes beneath them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kit.errors import Place
    from kit.reading.nodes import Value
    from kit.tailoring.session import LoadedSession


REPLACED: Final = "The workshop’s own text that this replaces has changed"
FOLLOWED: Final = "What this comes after has changed in the workshop, or what comes next"
WORKED_WITH: Final = "The activity that works with this has changed in the workshop"
TAUGHT: Final = "The objective that this is about has another wording in the workshop"


@dataclass(frozen=True, slots=True)
class Beneath:
    """One value that a change takes the place of, or that something added goes by.

    `path` leads to it: the id under `change`, then keys, and ids within lists; or a plus and the id
    of what is added, then what it goes by. `digest` is that of the workshop's own value, `usual`
    where that stands, `at` where the cohort's stands, and `told` what is said when it changes.
    Of what is a list, the `digest` is the list itself, so that it can be said what is another.
    """

    path: str
    digest: str
    at: Place
    usual: Place
    told: str = REPLACED
    is_list: bool = False
    titles: tuple[tuple[str, str], ...] = ()


def digest_of(value: Value) -> str:
    """Take the digest of a value; spaces at the ends of texts and the order of keys are nothing."""
    text = json.dumps(_plain(value), sort_keys=True)
    return sha256(text.encode()).hexdigest()


def _plain(value: Value) -> Value:
    match value:
        case str():
            return value.strip()
        case list():
            return [_plain(each) for each in value]
        case dict():
            return {key: _plain(each) for key, each in value.items()}
    return value


NOTHING: Final = digest_of(None)
"""The digest of what a workshop leaves out."""


def usual_of(beneath: Iterable[Beneath]) -> dict[str, str]:
    """Give the digests by path, as they are kept for the next time."""
    return {each.path: each.digest for each in beneath}


def changed_beneath(session: LoadedSession, before: Mapping[str, str]) -> Iterator[Problem]:
    """Warn of what is another than `before` in the workshop, under a change of the cohort.

    What `before` does not have is new in the cohort's file: whoever wrote it saw the workshop.
    """
    workshop, cohort = session.session.workshop, session.cohort.name
    for each in session.beneath:
        then = _digest_before(each.path, before)
        if then in {None, each.digest}:
            continue
        told = _otherwise(each, then or "") if each.is_list else each.told
        yield Problem(
            "changed-beneath",
            f"{told}, since somebody last looked at it for this cohort. See "
            f"`{each.usual.file}:{each.usual.line}`.",
            each.at,
            f"Compare it with `kit show {workshop}`, and adapt this or leave it. When you have "
            f"looked, write `kit check {cohort} --looked`: until then it is told.",
            Severity.WARNING,
        )


def _otherwise(each: Beneath, then: str) -> str:
    """Say what is in a list now in place of what was."""
    before, now = (text.split("; ") if text else [] for text in (then, each.digest))
    titles = dict(each.titles)
    new = [
        f"“{titles[name]}” (`{name}`)" if name in titles else f"`{name}`"
        for name in now
        if name not in before
    ]
    gone = [f"`{name}`" for name in before if name not in now]
    if new and gone:
        return f"{each.told}: {', '.join(new)} in place of {', '.join(gone)}"
    if new:
        return f"{each.told}: {', '.join(new)} besides"
    if gone:
        return f"{each.told}: without {', '.join(gone)}"
    return f"{each.told}: in another order"


def _digest_before(path: str, before: Mapping[str, str]) -> str | None:
    """Give the digest at a path: nothing stood there where nothing stood around it."""
    if path in before:
        return before[path]
    around = path
    while "/" in around:
        around = around.rpartition("/")[0]
        if before.get(around) == NOTHING:
            return NOTHING
    return None
