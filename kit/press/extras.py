"""Whether what office programs open can be made and read on this machine, and what to install."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

from kit.errors import Problem

_NEEDED: Final = {
    "docx": ("docx", "lxml", "pypdfium2"),
    "pptx": ("pptx", "lxml"),
    "report": ("numpy", "scipy"),
    "scan": ("cv2", "numpy", "pypdfium2", "zxingcpp"),
    "table": ("openpyxl",),
    "web": ("starlette", "uvicorn"),
}
"""What an extra brings, by the names under which Python imports it."""
_MADE: Final = {
    "docx": "Word documents",
    "pptx": "Slides for PowerPoint",
    "report": "Reports",
    "scan": "Scans",
    "table": "Workbooks (.xlsx)",
    "web": "Forms to answer in a browser",
}


def missing(made: str) -> Problem | None:
    """Say why a format cannot be made or read here, and what to type; None when it can.

    Only looks: nothing is loaded.
    """
    if all(find_spec(name) for name in _NEEDED.get(made, ())):
        return None
    return Problem(
        "no-extra", f'{_MADE[made]} need an extra; type: pip install "workshop-kit[{made}]"'
    )
