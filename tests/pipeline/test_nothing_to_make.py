from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.errors import Severity
from kit.pipeline.nothing_to_make import editions_asked
from kit.pipeline.request import Options

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


@pytest.mark.parametrize(
    ("edition", "said", "way_out"),
    [
        ("calendar-entry", "needs a date", "`date:`"),
        ("group-list", "people at their tables", "`--people`"),
        ("sort-cards", "there are none in `small`", "another length"),
    ],
)
def test_a_document_that_cannot_be_made_is_told_each_time(
    make: Call, edition: str, said: str, way_out: str
) -> None:
    for _ in range(2):
        report = make(editions=(edition,))
        (problem,) = report.problems
        assert (problem.code, problem.severity) == ("nothing-to-make", Severity.ERROR)
        assert said in problem.message
        assert way_out in problem.hint
        assert report.exit_code == 2
        assert not report.made


def test_beside_others_it_is_a_warning_and_with_all_of_them_nothing(make: Call) -> None:
    for _ in range(2):
        report = make(editions=("run-of-show", "calendar-entry"))
        assert [problem.severity for problem in report.problems] == [Severity.WARNING]
        assert report.exit_code == 0
    from kit.editions.registry import EDITIONS  # noqa: PLC0415 - of this test alone

    assert make(editions=tuple(EDITIONS)).problems == ()


def test_documents_with_names_are_known_and_need_people() -> None:
    alone, together = Options(), Options()
    editions_asked(alone, ["certificates,worksheets"], people=False)
    (problem,) = alone.problems
    assert problem.code == "needs-people"
    assert "--people" in problem.hint
    assert editions_asked(together, ["certificates"], people=True) == ("certificates",)
    assert not together.problems


def test_an_unknown_document_shows_what_there_is() -> None:
    options = Options()
    editions_asked(options, ["nonsense"], people=False)
    (problem,) = options.problems
    assert "worksheets" in problem.hint
    assert "certificates" in problem.hint


def test_a_document_that_some_of_the_workshops_lack_is_told_in_one_line(
    make: Call, project: Path
) -> None:
    small = (project / "workshops/small.yaml").read_text("utf-8")
    bare = small.replace("    cards: [network-roles, network-match]\n", "")
    assert bare != small
    (project / "workshops/bare.yaml").write_text(bare, "utf-8")
    for _ in range(2):
        report = make(editions=("role-cards",))
        (problem,) = report.problems
        assert problem.severity is Severity.WARNING
        assert problem.message == "“Role cards”: there are none in `bare`; the others have them."
        assert "\n" not in str(problem)
        assert report.exit_code == 0
    from kit.editions.registry import EDITIONS  # noqa: PLC0415 - of this test alone

    assert make(editions=tuple(EDITIONS)).problems == ()
