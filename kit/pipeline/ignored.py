"""What version histories do not get: people's lists beside the cohorts' files."""

from __future__ import annotations

from typing import Final

from kit.reading.roster_encoding import SPREADSHEETS

GITIGNORE: Final = ".gitignore"
_LISTS: Final = sorted({".csv", ".tsv"} | SPREADSHEETS)


def _in_any_letters(ending: str) -> str:
    """Write an ending so that it means capital letters, too: `.[cC][sS][vV]`."""
    return "".join(f"[{each}{each.upper()}]" if each.isalpha() else each for each in ending)


COHORTS_IGNORED: Final = "\n".join(
    [
        "# Lists of people, whatever they are called: never in a version history.",
        *(f"*{_in_any_letters(ending)}" for ending in _LISTS),
        "",
    ]
).encode()
"""The content of the file that lies in the folder of the cohorts."""
