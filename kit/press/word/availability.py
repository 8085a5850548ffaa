"""Whether Word documents can be made on this machine, and what to install when not."""

from __future__ import annotations

from importlib.util import find_spec

from kit.errors import Problem

_NEEDED = ("docx", "lxml", "pypdfium2")
"""What the extra brings, by the names under which Python imports it."""


def missing() -> Problem | None:
    """Say why Word documents cannot be made here, and what to type; None when they can.

    Only looks: nothing is loaded.
    """
    if all(find_spec(name) for name in _NEEDED):
        return None
    return Problem(
        "no-word",
        'Word documents need an extra; type: pip install "workshop-kit[docx]"',
    )
