"""Names as people wrote them ▶ the people of the roster, and those who are not on it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from unicodedata import normalize

from kit.errors import Problem, Severity
from kit.reading.plain_name import without_marks
from kit.reading.roster_cells import clean, turned_round, without_degrees
from kit.suggestion import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kit.definitions.roster import Participant

_MOST_NAMED: Final = 20
_MOST_COMPARED: Final = 200
"""Names not on the roster for which a near one is sought: it takes a moment for each."""
_IN_WORDS: Final = "'’`.\N{MODIFIER LETTER APOSTROPHE}"
"""Signs that people write within words, or leave out."""
_TITLES: Final = frozenset({"dr", "prof", "mr", "mrs", "ms", "mx", "miss"})


@dataclass(frozen=True, slots=True)
class Recognized:
    """Who was named, each once: as on the roster where they are on it, else as written.

    `walk_ins` says who of `names` is not on the roster; it is empty where there is no roster.
    """

    names: tuple[str, ...]
    walk_ins: tuple[str, ...] = ()
    doubts: tuple[Problem, ...] = ()


def name_key(name: str) -> str:
    """Reduce a name to what makes it the same: no matter its capitals, spaces, letters in parts.

    `Díaz, Ana` is `Ana Díaz`.
    """
    text = clean(name)[0]
    return normalize("NFKC", turned_round(text) or text).casefold()


def bare_key(name: str) -> str:
    """Reduce a name to what may be the same: words without marks, titles, degrees and order.

    `Diaz Jose` and `Dr. José Díaz, MD` have one key, but need not be one person.
    """
    letters = without_marks(without_degrees(name_key(name)))
    spaced = "".join(
        each if each.isalnum() else "" if each in _IN_WORDS else " " for each in letters
    )
    return " ".join(sorted(word for word in spaced.casefold().split() if word not in _TITLES))


def recognize(named: Sequence[Participant], roster: Sequence[Participant] | None) -> Recognized:
    """Find people on the roster, and count each once; what was decided is told as doubts.

    A name stands for as many people as the roster has of it, one at least. Without a roster,
    names are compared with each other only.
    """
    search = _Search(roster or ())
    names: list[str] = []
    others: list[str] = []
    for person in named:
        found = search.on_roster(person)
        if found is None:
            found = search.new(person.name)
            others += [found] if found else []
        names += [found] if found else []
    doubts = list(search.doubts())
    if roster is None:
        doubts += _alike(others)
        return Recognized(tuple(names), (), tuple(doubts))
    doubts += _not_listed(others, search.absent())
    return Recognized(tuple(names), tuple(others), tuple(doubts))


class _Search:
    def __init__(self, roster: Sequence[Participant]) -> None:
        self._roster = roster
        self._by_name = _by(roster, lambda person: name_key(person.name))
        self._by_bare = _by(roster, lambda person: bare_key(person.name))
        self._by_email = _by(roster, lambda person: person.email.casefold())
        self._taken: set[int] = set()
        self._others: set[str] = set()
        self._again: dict[str, None] = {}
        self._otherwise: dict[tuple[str, str, str], None] = {}

    def on_roster(self, person: Participant) -> str | None:
        """Give a person's name on the roster, empty if they were named before; None: not on it."""
        same = self._by_name.get(name_key(person.name), ())
        by_email = self._by_email.get(person.email.casefold(), ())
        if same:
            return self._take([each for each in same if each in by_email] or same)
        for people, why in (
            (by_email, "has the e-mail address of"),
            (self._by_bare.get(bare_key(person.name), ()), "is written almost as"),
        ):
            # An address that several share, or a name that may be either of two, tells nothing.
            if len(people) == 1:
                self._otherwise[clean(person.name)[0], why, self._roster[people[0]].name] = None
                return self._take(people)
        return None

    def new(self, written: str) -> str:
        """Give the name of somebody who is not on the roster, empty if they were named before."""
        name, key = clean(written)[0], name_key(written)
        if key in self._others:
            self._again[name] = None
            return ""
        self._others.add(key)
        return name

    def absent(self) -> list[str]:
        """Name those on the roster who were not named."""
        return [each.name for at, each in enumerate(self._roster) if at not in self._taken]

    def doubts(self) -> Iterator[Problem]:
        """Tell who was named twice, and who was taken for somebody written otherwise."""
        if self._again:
            message = f"Named more than once, and counted once: {_listed(list(self._again))}."
            hint = "If these are two people, tell them apart with a middle initial."
            yield _doubt("named-twice", message, hint)
        for written, why, name in self._otherwise:
            message = f"“{written}” {why} “{name}” on the roster, and is recorded as “{name}”."
            hint = "Is this one person? If not, add a middle initial and record again."
            yield _doubt("same-person", message, hint)
        for here in self._by_name.values():
            came = sum(at in self._taken for at in here)
            if 0 < came < len(here):
                name = self._roster[here[0]].name
                message = f"The roster has {len(here)} people called “{name}”, and {came} came."
                hint = "The record cannot say which. Tell them apart on the roster."
                yield _doubt("which-of-two", message, hint)

    def _take(self, people: Sequence[int]) -> str:
        free = [at for at in people if at not in self._taken]
        name = self._roster[people[0]].name
        if not free:
            self._again[name] = None
            return ""
        self._taken.add(free[0])
        return self._roster[free[0]].name


def _by(
    roster: Sequence[Participant], key: Callable[[Participant], str]
) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, person in enumerate(roster):
        if made := key(person):
            found[made].append(at)
    return found


def _alike(names: Sequence[str]) -> Iterator[Problem]:
    """Ask about names that may be one person's, where no roster says how they are written."""
    first: dict[str, str] = {}
    for name in names:
        other = first.setdefault(bare_key(name) or name, name)
        if other != name:
            message = f"“{other}” and “{name}” are counted as two people."
            yield _doubt("same-person", message, "If they are one, take one out and record again.")


def _not_listed(names: Sequence[str], absent: Sequence[str]) -> Iterator[Problem]:
    """Name those who are not on the roster, and who of it may be meant."""
    far = []
    for name in names[:_MOST_COMPARED]:
        if near := nearest(name, absent):
            message = f"“{name}” is not on the roster, and is recorded as a walk-in."
            hint = f"Did you mean “{near}”? Then write it so, and record again."
            yield _doubt("not-on-roster", message, hint)
        else:
            far.append(name)
    far += names[_MOST_COMPARED:]
    if far:
        some = "is not on the roster, and is recorded as a walk-in"
        if len(far) > 1:
            some = "are not on the roster, and are recorded as walk-ins"
        yield _doubt("not-on-roster", f"{_listed(far)} {some}.", "")


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(f"“{each}”" for each in names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return f"{shown} and {more:,} more" if more > 0 else shown


def _doubt(code: str, message: str, hint: str) -> Problem:
    return Problem(code, message, hint=hint, severity=Severity.WARNING)
