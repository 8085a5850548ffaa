from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.errors import KitError
from kit.press.packets.slots import (
    PacketBody,
    PersonValues,
    as_shown,
    filled,
    slot_names,
    tokens_for,
)

SLOT = '<span class="slot" data-slot="name">Your name</span>'
HTML = f"<title>For {SLOT}</title><p>{SLOT} <span data-slot='not'>x</span></p>"


def test_slots_are_named_once_in_their_order() -> None:
    other = SLOT.replace('"name"', '"table"')
    assert slot_names(f"<p>{SLOT}{other}{SLOT}") == ("name", "table")
    assert slot_names("<p>none") == ()


@pytest.mark.parametrize(
    "html",
    [
        '<span data-slot="name"><b>x</b></span>',
        '<p data-slot="name">x</p>',
        "<span data-slot='name'>x</span>",
        "<span data-slot>x</span>",
    ],
)
def test_what_cannot_be_a_slot_is_refused(html: str) -> None:
    with pytest.raises(KitError) as caught:
        slot_names(html)
    assert [problem.code for problem in caught.value.problems] == ["no-slot"]


def test_texts_are_escaped_and_stand_bare_in_the_title() -> None:
    html = filled(f"<title>For {SLOT}</title><p>{SLOT}</p>", {"name": "A & <B>"})
    assert html == (
        "<title>For A &amp; &lt;B&gt;</title>"
        '<p><span class="slot" data-slot="name">A &amp; &lt;B&gt;</span></p>'
    )


@given(st.text())
def test_a_text_is_never_taken_for_a_pattern_or_for_html(text: str) -> None:
    html = filled(SLOT, {"name": text})
    assert slot_names(html) == ("name",)
    assert filled(html, {"name": "x"}) == filled(SLOT, {"name": "x"})


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (" a \n\t b ", "a b"),
        ("", ""),
        (" ", ""),
        ("a\u00a0 b", "a\u00a0 b"),
        ("\u2003a", "\u2003a"),
        ("a\x00\x07b\ud800\x85", "ab"),
    ],
)
def test_white_space_collapses_as_in_a_browser(value: str, shown: str) -> None:
    assert as_shown(value) == shown


def test_a_person_fills_the_slots_of_the_body_and_no_others() -> None:
    body = PacketBody(f"<p>{SLOT}</p>", "", Path())
    assert PersonValues("a", body, {"name": " A  B ", "role": "x"}).filling() == {"name": "A B"}
    with pytest.raises(KitError):
        PersonValues("a", body, {"role": "x"}).filling()


def test_tokens_occur_nowhere_else_and_empty_slots_stay_empty() -> None:
    html = f"<p>qqqq QqqZ {SLOT}"
    tokens = tokens_for(html, {"name": "Anna", "table": "", "cases": "x"})
    assert tokens["table"] == ""
    assert tokens["name"] != tokens["cases"]
    assert all(token not in html.casefold() for token in tokens.values() if token)
