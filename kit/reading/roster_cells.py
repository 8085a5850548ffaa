"""One cell of a roster: cleaned of what is invisible, and what is odd about it in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from kit.reading.text_file import INVISIBLE, describe_character

if TYPE_CHECKING:
    from collections.abc import Iterator

EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+")

_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufff9-\ufffb]"
    f"|{INVISIBLE.pattern}"
)
"""Besides what no file may hold: direction marks and letters of no width.

The joiners U+200C and U+200D stay: names in Persian and in scripts of India are spelled with them.
"""
_DASHES = re.compile(r"[-–—_./ ]*")
_NOTHING = re.compile(r"(?i:n/a|n\.a\.?|none|null|nil)|NA")
_MAILBOX = re.compile(r"(.*?)<\s*([^<>\s]+@[^<>\s]+)\s*>")
_SPREADSHEET_ERROR = re.compile(r"#(?:N/A|NAME\?|REF!|VALUE!|DIV/0!|NULL!|NUM!|ERROR!)")
_YES = frozenset(
    {"y", "yes", "yes please", "true", "t", "1", "x", "✓", "✔", "☑", "✅", "on", "checked"}
    | {"required", "needed", "large", "large print", "large type", "big", "sí", "si", "verdadero"}
)
_NO = frozenset(
    {"n", "no", "false", "f", "0", "☐", "✗", "✘", "off", "unchecked", "standard", "regular"}
    | {"normal", "falso"}
)
_ASKS_FOR_LARGE = re.compile(r"\b(?:large|bigger|enlarged)[ -]?(?:print|type|text|font)\b|\d ?pt\b")
_GARBLED = re.compile("\u00c3[a-z]|[\u00c3\u00c2][\u00a0-\u00bf]")
"""UTF-8 read as Windows-1252, part of which is lost: `GarcÃa` was García."""
_HAN_OR_HANGUL = re.compile(
    "[\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]+"
)
_SUFFIX = re.compile(
    r"(?:jr|sr|i{1,3}|iv|vi{0,3}|esq|md|do|phd|dphil|drph|scd|mph|mhs|mha|mba|msc?|mscr|msce|ma|"
    r"med|mat|bsc?|ba|rn|np|pa|pa-c|dnp|aprn|crna|bsn|msn|pharmd|dds|dmd|dvm|psyd|edd|jd|mbbs|"
    r"mbchb|bmbs|frcp|frcpc|frcs|facp|facs|faap|facep|rd|lcsw|msw|pt|dpt|ot)\.?",
    re.IGNORECASE,
)

_TITLE = re.compile(r"(?:dr|prof|professor|mr|mrs|ms|mx|sir)\.?", re.IGNORECASE)


def clean(cell: str) -> tuple[str, tuple[str, ...]]:
    """Give a cell as it should read, and the invisible characters that were in it, in words.

    Spaces of every kind and line breaks become single spaces; letters in two parts become one.
    """
    text = " ".join(cell.split())
    removed = tuple(dict.fromkeys(_UNSEEN.findall(text)))
    if removed:
        text = " ".join(_UNSEEN.sub("", text).split())
    return normalize("NFC", text), tuple(describe_character(each) for each in removed)


def shown_text(source: str) -> str:
    """Give a row's text fit to show: what is invisible is a space, so that columns stay."""
    return _UNSEEN.sub(" ", source)


def is_nothing(text: str, *, name: bool = False) -> bool:
    """Say whether a cell says in some way that it is empty: `-`, `n/a`, `none`.

    Of a name only dashes say so: there are people named Na, None and Null.
    """
    return bool(_DASHES.fullmatch(text) or (not name and _NOTHING.fullmatch(text)))


def is_count(text: str) -> bool:
    """Say whether a cell holds what is in rows of nobody: a figure, or a box that is not ticked."""
    return text.lower() == "false" or bool(re.fullmatch(r"[\d.,%/ ]+", text))


def unguarded(text: str) -> str:
    """Take off the apostrophe that keeps a spreadsheet from running a text: `'=1+1` is `=1+1`."""
    return text[1:] if text.startswith("'") and is_formula(text) else text


def oddities(text: str) -> Iterator[tuple[str, str]]:
    """Say what is odd about any cell: a code and words that follow “this cell”."""
    if _SPREADSHEET_ERROR.match(text):
        yield "spreadsheet-error", "is a spreadsheet’s error, not a text"
    elif is_formula(text):
        yield "formula", "looks like a formula; it is kept as text"
    if "\ufffd" in text:
        yield "lost-letter", "has lost a letter when the file was saved"
    elif garbled := _read_twice(text):
        yield "garbled", f"was saved in the wrong encoding; it may be “{garbled}”"
    elif _GARBLED.search(text):
        yield "garbled", "was saved in the wrong encoding"


def is_formula(text: str) -> bool:
    """Say whether a spreadsheet may take a text for a formula, with or without a `'` before it."""
    return text.lstrip("'")[:1] in tuple("=+@-")


def wants_large_print(text: str) -> bool | None:
    """Read yes or no; None for anything else."""
    said = text.casefold().rstrip(".!")
    if said in _YES or _ASKS_FOR_LARGE.search(said):
        return True
    return False if said in _NO or is_nothing(text) else None


def mailbox(text: str) -> str:
    """Give the bare address of `Ana Diaz <ana@example.org>` or `mailto:ana@example.org`."""
    found = mailbox_of(text)
    return found[1] if found else text.removeprefix("mailto:")


def mailbox_of(text: str) -> tuple[str, str] | None:
    """Split `Ana Diaz <ana@example.org>` into what stands before the address, and the address."""
    match = _MAILBOX.fullmatch(text)
    return (match[1].strip(), match[2]) if match else None


def full_name(given: str, middle: str, family: str) -> str:
    """Join the parts of a name as it is read: `Ana Diaz`, but 王小明 with the family name first."""
    parts = [part for part in (given, middle, family) if part]
    if given and family and not middle and all(_HAN_OR_HANGUL.fullmatch(part) for part in parts):
        return family + given
    return " ".join(parts)


def is_title(word: str) -> bool:
    """Say whether a word is no part of a name: a degree behind it, or a title before it."""
    return bool(_SUFFIX.fullmatch(word.strip(",")) or _TITLE.fullmatch(word))


def turned_round(name: str) -> str | None:
    """Turn `Diaz, Ana` round; None for a name that is not written so (`Ana Diaz, MD` is not)."""
    parts = [part.strip() for part in name.split(",")]
    after = []
    while len(parts) > 1 and _SUFFIX.fullmatch(parts[-1]):
        after.append(parts.pop())
    if len(parts) != 2 or not all(parts):  # noqa: PLR2004 - the family's and the given name
        return None
    return ", ".join([f"{parts[1]} {parts[0]}", *reversed(after)])


def without_degrees(name: str) -> str:
    """Take away what follows a name behind commas: `Ana Diaz, MD, MPH` is `Ana Diaz`."""
    parts = [part.strip() for part in name.split(",")]
    while len(parts) > 1 and (not parts[-1] or _SUFFIX.fullmatch(parts[-1])):
        parts.pop()
    return ", ".join(parts)


def _read_twice(text: str) -> str:
    """Undo UTF-8 that was read as Windows-1252 (`JosÃ©`); empty where it was not."""
    if text.isascii():
        return ""
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return ""
