"""No report names anybody: of the example answers, in which two invented names stand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kit.cli.report_names import cleaner_of
from kit.collecting.example_responses import example_cohorts, example_responses
from kit.library import Library, bundled_folder
from kit.pipeline.seating_plan import roster_of
from kit.reading.cohort import load_cohort
from kit.reporting.comments.codebook import load_codebook
from kit.reporting.example import example_source
from kit.reporting.making import Wanted, computed
from kit.reporting.report_files import report_files

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("example-report")

BUNDLED = Library(None, bundled_folder())
DAY = date(2027, 12, 1)


def names_of(cohort: str) -> set[str]:
    loaded = load_cohort(BUNDLED, cohort)[0]
    assert loaded
    roster = roster_of(loaded, BUNDLED)[0]
    assert roster
    contacts = {each.name for each in loaded.cohort.contacts if each.name}
    names = {each.name for each in roster.people} | set(loaded.cohort.instructors) | contacts
    assert len(names) > 12
    return names


def test_nobody_is_named_in_any_file(tmp_path: Path) -> None:
    names: set[str] = set()
    invented: set[str] = set()
    for cohort in example_cohorts(BUNDLED):
        names |= names_of(cohort)
        invented |= set(example_responses(BUNDLED, cohort).invented_names)
    wanted = Wanted(outputs=("html", "figures", "data", "summary"), out=tmp_path)
    with example_source(BUNDLED) as source:
        cleaner = cleaner_of(BUNDLED, source, again=False, ask=True)
        found = computed(BUNDLED, source, wanted, cleaner.clean, load_codebook(BUNDLED))
        made = report_files(BUNDLED, wanted, found, DAY)
    assert {each.words for each in cleaner.taken} == invented
    files = [each for each in tmp_path.rglob("*") if each.is_file()]
    texts = {
        each.name: each.read_text(encoding="utf-8") for each in files if each.suffix != ".docx"
    }
    assert {"report.html", "summary.md", "made-up-comments.csv", "made-up-measures.csv"} <= set(
        texts
    )
    assert len(made.files) == len(files)
    assert "[name]" in texts["report.html"]
    assert "[name]" in texts["made-up-comments.csv"]
    for file, text in texts.items():
        parts = {name.split()[-1] for name in invented}
        assert [each for each in sorted(names | invented | parts) if each in text] == [], file
