"""A roster's bytes to text: in whichever encoding a spreadsheet saved it.

A byte-order mark settles it; so does text that is valid UTF-8, since hardly anything else is by
chance. What is left was saved by an older Excel: as Windows-1252, as Windows-1250 in Central
Europe, or as Mac Roman on a Mac. Nearly every byte is a letter in each, so the one is taken in
which the letters stand where names have them.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from kit.errors import KitError, Place, Problem

EXPORT = (
    "Export it as CSV. Excel: File > Save As > CSV UTF-8. Numbers: File > Export To > CSV, with "
    "Unicode (UTF-8). Google Sheets: File > Download > Comma Separated Values (.csv). LibreOffice: "
    "File > Save As > Text CSV, with Unicode (UTF-8)."
)
"""How to make a roster of a spreadsheet, in the words of their menus."""
SPREADSHEETS = frozenset({".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers", ".gsheet"})
"""How spreadsheets' own files end."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_OF_ONE_BYTE = (
    ("cp1252", "Windows-1252 (Excel on Windows)"),
    ("cp1250", "Windows-1250 (Excel on Windows in Central Europe)"),
    ("mac_roman", "Mac Roman (Excel on an older Mac)"),
)
"""The likeliest first: of two in which as many letters look right, it is taken."""
_OTHER_FILES = (
    (b"PK\x03\x04", "a spreadsheet or another packed file (.xlsx, .ods, .numbers)"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file (.xls, .doc)"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a text document (.rtf)"),
)
_WEB_PAGE = re.compile(rb"\s*<(?:!doctype|html|\?xml|table)", re.IGNORECASE)
_STRANGE_RUN = re.compile(r"[^\W\d_a-zA-Z]{4,}")
"""Longer than in any name in Latin letters: Żółty has three."""
_STRANGE = re.compile(r"[^\W\d_a-zA-Z]")


@dataclass(frozen=True)
class Decoded:
    """A roster as text; `guess` names the encoding where it could only be guessed."""

    text: str
    guess: str = ""


def decode(content: bytes, shown: str, what: str = "a roster") -> Decoded:
    """Turn the bytes of a roster, or of `what` else was exported as CSV, into text.

    Raises:
        KitError: it is another kind of file, or its letters cannot be told.
    """
    _refuse_other_files(content, shown, what)
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            try:
                return Decoded(content.decode(codec))
            except UnicodeDecodeError:
                message = f"This file begins as {name}, but cannot be read as that."
                raise KitError([Problem("encoding", message, Place(shown), EXPORT)]) from None
    if b"\x00" in content:
        return _without_mark(content, shown)
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _of_one_byte(content, shown)


def _refuse_other_files(content: bytes, shown: str, what: str) -> None:
    other = next((kind for magic, kind in _OTHER_FILES if content.startswith(magic)), None)
    if other is None and _WEB_PAGE.match(content):
        other = "a web page"
    if other is not None:
        message = f"This is {other}, not {what} in CSV."
        raise KitError([Problem("not-csv", message, Place(shown), EXPORT)])


def _without_mark(content: bytes, shown: str) -> Decoded:
    """Read UTF-16 that lacks its mark: every other byte of Western text is zero."""
    zeros = (content[0::2].count(0), content[1::2].count(0))
    order = "le" if zeros[1] >= zeros[0] else "be"
    if max(zeros) * 4 > len(content) and min(zeros) * 20 < len(content):
        try:
            return Decoded(content.decode(f"utf-16-{order}"), "UTF-16 (“Unicode text”)")
        except UnicodeDecodeError:
            pass
    message = "This is not a text file."
    raise KitError([Problem("not-text", message, Place(shown), EXPORT)])


def _of_one_byte(content: bytes, shown: str) -> Decoded:
    from_mac = b"\r" in content and b"\n" not in content
    read = []
    for codec, name in _OF_ONE_BYTE:
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue  # a byte that this encoding has no letter for; Mac Roman has one for each
        points = _likeness(text) + (from_mac if codec == "mac_roman" else not from_mac)
        read.append((points, Decoded(text, name)))
    _, taken = max(read, key=lambda each: each[0])
    in_runs = sum(len(run) for run in _STRANGE_RUN.findall(taken.text))
    if in_runs * 2 > len(_STRANGE.findall(taken.text)):
        # Another alphabet's letters, read as accented ones: never a name, so never a guess.
        message = "This file is not saved as UTF-8, and its letters cannot be told."
        raise KitError([Problem("encoding", message, Place(shown), EXPORT)])
    return taken


def _likeness(text: str) -> int:
    """Say how much the letters beyond ASCII look as in names: twice what is right minus wrong."""
    points = 0
    for at, character in enumerate(text):
        if character.isascii():
            continue
        before = text[at - 1] if at else " "
        after = text[at + 1] if at + 1 < len(text) else " "
        points += 2 * _fits(character, before, after)
    return points


def _fits(character: str, before: str, after: str) -> int:
    if character.isspace():
        return 0
    if character in "ﬁﬂªºµƒı":
        return -1
    if character.islower():
        return 0 if after.isupper() else 1
    if character.isalpha():
        return -1 if before.islower() else 1
    if character == "\N{RIGHT SINGLE QUOTATION MARK}":
        return 1 if after.isupper() else -1
    return -1 if before.isalpha() or after.isalpha() else 0
