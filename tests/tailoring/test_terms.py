from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.definitions.scenario import Scenario, ScenarioNotes
from kit.tailoring.terms import BLANK, apply_terms, substitute, term_marks

names = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
words = st.text(max_size=30)
without_braces = words.filter(lambda text: "{" not in text and "}" not in text)


def scenario() -> Scenario:
    return Scenario(
        id="late",
        title="A late {{ thing }}",
        themes=("time",),
        versions={"intern": "Your {{ mentor }} waits.", "faculty": "Nobody waits."},
        questions=("What would your {{mentor}} say?", "And then?"),
        instructor=ScenarioNotes(listen_for=("A date.",)),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ mentor }}s and {{mentor}}", "advisors and advisor"),
        ("{{  mentor  }}", "advisor"),
        ("{{ unknown }} stays", "{{ unknown }} stays"),
        ("{{ contact }}", BLANK),
        ("{{ mentor | upper }}", "{{ mentor | upper }}"),
        ("{{ 7 * 7 }} {% if x %}", "{{ 7 * 7 }} {% if x %}"),
        ("{{ mentor", "{{ mentor"),
        ("{ mentor }", "{ mentor }"),
    ],
)
def test_only_declared_terms_are_replaced(text: str, expected: str) -> None:
    assert substitute(text, {"mentor": "advisor", "contact": None}) == expected


@given(words, st.dictionaries(names, st.none() | words, max_size=4))
def test_a_text_without_terms_stays_as_it_is(text: str, terms: dict[str, str | None]) -> None:
    if not {name for _, name in term_marks(text)} & set(terms):
        assert substitute(text, terms) == text


@given(st.lists(without_braces, min_size=2, max_size=6), names, words)
def test_a_term_is_replaced_wherever_it_stands(parts: list[str], name: str, word: str) -> None:
    text = f"{{{{ {name} }}}}".join(parts)
    assert substitute(text, {name: word}) == (word or BLANK).join(parts)


@given(names, names)
def test_what_is_put_in_is_not_looked_through_again(first: str, second: str) -> None:
    terms: dict[str, str | None] = {second: "no", first: f"{{{{ {second} }}}}"}
    assert substitute(f"{{{{{first}}}}}", terms) == f"{{{{ {second} }}}}"


def test_a_mark_is_given_as_it_is_written() -> None:
    assert term_marks("{{a}} and {{  b }}") == (("{{a}}", "a"), ("{{  b }}", "b"))


def test_every_text_below_a_definition_is_replaced() -> None:
    replaced = apply_terms(scenario(), {"mentor": "advisor", "thing": "reply"})
    assert replaced.title == "A late reply"
    assert dict(replaced.versions) == {"intern": "Your advisor waits.", "faculty": "Nobody waits."}
    assert replaced.questions == ("What would your advisor say?", "And then?")
    assert replaced.id == "late"


def test_the_definition_itself_is_left_alone() -> None:
    before = scenario()
    apply_terms(before, {"mentor": "advisor"})
    assert before == scenario()


def test_what_has_no_terms_is_not_copied() -> None:
    before = scenario()
    assert apply_terms(before, {"other": "word"}) is before
    after = apply_terms(before, {"mentor": "advisor"})
    assert after is not before
    assert after.instructor is before.instructor


def test_replaced_mappings_stay_read_only() -> None:
    replaced = apply_terms(scenario(), {"mentor": "advisor"})
    with pytest.raises(TypeError):
        replaced.versions["intern"] = "x"  # type: ignore[index]
