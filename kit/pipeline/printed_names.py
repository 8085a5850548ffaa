"""People's names as they can be printed on this machine, and what to do about the others."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.definitions.roster import Participant
from kit.errors import Problem, Severity
from kit.reading.roster_cells import is_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kit.errors import Place
    from kit.press.coverage import Coverage

_CJK: Final = "Noto Sans CJK"
_FONTS: Final = {
    "Chinese": _CJK,
    "Japanese": _CJK,
    "Korean": _CJK,
    "Latin": "Noto Sans",
    "Greek": "Noto Sans",
    "Cyrillic": "Noto Sans",
}
"""The font to install for a script; for those in `_NOTO` it is called as the script is."""
_NOTO: Final = frozenset(
    {"Arabic", "Armenian", "Bengali", "Devanagari", "Ethiopic", "Georgian", "Gujarati", "Gurmukhi"}
    | {"Hebrew", "Kannada", "Khmer", "Lao", "Malayalam", "Myanmar", "Oriya", "Sinhala", "Tamil"}
    | {"Telugu", "Thaana", "Thai"}
)
_NAMES_OF_SCRIPTS: Final = {
    **dict.fromkeys(("cjk", "kangxi"), "Chinese"),
    **dict.fromkeys(("hiragana", "katakana"), "Japanese"),
    "hangul": "Korean",
}
_RIGHT_TO_LEFT: Final = frozenset({"R", "AL"})
_MOST: Final = 20
"""Names in one message."""


@dataclass(frozen=True, slots=True)
class PrintedNames:
    """For each name what is printed, nothing where a line to write on stands; and what to say.

    `told` are the characters for which `problems` name the face.
    """

    texts: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    told: frozenset[str] = frozenset()


def mentors_named(people: Sequence[Participant]) -> tuple[Participant, ...]:
    """Give the mentors whom a roster names and who are not on it, each with their first line."""
    named: dict[str, Participant] = {}
    for person in people:
        for name in filter(None, (person.senior_mentor, person.peer_mentor)):
            named.setdefault(name, Participant(name, row=person.row))
    return tuple(each for name, each in named.items() if name not in {one.name for one in people})


def with_mentors(names: PrintedNames, mentors: PrintedNames) -> PrintedNames:
    """Put the names of mentors beside those of the people."""
    problems = (*names.problems, *mentors.problems)
    return PrintedNames({**mentors.texts, **names.texts}, problems, names.told | mentors.told)


def printed_names(
    people: Sequence[Participant], found: Coverage, where: Place, *, of_mentors: bool = False
) -> PrintedNames:
    """Decide what is printed of each name, so that nobody gets a packet with empty boxes.

    Names `of_mentors` stand in the list of mentors alone.
    """
    texts = {person.name: _printable(person.name, found.missing) for person in people}
    blank = [person for person in people if not texts[person.name]]
    shorter = [person for person in people if texts[person.name] not in {"", person.name}]
    faces: dict[str, list[Participant]] = defaultdict(list)
    for person in people:
        used = dict.fromkeys(face for sign in texts[person.name] if (face := found.face(sign)))
        for face in used:
            faces[face].append(person)
    problems = (
        *_left_blank(blank, found, where, of_mentors=of_mentors),
        *_shortened(shorter, texts, found, where),
        *_in_other_faces(faces, where),
    )
    return PrintedNames(texts, problems, frozenset(found.faces or ()))


def script_of(letter: str) -> str:
    """Name the script of a letter, as people call it; empty for a sign that belongs to none."""
    if unicodedata.category(letter)[0] not in "LM":
        return ""
    first = unicodedata.name(letter, "").partition(" ")[0].partition("-")[0].lower()
    if first in {"", "combining", "modifier"}:
        return ""
    return _NAMES_OF_SCRIPTS.get(first, first.capitalize())


def _printable(name: str, missing: frozenset[str]) -> str:
    """Give a name without what no font has; nothing where what is left is no whole name.

    Signs are left out of words. A word with letters that are missing is left out whole, and only
    where two others stand in another script: `Li Xiaolong 李小龍` has the name twice.
    """
    if not missing.intersection(name):
        return name
    plain = "".join(each for each in name if each not in missing or script_of(each))
    words = plain.split()
    kept = [word for word in words if not missing.intersection(word)]
    if len(kept) < len(words):
        absent = _scripts(each for each in plain if each in missing)
        whole = sum(1 for word in kept if _scripts(word) and not is_title(word)) > 1
        if not whole or absent & _scripts("".join(kept)):
            return ""
    text = " ".join(kept)
    return text if any(each.isalpha() for each in text) else ""


def _scripts(text: Iterable[str]) -> set[str]:
    return {script for sign in text if (script := script_of(sign))}


def _left_blank(
    people: Sequence[Participant], found: Coverage, where: Place, *, of_mentors: bool
) -> Iterator[Problem]:
    if not people:
        return
    one = len(people) == 1
    has = "The packet has" if one else "Their packets have"
    if of_mentors:
        has = "The list of mentors has"
    yield Problem(
        "name-not-printed",
        f"No font of this machine has the letters of {'this name' if one else 'these names'}: "
        f"{_listed(people, found.missing)}. {has} "
        f"a line to write {'the name' if one or not of_mentors else 'each'} on.",
        where,
        _way_out(people, found.missing),
        Severity.WARNING,
    )


def _shortened(
    people: Sequence[Participant], texts: Mapping[str, str], found: Coverage, where: Place
) -> Iterator[Problem]:
    if not people:
        return
    listed = _joined(
        f"{person.name} (line {person.row}) as “{texts[person.name]}”" for person in people
    )
    yield Problem(
        "name-not-whole",
        f"No font of this machine has all of some names. They are printed so: {listed}.",
        where,
        _way_out(people, found.missing),
        Severity.WARNING,
    )


def _in_other_faces(faces: Mapping[str, Sequence[Participant]], where: Place) -> Iterator[Problem]:
    for face, people in sorted(faces.items()):
        turned = any(
            unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT
            for person in people
            for sign in person.name
        )
        honest = (
            " Names from right to left read right on paper, but begin at the left of their line; "
            "text copied from the PDF, or read aloud from it, may have their words in reverse."
        )
        yield Problem(
            "name-in-other-font",
            f"The kit's fonts lack letters of {_named(people)}; “{face}” of this machine is used.",
            where,
            f"Look at one of them before you copy.{honest if turned else ''}",
            Severity.WARNING,
        )


def _listed(people: Iterable[Participant], missing: frozenset[str]) -> str:
    return _joined(
        f"{person.name} (line {person.row}"
        + "".join(f", {each}" for each in sorted(_scripts(missing.intersection(person.name))))
        + ")"
        for person in people
    )


def _named(people: Iterable[Participant]) -> str:
    return _joined(f"{person.name} (line {person.row})" for person in people)


def _joined(parts: Iterable[str]) -> str:
    every = list(parts)
    more = f" and {len(every) - _MOST} more" if len(every) > _MOST else ""
    return ", ".join(every[:_MOST]) + more


def _way_out(people: Iterable[Participant], missing: frozenset[str]) -> str:
    scripts = _scripts(missing.intersection("".join(person.name for person in people)))
    known = {each: _FONTS.get(each, f"Noto Sans {each}") for each in sorted(scripts)}
    fonts = dict.fromkeys(font for each, font in known.items() if each in _NOTO or each in _FONTS)
    if not fonts:
        return "Install a font that has these signs, or leave them out of the roster."
    *others, last = fonts
    which = f"{', '.join(others)} and {last}" if others else last
    return (
        f"Install the free {'font' if len(fonts) == 1 else 'fonts'} {which} "
        "(fonts.google.com/noto) and run this again, or write these names in Latin letters, too."
    )
