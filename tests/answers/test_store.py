from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from kit.answers.response import Answer, Status, Way
from kit.answers.rows import form_row
from kit.answers.store import Store, existing_store, open_store
from kit.answers.withdrawal import tidy
from kit.errors import KitError
from kit.library import Library

if TYPE_CHECKING:
    from pathlib import Path

    from kit.answers.response import Response
    from kit.instrument.description import FormDescription

    Respond = Any

CHOSEN = Answer("can-respond", ("4",), evidence={"dark": [0.01, 0.02, 0.0, 0.4, 0.0]})
WORDS = Answer("improve", ("More time for the pairs.",), Status.TYPED)
SHEET = "0123456789ABC"
BLANK = Answer("mentoring-improved", (), Status.CONFIRMED)


def kept(store: Store, **chosen: Any) -> list[Response]:
    return [each.response for each in store.responses(**chosen)]


def problem_codes(caught: pytest.ExceptionInfo[KitError]) -> list[str]:
    assert all(each.message.endswith(".") for each in caught.value.problems)
    return [each.code for each in caught.value.problems]


def test_what_was_added_comes_back_whole(store: Store, respond: Respond) -> None:
    response = respond(CHOSEN, BLANK, WORDS, way=Way.SCAN, token=SHEET)
    added = store.add([response])
    assert len(added.new) == 1
    assert (added.known, added.aside) == ((), ())
    found = store.find(added.new[0])
    assert found
    assert found.response == response
    assert found.history == ()


def test_a_form_that_an_earlier_kit_described_is_the_same_one(
    store: Store, respond: Respond, form: FormDescription
) -> None:
    fields = tuple(
        replace(each, asked="", scale="", objective="", headline=False) for each in form.fields
    )
    earlier = replace(form, fields=fields, workshop="", objectives=())
    for described in (earlier, form, earlier):
        store.add([respond(CHOSEN, form=described)])
    (given_out,) = store.given_out()
    assert (given_out.form, given_out.responses) == (form, 3)
    assert given_out.form.for_report == form.for_report
    assert form_row(earlier)[-1] != form_row(form)[-1]


def test_it_is_there_for_another_process_at_once(
    store: Store, respond: Respond, database: Path
) -> None:
    store.add([respond(CHOSEN)])
    with Store.at(database) as other:
        assert len(kept(other)) == 1


def test_the_same_thing_is_taken_in_once(store: Store, respond: Respond) -> None:
    twice = [respond(CHOSEN), respond(CHOSEN)]
    store.add(twice)
    added = store.add([*twice, twice[0]])
    assert added.new == added.aside == ()
    assert added.known == ("digest-0", "digest-1", "digest-0")
    assert len(kept(store)) == 2
    assert store.has_original("digest-1")
    assert not store.has_original("digest-2")


@pytest.mark.parametrize("ways", [(Way.SCAN, Way.WEB), (Way.WEB, Way.SCAN), (Way.WEB, Way.WEB)])
def test_a_token_counts_once_whichever_way_it_comes(
    store: Store, respond: Respond, ways: tuple[Way, Way]
) -> None:
    first, second = (respond(CHOSEN, way=way, token=SHEET) for way in ways)
    added = store.add([first, second])
    assert added.known == (SHEET,)
    assert kept(store) == [first]
    assert store.has_token(SHEET)


def test_copies_of_a_numbered_sheet_are_kept_aside_until_somebody_decides(
    store: Store, respond: Respond
) -> None:
    first, copy, other = (respond(CHOSEN, way=Way.SCAN, token=SHEET) for _ in range(3))
    added = store.add([first, copy, other])
    assert (len(added.new), len(added.aside)) == (1, 2)
    assert kept(store) == [first]
    assert len(kept(store, aside=True)) == 3
    assert [(each.responses, each.aside) for each in store.counts()] == [(1, 2)]

    store.admit(added.aside[0])

    assert [(each.responses, each.aside) for each in store.counts()] == [(2, 1)]
    assert [each.token for each in kept(store)].count(SHEET) == 1
    with pytest.raises(KitError) as caught:
        store.withdraw(SHEET)
    assert problem_codes(caught) == ["several-copies"]
    assert store.withdraw(added.aside[1])
    assert store.withdraw(SHEET)
    assert len(kept(store, aside=True)) == 1


