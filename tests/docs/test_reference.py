"""Pages that are made from the program are up to date."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

DOCS = Path(__file__).resolve().parents[2] / "docs"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("page", "writer", "write"),
    [
        ("reference.md", "make_reference", "reference"),
        ("commands.md", "make_commands", "commands"),
    ],
)
def test_made_pages_are_up_to_date(page: str, writer: str, write: str) -> None:
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
