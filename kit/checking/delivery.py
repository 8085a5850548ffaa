"""How a session feels: who talks, and for how long people sit still."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kit.checking.words import counted, listed
from kit.definitions.activity import Grouping
from kit.definitions.base import minutes_in, text_in
from kit.errors import Problem, Severity
from kit.tailoring.tailor import timed_steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.definitions.activity import Activity
    from kit.reading.workshop import LoadedWorkshop

MOST_WITHOUT_CHANGE = 25
"""Minutes that people work in one way before they need a change."""

WORDS_A_MINUTE = 140
"""How fast a calm speaker talks."""

_SITTING = {
    Grouping.PLENARY: "in plenary",
    Grouping.SOLO: "on their own",
    Grouping.PAIRS: "in pairs",
    Grouping.TRIADS: "in triads",
    Grouping.TABLES: "at their tables",
}


def delivery(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """The instructor talks under half of the time; groupings change at least every 25 minutes."""
    for length, total in loaded.workshop.lengths.items():
        yield from _talk(loaded, length, total)
    yield from _stillness(loaded)
    for index, activity in enumerate(loaded.workshop.agenda):
        yield from _groupings(loaded, index, activity)
        yield from _words_to_say(loaded, index, activity)


def _talk(loaded: LoadedWorkshop, length: str, total: int) -> Iterator[Problem]:
    talk = sum(
        step.minutes
        for activity in loaded.workshop.agenda
        for step in timed_steps(activity, length)
        if step.talk
    )
    if 2 * talk >= total:
        yield Problem(
            "too-much-talk",
            f"The instructor talks for {talk} of the {total} minutes of `{length}`.",
            loaded.place("lengths", length),
            "Keep it under half: turn a step with `talk: true` into a question or a task.",
            Severity.WARNING,
        )


def _stillness(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """Report each stretch once, with the lengths that it is found in."""
    found: dict[tuple[int, Grouping, str], list[str]] = {}
    for length in loaded.workshop.lengths:
        steps = [
            (step.grouping, index, activity.id, step.minutes)
            for index, activity in enumerate(loaded.workshop.agenda)
            for step in timed_steps(activity, length)
        ]
        for grouping, stretch in groupby(steps, lambda step: step[0]):
            run = list(stretch)
            spent = sum(step[3] for step in run)
            if spent > MOST_WITHOUT_CHANGE:
                first, last = run[0], run[-1]
                through = (
                    f"in the activity `{first[2]}`"
                    if first[1] == last[1]
                    else f"from `{first[2]}` to `{last[2]}`"
                )
                words = f"{counted(spent, 'minute')} without a change, {through}"
                found.setdefault((first[1], grouping, words), []).append(length)
    for (index, grouping, words), lengths in found.items():
        yield Problem(
            "long-without-change",
            f"In {listed(lengths)} people sit {_SITTING[grouping]} for {words}.",
            loaded.place("agenda", index, "id"),
            f"After {MOST_WITHOUT_CHANGE} minutes attention is gone. Change the grouping of a "
            "step: two minutes in pairs are enough.",
            Severity.WARNING,
        )


def _groupings(loaded: LoadedWorkshop, index: int, activity: Activity) -> Iterator[Problem]:
    real = {step.grouping or activity.grouping[0] for step in activity.instructor.steps}
    for at, grouping in enumerate(activity.grouping):
        if grouping not in real:
            yield Problem(
                "grouping-without-step",
                f"The activity `{activity.id}` names the grouping `{grouping}`, but no step of it "
                f"has people sit {_SITTING[grouping]}.",
                loaded.place("agenda", index, "grouping", at),
                f"Write `grouping: {grouping}` at the step that is meant, or take it out here.",
                Severity.WARNING,
            )


def _words_to_say(loaded: LoadedWorkshop, index: int, activity: Activity) -> Iterator[Problem]:
    say = activity.instructor.say
    needed = {
        length: len((text_in(say, length) or "").split()) / WORDS_A_MINUTE
        for length in loaded.workshop.lengths
    }
    short = [
        length
        for length in loaded.workshop.lengths
        if (given := minutes_in(activity.minutes, length)) is not None and given < needed[length]
    ]
    if short:
        longest = round(max(needed[length] for length in short) + 0.5)
        yield Problem(
            "too-much-to-say",
            f"Saying these words takes about {counted(longest, 'minute')}; in "
            f"{listed(short)} the whole activity has fewer.",
            loaded.place("agenda", index, "instructor", "say"),
            "Say less, or give the activity more minutes.",
            Severity.WARNING,
        )
