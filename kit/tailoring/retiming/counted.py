"""How minutes are spoken of."""

from __future__ import annotations


def counted(minutes: int) -> str:
    """Write minutes with their noun: 1 minute, 2 minutes."""
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
