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
    assert substitute(text, {"mentor": "advisor", "contact": None}, "en-US") == expected


@given(words, st.dictionaries(names, st.none() | words, max_size=4))
def test_a_text_without_terms_stays_as_it_is(text: str, terms: dict[str, str | None]) -> None:
    if not {name for _, name in term_marks(text)} & set(terms):
        assert substitute(text, terms, "en-US") == text


@given(st.lists(without_braces, min_size=2, max_size=6), names, words)
def test_a_term_is_replaced_wherever_it_stands(parts: list[str], name: str, word: str) -> None:
    text = f"{{{{ {name} }}}}".join(parts)
    assert substitute(text, {name: word}, "es") == (word or BLANK).join(parts)


@given(names, names)
def test_what_is_put_in_is_not_looked_through_again(first: str, second: str) -> None:
    terms: dict[str, str | None] = {second: "no", first: f"{{{{ {second} }}}}"}
    assert substitute(f"{{{{{first}}}}}", terms, "en-US") == f"{{{{ {second} }}}}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Find a {{ mentor }}.", "Find an advisor."),
        ("A {{ mentor }} waits. A {{mentor}}?", "An advisor waits. An advisor?"),
        ("an {{ peer }}, An {{ peer }}", "a peer, A peer"),
        ("a {{ peer }}; an {{ mentor }}", "a peer; an advisor"),
        ("With a\n  > {{ mentor }}", "With an\n  > advisor"),
        ("a **{{ mentor }}** and a “{{ mentor }}”", "an **advisor** and an “advisor”"),
        ("“A {{ mentor }}.” **A {{ mentor }}**", "“An advisor.” **An advisor**"),
        ("- A {{ mentor }}\n- A {{ mentor }}", "- An advisor\n- An advisor"),
        (
            "a {{ mentor }}’s word, a {{ mentor }}-led hour",
            "an advisor’s word, an advisor-led hour",
        ),
        # Only right before it, and only the word itself.
        ("a good {{ mentor }}", "a good advisor"),
        ("Anna {{ mentor }}, Veda {{ mentor }}", "Anna advisor, Veda advisor"),
        ("ward 3-a {{ mentor }}, x_a.a {{ mentor }}", "ward 3-a advisor, x_a.a advisor"),
        ("Form A {{ mentor }}", "Form A advisor"),
        ("`find a {{ mentor }}` or a {{ mentor }}", "`find a advisor` or an advisor"),
        ("a {{ contact }}, an {{ contact }}", f"a {BLANK}, an {BLANK}"),
        ("a {{ unknown }} an {{ unknown }}", "a {{ unknown }} an {{ unknown }}"),
        ("a{{ mentor }}", "aadvisor"),
    ],
)
def test_an_article_follows_the_words_of_its_term(text: str, expected: str) -> None:
    terms = {"mentor": "advisor", "peer": "peer", "contact": None}
    assert substitute(text, terms, "en-US") == expected


@pytest.mark.parametrize(("language", "expected"), [("en", "an"), ("en-GB", "an"), ("es", "a")])
def test_articles_are_english(language: str, expected: str) -> None:
    # In Spanish, “a” means “to”.
    text = substitute("Escriba a {{ mentor }}", {"mentor": "Inés"}, language)
    assert text == f"Escriba {expected} Inés"


@given(without_braces, names, st.sampled_from(["mentor", "advisor", "MD", "hour", ""]))
def test_nothing_but_the_article_changes(before: str, name: str, word: str) -> None:
    text = f"{before}{{{{ {name} }}}}"
    plain = before + (word or BLANK)
    assert substitute(text, {name: word}, "en-US").replace("n", "") == plain.replace("n", "")


def test_a_mark_is_given_as_it_is_written() -> None:
    assert term_marks("{{a}} and {{  b }}") == (("{{a}}", "a"), ("{{  b }}", "b"))


def test_every_text_below_a_definition_is_replaced() -> None:
    replaced = apply_terms(scenario(), {"mentor": "advisor", "thing": "reply"}, "en-US")
    assert replaced.title == "A late reply"
    assert dict(replaced.versions) == {"intern": "Your advisor waits.", "faculty": "Nobody waits."}
    assert replaced.questions == ("What would your advisor say?", "And then?")
    assert replaced.id == "late"


def test_the_definition_itself_is_left_alone() -> None:
    before = scenario()
    apply_terms(before, {"mentor": "advisor"}, "en-US")
    assert before == scenario()


def test_what_has_no_terms_is_not_copied() -> None:
    before = scenario()
    assert apply_terms(before, {"other": "word"}, "en-US") is before
    after = apply_terms(before, {"mentor": "advisor"}, "en-US")
    assert after is not before
    assert after.instructor is before.instructor


def test_replaced_mappings_stay_read_only() -> None:
    replaced = apply_terms(scenario(), {"mentor": "advisor"}, "en-US")
    with pytest.raises(TypeError):
        replaced.versions["intern"] = "x"  # type: ignore[index]
