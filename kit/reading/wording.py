"""What pydantic finds, in an educator's words: one entry for each type of error."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from typing import TYPE_CHECKING, Any, get_args

from pydantic import StringConstraints

from kit.definitions.base import Doi, Id, Line, Name
from kit.definitions.reference import CitationKey
from kit.reading.path import Path, bare_type, is_model, keys_of, kinds

if TYPE_CHECKING:
    from collections.abc import Callable

_SHORT = 40
_BAR = "write `|`, and the text on the next line, indented."
_LIST_HINT = "Write one a line, each after a hyphen and a space."
_WORDS = {True: ("yes", "on", "true", "y"), False: ("no", "off", "false", "n")}


@dataclass(frozen=True)
class Found:
    """One error of pydantic, with what the definitions say about the place."""

    path: Path
    key: str
    input: Any
    limits: dict[str, Any]

    @property
    def meaning(self) -> str:
        """What belongs there, as the definition describes it."""
        field = self.path.field
        return field.description or "" if field else ""


@dataclass(frozen=True)
class Wording:
    """A problem's code, message and hint."""

    code: str
    message: str
    hint: str = ""


def word(error_type: str, found: Found) -> Wording:
    """Put an error into words; a type that is not known here gets words that are true of any."""
    write = WORDINGS.get(error_type)
    if write is None:
        return Wording("wrong-value", f"What stands here does not fit{_of(found)}.", found.meaning)
    return write(found)


def did_you_mean(given: str, known: tuple[str, ...]) -> str:
    """Suggest the nearest of the known names, or list them."""
    if close := get_close_matches(given.lower(), known, n=1, cutoff=0.6):
        return f"Did you mean `{close[0]}`?"
    if not known:
        return ""
    return "Known here: " + ", ".join(f"`{each}`" for each in known) + "."


def _of(found: Found) -> str:
    return f" for `{found.key}`" if found.key else ""


def _missing(found: Found) -> Wording:
    last = found.path.location[-1]
    if isinstance(last, int):
        message = f"Too few stand here: number {last + 1} is missing."
        return Wording("missing", message, found.meaning)
    return Wording("missing", f"The key `{last}` is missing here.", found.meaning)


def _unknown_key(found: Found) -> Wording:
    given = str(found.path.location[-1])
    known = keys_of(found.path.owner) if found.path.owner else ()
    return Wording(
        "unknown-key", f"The key `{given}` is not known here.", did_you_mean(given, known)
    )


def _text_needed(found: Found) -> Wording:
    of = _of(found)
    match found.input:
        case None:
            return Wording("no-text", f"There is no text here{of}.", found.meaning)
        case bool(value):
            word = str(value).lower()
            hint = f'If the word itself is meant, put it in quotes: "{word}".'
            return Wording("text-needed", f"A text is needed here{of}, not `{word}`.", hint)
        case dict():
            hint = f"If a colon belongs to the text: {_BAR}"
            return Wording("text-needed", f"A text is needed here{of}, not keys with values.", hint)
        case list():
            hint = "Write a single text; for a paragraph or a list within it, write it below `|`."
            return Wording("text-needed", f"A text is needed here{of}, not a list.", hint)
        case _:
            return Wording("text-needed", f"A text is needed here{of}.", found.meaning)


def _empty_text(found: Found) -> Wording:
    if not str(found.input or "").strip():
        return Wording("no-text", f"There is no text here{_of(found)}.", found.meaning)
    least = found.limits.get("min_length", 1)
    return Wording(
        "too-short", f"The text{_of(found)} needs at least {least} letters.", found.meaning
    )


def _long_text(found: Found) -> Wording:
    most, length = found.limits.get("max_length", 0), len(str(found.input))
    message = f"The text{_of(found)} has {length:,} letters; it may have {most:,}."
    return Wording("too-long", message, "Make it shorter, or divide it.")


