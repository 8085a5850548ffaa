from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kit.answers.response import Answer, Response, Way
from kit.answers.store import Store
from kit.collecting.same_answers import same_answers

if TYPE_CHECKING:
    from pathlib import Path

    from kit.instrument.description import FormDescription

MARK = Answer("recommend", ("8",))
WORDS = Answer("improve", ("More time for questions.",))


def response(form: FormDescription, original: str, *answers: Answer) -> Response:
    return Response(form, Way.PDF, date(2027, 3, 1), answers, original)


def test_words_that_another_file_says_are_doubted_and_marks_alone_are_not(
    form: FormDescription,
) -> None:
    files = {
        "a.pdf": response(form, "a", MARK, WORDS),
        "b.pdf": response(form, "b", MARK, WORDS, Answer("most-useful")),
        "c.pdf": response(form, "c", Answer("recommend", ("9",)), WORDS),
        "d.pdf": response(form, "d", MARK),
        "e.pdf": response(form, "e", MARK),
        "f.pdf": response(form, "f", MARK, Answer("improve", ("Nothing",))),
        "g.pdf": response(form, "g", MARK, Answer("improve", ("Nothing",))),
    }
    (told,) = same_answers(files, None)
    assert (told.code, str(told.where)) == ("same-answers", "b.pdf")
    assert "a.pdf" in told.message


def test_what_is_in_is_compared_with_and_known_by_its_bytes_it_is_no_news(
    form: FormDescription, tmp_path: Path
) -> None:
    with Store.at(tmp_path / "answers.db") as store:
        (name,) = store.add([response(form, "a", MARK, WORDS)]).new
        assert same_answers({"a.pdf": response(form, "a", MARK, WORDS)}, store) == []
        (told,) = same_answers({"b.pdf": response(form, "b", MARK, WORDS)}, store)
    assert f"response {name}" in told.message
