"""A session that cannot be made because of a mistake, as far as its workshop can be read with it.

It is held against the rules, so that all problems are told at once. Nothing is ever made of it.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kit.reading.nodes import Mapping, Scalar
from kit.reading.nodes import Sequence as Listed
from kit.reading.sound_cohort import THINGS
from kit.reading.sound_workshop import SoundWorkshop, load_sound_workshop
from kit.reading.standing import ids_in, standing
from kit.tailoring.patching.additions import BLOCK
from kit.tailoring.patching.tree import find
from kit.tailoring.session import LoadedSession, attempted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from kit.definitions.cohort import Session
    from kit.errors import Problem
    from kit.library import Library
    from kit.reading.cohort import LoadedCohort
    from kit.reading.nodes import Node
    from kit.reading.path import Location

_MEANT: Final = re.compile(r"Did you mean `([^`]+)`")
_HARMLESS: Final = ("id-stays", "used-in")
"""Problems of changes that say nothing else when they are mended."""


@dataclass(frozen=True)
class SoundSession:
    """A session, and what of its workshop may be otherwise when the cohort's file is mended."""

    session: LoadedSession
    sound: SoundWorkshop


def load_sound_session(
    library: Library,
    cohort: LoadedCohort,
    session: Session,
    unsure: Collection[Location] = (),
    names: Collection[str] = (),
) -> SoundSession | None:
    """Read a session's workshop with those changes that can be read; None where that is nothing.

    `unsure` says what of the workshop may be otherwise, and `names` are ids that may be there,
    because the cohort's file cannot be read as it is.
    """
    attempt, _ = attempted(library, cohort, session)
    if attempt is None:
        return None
    sound = load_sound_workshop(library, session.workshop, attempt.files)
    problems = attempt.of_changes(sound.loaded if sound else None)
    if nowhere := list(_nowhere(cohort, session, problems)):
        cohort = _put_somewhere(cohort, nowhere, list(attempt.plain.worksheets))
        attempt, _ = attempted(library, cohort, session)
        sound = load_sound_workshop(library, session.workshop, attempt.files) if attempt else None
    if attempt is None or sound is None:
        return None
    gone, own = {*unsure}, {*names}
    if any(each.code not in _HARMLESS for each in problems):
        gone |= {*THINGS}
        added = find(cohort.source.node, ("workshops", session.workshop, "add"))
        own |= {*ids_in([added] if added else [])}
    sound = replace(sound, gone=sound.gone | gone, names=sound.names | own)
    return SoundSession(attempt.session(cohort, session, sound.loaded), sound)


def _put_somewhere(
    cohort: LoadedCohort, nowhere: Iterable[tuple[Location, str]], sheets: Sequence[str]
) -> LoadedCohort:
    """Let what is about something that is not there be about what is like it, or stand anywhere.

    So it is read, and what else is wrong in it is told too.
    """
    tree = deepcopy(cohort.source.node)
    for location, meant in nowhere:
        holder, last = find(tree, location[:-1]), location[-1]
        if isinstance(holder, Listed) and isinstance(last, int) and meant:
            holder.items[last] = _text(holder.items[last], meant)
        elif isinstance(holder, Mapping) and (entry := holder.entries.pop(str(last), None)):
            if location[2] == "change":
                holder.entries.setdefault(meant or str(last), entry)
            elif meant or (last == "after" and BLOCK in holder.entries and sheets):
                holder.entries[str(last)] = entry
                entry.value = _text(entry.value, meant or sheets[0])
    return replace(cohort, source=replace(cohort.source, node=tree))


def _text(node: Node, text: str) -> Scalar:
    return Scalar(node.line, node.column, text)


def _nowhere(
    cohort: LoadedCohort, session: Session, problems: Iterable[Problem]
) -> Iterator[tuple[Location, str]]:
    """Find the ids in the changes that are nowhere, each with the one that is most like it."""
    for problem in problems:
        at = standing(cohort.source, problem.where)
        meant = _MEANT.match(problem.hint)
        match at[1:]:
            case (str(name), "change" | "leave_out", _) | (
                str(name),
                "add",
                int(),
                "after" | "used_in",
            ) if name == session.workshop:
                yield at, meant[1] if meant else ""
