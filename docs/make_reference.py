# ruff: noqa: INP001
"""Write docs/reference.md from the models, so that it says what the program accepts.

Run by `make reference`. Meanings come from the fields' descriptions and the models' docstrings,
examples from the project that the tests build.
"""

from __future__ import annotations

import re
import sys
import types
import typing
from collections.abc import Iterator, Mapping
from enum import StrEnum
from inspect import cleandoc
from pathlib import Path
from textwrap import dedent
from typing import Annotated, Any, Literal, get_args, get_origin

import yaml
from annotated_types import MaxLen, MinLen
from pydantic import Discriminator, StringConstraints, ValidationError
from pydantic.fields import FieldInfo

from kit.definitions import base
from kit.definitions.activity import Activity
from kit.definitions.base import Definition, is_for_instructor
from kit.definitions.blocks import BLOCKS, BlockBase
from kit.definitions.cohort import Clock, Cohort, Date
from kit.definitions.evaluation import Evaluation
from kit.definitions.item import Item
from kit.definitions.scenario import Scenario
from kit.definitions.shared import (
    SharedCodes,
    SharedDocuments,
    SharedFollowUps,
    SharedItems,
    SharedReferences,
    SharedScales,
    SharedScenarios,
    SharedVocabularies,
    SharedWorksheets,
)
from kit.definitions.workshop import Workshop

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "reference.md"
EXAMPLES = (
    ROOT / "tests" / "examples" / "project" / "workshops" / "small.yaml",
    ROOT / "tests" / "examples" / "project" / "workshops" / "shared" / "items.yaml",
    ROOT / "tests" / "examples" / "project" / "workshops" / "shared" / "worksheets.yaml",
    ROOT / "workshops" / "shared" / "documents.yaml",
)

ITEMS: tuple[type[Definition], ...] = get_args(get_args(Item)[0])
BLOCK_MODELS = tuple(BLOCKS[kind] for kind in sorted(BLOCKS))
SHARED = {
    "shared/items.yaml": SharedItems,
    "shared/scales.yaml": SharedScales,
    "shared/scenarios.yaml": SharedScenarios,
    "shared/references.yaml": SharedReferences,
    "shared/worksheets.yaml": SharedWorksheets,
    "shared/follow-up.yaml": SharedFollowUps,
    "shared/roles.yaml": SharedVocabularies,
    "shared/codes.yaml": SharedCodes,
    "shared/documents.yaml": SharedDocuments,
}
TITLES: Mapping[type[Definition], str] = {
    Workshop: "The workshop file",
    Activity: "Activity (an entry of `agenda`)",
    Evaluation: "Evaluation",
    Scenario: "Scenario",
    Cohort: "The cohort file",
}

NAME_OF_LENGTH = "name of a length"

INTRODUCTION = """\
# Reference of definitions

Everything that may be written in a definition file, field by field. This page is made from the
program itself (`make reference`), so it is never behind. To learn how to write a workshop, begin
with [Writing a workshop](writing-a-workshop.md).

- **required** fields must be there; all others may be left out.
- Fields with a ▣ are the instructor's: no participant's file ever holds them.
- *One line* is a text without a line break. *Text* may have paragraphs and Markdown
  (`*emphasis*`, `- a list`, `[@straus2013]` for a citation, `{{ mentor }}` for a term); write it
  in block style, after a `|`.
- An *id* is a stable name in small letters, figures and hyphens, such as `draft-goal`. Ids are
  unique in a workshop. Everything that refers to something does so by its id.
- Minutes *by length* are one number for every length (`minutes: 10`) or one for each
  (`minutes: {standard: 15, short: 12}`). A length that is not named does without it.
"""

EVERY_ITEM = """\
One question each, with the form of its answer. Every item says its `kind` (under `objectives`,
`before_now` and `open` it goes without saying), and has"""


A_COHORT = """\
Who gets workshops, when, and what is different for them: one file in `workshops/cohorts/`. To learn
how to write one, begin with [Cohorts](cohorts.md)."""

OF_A_COHORT = {Date: "day, such as `2027-08-12`", Clock: 'time, such as `"12:00"`'}
"""What is written for the kinds of text that only cohorts have."""


def anchor(title: str) -> str:
    """Give the address of a heading on the page, by the rule that code hosts use."""
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def title_of(model: type[Definition]) -> str:
    """Name a model as a heading: a block and an item by the `kind` that one writes."""
    if model in TITLES:
        return TITLES[model]
    if model in BLOCK_MODELS or model in ITEMS:
        return f"{kind_of(model)} ({'block' if model in BLOCK_MODELS else 'item'})"
    if model in SHARED.values():
        return next(name for name, shared in SHARED.items() if shared is model)
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).capitalize()


def link(model: type[Definition]) -> str:
    """Refer to a model's section."""
    title = title_of(model)
    return f"[{title.split(' (')[0]}](#{anchor(title)})"


