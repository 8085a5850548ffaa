"""The educator's guide speaks of the workshops that there are, as they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kit.editions.registry import EDITIONS
from kit.library import Library
from kit.reading.workshop import LoadedWorkshop, load_workshops

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "running-a-workshop.md").read_text(encoding="utf-8")
LIBRARY = Library(None, ROOT)
WORKSHOPS = load_workshops(LIBRARY, LIBRARY.workshop_names())[0]


def row_of(first_cell: str) -> list[str]:
    (row,) = re.findall(rf"^\| {re.escape(first_cell)} \| .*$", PAGE, re.MULTILINE)
    return [cell.strip() for cell in row.strip("|").split("|")]


@pytest.mark.parametrize("loaded", WORKSHOPS, ids=lambda each: each.name)
def test_every_workshop_is_there_with_its_title_and_lengths(loaded: LoadedWorkshop) -> None:
    assert f"**{loaded.workshop.title}** `{loaded.name}`" in PAGE
    _, *cells = row_of(f"`{loaded.name}`")
    for name, cell in zip(("standard", "short", "long"), cells, strict=True):
        if name not in loaded.workshop.lengths:
            assert cell == "–"
            continue
        assert cell.startswith(f"{loaded.workshop.lengths[name]} minutes")
        before = loaded.workshop.prework
        assert ("beforehand" in cell) == bool(before and name in before.lengths)


def test_every_document_is_in_the_table_of_what_to_print() -> None:
    for edition in EDITIONS.values():
        assert row_of(edition.title), edition.name


def test_the_lists_of_roles_that_it_names_are_there() -> None:
    named = re.findall(r"--roles ([a-z-]+)", PAGE)
    offered = {name for loaded in WORKSHOPS for name in loaded.vocabularies}
    assert named
    assert set(named) <= offered