def test_what_may_be_in_already_is_kept_aside_until_somebody_decides(
    store: Store, respond: Respond
) -> None:
    first, other = (respond(CHOSEN, way=Way.SCAN) for _ in range(2))
    store.add([first])
    added = store.add([first, other], doubted=True)
    assert (added.new, len(added.known), len(added.aside)) == ((), 1, 1)
    assert kept(store) == [first]
    store.admit(added.aside[0])
    assert len(kept(store)) == 2


def test_a_correction_is_added_and_what_it_corrects_stays(store: Store, respond: Respond) -> None:
    doubtful = Answer("can-respond", ("4", "5"), Status.DOUBTFUL, {"picture": "row.png"})
    (name,) = store.add([respond(doubtful, WORDS)]).new
    seen = Answer("can-respond", ("5",), Status.CONFIRMED)
    store.correct(name, seen, "reviewer", date(2027, 8, 20))
    store.correct(name, seen, "reviewer", date(2027, 8, 21))  # says nothing new
    store.correct(name, Answer("can-respond", ("4",), Status.CONFIRMED), "editor")

    found = store.find(name)

    assert found
    now, words = found.response.answers
    assert now == Answer("can-respond", ("4",), Status.CONFIRMED, {"picture": "row.png"})
    assert words == WORDS
    assert [(each.answer.values, each.who) for each in found.history] == [
        (("4", "5"), ""),
        (("5",), "reviewer"),
        (("4",), "editor"),
    ]
    assert found.history[1].day == date(2027, 8, 20)
    assert found.history[0].answer == doubtful


def test_a_comment_is_typed_where_there_was_no_answer(store: Store, respond: Respond) -> None:
    (name,) = store.add([respond(CHOSEN)]).new
    store.correct(name.upper().replace("-", " "), WORDS, "reviewer")
    (response,) = kept(store)
    assert response.answers == (CHOSEN, WORDS)


def test_a_time_is_kept_to_the_day(store: Store, respond: Respond, database: Path) -> None:
    moment = datetime(2027, 8, 12, 17, 43, 59, tzinfo=UTC)
    (name,) = store.add([respond(CHOSEN, day=moment)]).new
    store.correct(name, WORDS, "reviewer", moment)
    assert type(kept(store)[0].day) is date
    with closing(sqlite3.connect(database)) as plain:
        text = "\n".join(plain.iterdump())
    assert "2027-08-12" in text
    assert "17:43" not in text


def test_nothing_tells_the_order_of_arrival(
    store: Store, respond: Respond, database: Path, tmp_path: Path
) -> None:
    names = [store.add([respond(CHOSEN, WORDS)]).new[0] for _ in range(60)]
    assert [each.id for each in store.responses()] == sorted(names) != names
    store.close()
    # The same rows, put in from the last to the first, make the same file to the last byte: only
    # the counters in its head are others.
    backwards = tmp_path / "backwards.db"
    Store.at(backwards).close()
    with closing(sqlite3.connect(database)) as plain:
        for table in ("form", "response", "entry"):
            with pytest.raises(sqlite3.OperationalError, match="no such column"):
                plain.execute(f"SELECT rowid FROM {table}")  # noqa: S608
            rows = plain.execute(f"SELECT * FROM {table}").fetchall()[::-1]  # noqa: S608
            with closing(sqlite3.connect(backwards, isolation_level=None)) as other:
                marks = ", ".join("?" for _ in rows[0])
                other.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608
    assert database.read_bytes()[100:] != backwards.read_bytes()[100:]
    with closing(sqlite3.connect(backwards)) as other:
        tidy(other, "backwards.db")
    assert database.read_bytes()[100:] == backwards.read_bytes()[100:]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer("no-such-item", ("1",)), "does not ask `no-such-item`"),
        (Answer("can-respond", ("6",)), "there is `1`, `2`"),
        (Answer("can-respond", ("1", "2")), "takes one answer and has 2"),
        (Answer("can-respond", ("1", "1"), Status.DOUBTFUL), "one answer twice"),
        (Answer("improve", ("one", "two")), "takes one text"),
        (Answer("improve", ("x" * 20_001,)), "20,000 letters"),
        (Answer("improve", ("x",), evidence={"score": float("nan")}), "cannot be written down"),
        (Answer("improve", ("x",), evidence={"score": object()}), "cannot be written down"),
        (Answer("improve", ("x",), evidence={"score": "x" * 100_001}), "too long"),
    ],
)
def test_what_is_no_answer_to_the_form_keeps_all_out(
    store: Store, respond: Respond, answer: Answer, said: str
) -> None:
    with pytest.raises(KitError, match=said) as caught:
        store.add([respond(CHOSEN), respond(answer)])
    assert problem_codes(caught) == ["not-an-answer"]
    assert kept(store) == []
    (name,) = store.add([respond(CHOSEN)]).new
    with pytest.raises(KitError, match=said):
        store.correct(name, answer, "reviewer")


