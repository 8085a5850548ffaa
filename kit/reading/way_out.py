"""What to write where something is missing or wrong: what belongs there, and an example of it."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any, Final, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from kit.definitions.base import Doi, Id, Name
from kit.definitions.cohort import Clock, Date
from kit.definitions.reference import CitationKey
from kit.definitions.web_address import WebAddress
from kit.reading.path import bare_type, field_named, is_mapping, is_model, union_members

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from kit.reading.found import Found

_WORDS: Final = "A few words"
_IN_DESCRIPTION: Final = re.compile(r"(?:: |such as |, as )`([^`:\n]+(?::\d\d)?)`")
"""An example in a description: “The day: `2027-08-12`.”"""
_USUAL_NUMBER: Final = 10
_LONG: Final = 1_000
"""Letters from which a text may have so many that it stands below `|`."""
_LONGEST: Final = 90
"""Letters of an example that can be taken in at a glance."""


def way_out(found: Found) -> str:
    """Say what belongs in a place, and show it: a name, and “Write `name: A few words`”."""
    return f"{found.meaning} {_shown(found)}".strip()


def numbers_between(annotation: Any, field: FieldInfo | None) -> tuple[int | None, int | None]:
    """Give the least and the greatest number that a definition allows."""
    rules = [*_rules(annotation), *(field.metadata if field else ())]
    least = [rule.ge for rule in rules if getattr(rule, "ge", None) is not None]
    most = [rule.le for rule in rules if getattr(rule, "le", None) is not None]
    return max(least, default=None), min(most, default=None)


def _shown(found: Found) -> str:
    location, owner = found.path.location, found.path.owner
    last = location[-1] if location else None
    own = field_named(owner, last) if owner is not None and last is not None else None
    field = found.path.field if own is found.path.field else None
    if _is_long(found.path.annotation, field) and isinstance(last, str):
        return f"Write `{last}: |`, and the text on the next line, indented."
    if last is None:
        return ""
    example = _example(found.path.annotation, field)
    if example is None:
        needed = ", ".join(f"`{key}:`" for key in _needed(found.path.annotation))
        return f"Needed below it, indented: {needed}." if needed else ""
    before = "-" if isinstance(last, int) else f"{last}:"
    if example.startswith("- "):
        return f"Write `{before}` and below it, indented: `{example}`."
    optional = field is not None and not field.is_required()
    return f"Write `{before} {example}`{', or leave the key out' if optional else ''}."


def _example(annotation: Any, field: FieldInfo | None) -> str | None:
    """Write an example of a value; None where none is short enough to be a help."""
    if field is not None and field.examples:
        return _written(field.examples[0])
    described = _IN_DESCRIPTION.search(field.description or "") if field else None
    shown = described[1] if described else None
    bare = bare_type(annotation)
    if members := union_members(bare):
        return _example(members[0], field)
    if is_model(bare):
        return _of_model(bare)
    if is_mapping(bare):
        key, value = (_example(each, None) for each in get_args(bare))
        return f"{{{key}: {value}}}" if key and value else None
    if get_origin(bare) is tuple:
        return _of_list(get_args(bare)[0], shown)
    return shown or _scalar(bare, annotation, field)


def _written(value: object) -> str:
    """Write a value as it stands in one line of YAML: `{small: {leave_out: [map]}}`."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_written(each)}' for key, each in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    return str(value)


def _of_list(annotation: Any, shown: str | None) -> str | None:
    of_parts = is_model(bare_type(annotation))
    item = shown if shown and not of_parts else _example(annotation, None)
    if item is None:
        return None
    return f"- {item}" if item.startswith("{") else f"[{item}]"


def _scalar(bare: Any, annotation: Any, field: FieldInfo | None) -> str | None:
    if bare is bool:
        return "true"
    if isinstance(bare, type) and issubclass(bare, Enum):
        return str(next(iter(bare)).value)
    if bare is int:
        if field is not None and isinstance(field.default, int):
            return str(field.default)
        least, most = numbers_between(annotation, field)
        return str(max(least or 0, min(_USUAL_NUMBER, most or _USUAL_NUMBER)))
    if bare is str:
        rules = (*_rules(annotation), *(field.metadata if field else ()))
        patterns = (getattr(rule, "pattern", None) for rule in rules)
        return next((_WRITTEN[each] for each in patterns if each in _WRITTEN), _WORDS)
    given = get_args(bare)
    return str(given[0]) if given else None


def _of_model(model: type[BaseModel]) -> str | None:
    """Write what a part must have, or the first of its keys where it need not have any."""
    fields = model.model_fields
    needed = {name: each for name, each in fields.items() if each.is_required()}
    parts = {
        each.alias or name: _example(each.annotation, each)
        for name, each in (needed or dict([next(iter(fields.items()))])).items()
    }
    written = ", ".join(f"{key}: {value}" for key, value in parts.items())
    if None in parts.values() or "- " in written or len(written) > _LONGEST:
        return None
    return f"{{{written}}}"


def _needed(annotation: Any) -> tuple[str, ...]:
    """Name the keys that a part must have, or each thing of a list."""
    bare = bare_type(annotation)
    if get_origin(bare) is tuple:
        bare = bare_type(get_args(bare)[0])
    if members := union_members(bare):
        bare = bare_type(members[0])
    fields = bare.model_fields.items() if is_model(bare) else ()
    return tuple(each.alias or name for name, each in fields if each.is_required())


def _is_long(annotation: Any, field: FieldInfo | None) -> bool:
    rules = (*_rules(annotation), *(field.metadata if field else ()))
    longest = [rule.max_length for rule in rules if isinstance(rule, StringConstraints)]
    return (
        bare_type(annotation) is str and max((each for each in longest if each), default=0) >= _LONG
    )


def _rules(annotation: Any) -> Iterator[Any]:
    """Give what is written around a type: its limits and patterns."""
    if members := union_members(annotation):
        annotation = members[0]
    if get_origin(annotation) is not Annotated:
        return
    inner, *rules = get_args(annotation)
    yield from _rules(inner)
    for rule in rules:
        yield from rule.metadata if isinstance(rule, FieldInfo) else [rule]


def _pattern(annotation: Any) -> str:
    return next(str(rule.pattern) for rule in _rules(annotation) if getattr(rule, "pattern", None))


_WRITTEN: Final = {
    _pattern(Id): "a-short-name",
    _pattern(Name): "program",
    _pattern(Doi): "10.1000/182",
    _pattern(CitationKey): "straus2013",
    _pattern(WebAddress): "https://forms.example.org/workshop",
    _pattern(Date): "2027-08-12",
    _pattern(Clock): "12:00",
    r"^[a-z]{2}(-[A-Z]{2})?$": "en-US",
}
"""An example of a text for each pattern that one may have to follow."""
