"""The address of a page on the web, as people type it and a QR code holds it."""

from __future__ import annotations

import re
from typing import Annotated, Final

from pydantic import StringConstraints

LONGEST: Final = 200
"""Letters: of a longer one, a code has squares too small for the last row to read."""
PATTERN: Final = r"^https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?([/?#][!-~]*)?$"

WebAddress = Annotated[str, StringConstraints(pattern=PATTERN, max_length=LONGEST)]

WRITE_IT: Final = (
    "Write it whole, as a browser shows it, from `https://` to its end: "
    "`https://forms.example.org/workshop`."
)


def is_web_address(text: str) -> bool:
    """Say whether a text is one whole address that a browser opens."""
    return re.fullmatch(PATTERN, text) is not None
