"""The cases that a cohort works on: by id, by theme, or as many as are asked for."""

from __future__ import annotations

from difflib import SequenceMatcher
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from kit.definitions.cohort import ScenarioSelection
from kit.errors import Problem
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from kit.definitions.scenario import Scenario
    from kit.reading.cohort import LoadedCohort
    from kit.reading.path import Location


_MOST_NAMED: Final = 6
_SEE: Final = "The scenarios and their themes stand in the file that the workshop takes them from."


def chosen_cases(
    selection: ScenarioSelection,
    bank: Mapping[str, Scenario],
    *,
    usual: Sequence[str],
    left_out: Collection[str],
    wording: str | None,
    cohort: LoadedCohort,
    at: Location,
) -> tuple[tuple[str, ...] | None, list[Problem]]:
    """Choose cases: those named first, then as many as are asked for, of the themes if any.

    Without themes and names they come from the workshop's usual ones; never from those that are
    left out, or that have no wording for this audience. The choice is the same each time: cases
    that bring a theme not yet there come first, and a digest of the cohort's name and the id
    decides between equals.
    """
    if selection == ScenarioSelection():
        where = cohort.place(*at, key=True)
        message = "Nothing is chosen here, so this changes nothing."
        hint = "Write ids under `use`, `themes`, or a `count`."
        return None, [Problem("changes-nothing", message, where, hint)]
    problems = list(_unknown(selection, bank, cohort, at))
    problems += _contradictions(selection, left_out, cohort, at)
    named = [name for name in dict.fromkeys(selection.use) if name in bank]
    themes = {theme.casefold() for theme in selection.themes}
    pool = [
        name
        for name in (bank if themes else usual)
        if name in bank
        and name not in left_out
        and name not in named
        and (wording is None or wording in bank[name].versions)
        and (not themes or themes & _themes(bank[name]))
    ]
    more = len(pool) if themes or not named else 0
    if selection.count is not None:
        more = selection.count - len(named)
    chosen = [*named, *_varied(pool, named, bank, cohort.name, more)]
    if len(chosen) < len(named) + more and not problems:
        few = (
            f"There is {len(chosen)} such case"
            if len(chosen) == 1
            else (f"There are {len(chosen)} such cases")
        )
        problems.append(
            Problem(
                "too-few-cases",
                f"{few}, not {selection.count}.",
                cohort.place(*at, "count"),
                "Name more themes or more cases, or ask for fewer.",
            )
        )
    return tuple(chosen), problems


def _contradictions(
    selection: ScenarioSelection, left_out: Collection[str], cohort: LoadedCohort, at: Location
) -> Iterator[Problem]:
    for number, name in enumerate(selection.use):
        if name in left_out or name in selection.use[:number]:
            what = "is left out" if name in left_out else "is named here twice"
            where = cohort.place(*at, "use", number)
            hint = "Take it out in one of the two places."
            yield Problem("named-twice", f"The scenario `{name}` {what}.", where, hint)
    if selection.count is not None and selection.count < len(selection.use):
        message = f"More than {selection.count} cases are named under `use`."
        where = cohort.place(*at, "count")
        hint = f"Write `count: {len(selection.use)}`, or name fewer."
        yield Problem("too-many-cases", message, where, hint)


def _varied(
    pool: Iterable[str], taken: Sequence[str], bank: Mapping[str, Scenario], seed: str, more: int
) -> list[str]:
    seen = {theme for name in taken for theme in _themes(bank[name])}
    left = [name for name in pool if name not in taken]
    chosen: list[str] = []
    while left and len(chosen) < more:
        best = min(left, key=lambda name: (-len(_themes(bank[name]) - seen), _digest(seed, name)))
        left.remove(best)
        chosen.append(best)
        seen |= _themes(bank[best])
    return chosen


def _themes(scenario: Scenario) -> set[str]:
    return {theme.casefold() for theme in scenario.themes}


def _digest(seed: str, name: str) -> str:
    return blake2b(f"{seed}\0{name}".encode(), digest_size=8).hexdigest()


def _unknown(
    selection: ScenarioSelection,
    bank: Mapping[str, Scenario],
    cohort: LoadedCohort,
    at: Location,
) -> Iterator[Problem]:
    for number, name in enumerate(selection.use):
        if name not in bank:
            yield Problem(
                "unknown-scenario",
                f"There is no scenario `{name}`.",
                cohort.place(*at, "use", number),
                (did_you_mean(name, bank) or _SEE) if bank else "This workshop has no cases.",
            )
    known = {theme for scenario in bank.values() for theme in scenario.themes}
    for number, theme in enumerate(selection.themes):
        if theme.casefold() not in {each.casefold() for each in known}:
            yield Problem(
                "unknown-theme",
                f"No scenario has the theme `{theme}`.",
                cohort.place(*at, "themes", number),
                (did_you_mean(theme, sorted(known)) or _closest(theme, known))
                if bank
                else "It has no cases.",
            )


def _closest(theme: str, known: Iterable[str]) -> str:
    """Name the themes that are most like one, where there are too many to name them all."""
    like = sorted(known, key=lambda each: (-_likeness(theme, each), each))[:_MOST_NAMED]
    return f"Themes that are most like it: {', '.join(f'`{each}`' for each in like)}. {_SEE}"


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()
