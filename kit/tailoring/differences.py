"""What is other in a session than in its workshop, in an educator's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.definitions.base import minutes_in, text_in
from kit.tailoring.contacts import SAFE_CONTACT
from kit.tailoring.fitted_words import fitted_words
from kit.tailoring.terms import BLANK, substitute

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pydantic import BaseModel

    from kit.definitions.activity import Activity
    from kit.definitions.blocks import Block
    from kit.definitions.chart import Chart
    from kit.definitions.worksheet import Worksheet
    from kit.reading.workshop import LoadedWorkshop
    from kit.tailoring.tailor import TailoredWorkshop

_PLURAL = {
    "objective": "objectives",
    "activity": "activities",
    "worksheet": "worksheets",
    "material": "materials",
    "flip chart page": "flip chart pages",
    "question": "questions",
}
_FIELDS = {
    "versions": "the case",
    "instructor": "the notes for you",
    "participants": "what participants read",
    "why": "why this session",
    "background": "the ideas behind it",
    "limitations": "limits",
    "disclosure": "what to do if someone discloses",
    "facilitation": "leading this session",
    "debrief": "after the session",
    "checkpoint": "the look at the clock",
}
"""How the guide calls what a definition calls by these names; other fields are called as there."""

_UNSET = {SAFE_CONTACT: "Whom people can turn to"}
"""What a term is for that has no words until a cohort gives it some."""

_LONGEST_NAME = 60
_TOLD_ELSEWHERE = {
    *("id", "kind", "agenda", "worksheets", "shared_worksheets", "scenarios", "evaluation"),
    *(
        "lengths",
        "terms",
        "uses",
        "minutes",
        "objectives",
        "materials",
        "prework",
        "blocks",
        "charts",
    ),
}
_FORM = {"core", "objectives", "before now", "more", "open"}
"""The parts of the evaluation that hold questions: they are told one by one."""


def differences(
    workshop: LoadedWorkshop, changed: LoadedWorkshop, tailored: TailoredWorkshop
) -> tuple[str, ...]:
    """Say what a session has, lacks and words otherwise.

    `workshop` is as it was written, `changed` has the cohort's changes in it, and `tailored` is
    what comes out in this session's length.
    """
    found = (
        *fitted_words(workshop, changed, tailored),
        *_words(workshop, tailored),
        *_objectives(workshop, changed),
        *_agenda(workshop, changed, tailored.length),
        *_taken_along(workshop, changed, tailored),
        *_named("worksheet", _titles(workshop.worksheets), _titles(changed.worksheets)),
        *_in_no_packet(workshop, changed, tailored),
        *_cases(workshop, tailored),
        *_named("material", _items(workshop), _items(changed)),
        *_named("flip chart page", _titles(_charts(workshop)), _titles(_charts(changed))),
        *_named("question", _texts(workshop.items), _texts(changed.items)),
        *_reworded(workshop, changed),
    )
    words, language = tailored.workshop.terms, tailored.workshop.language
    return tuple(substitute(each, words, language).replace(BLANK, "…") for each in found)


def _words(workshop: LoadedWorkshop, tailored: TailoredWorkshop) -> Iterator[str]:
    usual = workshop.workshop.terms
    for name, words in tailored.workshop.terms.items():
        if name in usual and words and usual[name] != words:
            if usual[name]:
                yield f"“{usual[name]}” is “{words}” here."
            else:
                yield f"{_UNSET.get(name, name.replace('_', ' ').capitalize())}: {words}."


def _objectives(workshop: LoadedWorkshop, changed: LoadedWorkshop) -> Iterator[str]:
    before = {each.id: each.text for each in workshop.workshop.objectives}
    now = {each.id: each.text for each in changed.workshop.objectives}
    yield from _named("objective", before, now)
    for name, text in now.items():
        if before.get(name, text) != text:
            yield f"Reworded: the objective “{before[name]}” reads “{text}”."


def _agenda(workshop: LoadedWorkshop, changed: LoadedWorkshop, length: str) -> Iterator[str]:
    before = {each.id: each for each in workshop.workshop.agenda}
    now = {each.id: each for each in changed.workshop.agenda}
    yield from _named("activity", _titles(before), _titles(now))
    kept = [name for name in now if name in before]
    if kept != [name for name in before if name in now]:
        yield "Another order: " + ", ".join(f"“{each.title}”" for each in now.values()) + "."
    for name in kept:
        yield from _retimed(before[name], now[name], length)


def _taken_along(
    workshop: LoadedWorkshop, changed: LoadedWorkshop, tailored: TailoredWorkshop
) -> Iterator[str]:
    """Say what went, or moved, with what is left out."""
    if workshop.workshop.prework and not changed.workshop.prework:
        yield "There is no pre-work: its worksheets are left out."
    before, now = workshop.workshop.checkpoint, changed.workshop.checkpoint
    if before is None or text_in(before.do, tailored.length) is None:
        return
    here = tailored.workshop.checkpoint
    if now is None:
        yield "The run of show has no look at the clock: what came before it is left out."
    elif now.after != before.after and here and here.after == now.after:
        titles = _titles({each.id: each for each in changed.workshop.agenda})
        yield f"The look at the clock comes after “{titles.get(now.after, now.after)}”."


def _retimed(before: Activity, now: Activity, length: str) -> Iterator[str]:
    usual, here = minutes_in(before.minutes, length), minutes_in(now.minutes, length)
    if usual == here:
        return
    if usual is None:
        yield f"“{now.title}” is in this length, with {here} minutes."
    elif here is None:
        yield f"“{now.title}” is not in this length."
    else:
        yield f"“{now.title}” takes {here} minutes in place of {usual}."


def _named(kind: str, before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    gone = [before[name] for name in before if name not in now]
    new = [now[name] for name in now if name not in before]
    for words, titles in (("left out", gone), ("added", new)):
        if titles:
            several = _PLURAL[kind] if len(titles) > 1 else kind
            names = "; ".join(f"“{title.rstrip('. ')}”" for title in titles)
            yield f"{several.capitalize()} {words}: {names}."


def _in_no_packet(
    workshop: LoadedWorkshop, changed: LoadedWorkshop, tailored: TailoredWorkshop
) -> Iterator[str]:
    """Say which sheets were added and are not printed, since nothing in this session uses them."""
    here = {each.id for each in tailored.worksheets}
    titles = [
        f"“{sheet.title}”"
        for name, sheet in changed.worksheets.items()
        if name not in workshop.worksheets and name not in here
    ]
    if titles:
        yield f"In no packet of this session, since no activity uses it: {'; '.join(titles)}."


def _cases(workshop: LoadedWorkshop, tailored: TailoredWorkshop) -> Iterator[str]:
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
    titles = "; ".join(f"“{title}”" for title in here.values()) or "none"
    before = "; ".join(f"“{workshop.scenarios[name].title}”" for name in usual) or "none"
    yield f"The cases are {titles}. Usually they are {before}."


def _titles(things: Mapping[str, Any]) -> dict[str, str]:
    return {name: thing.title for name, thing in things.items()}


def _items(workshop: LoadedWorkshop) -> dict[str, str]:
    return {each.item: each.item for each in workshop.workshop.materials}


def _charts(workshop: LoadedWorkshop) -> dict[str, Chart]:
    return {each.id: each for each in workshop.workshop.charts}


def _texts(things: Mapping[str, Any]) -> dict[str, str]:
    return {name: thing.text for name, thing in things.items()}


def _reworded(workshop: LoadedWorkshop, changed: LoadedWorkshop) -> Iterator[str]:
    fields = _changed_fields(workshop.workshop, changed.workshop)
    look, here = workshop.workshop.checkpoint, changed.workshop.checkpoint
    if look and (here is None or here.do == look.do):
        # Where it is is told with the agenda.
        fields = [name for name in fields if name != _FIELDS["checkpoint"]]
    if fields:
        yield f"Reworded in this guide and the packet: {', '.join(fields)}."
    usual_form, form = workshop.workshop.evaluation, changed.workshop.evaluation
    if fields := [name for name in _changed_fields(usual_form, form) if name not in _FORM]:
        yield f"Reworded in the evaluation: {', '.join(fields)}."
    for before, now in (
        (workshop.scenarios, changed.scenarios),
        (workshop.worksheets, changed.worksheets),
        (_charts(workshop), _charts(changed)),
        (
            {each.id: each for each in workshop.workshop.agenda},
            {each.id: each for each in changed.workshop.agenda},
        ),
    ):
        yield from _reworded_things(before, now)
    for name, item in changed.items.items():
        usual = workshop.items.get(name)
        if usual is not None and usual.text != item.text:
            yield f"Reworded: the question “{usual.text}” reads “{item.text}”."
        elif usual is not None and usual != item:
            yield f"Asked in another way: “{item.text}”."


def _reworded_things(before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for name, thing in now.items():
        usual = before.get(name)
        if usual is None or usual == thing:
            continue
        if usual.title != thing.title:
            yield f"“{usual.title}” is called “{thing.title}” here."
        if fields := [each for each in _changed_fields(usual, thing) if each != "title"]:
            yield f"Reworded in “{thing.title}”: {', '.join(fields)}."
        if hasattr(thing, "blocks"):
            yield from _changed_blocks(usual, thing)


def _changed_blocks(usual: Worksheet, sheet: Worksheet) -> Iterator[str]:
    before = {each.id: each for each in usual.blocks}
    now = {each.id: each for each in sheet.blocks}
    for words, names in (
        ("left out", [_name_of(before[name]) for name in before if name not in now]),
        ("added", [_name_of(now[name]) for name in now if name not in before]),
        (
            "reworded",
            [_name_of(now[name]) for name in now if before.get(name, now[name]) != now[name]],
        ),
    ):
        if names:
            yield f"On the sheet “{sheet.title}”, {words}: {'; '.join(names)}."


def _name_of(block: Block) -> str:
    """Name a block by its heading, or by the beginning of what it asks."""
    name = block.title or getattr(block, "text", None) or block.instruction or block.id
    line = " ".join(name.split())
    if len(line) > _LONGEST_NAME:
        line = line[:_LONGEST_NAME].rpartition(" ")[0] + " …"
    return f"“{line}”"


def _changed_fields(before: BaseModel, now: BaseModel) -> Sequence[str]:
    return [
        _FIELDS.get(name, name.replace("_", " "))
        for name in type(now).model_fields
        if name not in _TOLD_ELSEWHERE and getattr(before, name) != getattr(now, name)
    ]
