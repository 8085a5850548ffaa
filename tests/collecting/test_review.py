from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kit.answers.response import Answer, Response, Status, Way
from kit.answers.store import Store
from kit.collecting.current_form import current_form
from kit.collecting.review import answers_of, copies, doubts, settle, settle_blanks
from kit.errors import KitError
from kit.library import find_library

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from kit.instrument.description import FormDescription

DAY = date(2027, 3, 1)


def in_doubt(field: str, kind: str, *suggestion: str, **more: str) -> Answer:
    evidence = {"kind": kind, "reason": f"it is {kind}", "suggestion": list(suggestion), **more}
    return Answer(field, (), Status.DOUBTFUL, evidence)


@pytest.fixture
def form(project: Path) -> FormDescription:
    return current_form(find_library(project), "small")


@pytest.fixture
def store(tmp_path: Path, form: FormDescription) -> Generator[Store, None, None]:
    """Two scanned sheets, with something of each kind."""
    with Store.at(tmp_path / "answers.db") as made:
        answers = (
            in_doubt("knows-gap.before", "two-marks", picture="row.png"),
            Answer("knows-gap.now", ("3",)),
            in_doubt("recommend", "blank"),
            in_doubt("most-useful", "correction", "1", "3"),
            in_doubt("improve", "written", picture="words.png"),
        )
        more = (in_doubt("can-respond", "faint", "4"), in_doubt("improve", "blank"))
        made.add(
            Response(form, Way.SCAN, DAY, each, f"sheet {number}")
            for number, each in enumerate((answers, more))
        )
        yield made


def kinds(store: Store) -> list[str]:
    return [each.kind for each in doubts(store)]


def test_marks_come_first_then_words_then_what_seems_blank(store: Store) -> None:
    found = kinds(store)
    assert set(found[:3]) == {"two-marks", "correction", "faint"}
    assert found[3] == "written"
    assert found[4:] == ["blank", "blank"]


def test_a_doubt_says_what_was_asked_and_why(store: Store) -> None:
    doubt = next(each for each in doubts(store) if each.kind == "two-marks")
    assert doubt.field.key == "knows-gap.before"
    assert (doubt.reason, doubt.suggestion, doubt.picture) == ("it is two-marks", (), "row.png")
    assert doubt.session == "small"


def test_what_is_settled_stays_with_who_and_what_it_was(store: Store) -> None:
    doubt = next(each for each in doubts(store) if each.kind == "two-marks")
    settle(store, doubt.response, doubt.field.key, ["2"], "M. R.")
    assert "two-marks" not in kinds(store)
    found = store.find(doubt.response)
    assert found
    answer = next(each for each in found.response.answers if each.field == doubt.field.key)
    assert (answer.values, answer.status) == (("2",), Status.CONFIRMED)
    assert answer.evidence["picture"] == "row.png"
    assert [(entry.answer.status, entry.who) for entry in found.history] == [
        (Status.DOUBTFUL, ""),
        (Status.CONFIRMED, "M. R."),
    ]


def test_words_are_typed_and_a_blank_is_confirmed(store: Store) -> None:
    doubt = next(each for each in doubts(store) if each.kind == "written")
    settle(store, doubt.response, "improve", [" More time. "], "reviewer")
    found = store.find(doubt.response)
    assert found
    answer = next(each for each in found.response.answers if each.field == "improve")
    assert (answer.values, answer.status) == (("More time.",), Status.TYPED)
    settle(store, doubt.response, "recommend", [], "reviewer")
    assert kinds(store).count("blank") == 1


def test_blanks_are_confirmed_together_and_nothing_else_with_them(store: Store) -> None:
    found = doubts(store)
    places = [(each.response, each.field.key) for each in found]
    assert settle_blanks(store, [*places, ("no-such", "field")], "reviewer") == 2
    assert len(doubts(store)) == len(found) - 2
    assert settle_blanks(store, places, "reviewer") == 0


@pytest.mark.parametrize(
    ("field", "said"),
    [("recommend", ["11"]), ("recommend", ["1", "2"]), ("improve", ["x" * 5001]), ("no", ["1"])],
)
def test_what_cannot_be_an_answer_is_refused(store: Store, field: str, said: list[str]) -> None:
    before = doubts(store)
    response = next(each.response for each in before if each.kind == "two-marks")
    with pytest.raises(KitError):
        settle(store, response, field, said, "reviewer")
    assert doubts(store) == before


def test_copies_of_numbered_sheets_wait_for_a_decision(store: Store, form: FormDescription) -> None:
    answers = (Answer("recommend", ("7",)),)
    store.add(
        Response(form, Way.SCAN, DAY, answers, original, "0123456789ABC")
        for original in ("one", "another")
    )
    (copy,) = copies(store)
    assert (copy.session, copy.token) == ("small", "0123456789ABC")
    assert ("How likely are you to recommend this session to a colleague?", "7", "7") in copy.rows
    assert copies(store, "elsewhere") == ()
    store.admit(copy.response)
    assert copies(store) == ()


@pytest.mark.parametrize(
    ("evidence", "reason"),
    [
        (
            {"said": "4 or 5", "column": "Q3"},
            "the table says “4 or 5”, which is none of the answers",
        ),
        (
            {"shown": ["2"], "named": ["3"]},
            "the page shows “disagree”, and the file names “neither”",
        ),
        (
            {"shown": ["1"], "named": []},
            "the page shows “strongly disagree”, and the file names nothing",
        ),
        ({}, "it could not be read for certain"),
    ],
)
def test_doubts_of_tables_and_files_are_told_in_words(
    tmp_path: Path, form: FormDescription, evidence: dict[str, object], reason: str
) -> None:
    answer = Answer("can-respond", (), Status.DOUBTFUL, evidence)
    with Store.at(tmp_path / "answers.db") as store:
        store.add([Response(form, Way.TABLE, DAY, (answer,), "row 1")])
        (doubt,) = doubts(store)
    assert doubt.reason == reason
    assert doubt.source == evidence.get("column", "")


def test_what_was_taken_can_be_looked_at_again_and_corrected(store: Store) -> None:
    response = next(each.response for each in doubts(store) if each.kind == "two-marks")
    every = answers_of(store, response)
    assert len(every) > len([each for each in doubts(store) if each.response == response])
    taken = next(each for each in every if each.field.key == "knows-gap.now")
    assert taken.suggestion == ("3",)
    assert taken.reason == "it counts as “fairly well” now"
    settle(store, response, "knows-gap.now", ["4"], "M. R.")
    assert [
        each.suggestion for each in answers_of(store, response) if each.field == taken.field
    ] == [("4",)]
    with pytest.raises(KitError):
        answers_of(store, "nobody")


def test_a_sheet_without_a_number_stands_beside_the_one_it_looks_like(
    tmp_path: Path, form: FormDescription
) -> None:
    fields = [each for each in form.fields if each.values]

    def sheet(middle: float) -> tuple[Answer, ...]:
        return tuple(
            Answer(
                each.key,
                each.values[:1],
                evidence={
                    "dark": {each.values[0]: 0.3},
                    "middle": {each.values[0]: [middle, middle]},
                },
            )
            for each in fields
        )

    with Store.at(tmp_path / "answers.db") as store:
        store.add([Response(form, Way.SCAN, DAY, sheet(2.0), "first")])
        store.add([Response(form, Way.SCAN, DAY, sheet(2.01), "again")], doubted=True)
        store.add([Response(form, Way.SCAN, DAY, sheet(0.5), "another")], doubted=True)
        beside = [any(kept for _, kept, _ in each.rows) for each in copies(store)]
    assert sorted(beside) == [False, True]