def flatten(metadata: tuple[Any, ...]) -> Iterator[Any]:
    """Give the constraints of an annotation, those inside `Field(…)` too."""
    for entry in metadata:
        if isinstance(entry, FieldInfo):
            yield from entry.metadata
        else:
            yield entry


def number(metadata: list[Any]) -> str:
    """Say which whole numbers are allowed: the narrowest of the limits given."""
    low = max((entry.ge for entry in metadata if hasattr(entry, "ge")), default=None)
    high = min((entry.le for entry in metadata if hasattr(entry, "le")), default=None)
    return "whole number" if low is None or high is None else f"whole number, {low} to {high}"


def list_of(entry: str, metadata: list[Any]) -> str:
    """Speak of several entries, and of how many there may be."""
    plural = {"id": "ids", "one line": "lines", "text": "texts", NAME_OF_LENGTH: "names of lengths"}
    low = max((limit.min_length for limit in metadata if isinstance(limit, MinLen)), default=0)
    high = min((limit.max_length for limit in metadata if isinstance(limit, MaxLen)), default=None)
    if high is None:
        count = f", at least {low}" if low else ""
    else:
        count = f", {low} to {high}" if low else f", up to {high}"
    return f"list of {plural.get(entry, entry)}{count}"


def text(metadata: list[Any]) -> str:
    """Name the kind of text by its constraint."""
    known = {
        base.Id: "id",
        base.LengthName: NAME_OF_LENGTH,
        base.Name: "name",
        base.Line: "one line",
        base.Prose: "text",
        base.Doi: "DOI",
    }
    patterns = {get_args(kind)[1]: name for kind, name in known.items()}
    days = {get_args(kind)[1].metadata[0]: words for kind, words in OF_A_COHORT.items()}
    for entry in metadata:
        if isinstance(entry, StringConstraints) and entry in patterns:
            return patterns[entry]
        if entry in days:
            return days[entry]
    return "one line"


def members(hint: Any) -> tuple[Any, ...]:
    """Give the parts of a union without None; the hint itself where it is none."""
    if get_origin(hint) in (typing.Union, types.UnionType):
        return tuple(part for part in get_args(hint) if part is not type(None))
    return (hint,)


def phrase(hint: Any, metadata: tuple[Any, ...] = ()) -> str:
    """Say in words what may be written for a type."""
    if get_origin(hint) is Annotated:
        inner, *more = get_args(hint)
        return phrase(inner, (*more, *metadata))
    constraints = list(flatten(metadata))
    parts = members(hint)
    if any(isinstance(entry, Discriminator) for entry in constraints):
        either = ", or ".join(phrase(part) for part in parts)
        return either if any(models_in(hint)) else "minutes by length"
    if set(parts) == set(ITEMS):
        return "[items](#evaluation-items)"
    if set(parts) == set(BLOCK_MODELS):
        return "[blocks](#worksheet-blocks)"
    if parts != (hint,):
        return " or ".join(phrase(part, metadata) for part in parts)
    return compound(hint, constraints) or plain(hint, constraints)


def compound(hint: Any, constraints: list[Any]) -> str:
    """Say in words what may be written for a list, a mapping or one of several words."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is tuple and parts[1:] == (Ellipsis,):
        return list_of(phrase(parts[0]), constraints)
    if origin is tuple:
        return f"list of {len(parts)} ({phrase(parts[0])} each)"
    if origin is Mapping and get_args(parts[1])[1:] == (Any,):
        return "fields, by id"
    if origin is Mapping:
        return f"pairs of {phrase(parts[0])} and {phrase(parts[1])}"
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in parts)
    return ""


def plain(hint: Any, constraints: list[Any]) -> str:
    """Say in words what may be written for a type without parts."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return ", ".join(f"`{member.value}`" for member in hint)
    if isinstance(hint, type) and issubclass(hint, Definition):
        return link(hint)
    if hint is bool:
        return "`true` or `false`"
    if hint is int:
        return number(constraints)
    return text(constraints)


def models_in(hint: Any) -> Iterator[type[Definition]]:
    """Give the models that a type names, in order."""
    if isinstance(hint, type) and issubclass(hint, Definition):
        yield hint
    for part in get_args(hint):
        yield from models_in(part)


def hints_of(model: type[Definition]) -> dict[str, Any]:
    """Give a model's fields with their annotations, those of its base first."""
    hints = typing.get_type_hints(model, include_extras=True)
    return {name: hints[name] for name in model.model_fields}


def first_sentence(words: str | None) -> str:
    """Give a docstring's first sentence on one line."""
    return " ".join(cleandoc(words or "").split("\n\n", maxsplit=1)[0].split())


def meaning(model: type[Definition], name: str, hint: Any) -> str:
    """Give what a field says about itself; where it is silent, what its type says."""
    description = model.model_fields[name].description
    if description:
        return description
    enums = [part for part in types_in(hint) if issubclass(part, StrEnum)]
    for kind in (*models_in(hint), *enums):
        if kind not in ITEMS and kind not in BLOCK_MODELS:
            return first_sentence(kind.__doc__)
    return {"title": "What it is called.", "kind": "Says which kind this is."}.get(name, "")


