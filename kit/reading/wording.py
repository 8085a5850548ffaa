"""What pydantic finds, in an educator's words: one entry for each type of error."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Any, get_args

from kit.reading.found import Found, Wording, for_key, shorten
from kit.reading.path import bare_type, is_model, keys_of, kinds
from kit.reading.text_wording import empty_text, long_text, not_as_written, text_needed
from kit.reading.way_out import numbers_between, way_out
from kit.suggestion import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Callable

_LIST_HINT = "Write one a line, each after a hyphen and a space."
_WORDS = {True: ("yes", "on", "true", "y"), False: ("no", "off", "false", "n")}


def word(error_type: str, found: Found) -> Wording:
    """Put an error into words; a type that is not known here gets words that are true of any."""
    write = WORDINGS.get(error_type)
    if write is None:
        return Wording(
            "wrong-value", f"What stands here does not fit{for_key(found)}.", way_out(found)
        )
    return write(found)


def _missing(found: Found) -> Wording:
    last = found.path.location[-1]
    if isinstance(last, int):
        message = f"Too few stand here: number {last + 1} is missing."
        return Wording("missing", message, way_out(found))
    return Wording("missing", f"The key `{last}` is missing here.", way_out(found))


def _unknown_key(found: Found) -> Wording:
    given = str(found.path.location[-1])
    known = keys_of(found.path.owner) if found.path.owner else ()
    return Wording(
        "unknown-key", f"The key `{given}` is not known here.", did_you_mean(given, known)
    )


def _keys_needed(found: Found) -> Wording:
    model = bare_type(found.path.annotation)
    needed = ()
    if is_model(model):
        needed = tuple(
            field.alias or name for name, field in model.model_fields.items() if field.is_required()
        )
    hint = (
        "Needed: " + ", ".join(f"`{each}:`" for each in needed) + "." if needed else way_out(found)
    )
    if found.input is None:
        return Wording("missing", f"There is nothing here{for_key(found)}.", hint)
    what = "a list" if isinstance(found.input, list) else "a single value"
    message = f"Keys with values are needed here{for_key(found)}, not {what}."
    return Wording("keys-needed", message, hint)


def _list_needed(found: Found) -> Wording:
    if found.input is None:
        hint = "Write the list, or leave the key out if nothing belongs here."
        return Wording("missing", f"There is nothing here{for_key(found)}.", hint)
    what = "keys with values" if isinstance(found.input, dict) else "a single value"
    return Wording("list-needed", f"A list is needed here{for_key(found)}, not {what}.", _LIST_HINT)


def _number_needed(found: Found) -> Wording:
    given = found.input
    if given is None:
        return Wording("number-needed", f"There is no number here{for_key(found)}.", way_out(found))
    hint = way_out(found)
    if isinstance(given, str) and (match := re.search(r"\d[\d_]*", given)):
        digits = match.group().replace("_", "").lstrip("0")
        if digits and not re.search(r"\d[.:,]\d", given):
            hint = f"Write the number alone: {digits}."
    return Wording("number-needed", f"A whole number is needed here{for_key(found)}.", hint)


def _at_least(found: Found) -> Wording:
    message = f"The number{for_key(found)} must be at least {found.limits.get('ge')}."
    return Wording("number-range", message, _within(found))


def _at_most(found: Found) -> Wording:
    message = f"The number{for_key(found)} may be at most {found.limits.get('le')}."
    return Wording("number-range", message, _within(found))


def _within(found: Found) -> str:
    """Say which numbers may stand here."""
    least, most = numbers_between(found.path.annotation, found.path.field)
    if least is None or most is None:
        return way_out(found)
    return f"{found.meaning} Write a whole number from {least} to {most:,}.".strip()


def _true_or_false(found: Found) -> Wording:
    given = str(found.input).lower()
    meant = next((value for value, words in _WORDS.items() if given in words), None)
    hint = way_out(found) if meant is None else f"Write `{str(meant).lower()}`."
    return Wording("true-or-false", f"`true` or `false` is needed here{for_key(found)}.", hint)


def _choice(found: Found) -> Wording:
    known = choices(found.path.annotation)
    if found.path.location == ("kit",):
        message = f"Write `kit: {known[0]}`: the version of this format." if known else ""
        return Wording("format-version", "This version of the format is not known here.", message)
    if isinstance(found.input, str):
        hint = did_you_mean(found.input, known)
        message = f"`{shorten(found.input)}` cannot stand here{for_key(found)}."
        return Wording("unknown-choice", message, hint)
    hint = "Choose: " + ", ".join(f"`{each}`" for each in known) + "." if known else way_out(found)
    return Wording("unknown-choice", f"One of a few words is needed here{for_key(found)}.", hint)


def choices(annotation: Any) -> tuple[str, ...]:
    """Give the words that may stand where there is a choice."""
    bare = bare_type(annotation)
    if isinstance(bare, type) and issubclass(bare, Enum):
        return tuple(str(each.value) for each in bare)
    return tuple(str(each) for each in get_args(bare))


def _too_few(found: Found) -> Wording:
    least, given = found.limits.get("min_length"), found.limits.get("actual_length")
    if not given:
        return Wording(
            "too-few", f"At least {least} must stand here{for_key(found)}.", way_out(found)
        )
    message = f"At least {least} must stand here{for_key(found)}; there {_is_or_are(given)}."
    return Wording("too-few", message, way_out(found))


def _too_many(found: Found) -> Wording:
    most, given = found.limits.get("max_length"), found.limits.get("actual_length")
    message = f"At most {most} may stand here{for_key(found)}; there {_is_or_are(given)}."
    return Wording("too-many", message, "Leave some out, or divide them.")


def _is_or_are(number: Any) -> str:
    return "is 1" if number == 1 else f"are {number}"


def _no_kind(found: Found) -> Wording:
    hint = "Choose: " + ", ".join(f"`{each}`" for each in kinds(found.path.annotation)) + "."
    written = found.input if isinstance(found.input, dict) else {}
    if misspelt := nearest("kind", (key for key in written if key not in {"id", "text"})):
        hint = f"Did you mean it by `{misspelt}`?"
    return Wording("missing", "The key `kind` is missing here.", hint)


def _unknown_kind(found: Found) -> Wording:
    given = found.input.get("kind") if isinstance(found.input, dict) else found.input
    known = kinds(found.path.annotation)
    if not isinstance(given, str):
        hint = "Choose: " + ", ".join(f"`{each}`" for each in known) + "."
        return Wording("unknown-choice", "A kind is needed here.", hint)
    message = f"The kind `{shorten(given)}` is not known here."
    return Wording("unknown-choice", message, did_you_mean(given, known))


WORDINGS: dict[str, Callable[[Found], Wording]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_type": text_needed,
    "string_unicode": text_needed,
    "string_too_short": empty_text,
    "string_too_long": long_text,
    "string_pattern_mismatch": not_as_written,
    "model_type": _keys_needed,
    "model_attributes_type": _keys_needed,
    "dict_type": _keys_needed,
    "mapping_type": _keys_needed,
    "tuple_type": _list_needed,
    "list_type": _list_needed,
    "int_type": _number_needed,
    "int_parsing": _number_needed,
    "int_parsing_size": _number_needed,
    "int_from_float": _number_needed,
    "greater_than_equal": _at_least,
    "less_than_equal": _at_most,
    "bool_type": _true_or_false,
    "enum": _choice,
    "literal_error": _choice,
    "too_short": _too_few,
    "too_long": _too_many,
    "union_tag_not_found": _no_kind,
    "union_tag_invalid": _unknown_kind,
}
"""Words for each type of error that the definitions can raise."""
