from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kit.answers.pictures import as_pages, keep_picture, pages_in
from kit.answers.response import Answer, Response, Status, Way
from kit.errors import KitError

if TYPE_CHECKING:
    from pathlib import Path

    from kit.answers.store import Store

FRONT = Answer("can-respond", ("4",))
SHEET = "0123456789ABC"
BACK = Answer("improve", (), Status.DOUBTFUL)


@pytest.fixture
def paper(respond: Any, database: Path) -> Any:
    """Makes the response to pages of a sheet: page 1 has one answer, page 2 the other."""

    def made(*numbers: int, token: str | None = None) -> Response:
        answers = [{1: FRONT, 2: BACK}[number] for number in numbers]
        kept = [
            (number, keep_picture(database.parent, b"%d" % number, respond().day), [each.field])
            for number, each in zip(numbers, answers, strict=True)
        ]
        return replace(respond(*answers, way=Way.SCAN, token=token), received=as_pages(kept))

    return made


def test_a_back_is_put_to_its_front_with_what_was_corrected(store: Store, paper: Any) -> None:
    (front,) = store.add([paper(1)]).new
    (back,) = store.add([paper(2)], doubted=True).aside
    store.correct(back, Answer("improve", ("Time.",), Status.TYPED), "reviewer")
    store.join(back, front)
    (whole,) = store.responses(aside=True)
    assert whole.id == front
    assert {each.field: each.values for each in whole.response.answers} == {
        "can-respond": ("4",),
        "improve": ("Time.",),
    }
    assert [(each.answer.values, each.who) for each in whole.history] == [
        ((), ""),
        (("Time.",), "reviewer"),
    ]
    assert [each["page"] for each in whole.response.received["pages"]] == [1, 2]
    assert store.withdraw(front)
    assert not list((store.records / "pictures").iterdir())


def test_what_cannot_be_one_sheet_is_refused_and_stays(store: Store, paper: Any) -> None:
    (front,) = store.add([paper(1)]).new
    others = store.add([paper(1), paper(1, 2), paper(2)]).new
    before = list(store.responses())
    for other in (*others[:2], front):
        with pytest.raises(KitError) as caught:
            store.join(other, front)
        assert [each.code for each in caught.value.problems] == ["not-one-sheet"]
    with pytest.raises(KitError):
        store.join("0000-0000-0000", front)
    assert list(store.responses()) == before


def test_two_pages_that_were_tied_wrongly_are_taken_apart_and_put_together_again(
    store: Store, paper: Any
) -> None:
    (tied,) = store.add([paper(1, 2)]).new
    (whole,) = store.responses()
    back = store.part(tied)
    (front,) = store.responses()
    assert (front.id, front.response.answers) == (tied, (FRONT,))
    found = store.find(back)
    assert found
    assert (found.aside, found.response.answers) == (True, (BACK,))
    pages = [*pages_in(front.response.received), *pages_in(found.response.received)]
    assert pages == pages_in(whole.response.received)
    store.join(back, tied)
    assert list(store.responses(aside=True)) == [whole]


def test_the_pages_of_a_numbered_sheet_and_one_page_are_not_taken_apart(
    store: Store, paper: Any
) -> None:
    for each in store.add([paper(1, 2, token=SHEET), paper(1)]).new:
        with pytest.raises(KitError) as caught:
            store.part(each)
        assert [problem.code for problem in caught.value.problems] == ["not-apart"]
    assert len(list(store.responses(aside=True))) == 2
