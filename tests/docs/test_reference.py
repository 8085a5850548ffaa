"""Pages that are made from the program are up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    Script = Callable[[str], ModuleType]

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("page", "writer", "write"),
    [
        ("reference.md", "make_reference", "reference"),
        ("commands.md", "make_commands", "commands"),
    ],
)
def test_made_pages_are_up_to_date(page: str, writer: str, write: str, script: Script) -> None:
    made = getattr(script(writer), write)()

    assert (DOCS / page).read_text(encoding="utf-8") == made, "run `make reference`"


def test_every_field_says_what_it_means() -> None:
    rows = [
        line
        for line in (DOCS / "reference.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| `")
    ]

    assert len(rows) > 100
    assert [row for row in rows if row.endswith("|  |")] == []
