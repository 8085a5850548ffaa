"""Sessions beside the whole: what few of them said stays unknown, and what is adverse is told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kit.answers.response import Answer, Response, Way
from kit.answers.store import Store
from kit.library import Library
from kit.reading.words import ENGLISH
from kit.reporting.comments.codebook import Codebook
from kit.reporting.findings import Rated, Why, Withheld
from kit.reporting.making import Computed, Source, Wanted, computed
from kit.reporting.phrases import Phrases
from kit.reporting.report import ReportMaker
from kit.reporting.scope import Scope
from tests.reporting.answered_form import described

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    Give = Callable[..., None]
    Find = Callable[..., Computed]

DAY = date(2027, 8, 12)


@pytest.fixture
def store(tmp_path: Path) -> Generator[Store]:
    with Store.at(tmp_path / "answers.sqlite") as opened:
        yield opened


@pytest.fixture
def give(store: Store) -> Give:
    number = 0

    def put(session: str, *values: str, field: str = "better", **form: object) -> None:
        nonlocal number
        given = []
        for each in values:
            number += 1
            answers = (Answer(field, (each,)),)
            described_form = described(session, **form)
            given.append(Response(described_form, Way.WEB, DAY, answers, str(number)))
        store.add(given)

    return put


@pytest.fixture
def find(store: Store, tmp_path: Path) -> Find:
    def found(name: str = "", language: str = "en-US") -> Computed:
        scope = Scope("session", name) if name else Scope()
        source = Source(store, records={})
        library, wanted = Library(tmp_path, tmp_path), Wanted(scope, language)
        made = computed(library, source, wanted, lambda each: each, Codebook(()))
        store.ledger.release(scope.key, made.admission.cells, DAY)
        return made

    return found


def of_better(found: Computed) -> Rated | Withheld:
    (form,) = found.analysis.forms
    (each,) = (each for each in form.findings if each.question.id == "better")
    assert isinstance(each, Rated | Withheld)
    return each


def test_not_applicable_of_few_cannot_be_told_from_the_whole(give: Give, find: Find) -> None:
    """All who answered are of one session: the three of the other said “not applicable”."""
    give("ward/large", *"4" * 20)
    give("ward/small", "na", "na", "na")
    whole = of_better(find())
    assert isinstance(whole, Rated)
    assert (whole.n, whole.not_applicable) == (20, 3)
    part = of_better(find("ward/large"))
    assert isinstance(part, Withheld)
    assert part.why is Why.REST


def test_not_applicable_of_a_late_form_waits_with_it(give: Give, find: Find) -> None:
    give("ward/large", *"444455", "na")
    first = of_better(find())
    give("ward/large", "na")
    second = of_better(find())
    assert isinstance(first, Rated)
    assert isinstance(second, Rated)
    assert (first.n, first.not_applicable) == (second.n, second.not_applicable) == (6, 1)


def test_a_session_where_all_agree_on_something_adverse_is_flagged(give: Give, find: Find) -> None:
    give("ward/happy", *"4455445544")
    give("ward/sad", *"11222")
    assert ("ward/sad", "Statement better.") in find().adverse
    assert not [name for name, _ in find().adverse if name == "ward/happy"]


@pytest.mark.parametrize("values", ["00123", "66666"])
def test_all_who_would_not_recommend_it_are_flagged(give: Give, find: Find, values: str) -> None:
    give("ward/sad", *values, field="recommend")
    assert find().adverse == (("A small workshop", "Recommend?"),)


def test_the_usual_version_is_that_of_most(give: Give, find: Find) -> None:
    give("ward/one", *"44444", version="zz")
    give("ward/two", *"4444444", version="zz")
    give("ward/three", *"55555", version="aa")
    across = find().analysis.across[0]
    assert [group.name for group in across.groups if group.other_version] == ["ward/three"]


def test_questions_have_the_words_of_the_reports_language(give: Give, find: Find) -> None:
    give("ward/one", *"4444444")
    spanish = tuple(
        # As a translation gives it: other words, the same answers.
        type(each)(
            each.key, each.item, each.kind, f"Frase {each.item}.", each.values, each.labels,
            asked=each.asked, scale=each.scale, headline=each.headline,
        )
        for each in described().fields
    )  # fmt: skip
    give("ward/one", *"44444", language="es", wording="es", fields=spanish)
    assert of_better(find()).question.text == "Statement better."
    found = of_better(find(language="es"))
    assert isinstance(found, Rated)
    assert (found.question.text, found.n, found.question.reworded) == ("Frase better.", 12, False)


def test_a_higher_threshold_holds_for_what_was_shown_before(
    give: Give, find: Find, store: Store, tmp_path: Path
) -> None:
    give("ward/one", *"444444")
    assert isinstance(of_better(find()), Rated)
    higher = computed(
        Library(tmp_path, tmp_path),
        Source(store, records={}),
        Wanted(threshold=10),
        lambda each: each,
        Codebook(()),
    )
    assert isinstance(of_better(higher), Withheld)


def test_ways_in_are_those_of_the_forms_that_the_response_rate_counts(
    give: Give, find: Find
) -> None:
    give("ward/one", *"444444")
    assert _ways(find()) == "Ways in of these 6 forms: web page (6)."
    give("ward/one", *"55555", form="small-follow-up", phase="follow-up")
    assert _ways(find()) == "Ways in of these 6 forms: web page (6)."


def _ways(found: Computed) -> str:
    return ReportMaker(found.analysis, Phrases(ENGLISH), DAY).view().ways
