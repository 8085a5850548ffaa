from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.definitions.code import Code
from kit.errors import KitError
from kit.library import Library, bundled_folder, find_library
from kit.reading.shared import SharedFiles
from kit.reporting.comments.codebook import Codebook, load_codebook

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Edit


def fits(comment: str, *words: str, item: str = "improve", **fields: object) -> bool:
    code = Code.model_validate({"id": "it", "title": "It", "words": words, **fields})
    return bool(Codebook([code]).codes_of(item, comment))


@pytest.mark.parametrize(
    ("comment", "word"),
    [
        ("More PRACTICE, please", "practice"),
        ("more practising", "practi*"),
        ("Más práctica", "mas practi*"),
        ("mas practica", "más práctica"),
        ("Hearing others’ stories", "others stor*"),
        ("a role-play\nwould help", "role play*"),
        ("Rollenspiel: größer", "grosser"),
        ("(time)", "time"),
        ("ask + listen", "ask listen"),
    ],
)
def test_a_word_is_seen_whatever_its_capitals_accents_and_signs(comment: str, word: str) -> None:
    assert fits(comment, word)


@pytest.mark.parametrize(
    ("comment", "word"),
    [
        ("Sometimes", "time"),
        ("timely", "time"),
        ("pretend", "tend*"),
        ("time for more", "more time"),
        ("more of the time", "more time"),
        ("anything", "*"),
        ("", "time"),
    ],
)
def test_a_part_of_a_word_is_not_the_word(comment: str, word: str) -> None:
    assert not fits(comment, word)


def test_a_code_may_be_for_some_questions_only() -> None:
    assert fits("an agenda", "agenda", item="commitment", items=["commitment"])
    assert not fits("an agenda", "agenda", item="improve", items=["commitment"])


def test_a_comment_is_put_under_a_code_by_hand() -> None:
    written = ["I would have liked"]
    assert fits("I would have liked to do it.", comments=written)
    assert fits("“I would have liked”", comments=written)
    assert not fits("I would have", comments=written)
    assert not fits("Perhaps I would have liked it", comments=written)
    assert not fits("Anything", comments=["…"])


def test_a_comment_may_have_several_codes_in_the_order_of_the_file(project: Path) -> None:
    book = load_codebook(find_library(project))
    found = book.codes_of("improve", "It was too short to practise the cases")
    assert [code.id for code in found] == ["cases", "more-practice", "longer"]
    assert [code.act for code in found] == [False, True, True]
    assert book.codes_of("improve", "Nothing") == ()


def test_the_projects_codes_stand_in_place_of_the_bundled_ones(project: Path) -> None:
    own = load_codebook(find_library(project))
    assert "say-no" not in {code.id for code in own.codes}
    (project / "workshops" / "shared" / "codes.yaml").unlink()
    assert "say-no" in {code.id for code in load_codebook(find_library(project)).codes}


def test_mistakes_in_the_codes_are_told_with_their_line(project: Path, edit: Edit) -> None:
    path = edit(
        "act: true\n    comments:", "acts: true\n    comments:", "workshops/shared/codes.yaml"
    )
    line = path.read_text(encoding="utf-8").split("acts:", maxsplit=1)[0].count("\n") + 1
    with pytest.raises(KitError) as caught:
        load_codebook(find_library(project))
    (problem,) = caught.value.problems
    assert (problem.code, problem.where and problem.where.line) == ("unknown-key", line)
    assert "Did you mean `act`?" in problem.hint


BUNDLED = Library(None, bundled_folder())


@pytest.mark.parametrize(
    ("item", "comment", "ids"),
    [
        ("most-useful", "The worksheets, and hearing my colleagues", "liked-tools liked-peers"),
        ("most-useful", "Los casos y el ritmo", "liked-cases liked-pace"),
        ("change-next-time", "More time for the cases", "more-time"),
        ("change-next-time", "Más tiempo y más práctica", "more-time more-practice"),
        (
            "change-next-time",
            "Examples from surgery; invite our mentors!",
            "own-field mentors-present",
        ),
        ("change-next-time", "A reminder after a month", "follow-up"),
        ("commitment", "Reach out to someone in another department", "new-mentor"),
        ("commitment", "Send an agenda two days before", "set-agenda"),
        ("commitment", "Write our agreement down", "written-agreement"),
        ("commitment", "Revisar mi mapa", "review-map"),
        ("commitment", "Start a writing group with two peers", "peer-group"),
        ("commitment", "Ask for feedback after each talk", "feedback"),
        ("commitment", "Decline one committee: say no", "say-no"),
        ("most-useful", "Everything", ""),
    ],
)
def test_the_starter_set_sees_what_people_write(item: str, comment: str, ids: str) -> None:
    found = load_codebook(BUNDLED).codes_of(item, comment)
    assert " ".join(code.id for code in found) == ids


def test_the_starter_set_is_for_questions_that_there_are() -> None:
    files = SharedFiles(BUNDLED)
    for code in load_codebook(BUNDLED).codes:
        assert code.items
        assert all(files.items().find(item) for item in code.items)
