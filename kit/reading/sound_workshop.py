"""The sound part of a workshop's file that has problems: it is held against the rules, too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.definitions.workshop import Workshop
from kit.errors import KitError
from kit.reading.sound_part import UNSURE, sound_part
from kit.reading.standing import standing
from kit.reading.workshop import LoadedWorkshop, with_shared
from kit.reading.yaml_source import read_source
from kit.suggestion import nearest

if TYPE_CHECKING:
    from kit.errors import Problem
    from kit.library import Library
    from kit.reading.naming import Kind
    from kit.reading.path import Location
    from kit.reading.shared import SharedFiles
    from kit.reading.yaml_source import Source

_NAMED: Final = re.compile(r"`([^`]+)`")
_PART: Final[dict[Kind, str]] = {
    "item": "evaluation",
    "follow-up": "evaluation",
    "scale": "evaluation",
    "scenario": "scenarios",
    "worksheet": "worksheets",
    "vocabulary": "roles",
    "reference": "references",
}
"""What of a workshop comes from shared files of a kind."""


@dataclass(frozen=True)
class SoundWorkshop:
    """What can be read of a workshop, and what cannot: `gone`, and the ids in it, `names`.

    `problems` are those of what it names in shared files and is not there, at the places `unknown`.
    """

    loaded: LoadedWorkshop
    gone: frozenset[Location]
    names: frozenset[str]
    unknown: frozenset[Location]
    problems: tuple[Problem, ...]

    def is_about_unknown(self, problem: Problem) -> bool:
        """Say whether a problem may come from a slip in what is named and is not there."""
        at = standing(self.loaded.source, problem.where)
        if any(at[: len(each)] == each for each in self.unknown):
            return True
        if not problem.code.startswith(("unknown-", "unused-")):
            return False
        slips = [name for each in self.problems for name in _NAMED.findall(each.message)[:1]]
        return any(nearest(name, slips) for name in _NAMED.findall(problem.message))


def load_sound_workshop(library: Library, name: str, files: SharedFiles) -> SoundWorkshop | None:
    """Read what can be read of a workshop and of what it shares; None where that is nothing."""
    try:
        path = library.workshop_file(name)
        source = files.change(read_source(path, library.shown(path)))
    except KitError:
        return None
    return sound_workshop(name, source, files)


def sound_workshop(name: str, source: Source, files: SharedFiles) -> SoundWorkshop | None:
    """Read what can be read of a workshop's file, whose tree is changed by this."""
    part = sound_part(source, Workshop)
    if part is None:
        return None
    loaded, problems, broken = with_shared(name, part.made, part.source, files)
    unknown = {standing(part.source, each.where) for each in problems} - {()}
    gone = part.gone | {(_PART[kind], UNSURE) for kind in broken}
    # What is asked and who is who come with what is named: without it, all of that is unknown.
    gone |= {each for each in unknown if each[0] == "evaluation"}
    if part.made.roles and not loaded.vocabularies:
        gone |= {("roles", UNSURE)}
    return SoundWorkshop(loaded, gone, part.names, frozenset(unknown), problems)
