"""What a cohort's changes replace, and what is said when it changes beneath them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.tailoring.patching.beneath import NOTHING, changed_beneath, digest_of, usual_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.reading.nodes import Value

    Call = Callable[..., Any]

CASE = "change: {two-advisors: {versions: {intern: Your mentors disagree.}}}"


def test_every_kind_of_value_has_its_path(cohort: Call, session: Call) -> None:
    cohort(
        """
        change:
          workshop: {title: Asking well, key_points: [Ask., Ask again.], terms: {mentor: guide}}
          welcome: {title: Hello, minutes: {short: 5}, instructor: {say: Good morning.}}
          request: {blocks: [{id: request-need, lines: 4}]}
          late-feedback: {title: The draft}
        """
    )
    replaced = {each.path: each for each in session().beneath}
    assert set(replaced) == {
        "workshop/title",
        "workshop/key_points",
        "workshop/terms/mentor",
        "welcome/title",
        "welcome/minutes/short",
        "welcome/instructor/say",
        "request/blocks/request-need/lines",
        "late-feedback/title",
    }
    assert replaced["workshop/terms/mentor"].digest == digest_of("mentor")
    assert replaced["welcome/minutes/short"].digest == digest_of(4)


def test_both_places_are_known(cohort: Call, session: Call, line_of: Call) -> None:
    cohort("change: {late-feedback: {title: The draft}, two-advisors: {role: the pupil}}")
    replaced = {each.path: each for each in session().beneath}
    file = "workshops/shared/scenarios.yaml"
    title = replaced["late-feedback/title"]
    assert title.usual.file.endswith("shared/scenarios.yaml")
    assert title.usual.line == line_of("title: The draft", file)
    assert title.at.file.endswith("cohorts/group.yaml")
    assert title.at.source[title.at.column - 1 :].startswith("title: The draft")
    # What the workshop does not have stands where the thing does.
    absent = replaced["two-advisors/role"]
    assert absent.digest == NOTHING
    assert absent.usual.line == line_of("id: two-advisors")


def test_what_the_cohort_wrote_itself_is_not_the_workshops(cohort: Call, session: Call) -> None:
    cohort(
        """
        change:
          request: {blocks: [{id: request-need, lines: 4}]}
          request-need: {lines: 5}
        """
    )
    assert [each.path for each in session().beneath] == ["request/blocks/request-need/lines"]


def test_a_digest_is_that_of_the_meaning() -> None:
    assert digest_of({"a": "x\n", "b": [1]}) == digest_of({"b": [1], "a": "x"})
    values: tuple[Value, ...] = ("1", 1, True, None, "", [], "a b")
    assert len({digest_of(each) for each in values}) == len(values)


def test_only_what_is_another_than_before_is_told(cohort: Call, session: Call) -> None:
    cohort(CASE)
    loaded = session()
    usual = usual_of(loaded.beneath)
    assert list(changed_beneath(loaded, usual)) == []
    assert list(changed_beneath(loaded, {})) == []
    (problem,) = changed_beneath(loaded, dict.fromkeys(usual, digest_of("Another text.")))
    assert problem.code == "changed-beneath"
    assert str(problem.severity) == "warning"
    assert problem.where
    assert problem.where.source[problem.where.column - 1 :].startswith("intern: Your mentors")
    assert "small.yaml:" in problem.message
    assert "`kit show small`" in problem.hint
    assert "`kit check group --looked`" in problem.hint


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ({"two-advisors/versions": NOTHING}, True),
        ({"two-advisors": NOTHING}, True),
        ({"two-advisors/versions": digest_of({})}, False),
        ({"two-advisors/versions/faculty": NOTHING}, False),
    ],
)
def test_what_stood_in_nothing_was_nothing(
    cohort: Call, session: Call, before: dict[str, str], told: bool
) -> None:
    cohort(CASE)
    assert bool(list(changed_beneath(session(), before))) is told
