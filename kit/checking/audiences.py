"""Everyone gets a case in words that were written for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.checking.words import listed
from kit.errors import Problem, Severity
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reading.workshop import LoadedWorkshop


MOST_WORDS = 90
"""Words of a premise."""


def audiences(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """Each scenario has a wording for each audience; no audience stands under two wordings."""
    wanted = loaded.workshop.audiences
    for scenario in loaded.scenarios.values():
        missing = [name for name in wanted if name not in scenario.versions]
        if missing:
            yield Problem(
                "no-wording",
                f"The scenario `{scenario.id}` has no wording for {listed(missing)}.",
                loaded.place_of("scenario", scenario.id, "versions"),
                "Write one under `versions`: another audience's would be a guess.",
            )
    yield from _long(loaded)
    yield from _own_wordings(loaded)
    yield from _one_wording(loaded)


def _long(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """A case is read in the room: two minutes are for reading and understanding it."""
    for scenario in loaded.scenarios.values():
        for name, premise in scenario.versions.items():
            words = len(premise.split())
            if words > MOST_WORDS:
                yield Problem(
                    "long-case",
                    f"The premise of `{scenario.id}` for `{name}` has {words} words; "
                    f"{MOST_WORDS} are the most that people read in the room.",
                    loaded.place_of("scenario", scenario.id, "versions", name),
                    "Leave out what the questions do not need.",
                    Severity.WARNING,
                )


def _own_wordings(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """A shared case may serve other workshops' audiences too; an own one cannot."""
    choice = loaded.workshop.scenarios
    for index, scenario in enumerate(choice.own if choice else ()):
        for name in scenario.versions:
            if name not in loaded.workshop.audiences:
                yield Problem(
                    "unknown-audience",
                    f"This workshop has no wording `{name}` under `audiences`.",
                    loaded.source.place(("scenarios", "own", index, "versions", name), key=True),
                    did_you_mean(name, loaded.workshop.audiences),
                )


def _one_wording(loaded: LoadedWorkshop) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for wording, names in loaded.workshop.audiences.items():
        for at, name in enumerate(names):
            other = name if name in loaded.workshop.audiences else first.get(name, wording)
            if other != wording:
                yield Problem(
                    "audience-twice",
                    f"The audience `{name}` stands under the wording `{wording}`, but gets the "
                    f"wording `{other}`.",
                    loaded.place("audiences", wording, at),
                    "Let each audience stand under one wording.",
                )
            first.setdefault(name, wording)