def types_in(hint: Any) -> Iterator[type]:
    """Give every plain type that a type is made of."""
    if isinstance(hint, type):
        yield hint
    for part in get_args(hint):
        yield from types_in(part)


def default_of(model: type[Definition], name: str) -> str:
    """Say what holds where a field is left out."""
    field = model.model_fields[name]
    if field.is_required():
        return "**required**"
    value = field.get_default(call_default_factory=True)
    if value is None or value in ((), {}, "") or isinstance(value, Definition):
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return ", ".join(str(entry) for entry in value)
    return f"`{value}`" if isinstance(value, StrEnum | int) else str(value)


def table(model: type[Definition]) -> Iterator[str]:
    """Write a model's fields as a table; a kind's own ones only."""
    common: Mapping[str, Any] = {}
    if model in BLOCK_MODELS or model in ITEMS:
        common = {**model.__base__.model_fields, "kind": None}
    yield "| field | what to write | if left out | meaning |"
    yield "| --- | --- | --- | --- |"
    for name, hint in hints_of(model).items():
        if name in common:
            continue
        written = model.model_fields[name].alias or name
        mark = " ▣" if is_for_instructor(model, name) else ""
        row = (f"`{written}`{mark}", phrase(hint), default_of(model, name))
        cells = (*row, meaning(model, name, hint))
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def example_of(model: type[Definition]) -> str:
    """Cut the first example of a kind out of the example files, as it is written there."""
    for file in EXAMPLES:
        source = file.read_text(encoding="utf-8")
        for node in walk(yaml.compose(source, yaml.CSafeLoader)):
            if isinstance(node, yaml.MappingNode) and kind_of(model) in kinds_of(node):
                start = node.start_mark.index - node.start_mark.column
                lines = source[start : node.end_mark.index].rstrip()
                example = dedent(lines.replace("- ", "  ", 1))
                if fits(model, example):
                    return example
    return ""


def fits(model: type[Definition], example: str) -> bool:
    """Say whether an example is one of this model: items and blocks share names of kinds."""
    try:
        model.model_validate(yaml.safe_load(example))
    except ValidationError:
        return False
    return True


def kind_of(model: type[Definition]) -> str:
    """Give the `kind` by which one names a block or an item."""
    kind: str = get_args(model.model_fields["kind"].annotation)[0]
    return kind


def kinds_of(node: yaml.MappingNode) -> Iterator[str]:
    """Give the `kind` that a mapping names."""
    for key, value in node.value:
        if key.value == "kind":
            yield value.value


def walk(node: Any) -> Iterator[yaml.Node]:
    """Give a YAML node and all below it, in reading order."""
    yield node
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from walk(value)
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from walk(entry)


def section(model: type[Definition], level: int = 3) -> Iterator[str]:
    """Write one model's section: what it is, its fields and, for a kind, an example."""
    yield f"{'#' * level} {title_of(model)}"
    yield ""
    yield cleandoc(model.__doc__ or "")
    yield ""
    yield from table(model)
    yield ""
    if model in BLOCK_MODELS or model in ITEMS:
        yield from ("```yaml", example_of(model), "```", "")


def parts_of(model: type[Definition], seen: set[type[Definition]]) -> Iterator[type[Definition]]:
    """Give the models below one, each once, in the order in which a reader meets them."""
    for hint in hints_of(model).values():
        for part in models_in(hint):
            if part not in seen:
                seen.add(part)
                yield part
                yield from parts_of(part, seen)


def reference() -> str:
    """Write the whole page."""
    # Blocks, items and whole files have chapters of their own.
    seen: set[type[Definition]] = {Workshop, BlockBase, *BLOCK_MODELS, *ITEMS, *SHARED.values()}
    lines = [INTRODUCTION, "## A workshop", ""]
    lines += section(Workshop)
    for model in parts_of(Workshop, seen):
        lines += section(model)
    lines += ["## Worksheet blocks", "", "Every block says its `kind`, and has", ""]
    lines += [*table(BlockBase), ""]
    for model in BLOCK_MODELS:
        lines += section(model)
        for part in parts_of(model, seen):
            lines += section(part, level=4)
    lines += ["## Evaluation items", "", EVERY_ITEM, "", *table(ITEMS[0].__base__), ""]
    for model in ITEMS:
        lines += section(model)
    lines += ["## A cohort", "", A_COHORT, ""]
    lines += section(Cohort)
    for model in parts_of(Cohort, seen):
        lines += section(model)
    lines += ["## Shared files", "", "What several workshops use, in `workshops/shared/`.", ""]
    for model in SHARED.values():
        lines += section(model)
        for part in parts_of(model, seen):
            lines += section(part)
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Write the page to its file."""
    TARGET.write_text(reference(), encoding="utf-8")
    sys.stdout.write(f"Wrote {TARGET.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
