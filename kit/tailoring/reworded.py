"""What a session words otherwise than its workshop: which fields of what, never the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.tailoring.form_parts import without_questions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pydantic import BaseModel

    from kit.definitions.blocks import Block
    from kit.definitions.chart import Chart
    from kit.definitions.worksheet import Worksheet
    from kit.reading.words import Words
    from kit.reading.workshop import LoadedWorkshop

_LONGEST_NAME = 60
TOLD_ELSEWHERE = {
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
_FORM = {"core", "objectives", "before_now", "more", "open"}
"""The parts of the evaluation that hold questions: they are told one by one."""


def reworded(workshop: LoadedWorkshop, changed: LoadedWorkshop, words: Words) -> Iterator[str]:
    """Name the fields of packet, form, cases, sheets, charts and activities that are other."""
    fields = _changed_fields(workshop.workshop, changed.workshop)
    look, here = workshop.workshop.checkpoint, changed.workshop.checkpoint
    if look and (here is None or here.do == look.do):
        # Where it is is told with the agenda.
        fields = [name for name in fields if name != "checkpoint"]
    if fields:
        yield words("differs_packet", fields=_fields(fields, words))
    usual_form, form = (without_questions(each.workshop.evaluation) for each in (workshop, changed))
    if fields := [each for each in _changed_fields(usual_form, form) if each not in _FORM]:
        yield words("differs_evaluation", fields=_fields(fields, words))
    for before, now in (
        (workshop.scenarios, changed.scenarios),
        (workshop.worksheets, changed.worksheets),
        (charts_of(workshop), charts_of(changed)),
        (
            {each.id: each for each in workshop.workshop.agenda},
            {each.id: each for each in changed.workshop.agenda},
        ),
    ):
        yield from _reworded_things(before, now, words)
    for name, item in changed.items.items():
        usual = workshop.items.get(name)
        if usual is not None and usual.text != item.text:
            yield words("differs_question_reworded", usual=usual.text, here=item.text)
        elif usual is not None and usual != item:
            yield words("differs_question_asked", text=item.text)


def _reworded_things(
    before: Mapping[str, Any], now: Mapping[str, Any], words: Words
) -> Iterator[str]:
    for name, thing in now.items():
        usual = before.get(name)
        if usual is None or usual == thing:
            continue
        if usual.title != thing.title:
            yield words("differs_title", usual=usual.title, here=thing.title)
        if fields := [each for each in _changed_fields(usual, thing) if each != "title"]:
            yield words("differs_in", title=thing.title, fields=_fields(fields, words))
        if hasattr(thing, "blocks"):
            yield from _changed_blocks(usual, thing, words)


def _changed_blocks(usual: Worksheet, sheet: Worksheet, words: Words) -> Iterator[str]:
    before = {each.id: each for each in usual.blocks}
    now = {each.id: each for each in sheet.blocks}
    for what, names in (
        ("left_out", [_name_of(before[name]) for name in before if name not in now]),
        ("added", [_name_of(now[name]) for name in now if name not in before]),
        (
            "reworded",
            [_name_of(now[name]) for name in now if before.get(name, now[name]) != now[name]],
        ),
    ):
        if names:
            listed = "; ".join(names)
            yield words(f"differs_sheet_{what}", title=sheet.title, names=listed)


def _name_of(block: Block) -> str:
    """Name a block by its heading, or by the beginning of what it asks."""
    name = block.title or getattr(block, "text", None) or block.instruction or block.id
    line = " ".join(name.split())
    if len(line) > _LONGEST_NAME:
        line = line[:_LONGEST_NAME].rpartition(" ")[0]
        if line.count("{{") > line.count("}}"):  # a term is whole, or not there
            line = line[: line.rindex("{{")].rstrip()
        line += " …"
    return f"“{line}”"


def _changed_fields(before: BaseModel, now: BaseModel) -> Sequence[str]:
    return [
        name
        for name in type(now).model_fields
        if name not in TOLD_ELSEWHERE and getattr(before, name) != getattr(now, name)
    ]


def _fields(names: Iterable[str], words: Words) -> str:
    """Name fields of a definition as the guide calls what they hold."""
    return ", ".join(words.name("field", name.replace("_", "-")) for name in names)


def charts_of(workshop: LoadedWorkshop) -> dict[str, Chart]:
    """Give the charts of a workshop by their ids."""
    return {each.id: each for each in workshop.workshop.charts}
