"""The last words of a text kept on one row, so that none stands there alone on a screen."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

_LAST: Final = re.compile(
    r"(?<=[^\s<>]) ([^\s<>]{1,9}) ([^\s<>]{1,9})(?=</(?:p|li)>|\Z)|"
    r" ([^\s<>]{1,12})(?=</(?:p|li)>|\Z)"
)
"""What follows the third word from the end of a paragraph where they are short, else the last."""
_STAYS: Final = "\N{NO-BREAK SPACE}"


def last_words_together(html: str) -> Markup:
    """Bind the last three words of each paragraph if they are short, or else the last two."""

    def bound(match: re.Match[str]) -> str:
        return _STAYS + _STAYS.join(word for word in match.groups() if word)

    return Markup(_LAST.sub(bound, html))  # noqa: S704  nothing but spaces is changed
