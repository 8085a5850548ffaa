"""A form that people fill in to its end, and whose answers mean something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.checking.words import counted, listed
from kit.definitions.base import belongs_to
from kit.definitions.item import ScaleItem, answers_asked
from kit.errors import Problem, Severity
from kit.tailoring.tailor import end_items

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.definitions.item import Item
    from kit.reading.workshop import LoadedWorkshop


def evaluation(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """Not too many answers, one headline, and nothing asked twice."""
    form = loaded.workshop.evaluation
    items = list(_of(loaded, end_items(loaded.workshop)))
    yield from _too_many(loaded, items, "end form", ("evaluation",))
    if form.follow_up:
        names = (*form.follow_up.core, *(item.id for item in form.follow_up.items))
        follow_up = list(_of(loaded, names))
        yield from _too_many(loaded, follow_up, "follow-up form", ("evaluation", "follow_up"))
        if not form.follow_up.purpose:
            yield Problem(
                "no-purpose",
                "The follow-up form does not say what it is for.",
                loaded.place("evaluation", "follow_up"),
                "Build it on the shared form with `use: three-months`, or write a `purpose`.",
                Severity.WARNING,
            )
        if not follow_up:
            yield _empty(loaded, "follow-up form", ("evaluation", "follow_up"))
    for length in loaded.workshop.lengths:
        if not any(belongs_to(item.lengths, length) for item in items):
            yield _empty(loaded, f"end form of `{length}`", ("evaluation",))
    if items:
        yield from _headline(loaded, items)
    yield from _asked_twice(loaded, items)


def _of(loaded: LoadedWorkshop, names: Iterable[str]) -> Iterator[Item]:
    yield from (loaded.items[name] for name in dict.fromkeys(names) if name in loaded.items)


def _too_many(
    loaded: LoadedWorkshop, items: list[Item], form: str, location: tuple[str, ...]
) -> Iterator[Problem]:
    most = loaded.workshop.evaluation.most_answers
    asked = {
        length: sum(answers_asked(item) for item in items if belongs_to(item.lengths, length))
        for length in loaded.workshop.lengths
    }
    over = [length for length, answers in asked.items() if answers > most]
    if over:
        answers = max(asked[length] for length in over)
        yield Problem(
            "too-many-answers",
            f"The {form} asks one person for {counted(answers, 'answer')} in {listed(over)}; "
            f"it may ask for {most}.",
            loaded.place(*location),
            "Take items out: a pair of before and now asks two answers, a commitment three. "
            "Or raise `most_answers`.",
        )


def _empty(loaded: LoadedWorkshop, form: str, location: tuple[str, ...]) -> Problem:
    return Problem(
        "empty-form",
        f"The {form} asks nothing.",
        loaded.place(*location),
        "Name shared items under `core`, or write items here.",
    )


def _headline(loaded: LoadedWorkshop, items: list[Item]) -> Iterator[Problem]:
    headlines = [item for item in items if isinstance(item, ScaleItem) and item.headline]
    for length in loaded.workshop.lengths:
        here = [item for item in headlines if belongs_to(item.lengths, length)]
        for item in here[1:]:
            yield Problem(
                "two-headlines",
                f"The items `{here[0].id}` and `{item.id}` are both the headline.",
                loaded.place_of("item", item.id, "headline"),
                "Only one result opens the report: take `headline: true` away from the other.",
            )
    missing = [
        length
        for length in loaded.workshop.lengths
        if not any(belongs_to(item.lengths, length) for item in headlines)
    ]
    if missing:
        yield Problem(
            "no-headline",
            f"No item of the evaluation is the headline in {listed(missing)}.",
            loaded.place("evaluation"),
            "Name the shared item with `headline: true` under `core`: its result opens the report, "
            "and adds up with that of other workshops.",
            Severity.WARNING,
        )


def _asked_twice(loaded: LoadedWorkshop, items: list[Item]) -> Iterator[Problem]:
    """A pair of before and now already says whether a person can do it now."""
    completing = {item.id for item in loaded.workshop.evaluation.objectives}
    pairs = [item for item in items if item.kind == "before-now" and item.objective]
    for item in items:
        if item.id not in completing or not item.objective:
            continue
        pair = next((each for each in pairs if each.objective == item.objective), None)
        if pair is None:
            continue
        both = [
            length
            for length in loaded.workshop.lengths
            if belongs_to(item.lengths, length) and belongs_to(pair.lengths, length)
        ]
        if both:
            yield Problem(
                "asked-twice",
                f"In {listed(both)} the item `{item.id}` asks about the objective "
                f"`{item.objective}`, and so does the pair `{pair.id}`.",
                loaded.place_of("item", item.id, "id"),
                "Take one of the two out, or keep them apart with `lengths`.",
            )
