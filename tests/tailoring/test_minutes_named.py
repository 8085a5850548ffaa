"""Which words of a fitted session name minutes that are not the usual ones any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.reading.words import ENGLISH
from kit.tailoring.minutes_named import minutes_named
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

SESSION = "- {id: a, workshop: small, minutes: 36}"
"""Standard: welcome 5, see-needs 14 and the others as they are, cases 8 in place of 12."""


@pytest.fixture
def listed(session: Call) -> Callable[[], tuple[str, ...]]:
    def run() -> tuple[str, ...]:
        loaded = session()
        made = tailor(loaded.loaded, loaded.choice)
        return tuple(minutes_named(loaded.plain, loaded.loaded, made, ENGLISH))

    return run


STEP = "Tables read one case each and agree on a first sentence."
SAYS = "Read a case at your table and find the first sentence that you would say."


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("You have five minutes.", "“You have five minutes.”"),
        ("Take 5 min for it", "“Take 5 min for it”"),
        ("A ten-minute talk", "“A ten-minute talk”"),
        ("Two or three minutes each", "“Two or three minutes each”"),
        ("For 10–15 minutes", "“For 10–15 minutes”"),
        ("One more minute", "“One more minute”"),
        ("Half a minute each", "“Half a minute each”"),
        ("Say *after eight minutes:* “Stop.”",
         "“Say after eight minutes: \N{LEFT SINGLE QUOTATION MARK}Stop.’”"),
        ("Read the case, each for yourself, and then take nine minutes for all that the sheet asks",
         "“… yourself, and then take nine minutes for all that the sheet asks”"),
        ("Take nine minutes for the questions that are on the second page of the sheet",
         "“Take nine minutes for the questions that are …”"),
    ],
)  # fmt: skip
def test_phrases_that_name_minutes(
    cohort: Call, edit: Call, listed: Call, words: str, quoted: str
) -> None:
    edit(f"      {SAYS}", f"      {words}")
    cohort(sessions=SESSION)
    (line,) = listed()
    assert line == (
        "Check these words in “Two conversations that stalled” (8 minutes in place of 12): what "
        f"participants read, {quoted}" + ("" if "." in quoted[-3:] else ".")
    )


@pytest.mark.parametrize(
    "words",
    ["Take minutes of the meeting", "Read the minutes", "A minor point", "Keep to the time",
     "Some minutes later"],
)  # fmt: skip
def test_words_that_name_none(cohort: Call, edit: Call, listed: Call, words: str) -> None:
    edit(f"      {SAYS}", f"      {words}")
    cohort(sessions=SESSION)
    assert listed() == ()


def test_a_step_is_listed_with_its_number_if_its_own_minutes_changed(
    cohort: Call, edit: Call, listed: Call
) -> None:
    edit(STEP, "Tables read for three minutes.")
    edit("do: Each table says its sentence aloud.", "do: One minute a table.")
    cohort(sessions=SESSION)
    (line,) = listed()
    assert "step 1, “Tables read for three minutes.”; step 2, “One minute a table.”" in line


def test_activities_that_keep_their_minutes_are_not_listed(
    cohort: Call, edit: Call, listed: Call
) -> None:
    edit("Everyone fills in the two sheets.", "Everyone works for nine minutes.")
    cohort(sessions=SESSION)
    assert listed() == ()


def test_words_that_lead_on_to_other_minutes_are_listed(
    cohort: Call, edit: Call, listed: Call
) -> None:
    edit(
        "      if_short: Only the map; the rating can be done at home.",
        "      if_short: Only the map.\n      transition: You have twelve minutes.",
    )
    cohort(sessions=SESSION)
    assert listed() == (
        "Check these words in “What I have, what I need”: lead on, “You have twelve minutes.”",
    )


def test_what_stands_on_a_sheet_is_listed_once(cohort: Call, edit: Call, listed: Call) -> None:
    edit("There are no right answers. Use pencil.", "Take nine minutes.")
    cohort(sessions="- {id: a, workshop: small, minutes: 45}")
    line = next(each for each in listed() if "“What I have, what I need”" in each)
    assert line.endswith("on the sheet “What I need”, “Take nine minutes.”")


def test_the_title_of_a_case_is_no_mention(cohort: Call, edit: Call, listed: Call) -> None:
    edit("title: Two advisors, two directions", "title: Fifteen minutes a month")
    edit(f"      {SAYS}", "      Read “Fifteen minutes a month.”")
    cohort(sessions=SESSION)
    assert listed() == ()


def test_what_the_cohort_has_reworded_is_its_own(cohort: Call, edit: Call, listed: Call) -> None:
    edit(f"      {SAYS}", "      You have twelve minutes.")
    edit(STEP, "Read for eight minutes.")
    cohort("change: {cases: {participants: You have eight minutes.}}", sessions=SESSION)
    (line,) = listed()
    assert "participants" not in line
    assert "step 1, “Read for eight minutes.”" in line


def test_nothing_is_listed_where_nothing_was_fitted(cohort: Call, edit: Call, listed: Call) -> None:
    edit(f"      {SAYS}", "      You have twelve minutes.")
    cohort()
    assert listed() == ()
