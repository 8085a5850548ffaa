from __future__ import annotations

from kit.rendering.figures.label import escaped, plain
from kit.tailoring.terms import BLANK


def test_an_open_term_becomes_a_rule_to_write_on() -> None:
    assert plain(f"Ask {BLANK}\n now") == "Ask ______ now"


def test_markup_is_escaped_and_what_xml_cannot_hold_is_left_out() -> None:
    assert escaped("a <b> & \x00c") == "a &lt;b&gt; &amp; c"
