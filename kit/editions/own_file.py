"""What every page runs that keeps to a person's own file: the draft first, then the file."""

from __future__ import annotations

from typing import Final

OWN_FILE: Final = ("own-draft.js", "own-file.js")
"""The file is the record, and the draft what was written since."""
