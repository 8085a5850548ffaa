from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import KitError
from kit.rendering import markdown
from kit.rendering.markdown import inline, plain_text, prose
from kit.tailoring.terms import BLANK


def test_markdown_becomes_html() -> None:
    assert prose("One *small* **step**.\n\n- a\n- b", {}) == (
        "<p>One <em>small</em> <strong>step</strong>.</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"
    )


def test_quotation_marks_are_set_as_in_a_book() -> None:
    assert inline('Say "hello", don\'t shout', {}) == "Say “hello”, don’t shout"


def test_citations_become_the_numbers_of_this_document() -> None:
    html = prose("Known for long [@straus2013; @li2010].", {"straus2013": 2, "li2010": 5})
    assert html == (
        '<p>Known for long<sup class="cite">'
        '<a href="#ref-straus2013" aria-label="Reference 2">2</a>,'
        '<a href="#ref-li2010" aria-label="Reference 5">5</a></sup>.</p>'
    )


def test_a_work_that_the_document_does_not_list_is_not_cited_in_it() -> None:
    assert prose("Known [@straus2013] for long.", {}) == "<p>Known for long.</p>"


def test_an_unfilled_term_is_a_line_to_write_on() -> None:
    assert inline(f"Turn to {BLANK}.", {}) == 'Turn to <span class="write-in"></span>.'
    assert plain_text(f"Turn to {BLANK}.") == "Turn to …."


def test_headings_and_pictures_have_no_place_in_a_text() -> None:
    html = prose("# Big\n\n![x](http://example.org/a.png)", {})
    assert "<h1" not in html
    assert "<img" not in html


def test_markup_is_sanitised() -> None:
    html = prose(
        '<script>alert(1)</script><a href="javascript:alert(1)" onclick="x()">go</a>'
        '<p style="position:fixed" class="kind">text</p>',
        {},
    )
    assert "script" not in html
    assert "onclick" not in html
    assert "style" not in html
    assert "class" not in html


FRAGMENTS = st.lists(
    st.sampled_from(
        ["<", ">", "script", "img src=x onerror=y", "](javascript:x)", "[a", "*", "`", "\n", "&#"]
    )
    | st.text(max_size=8),
    max_size=12,
).map("".join)


@given(FRAGMENTS)
def test_nothing_that_runs_comes_out(text: str) -> None:
    html = prose(text, {}).casefold()
    for tag in re.findall(r"<[^>]*>", html):
        assert not re.search(r"<\s*/?\s*(script|img|iframe|svg|style|object|form)", tag)
        assert not re.search(r"\son\w+\s*=|javascript:", tag)


def test_titles_are_plain() -> None:
    assert plain_text("A *small* step & more [@li2010]") == "A small step & more"


@pytest.mark.parametrize("text", ["- " * 500, "1. " * 1000])
def test_a_text_that_is_too_deep_is_told_and_the_next_one_is_set(text: str) -> None:
    with pytest.raises(KitError) as refused:
        prose(text + "deep", {})
    assert [problem.code for problem in refused.value.problems] == ["text"]
    assert "too deeply" in refused.value.problems[0].message
    assert prose("After *that*.", {}) == "<p>After <em>that</em>.</p>"


@pytest.mark.parametrize(
    ("piece", "sign"),
    [("[", "["), ("[ ", "["), ("[a](", "["), ("[^", "["), ("<a ", "<"), ("<a href=", "<")],
)
def test_signs_that_open_nothing_do_not_reach_the_converter(
    piece: str, sign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached: list[str] = []
    convert = markdown._converted

    def noted(text: str) -> str:
        reached.append(text)
        return convert(text)

    monkeypatch.setattr(markdown, "_converted", noted)
    text = piece * 5000 + " [so](https://example.org) <b>end</b>"
    html = prose(text, {})
    assert reached[-1].count(sign) <= 3
    assert unescape(html).count(sign) >= 5000
    assert '<a href="https://example.org"' in html


def test_a_few_signs_are_left_as_they_are() -> None:
    assert prose("[a] < b and [c", {}) == "<p>[a] &lt; b and [c</p>"
    links = "[a](https://example.org/a) " * 100
    assert prose(links, {}).count("<a ") == 100
