from __future__ import annotations

from typing import TYPE_CHECKING

from kit.library import find_library
from kit.pipeline.records.written_people import names_people, roster_file

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_with_mistakes_is_looked_at_all_the_same(project: Path) -> None:
    path = project / "workshops" / "cohorts" / "one.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("roster: x.csv\ntables: {apart: [{one: Ana}], sizze: 4}\n", encoding="utf-8")
    library = find_library(project)
    assert roster_file(library, "one") == (path.parent / "x.csv").resolve()
    assert names_people(library, "one")
    path.write_text("tables: {apart: [{by: role, one: a, other: b}]}\n", encoding="utf-8")
    assert roster_file(library, "one") is None
    assert not names_people(library, "one")
    path.write_text("- not a cohort\n", encoding="utf-8")
    assert not names_people(library, "one")
