"""A text as a figure may hold it."""

from __future__ import annotations

import re

from kit.tailoring.terms import BLANK

_UNFIT = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = re.compile("[ \t\n\r\x0b\x0c]+")

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def plain(text: str) -> str:
    """Give a label as it is drawn: one line, only what XML may hold, a rule for an open term."""
    return _SPACES.sub(" ", _UNFIT.sub("", text)).strip().replace(BLANK, "______")


def escaped(text: str) -> str:
    """Give text that can stand in an element or an attribute."""
    return _UNFIT.sub("", text).translate(_ESCAPES)