def _pattern(found: Found) -> Wording:
    write = PATTERNS.get(found.limits.get("pattern", ""))
    if write is None:
        return Wording(
            "wrong-value", f"This is not written as it should be{_of(found)}.", found.meaning
        )
    return write(found)


def _id(found: Found) -> Wording:
    given = str(found.input)
    message = f"`{_short(given)}` cannot be {_name_or_key(found)}: {_ID_RULE}."
    slug = re.sub(r"[^a-z0-9]+", "-", given.lower()).strip("-")[:60].strip("-")
    return Wording("id", message, f"Write `{slug}`." if slug[:1].isalpha() else "")


_ID_RULE = "small letters, figures and hyphens, with a letter first"


def _name(found: Found) -> Wording:
    given = str(found.input)
    message = (
        f"`{_short(given)}` cannot be {_name_or_key(found)}: "
        "small letters, figures and underscores, with a letter first."
    )
    slug = re.sub(r"[^a-z0-9]+", "_", given.lower()).strip("_")[:40].strip("_")
    return Wording("id", message, f"Write `{slug}`." if slug[:1].isalpha() else "")


def _name_or_key(found: Found) -> str:
    return "a key" if found.path.at_key else "an id"


def _one_line(found: Found) -> Wording:
    hint = "Join the lines into one. Only texts of several sentences may have several lines."
    return Wording("one-line", f"This must stay on one line{_of(found)}.", hint)


def _doi(found: Found) -> Wording:
    match = re.search(r"10\.\d{4,9}/\S+", str(found.input))
    hint = f"Write `{match.group()}`." if match else "Leave the key out where there is none."
    message = "A DOI begins with `10.`, has a slash, and stands without an address before it."
    return Wording("doi", message, hint)


def _citation_key(found: Found) -> Wording:
    message = (
        f"`{_short(str(found.input))}` cannot be a work's id: the first author's name in small "
        "letters and the year, as in `straus2013`."
    )
    return Wording("id", message)


def _language(_: Found) -> Wording:
    return Wording("language", "A language is written as `en` or `en-US`.")


def _pattern_of(annotation: Any) -> str:
    for each in get_args(annotation)[1:]:
        if isinstance(each, StringConstraints) and isinstance(each.pattern, str):
            return each.pattern
        for constraint in getattr(each, "metadata", ()):
            if pattern := getattr(constraint, "pattern", None):
                return str(pattern)
    raise LookupError(annotation)


PATTERNS: dict[str, Callable[[Found], Wording]] = {
    _pattern_of(Id): _id,
    _pattern_of(Name): _name,
    _pattern_of(Line): _one_line,
    _pattern_of(Doi): _doi,
    _pattern_of(CitationKey): _citation_key,
    r"^[a-z]{2}(-[A-Z]{2})?$": _language,
}
"""Words for each pattern that a text in a definition must follow."""


def _keys_needed(found: Found) -> Wording:
    model = bare_type(found.path.annotation)
    needed = ()
    if is_model(model):
        needed = tuple(
            field.alias or name for name, field in model.model_fields.items() if field.is_required()
        )
    hint = (
        "Needed: " + ", ".join(f"`{each}:`" for each in needed) + "." if needed else found.meaning
    )
    if found.input is None:
        return Wording("missing", f"There is nothing here{_of(found)}.", hint)
    what = "a list" if isinstance(found.input, list) else "a single value"
    message = f"Keys with values are needed here{_of(found)}, not {what}."
    return Wording("keys-needed", message, hint)


def _list_needed(found: Found) -> Wording:
    if found.input is None:
        hint = "Write the list, or leave the key out if nothing belongs here."
        return Wording("missing", f"There is nothing here{_of(found)}.", hint)
    what = "keys with values" if isinstance(found.input, dict) else "a single value"
    return Wording("list-needed", f"A list is needed here{_of(found)}, not {what}.", _LIST_HINT)


