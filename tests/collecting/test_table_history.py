from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kit.answers.response import Answer, Response, Way
from kit.answers.store import Store
from kit.collecting.table_history import History, history_of

if TYPE_CHECKING:
    from pathlib import Path

    from kit.instrument.description import FormDescription


def row(form: FormDescription, original: str, rows: str) -> Response:
    answers = (Answer("recommend", ("5",), evidence={"rows": rows}),)
    return Response(form, Way.TABLE, date(2027, 8, 12), answers, original)


def test_nothing_is_known_where_nothing_came_in(form: FormDescription, tmp_path: Path) -> None:
    assert history_of([row(form, "a", "1")], None) == History()
    with Store.at(tmp_path / "answers.db") as store:
        assert history_of([row(form, "a", "1")], store) == History()
        assert history_of([], store) == History()


def test_a_later_table_knows_its_rows_and_misses_those_that_were_changed(
    form: FormDescription, tmp_path: Path
) -> None:
    with Store.at(tmp_path / "answers.db") as store:
        added = store.add([row(form, "a", "1"), row(form, "b", "1"), row(form, "z", "2")])
        history = history_of([row(form, "a", "3"), row(form, "c", "3")], store)
        assert history == History(known=1, gone=(added.new[1],))


def test_other_tables_forms_and_ways_have_nothing_to_do_with_it(
    form: FormDescription, tmp_path: Path
) -> None:
    other = replace(form, session="other/first")
    scan = replace(row(form, "b", "1"), way=Way.SCAN)
    with Store.at(tmp_path / "answers.db") as store:
        store.add([row(form, "z", "2"), row(other, "a", "1"), scan])
        assert history_of([row(form, "c", "3")], store) == History()
