"""Forms of the end and of months later, tied by the codes that people made for themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kit.answers.response import Answer, Response, Way
from kit.answers.store import Store
from kit.instrument.answer_fields import AnswerField
from kit.library import Library
from kit.reading.words import ENGLISH
from kit.reporting.analysis import Analysis, analyzed
from kit.reporting.findings import Rated, Why, Withheld
from kit.reporting.gathering import gather
from kit.reporting.phrases import Phrases
from kit.reporting.report import ReportMaker
from kit.reporting.scope import Scope
from tests.reporting.answered_form import FIELDS, admission, described

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from pathlib import Path

    from kit.reporting.linked_answers import LinkedAnswers

DAY = date(2027, 8, 12)
CODE = AnswerField("code", "code", "text", "Your code", is_code=True, asked="code")
DONE = AnswerField(
    "did-it", "did-it", "one", "I made the change", ("1", "2", "3", "na"),
    ("Not yet", "Partly", "Done", "N/A"), asked="scale", scale="done",
)  # fmt: skip
END = described(fields=(*FIELDS, CODE))
LATER = described(form="small-follow-up", phase="follow-up", fields=(DONE, CODE))
CODES = ("AB12CD34", "EF56GH78", "JK90LM12", "NP34QR56", "ST78UV90", "WX12YZ34", "BC56DE78")
"""Codes of people who are nobody else: no two are alike in six places."""


@pytest.fixture
def store(tmp_path: Path) -> Generator[Store]:
    with Store.at(tmp_path / "answers.sqlite") as opened:
        yield opened


def give(store: Store, *, end: Iterable[str], later: Iterable[str], change: str = "Ask") -> None:
    """Give forms with these codes: at the end with a commitment, later with “Done”."""
    at_end = [{"better": "4", "change.what": change, "code": each} for each in end]
    given = [
        Response(
            END,
            Way.WEB,
            DAY,
            tuple(Answer(key, (value,)) for key, value in said.items() if value),
            f"end-{n}",
        )
        for n, said in enumerate(at_end)
    ]
    given += [
        Response(LATER, Way.WEB, DAY, (Answer("did-it", ("3",)), Answer("code", (each,))), f"l-{n}")
        for n, each in enumerate(later)
    ]
    store.add(given)


def analysis_of(store: Store, tmp_path: Path) -> Analysis:
    return analyzed(gather(Library(tmp_path, tmp_path), store, Scope(), {}), admission())


def linked(store: Store, tmp_path: Path) -> LinkedAnswers:
    (found,) = analysis_of(store, tmp_path).linked
    return found


def test_codes_tie_two_forms_of_one_person(store: Store, tmp_path: Path) -> None:
    give(store, end=CODES[:6], later=CODES[:6])
    found = linked(store, tmp_path)
    assert (found.pairs, found.ambiguous, found.alone, found.committed) == (6, 0, 0, 6)
    (done,) = found.done
    assert isinstance(done, Rated)
    assert (done.n, done.top) == (6, 6)


def test_two_places_may_be_remembered_otherwise(store: Store, tmp_path: Path) -> None:
    near = ["AB12CDZZ", "EF5?GH7?", *CODES[2:6]]
    give(store, end=CODES[:6], later=near)
    assert linked(store, tmp_path).pairs == 6


def test_what_could_be_two_peoples_is_told_and_never_tied(store: Store, tmp_path: Path) -> None:
    give(store, end=[*CODES[:6], "AB12CD35"], later=[*CODES[:5], "ZZ99ZZ99"])
    found = linked(store, tmp_path)
    assert (found.pairs, found.ambiguous, found.alone) == (4, 1, 2)


def test_the_same_code_twice_is_nobodys(store: Store, tmp_path: Path) -> None:
    give(store, end=[CODES[0], CODES[0], *CODES[1:6]], later=CODES[:6])
    found = linked(store, tmp_path)
    assert (found.pairs, found.ambiguous) == (5, 1)


def test_those_who_wrote_nothing_down_are_not_among_them(store: Store, tmp_path: Path) -> None:
    give(store, end=CODES[:6], later=CODES[:6], change="")
    found = linked(store, tmp_path)
    assert found.committed == 0
    assert [each.why for each in found.done if isinstance(each, Withheld)] == [Why.NONE]


def test_few_who_were_tied_are_not_shown_nor_the_few_who_were_not(
    store: Store, tmp_path: Path
) -> None:
    give(store, end=CODES[:6], later=[*CODES[:5], CODES[6]])
    found = linked(store, tmp_path)
    assert (found.pairs, found.alone) == (5, 2)
    # Six answered months later: with five of them shown, the sixth would be known.
    assert [each.why for each in found.done if isinstance(each, Withheld)] == [Why.REST]
    maker = ReportMaker(analysis_of(store, tmp_path), Phrases(ENGLISH), DAY)
    told, withheld = maker.view().linked
    assert "Pairs of forms tied: 5." in told
    assert "Forms that matched none: 2." in told
    assert "is not shown" in withheld


def test_of_fewer_forms_than_a_report_shows_nothing_is_said(store: Store, tmp_path: Path) -> None:
    give(store, end=CODES[:6], later=CODES[:4])
    assert linked(store, tmp_path).pairs == 4
    assert ReportMaker(analysis_of(store, tmp_path), Phrases(ENGLISH), DAY).view().linked == ()


def test_no_code_is_in_the_report(store: Store, tmp_path: Path) -> None:
    give(store, end=CODES[:6], later=CODES[:6])
    view = ReportMaker(analysis_of(store, tmp_path), Phrases(ENGLISH), DAY).view()
    said = repr(view)
    assert "6 of 6 chose “Done”" in said
    assert not [code for code in CODES if code in said]
    assert "Your code" not in said


def test_forms_of_another_workshop_are_not_tied(store: Store, tmp_path: Path) -> None:
    other = replace(LATER, form="large-follow-up", workshop="large")
    give(store, end=CODES[:6], later=())
    store.add(
        Response(other, Way.WEB, DAY, (Answer("code", (each,)),), f"other-{n}")
        for n, each in enumerate(CODES[:6])
    )
    assert analysis_of(store, tmp_path).linked == ()
