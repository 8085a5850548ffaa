"""What is other in a session than in its workshop, in an educator's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.definitions.base import minutes_in, text_in
from kit.tailoring.asked_as_before import asked_as_before
from kit.tailoring.contacts import SAFE_CONTACT
from kit.tailoring.fitted_words import fitted_words
from kit.tailoring.form_parts import form_parts
from kit.tailoring.reworded import charts_of, reworded
from kit.tailoring.stages_told import told_of_stages
from kit.tailoring.tailor import completing_stem
from kit.tailoring.terms import BLANK, substitute

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kit.definitions.activity import Activity
    from kit.reading.words import Words
    from kit.reading.workshop import LoadedWorkshop
    from kit.tailoring.tailor import TailoredWorkshop


def differences(
    workshop: LoadedWorkshop, changed: LoadedWorkshop, tailored: TailoredWorkshop, words: Words
) -> tuple[str, ...]:
    """Say what a session has, lacks and words otherwise, in the documents' own words.

    `workshop` is as it was written, `changed` has the cohort's changes in it, and `tailored` is
    what comes out in this session's length.
    """
    found = (
        *fitted_words(workshop, changed, tailored, words),
        *_words(workshop, tailored, words),
        *_roles(workshop, tailored, words),
        *_objectives(workshop, changed, tailored, words),
        *_agenda(workshop, changed, tailored, words),
        *_taken_along(workshop, changed, tailored, words),
        *_named("worksheet", _titles(workshop.worksheets), _titles(changed.worksheets), words),
        *_in_no_packet(workshop, changed, tailored, words),
        *_in_order(tailored, words),
        *_cases(workshop, tailored, words),
        *told_of_stages(changed, tailored, words),
        *_named("material", _items(workshop), _items(changed), words),
        *_named("chart", _titles(charts_of(workshop)), _titles(charts_of(changed)), words),
        *_named("question", _texts(workshop.items), _texts(changed.items), words),
        *reworded(workshop, changed, words),
    )
    terms, language = tailored.workshop.terms, tailored.workshop.language
    return tuple(substitute(each, terms, language).replace(BLANK, "…") for each in found)


def _words(workshop: LoadedWorkshop, tailored: TailoredWorkshop, words: Words) -> Iterator[str]:
    usual = workshop.workshop.terms
    for name, here in tailored.workshop.terms.items():
        if name in usual and here and usual[name] != here:
            if usual[name]:
                yield words("differs_term", usual=usual[name], here=here)
            elif name == SAFE_CONTACT:
                yield words("differs_contact", here=here)
            else:
                yield f"{name.replace('_', ' ').capitalize()}: {here}."


def _roles(workshop: LoadedWorkshop, tailored: TailoredWorkshop, words: Words) -> Iterator[str]:
    usual, here = next(iter(workshop.vocabularies.values()), None), tailored.vocabulary
    if usual is not None and here is not None and usual.id != here.id:
        yield words("differs_roles", usual=usual.title, here=here.title)


def _objectives(
    workshop: LoadedWorkshop, changed: LoadedWorkshop, tailored: TailoredWorkshop, words: Words
) -> Iterator[str]:
    before = {each.id: each.text for each in workshop.workshop.objectives}
    now = {each.id: each.text for each in changed.workshop.objectives}
    yield from _named("objective", before, now, words)
    for name, text in now.items():
        if before.get(name, text) != text:
            yield words("differs_objective_reworded", usual=before[name], here=text)
            yield from asked_as_before(name, workshop, changed, tailored, words)


def _agenda(
    workshop: LoadedWorkshop, changed: LoadedWorkshop, tailored: TailoredWorkshop, words: Words
) -> Iterator[str]:
    before = {each.id: each for each in workshop.workshop.agenda}
    now = {each.id: each for each in changed.workshop.agenda}
    yield from _named("activity", _titles(before), _titles(now), words)
    kept = [name for name in now if name in before]
    # What this session does not have has no place in its order.
    here = {timed.activity.id for timed in tailored.agenda}
    if [each for each in kept if each in here] != [name for name in before if name in here]:
        order = ", ".join(f"“{each.title}”" for name, each in now.items() if name in here)
        yield words("differs_order", titles=order)
    for name in kept:
        yield from _retimed(before[name], now[name], tailored.length, words)


def _taken_along(
    workshop: LoadedWorkshop, changed: LoadedWorkshop, tailored: TailoredWorkshop, words: Words
) -> Iterator[str]:
    """Say what went, or moved, with what is left out."""
    if workshop.workshop.prework and not changed.workshop.prework:
        yield words("differs_no_prework")
    before, now = workshop.workshop.checkpoint, changed.workshop.checkpoint
    if before is None or text_in(before.do, tailored.length) is None:
        return
    here = tailored.workshop.checkpoint
    if now is None:
        yield words("differs_no_checkpoint")
    elif now.after != before.after and here and here.after == now.after:
        titles = _titles({each.id: each for each in changed.workshop.agenda})
        yield words("differs_checkpoint_after", title=titles.get(now.after, now.after))


def _retimed(before: Activity, now: Activity, length: str, words: Words) -> Iterator[str]:
    usual, here = minutes_in(before.minutes, length), minutes_in(now.minutes, length)
    if usual == here:
        return
    if usual is None:
        yield words("differs_in_length", title=now.title, here=here)
    elif here is None:
        yield words("differs_not_in_length", title=now.title)
    else:
        yield words("differs_minutes", title=now.title, here=here, usual=usual)


def _named(
    kind: str, before: Mapping[str, str], now: Mapping[str, str], words: Words
) -> Iterator[str]:
    gone = [before[name] for name in before if name not in now]
    new = [now[name] for name in now if name not in before]
    for what, titles in (("left_out", gone), ("added", new)):
        if titles:
            several = "several_" if len(titles) > 1 else ""
            names = "; ".join(f"“{title.rstrip('. ')}”" for title in titles)
            yield words(f"differs_{several}{kind}_{what}", names=names)


def _in_no_packet(
    workshop: LoadedWorkshop, changed: LoadedWorkshop, tailored: TailoredWorkshop, words: Words
) -> Iterator[str]:
    """Say which sheets were added and are not printed, since nothing in this session uses them."""
    here = {each.id for each in tailored.worksheets}
    titles = [
        f"“{sheet.title}”"
        for name, sheet in changed.worksheets.items()
        if name not in workshop.worksheets and name not in here
    ]
    if titles:
        yield words("differs_in_no_packet", titles="; ".join(titles))


def _in_order(tailored: TailoredWorkshop, words: Words) -> Iterator[str]:
    """Say in which order the sheets stand, and the questions of each section that has one."""
    if tailored.ordered.worksheets:
        titles = ", ".join(f"“{each.title}”" for each in tailored.worksheets)
        yield words("differs_order_of_worksheets", titles=titles)
    for part in form_parts(tailored.items, completing_stem(tailored.workshop)):
        if any(each.id in tailored.ordered.questions for each in part.items):
            texts = "; ".join(f"“{each.text.rstrip('. ')}”" for each in part.items)
            yield words("differs_order_of_questions", texts=texts)


def _cases(workshop: LoadedWorkshop, tailored: TailoredWorkshop, words: Words) -> Iterator[str]:
    """Say which cases this session has, where they are not those of its length."""
    usual = dict.fromkeys(
        name
        for activity in workshop.workshop.agenda
        if minutes_in(activity.minutes, tailored.length) is not None
        for name in activity.uses
        if name in workshop.scenarios
    )
    here = {each.id: each.title for each in tailored.scenarios}
    if list(usual) == list(here):
        return
    none = words("differs_no_case")
    yield words(
        "differs_cases",
        here="; ".join(f"“{title}”" for title in here.values()) or none,
        usual="; ".join(f"“{workshop.scenarios[name].title}”" for name in usual) or none,
    )


def _titles(things: Mapping[str, Any]) -> dict[str, str]:
    return {name: thing.title for name, thing in things.items()}


def _items(workshop: LoadedWorkshop) -> dict[str, str]:
    return {each.item: each.item for each in workshop.workshop.materials}


def _texts(things: Mapping[str, Any]) -> dict[str, str]:
    return {name: thing.text for name, thing in things.items()}
