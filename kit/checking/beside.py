"""Workshops that cannot be made because of a mistake: what else is wrong in them, told with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.checking.bearing import OF_A_WORKSHOP
from kit.checking.certain import certain
from kit.checking.rules import check
from kit.reading.shared import SharedFiles
from kit.reading.sound_workshop import load_sound_workshop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.errors import Problem
    from kit.library import Library
    from kit.reading.sound_workshop import SoundWorkshop


def beside(library: Library, names: Iterable[str]) -> tuple[Problem, ...]:
    """Hold what can be read of workshops that cannot be made against the rules."""
    found: list[Problem] = []
    for name in names:
        if name in library.workshop_names() and (
            sound := load_sound_workshop(library, name, SharedFiles(library))
        ):
            found += check_sound(sound)
    return tuple(found)


def check_sound(sound: SoundWorkshop) -> tuple[Problem, ...]:
    """Hold what can be read of a workshop against the rules; leave out what may be no mistake."""
    source, gone, names = sound.loaded.source, sound.gone, sound.names
    told = {(each.code, each.where) for each in sound.problems}
    noted = [each for each in check(sound.loaded) if (each.code, each.where) not in told]
    known = certain(noted, source, gone, names, OF_A_WORKSHOP)
    return (
        *certain(sound.problems, source, gone - sound.unknown, names, OF_A_WORKSHOP),
        *(each for each in known if not sound.is_about_unknown(each)),
    )
