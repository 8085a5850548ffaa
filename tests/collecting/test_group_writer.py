"""Responses are acknowledged when they are on the disk: many together, each once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from kit.answers.response import Answer, Response, Way
from kit.answers.store import Store
from kit.collecting.current_form import current_form
from kit.collecting.group_writer import AT_ONCE, GroupWriter, Taken
from kit.errors import KitError
from kit.library import Library, bundled_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kit.answers.stored import Added


@pytest.fixture
def response(project: Path) -> Response:
    form = current_form(Library(project, bundled_folder()), "small")
    answers = (Answer("recommend", ("7",)),)
    return Response(form, Way.WEB, date(2027, 8, 12), answers, "original", "token")


class Slow:
    """A store whose disk is held until it is let go."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.groups: list[int] = []
        self.begun, self.held = Event(), Event()

    def add(self, responses: Sequence[Response]) -> Added:
        self.begun.set()
        assert self.held.wait(20)
        self.groups.append(len(responses))
        return self.store.add(responses)


def other(response: Response, number: int) -> Response:
    return replace(response, original=f"o{number}", token=f"t{number}")


def test_what_comes_while_the_disk_is_busy_goes_together(
    response: Response, tmp_path: Path
) -> None:
    with Store.at(tmp_path / "answers.db") as store:
        slow = Slow(store)
        with GroupWriter(slow) as writer:
            first = writer.put(response)
            assert slow.begun.wait(20)
            more = [writer.put(other(response, number)) for number in range(AT_ONCE + 50)]
            assert not first.done()
            slow.held.set()
            assert {each.result(20) for each in (first, *more)} == {Taken.NEW}
        assert slow.groups == [1, AT_ONCE, 50]
        assert len(list(store.responses())) == AT_ONCE + 51


def test_the_same_and_the_same_token_are_told_apart_in_one_group(
    response: Response, tmp_path: Path
) -> None:
    with Store.at(tmp_path / "answers.db") as store:
        slow = Slow(store)
        with GroupWriter(slow) as writer:
            given = [response, response, replace(response, original="another"), response]
            waiting = [writer.put(each) for each in given]
            slow.held.set()
            results = [each.result(20) for each in waiting]
        assert results == [Taken.NEW, Taken.AGAIN, Taken.COUNTED, Taken.AGAIN]


def test_one_that_cannot_be_kept_keeps_out_no_other(response: Response, tmp_path: Path) -> None:
    with Store.at(tmp_path / "answers.db") as store:
        slow = Slow(store)
        unsound = replace(other(response, 1), answers=(Answer("no-such-field", ("1",)),))
        with GroupWriter(slow) as writer:
            waiting = [writer.put(each) for each in (other(response, 0), unsound, response)]
            slow.held.set()
            assert waiting[0].result(20) is Taken.NEW
            assert waiting[2].result(20) is Taken.NEW
            with pytest.raises(KitError):
                waiting[1].result(20)


def test_leaving_it_writes_what_waits_and_a_fault_is_told(
    response: Response, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Any) -> Any:
        raise MemoryError

    with Store.at(tmp_path / "answers.db") as store:
        with GroupWriter(store) as writer:
            waiting = [writer.put(other(response, number)) for number in range(20)]
        assert all(each.done() for each in waiting)
        monkeypatch.setattr(store, "add", broken)
        with GroupWriter(store) as writer:
            failed = writer.put(response)
        with pytest.raises(MemoryError):
            failed.result(0)
