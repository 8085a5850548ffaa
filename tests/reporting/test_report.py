"""The whole report, of the example answers: real definitions, a real store, real files."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kit.library import Library, bundled_folder
from kit.reporting.comments.codebook import load_codebook
from kit.reporting.example import example_source
from kit.reporting.findings import Changed, Rated, Withheld
from kit.reporting.making import Computed, Source, Wanted, computed, maker_of
from kit.reporting.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Generator

    from kit.reporting.view import ReportView

pytestmark = pytest.mark.xdist_group("example-report")

BUNDLED = Library(None, bundled_folder())
DAY = date(2027, 12, 1)


@pytest.fixture(scope="module")
def source() -> Generator[Source]:
    with example_source(BUNDLED) as opened:
        yield opened


def found_of(source: Source, scope: Scope) -> Computed:
    wanted = Wanted(scope=scope)
    return computed(BUNDLED, source, wanted, lambda gathered: gathered, load_codebook(BUNDLED))


def viewed(source: Source, scope: Scope, language: str = "en-US") -> ReportView:
    wanted = Wanted(scope=scope, language=language)
    return maker_of(BUNDLED, found_of(source, scope), wanted, DAY).view()


@pytest.fixture(scope="module")
def session(source: Source) -> ReportView:
    return viewed(source, Scope("session", "interns-2027/needs"))


@pytest.fixture(scope="module")
def everything(source: Source) -> ReportView:
    return viewed(source, Scope())


def test_it_says_who_came_and_who_answered(session: ReportView) -> None:
    (row,) = session.returns.rows
    assert row[1:] == ("18", "17", "16", "16/17 (94%)")
    assert session.paragraph.startswith(
        "18 people were invited and 17 came; 16 of 17 (94%) returned the form."
    )
    assert session.synthetic


def test_words_and_figures_are_the_same(session: ReportView) -> None:
    (part,) = session.forms
    headline = next(
        row
        for ratings in part.ratings
        for row in ratings.table.rows
        if "improve the quality" in row[0]
    )
    top = headline[7].partition(" ")[0].partition("/")
    assert f"{top[0]} of {top[2]} (" in session.paragraph
    counts = [int(cell) for cell in headline[2:7]]
    assert sum(counts) == int(headline[1]) == int(top[2])
    assert counts[3] + counts[4] == int(top[0])
    rise = re.search(r"“(I can [^”]+)”, from (\S+) before to (\S+) now", session.paragraph)
    assert rise
    (changes,) = part.changes
    row = next(row for row in changes.table.rows if rise[1] in row[0])
    assert row[2:4] == (rise[2], rise[3])
    p = re.search(r"p ([=<]) (\.\d+)", session.paragraph)
    assert p
    assert row[7].removeprefix("<\N{NO-BREAK SPACE}") == p[2]


def test_figures_are_drawn_of_the_rows_of_the_tables(session: ReportView) -> None:
    for ratings in session.forms[0].ratings:
        drawn = dict(ratings.bars.rows)
        for row in ratings.table.rows:
            assert tuple(map(int, row[2 : 2 + len(ratings.bars.labels)])) == drawn[row[0]]
    for changes in session.forms[0].changes:
        drawn_pairs = dict(row for pairs in changes.pairs for row in pairs.rows)
        for row in changes.table.rows:
            assert sum(people for *_, people in drawn_pairs[row[0]]) == int(row[1])


def test_statements_stand_by_their_objectives(session: ReportView) -> None:
    (changes,) = session.forms[0].changes
    titles = [title for _, title in changes.table.groups]
    assert [title.partition(":")[0] for title in titles] == [
        f"Objective {n}" for n in range(1, len(titles) + 1)
    ]


def test_a_session_with_few_forms_has_its_response_rate_alone(source: Source) -> None:
    view = viewed(source, Scope("session", "junior-faculty-2027/hard-cases"))
    assert view.returns.rows[0][3] == "4"
    (part,) = view.forms
    assert (part.ratings, part.counts, part.changes) == ((), (), ())
    assert (part.commitments, part.comments) == (None, ())
    assert part.withheld == ("Fewer than 5 forms came back, so no answer is shown.",)
    assert view.quality is None
    assert not view.ways
    assert "So few answers are not shown" in view.paragraph


def test_what_is_left_of_a_total_is_not_shown_either(
    source: Source, everything: ReportView
) -> None:
    """Sixteen forms in two sessions: with twelve of one shown, the other's four would be known."""
    found = found_of(source, Scope("workshop", "challenging-scenarios"))
    for each in found.analysis.across:
        shown = [group for group in each.groups if not isinstance(group.finding, Withheld)]
        assert not isinstance(each.together, Withheld)
        assert not shown
    hard = [
        row
        for table in everything.across
        for row in table.rows
        if row[0].startswith("When mentoring gets hard") and "consultants" in row[0]
    ]
    assert hard
    assert all(row[1] == "not shown" for row in hard)


