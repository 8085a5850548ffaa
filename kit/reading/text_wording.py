"""Words for texts that are missing, too long, or not written as they should be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from pydantic import StringConstraints

from kit.definitions.base import Doi, Id, Line, Name
from kit.definitions.cohort import Clock, Date
from kit.definitions.reference import CitationKey
from kit.definitions.web_address import WRITE_IT, WebAddress
from kit.reading.found import Found, Wording, for_key, shorten
from kit.reading.way_out import way_out

if TYPE_CHECKING:
    from collections.abc import Callable

_BAR = "write `|`, and the text on the next line, indented."


def text_needed(found: Found) -> Wording:
    """Say that something else stands where a text belongs."""
    of = for_key(found)
    match found.input:
        case None:
            return Wording("no-text", f"There is no text here{of}.", way_out(found))
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
            return Wording("text-needed", f"A text is needed here{of}.", way_out(found))


def empty_text(found: Found) -> Wording:
    """Say that there is no text, or hardly any."""
    if not str(found.input or "").strip():
        return Wording("no-text", f"There is no text here{for_key(found)}.", way_out(found))
    least = found.limits.get("min_length", 1)
    return Wording(
        "too-short", f"The text{for_key(found)} needs at least {least} letters.", way_out(found)
    )


def long_text(found: Found) -> Wording:
    """Say by how much a text is too long."""
    most, length = found.limits.get("max_length", 0), len(str(found.input))
    message = f"The text{for_key(found)} has {length:,} letters; it may have {most:,}."
    return Wording("too-long", message, "Make it shorter, or divide it.")


def not_as_written(found: Found) -> Wording:
    """Say how a text of this kind is written."""
    write = PATTERNS.get(found.limits.get("pattern", ""))
    if write is None:
        return Wording(
            "wrong-value", f"This is not written as it should be{for_key(found)}.", way_out(found)
        )
    return write(found)


def _id(found: Found) -> Wording:
    given = str(found.input)
    message = f"`{shorten(given)}` cannot be {_name_or_key(found)}: {_ID_RULE}."
    slug = re.sub(r"[^a-z0-9]+", "-", given.lower()).strip("-")[:60].strip("-")
    return Wording("id", message, f"Write `{slug}`." if slug[:1].isalpha() else "")


_ID_RULE = "small letters, figures and hyphens, with a letter first"


def _name(found: Found) -> Wording:
    given = str(found.input)
    message = (
        f"`{shorten(given)}` cannot be {_name_or_key(found)}: "
        "small letters, figures and underscores, with a letter first."
    )
    slug = re.sub(r"[^a-z0-9]+", "_", given.lower()).strip("_")[:40].strip("_")
    return Wording("id", message, f"Write `{slug}`." if slug[:1].isalpha() else "")


def _name_or_key(found: Found) -> str:
    return "a key" if found.path.at_key else "an id"


def _one_line(found: Found) -> Wording:
    hint = "Join the lines into one. Only texts of several sentences may have several lines."
    return Wording("one-line", f"This must stay on one line{for_key(found)}.", hint)


def _doi(found: Found) -> Wording:
    match = re.search(r"10\.\d{4,9}/\S+", str(found.input))
    hint = f"Write `{match.group()}`." if match else "Leave the key out where there is none."
    message = "A DOI begins with `10.`, has a slash, and stands without an address before it."
    return Wording("doi", message, hint)


def _citation_key(found: Found) -> Wording:
    message = (
        f"`{shorten(str(found.input))}` cannot be a work's id: the first author's name in small "
        "letters and the year, as in `straus2013`."
    )
    return Wording("id", message)


def _language(_: Found) -> Wording:
    return Wording("language", "A language is written as `en` or `en-US`.")


def _date(found: Found) -> Wording:
    message = f"`{shorten(str(found.input))}` is not written as a day is{for_key(found)}."
    return Wording("date", message, "Write year, month and day: `2027-08-12`.")


def _clock(found: Found) -> Wording:
    message = f"`{shorten(str(found.input))}` is no time of day{for_key(found)}."
    return Wording("start-time", message, "Write it with 24 hours, such as `09:00` or `13:30`.")


def _web_address(found: Found) -> Wording:
    message = f"`{shorten(str(found.input))}` is no address of a page on the web{for_key(found)}."
    return Wording("web-address", message, WRITE_IT)


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
    _pattern_of(Date): _date,
    _pattern_of(Clock): _clock,
    _pattern_of(WebAddress): _web_address,
    r"^[a-z]{2}(-[A-Z]{2})?$": _language,
}
"""Words for each pattern that a text in a definition must follow."""
