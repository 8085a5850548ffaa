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
from kit.reading.shared import SharedFiles
from kit.reading.sound_cohort import THINGS
from kit.reading.sound_workshop import SoundWorkshop, load_sound_workshop
from kit.reading.standing import ids_in, standing
from kit.suggestion import nearest
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
_NAMED: Final = re.compile(r"`([^`]+)`")
_HARMLESS: Final = ("id-stays", "used-in")
"""Problems of changes that say nothing else when they are mended."""


@dataclass(frozen=True)
class SoundSession:
    """A session, and what of its workshop may be otherwise when the cohort's file is mended.

    Where the workshop itself has mistakes (`on_mistakes`), `changes` are those of the changes.
    """

    session: LoadedSession
    sound: SoundWorkshop
    on_mistakes: bool
    changes: tuple[Problem, ...]


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
    plain = None
    if attempt is None:
        plain = _on_mistakes(library, session)
        if plain is None:
            return None
        attempt, _ = attempted(library, cohort, session, plain.loaded)
    if attempt is None:
        return None
    sound = load_sound_workshop(library, session.workshop, attempt.files)
    problems = attempt.of_changes(sound.loaded if sound else None)
    if nowhere := list(_nowhere(cohort, session, problems)):
        cohort = _put_somewhere(cohort, nowhere, list(attempt.plain.worksheets))
        attempt, _ = attempted(library, cohort, session, plain.loaded if plain else None)
        sound = load_sound_workshop(library, session.workshop, attempt.files) if attempt else None
    if attempt is None or sound is None:
        return None
    gone, own = {*unsure}, {*names}
    if any(each.code not in _HARMLESS for each in problems):
        gone |= {*THINGS}
        added = find(cohort.source.node, ("workshops", session.workshop, "add"))
        own |= {*ids_in([added] if added else [])}
    sound = replace(sound, gone=sound.gone | gone, names=sound.names | own)
    made = attempt.session(cohort, session, sound.loaded)
    sure = tuple(each for each in problems if plain and _is_sure(each, plain))
    return SoundSession(made, sound, plain is not None, sure)


def _on_mistakes(library: Library, session: Session) -> SoundWorkshop | None:
    """Read what can be read of a workshop that has mistakes itself, or no translation.

    It is read in its own language: its ids and terms are the same in every one.
    """
    if session.workshop not in library.workshop_names():
        return None
    return load_sound_workshop(library, session.workshop, SharedFiles(library))


def _is_sure(problem: Problem, plain: SoundWorkshop) -> bool:
    """Say whether a mistake in the changes is one whatever cannot be read of the workshop."""
    named = _NAMED.findall(problem.message)[:1]
    if any(nearest(name, plain.names) for name in named):
        return False
    return bool(_MEANT.match(problem.hint)) or not (plain.gone or plain.unknown)


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