def test_every_problem_is_told_at_once(store: Store, respond: Respond) -> None:
    bad = respond(CHOSEN, CHOSEN, Answer("recommend", ("11",)), original="", token=f"{SHEET}\0")
    with pytest.raises(KitError) as caught:
        store.add([bad])
    assert len(caught.value.problems) == 4


def test_words_lose_what_no_file_may_hold(store: Store, respond: Respond) -> None:
    store.add([respond(Answer("improve", ("  a\0b\ud800\x1b[31mc\r\nd \n",)))])
    assert kept(store)[0].answers[0].values == ("ab[31mc\nd",)
    store.add([respond(Answer("improve", (" \n",)))])
    assert () in {each.answers[0].values for each in kept(store)}


def test_unknown_ids_and_nameless_reviewers_are_refused(store: Store, respond: Respond) -> None:
    (name,) = store.add([respond(CHOSEN)]).new
    for wrong in ("aaaa-bbbb-cccc", "nonsense", "", "half a letter \udcff"):
        with pytest.raises(KitError) as caught:
            store.correct(wrong, CHOSEN, "reviewer")
        assert problem_codes(caught) == ["unknown-response"]
        with pytest.raises(KitError):
            store.admit(wrong)
        assert store.find(wrong) is None
        assert not store.withdraw(wrong)
        assert not list(store.responses(session=wrong))
    with pytest.raises(KitError) as caught:
        store.correct(name, WORDS, " ")
    assert problem_codes(caught) == ["no-word"]


def test_versions_and_wordings_keep_their_meaning(
    store: Store, respond: Respond, form: Any, reworded: Any
) -> None:
    store.add([respond(CHOSEN), respond(CHOSEN, form=reworded)])
    assert {each.form.wording: each.form for each in kept(store)} == {
        form.wording: form,
        "other00": reworded,
    }


def test_responses_are_chosen_and_counted(store: Store, respond: Respond, form: Any) -> None:
    second = replace(form, session="interns/second")
    doubtful = Answer("recommend", ("1", "2"), Status.DOUBTFUL)
    store.add(
        [
            respond(CHOSEN, way=Way.WEB),
            respond(CHOSEN, doubtful, way=Way.SCAN),
            respond(CHOSEN, way=Way.SCAN, form=second),
        ]
    )
    assert len(kept(store, session="interns/first")) == 2
    assert len(kept(store, way=Way.SCAN)) == 2
    assert len(kept(store, way=Way.SCAN, session="interns/second", form="small")) == 1
    assert kept(store, form="large") == []
    assert [
        (each.session, str(each.way), each.responses, each.doubtful) for each in store.counts()
    ] == [
        ("interns/first", "scan", 1, 1),
        ("interns/first", "web", 1, 0),
        ("interns/second", "scan", 1, 0),
    ]


def test_more_responses_than_are_read_at_once(store: Store, respond: Respond) -> None:
    store.add(respond(CHOSEN) for _ in range(450))
    assert len({each.id for each in store.responses()}) == 450


def test_the_store_of_a_project_is_made_when_something_comes_back(project: Path) -> None:
    library = Library(project, project)
    assert existing_store(library) is None
    open_store(library).close()
    assert (project / "records" / ".gitignore").exists()
    found = existing_store(library)
    assert found
    found.close()
    with pytest.raises(KitError) as caught:
        open_store(Library(None, project))
    assert problem_codes(caught) == ["no-project"]
