"""What is done to a document's PDF last, before it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Finisher = Callable[[Any, Any], None]
"""Mends and reviews a document's PDF objects before they are written; takes both."""
