from __future__ import annotations

import pytest

from kit.errors import KitError
from kit.pipeline.request import Request, choose


def test_names_may_stand_together_or_apart() -> None:
    assert choose("--format", ["pdf,html"], ("html", "pdf")) == ("html", "pdf")
    assert choose("--format", ["pdf", " html , pdf"], ("html", "pdf")) == ("html", "pdf")
    assert choose("--format", [], ("html", "pdf")) == ()


def test_every_unknown_name_is_told_at_once() -> None:
    with pytest.raises(KitError) as caught:
        choose("--edition", ["workshets,foo"], ("worksheets", "run-of-show"))
    messages = {problem.message: problem.hint for problem in caught.value.problems}
    assert messages == {
        "`--edition` does not know `workshets`.": "Did you mean `worksheets`?",
        "`--edition` does not know `foo`.": "There is: `worksheets`, `run-of-show`.",
    }


def test_only_what_shows_in_documents_makes_another_option() -> None:
    plain = Request().options()
    assert Request(jobs=3, key="x", pdf_required=True).options() == plain
    for other in (
        Request(length="short"), Request(audience="short"), Request(paper="a4"),
        Request(start="9:00"), Request(formats=("pdf",)), Request(editions=("x",)),
        Request(strict=True),
    ):  # fmt: skip
        assert other.options() != plain


def test_a_document_with_names_is_made_with_the_packets() -> None:
    with pytest.raises(KitError) as caught:
        choose("--edition", ["certificates"], ("worksheets", "run-of-show"))
    (problem,) = caught.value.problems
    assert "--people" in problem.hint
