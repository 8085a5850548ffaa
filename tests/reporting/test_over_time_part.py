"""What a program asks again and again, in the report: real definitions, a real store."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kit.library import Library, bundled_folder
from kit.reporting.comments.codebook import load_codebook
from kit.reporting.data_tables import data_tables
from kit.reporting.example import example_source
from kit.reporting.findings import Rated
from kit.reporting.making import Wanted, computed, maker_of
from kit.reporting.over_time_part import repeated
from kit.reporting.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Generator

    from kit.reporting.making import Source
    from kit.reporting.report import ReportMaker

pytestmark = pytest.mark.xdist_group("example-report")

BUNDLED = Library(None, bundled_folder())
DATES = ["April 14, 2027", "July 14, 2027", "October 13, 2027"]


@pytest.fixture(scope="module")
def source() -> Generator[Source]:
    with example_source(BUNDLED) as opened:
        yield opened


def maker(source: Source, scope: Scope, threshold: int = 5, language: str = "en-US") -> ReportMaker:
    wanted = Wanted(scope=scope, threshold=threshold, language=language)
    found = computed(BUNDLED, source, wanted, lambda each: each, load_codebook(BUNDLED))
    return maker_of(BUNDLED, found, wanted, date(2027, 12, 1))


def test_each_question_stands_by_date_in_words_figure_and_table(source: Source) -> None:
    made = maker(source, Scope("cohort", "research-mentees-2027"))
    view = made.view()

    part = next(each for each in view.over_time if "raise a problem" in each.heading)
    assert [row[0].partition(" · ")[0] for row in part.table.rows] == DATES
    assert [label for label, _ in part.bars.rows] == DATES
    for (_, counts), row in zip(part.bars.rows, part.table.rows, strict=True):
        assert [int(cell) for cell in row[2:7]] == list(counts)
        assert int(row[1]) == sum(counts)
        assert f"{row[-1]} on {row[0].partition(' · ')[0]} (n = {row[1]})" in part.line
    shown = {table.caption for table in view.across}
    assert not shown & {each.heading for each in view.over_time}


def test_other_programs_get_the_same_rows(source: Source) -> None:
    made = maker(source, Scope("cohort", "research-mentees-2027"))
    files = dict(data_tables(made))
    rows = list(csv.DictReader(io.StringIO(files["data/over-time.csv"].decode("utf-8-sig"))))
    mine = [row for row in rows if row["item"] == "safe-to-raise"]
    assert [row["date"] for row in mine] == ["2027-04-14", "2027-07-14", "2027-10-13"]
    assert all(sum(map(int, row["counts"].split())) == int(row["n"]) for row in mine)


def test_an_occasion_with_few_answers_is_told_and_not_shown(source: Source) -> None:
    made = maker(source, Scope("cohort", "research-mentees-2027"), threshold=9)
    gaps = 0
    for each, part in zip(repeated(made.analysis), made.view().over_time, strict=True):
        for (_, group), row in zip(each.occasions, part.table.rows, strict=True):
            if not isinstance(group.finding, Rated):
                gaps += 1
                assert row[1] == "Not shown" or row[1].casefold() == "not shown"
                assert not any(cell.isdigit() for cell in row[1:])
                assert f"not shown on {row[0].partition(' · ')[0]}" in part.line
            else:
                assert group.finding.n >= 9
    assert gaps
    rows = dict(data_tables(made))["data/over-time.csv"].decode("utf-8-sig").splitlines()
    assert sum(line.endswith(",,,,") for line in rows) == gaps


@pytest.mark.parametrize(
    ("language", "gap", "why"),
    [
        ("en-US", "not shown", "“Not shown”: fewer than 9 people answered, or"),
        ("es", "no se muestra", "«No se muestra»: contestaron menos de 9 personas, o"),
    ],
)
def test_the_table_says_why_an_occasion_is_not_shown(
    source: Source, language: str | None, gap: str, why: str
) -> None:
    scope = Scope("cohort", "research-mentees-2027")
    parts = maker(source, scope, 9, language).view().over_time
    assert any(gap in part.line for part in parts)
    for part in parts:
        withheld = any(row[1].casefold() == gap for row in part.table.rows)
        assert withheld is any(why in note for note in part.table.notes)
        assert withheld is (gap in part.line)
    for part in maker(source, scope, language=language).view().over_time:
        assert not any(gap in note.casefold() for note in part.table.notes)


def test_a_cohort_that_is_no_program_has_no_such_part(source: Source) -> None:
    made = maker(source, Scope("cohort", "interns-2027"))
    assert made.view().over_time == ()
    assert made.view().across
    assert "data/over-time.csv" not in dict(data_tables(made))