def _number_needed(found: Found) -> Wording:
    given = found.input
    if given is None:
        return Wording("number-needed", f"There is no number here{_of(found)}.", found.meaning)
    hint = found.meaning
    if isinstance(given, str) and (match := re.search(r"\d[\d_]*", given)):
        digits = match.group().replace("_", "").lstrip("0")
        if digits and not re.search(r"\d[.:,]\d", given):
            hint = f"Write the number alone: {digits}."
    return Wording("number-needed", f"A whole number is needed here{_of(found)}.", hint)


def _at_least(found: Found) -> Wording:
    message = f"The number{_of(found)} must be at least {found.limits.get('ge')}."
    return Wording("number-range", message, found.meaning)


def _at_most(found: Found) -> Wording:
    message = f"The number{_of(found)} may be at most {found.limits.get('le')}."
    return Wording("number-range", message, found.meaning)


def _true_or_false(found: Found) -> Wording:
    given = str(found.input).lower()
    meant = next((value for value, words in _WORDS.items() if given in words), None)
    hint = found.meaning if meant is None else f"Write `{str(meant).lower()}`."
    return Wording("true-or-false", f"`true` or `false` is needed here{_of(found)}.", hint)


def _choice(found: Found) -> Wording:
    known = choices(found.path.annotation)
    if found.path.location == ("kit",):
        message = f"Write `kit: {known[0]}`: the version of this format." if known else ""
        return Wording("format-version", "This version of the format is not known here.", message)
    if isinstance(found.input, str):
        hint = did_you_mean(found.input, known)
        message = f"`{_short(found.input)}` cannot stand here{_of(found)}."
        return Wording("unknown-choice", message, hint)
    hint = "Choose: " + ", ".join(f"`{each}`" for each in known) + "." if known else found.meaning
    return Wording("unknown-choice", f"One of a few words is needed here{_of(found)}.", hint)


def choices(annotation: Any) -> tuple[str, ...]:
    """Give the words that may stand where there is a choice."""
    bare = bare_type(annotation)
    if isinstance(bare, type) and issubclass(bare, Enum):
        return tuple(str(each.value) for each in bare)
    return tuple(str(each) for each in get_args(bare))


def _too_few(found: Found) -> Wording:
    least, given = found.limits.get("min_length"), found.limits.get("actual_length")
    if not given:
        return Wording("too-few", f"At least {least} must stand here{_of(found)}.", found.meaning)
    message = f"At least {least} must stand here{_of(found)}; there {_is_or_are(given)}."
    return Wording("too-few", message, found.meaning)


def _too_many(found: Found) -> Wording:
    most, given = found.limits.get("max_length"), found.limits.get("actual_length")
    message = f"At most {most} may stand here{_of(found)}; there {_is_or_are(given)}."
    return Wording("too-many", message, "Leave some out, or divide them.")


def _is_or_are(number: Any) -> str:
    return "is 1" if number == 1 else f"are {number}"


def _no_kind(found: Found) -> Wording:
    hint = "Choose: " + ", ".join(f"`{each}`" for each in kinds(found.path.annotation)) + "."
    return Wording("missing", "The key `kind` is missing here.", hint)


def _unknown_kind(found: Found) -> Wording:
    given = found.input.get("kind") if isinstance(found.input, dict) else found.input
    known = kinds(found.path.annotation)
    if not isinstance(given, str):
        hint = "Choose: " + ", ".join(f"`{each}`" for each in known) + "."
        return Wording("unknown-choice", "A kind is needed here.", hint)
    message = f"The kind `{_short(given)}` is not known here."
    return Wording("unknown-choice", message, did_you_mean(given, known))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[:_SHORT]}…"


WORDINGS: dict[str, Callable[[Found], Wording]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_type": _text_needed,
    "string_unicode": _text_needed,
    "string_too_short": _empty_text,
    "string_too_long": _long_text,
    "string_pattern_mismatch": _pattern,
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

__all__ = ["PATTERNS", "WORDINGS", "Found", "Wording", "choices", "did_you_mean", "word"]