def test_many_p_values_are_adjusted_together(source: Source) -> None:
    found = found_of(source, Scope())
    changed = [
        each
        for form in found.analysis.forms
        for each in form.findings
        if isinstance(each, Changed) and each.test
    ]
    assert len(changed) > 1
    for each in changed:
        assert each.test
        assert each.adjusted_p is not None
        assert each.test.p <= each.adjusted_p <= 1


def test_of_one_series_and_one_cohort(source: Source) -> None:
    cohort = viewed(source, Scope("cohort", "interns-2027"))
    assert cohort.identity.title == "Interns, class of 2027"
    assert len(cohort.returns.rows) == 5
    series = viewed(source, Scope("series", "mentoring for interns"))
    assert series.identity.title == "Mentoring for interns"
    assert series.paragraph == cohort.paragraph


def test_a_program_counts_forms_where_it_adds_up_its_check_points(source: Source) -> None:
    view = viewed(source, Scope("cohort", "research-mentees-2027"))
    assert re.search(r"On \d+ forms, people wrote down a change", view.paragraph)
    parts = {part.heading: part for part in view.forms}
    assert parts["Stage check-point"].line.startswith("27 forms from 3 sessions.")
    assert parts["Stages and diaries"].line == "11 forms."
    boxes = {
        name: [row[7] for ratings in part.ratings for row in ratings.table.rows]
        for name, part in parts.items()
    }
    assert not any("[" in cell for cell in boxes["Stage check-point"])
    assert any("[" in cell for cell in boxes["Stages and diaries"])
    weak = dict(view.decisions)["Fewer than three in four in the upper boxes"]
    for each in weak:
        pooled = each.text.startswith("Stage check-point")
        assert (" answers " in each.detail) is pooled
        assert (" chose " in each.detail) is not pooled
    assert "counts each person at each session" in view.returns.notes[0]


def test_different_people_at_the_sessions_of_a_workshop_are_people(source: Source) -> None:
    view = viewed(source, Scope("workshop", "mentoring-mosaic"))
    assert re.search(r"\d people wrote down a change", view.paragraph)
    assert " chose “Agree” or" in view.paragraph
    assert not any("more than once" in line for line in view.across_lines)
    assert len(view.returns.notes) == 1


def test_what_a_cohort_puts_together_may_count_people_twice(source: Source) -> None:
    view = viewed(source, Scope("cohort", "interns-2027"))
    assert any("more than once" in line for line in view.across_lines)
    assert re.search(r"On \d+ forms, people wrote down a change", view.paragraph)
    assert " answers about the change that people had written down were" in re.sub(
        r" \(\d+%\)", "", view.paragraph
    )


def test_what_to_decide_names_what_stands_out(everything: ReportView) -> None:
    decisions = dict(everything.decisions)
    weak = decisions["Fewer than three in four in the upper boxes"]
    assert any("enough time" in each.text for each in weak)
    assert decisions["Took longer than planned"]
    assert decisions["From the debrief log"]


def test_months_later(session: ReportView) -> None:
    (later,) = session.later
    assert later.ratings
    assert "Months later, " in session.paragraph


def test_in_spanish(source: Source) -> None:
    view = viewed(source, Scope("session", "interns-2027/needs"), "es")
    assert view.paragraph.startswith("Se invitó a 18 personas y asistieron 17; 16 de 17")
    assert "(94\N{NO-BREAK SPACE}%)" in view.paragraph
    assert view.identity.day == "miércoles, 1 de diciembre de 2027"


def test_statements_of_few_are_given_without_percents(source: Source) -> None:
    found = found_of(source, Scope("session", "interns-2027/needs"))
    later = [each for form in found.analysis.later_forms for each in form.findings]
    rated = [each for each in later if isinstance(each, Rated)]
    assert rated
    assert all(each.n < 10 and each.interval is None and each.mean is None for each in rated)


def test_how_good_the_data_are(everything: ReportView) -> None:
    assert everything.quality
    counts = {row[0]: row[1] for row in everything.quality.rows}
    assert counts["Forms counted"] == "147"
    assert int(counts["Rows that came in with two marks"]) > 0
    assert int(counts["Answers that came in with a value that the question does not have"]) == 1
    assert int(counts["Answers put right at review"]) > 0
    assert int(counts["Forms with the same answer all the way down"]) == 3
