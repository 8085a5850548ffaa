"""Where a slot may stand: accepted places come out exactly, others are refused with a reason."""

from __future__ import annotations

from typing import Any

import pytest

NAMES = ("Anna", "Wilhelmina Steffi Griffin", "Žů")
SLOT = '<span class="slot" data-slot="name">name</span>'
FIXED = "table-layout: fixed; width: 16cm"
LONG_TABLE = f"<thead><tr><th>{SLOT}</thead>{'<tr><td>line' * 80}"
HEAD = ".h { position: running(h) }"

ACCEPTED = {  # HTML, and the style sheet
    "alone": (f"<p>{SLOT}</p>", ""),
    "after a label": (f"<p>Your name: {SLOT}</p>", ""),
    "after a mark": (f"<p>{SLOT}</p>", ".slot::before { content: 'Dr. ' }"),
    "in inline elements": (f"<p><b>Name <i>{SLOT}</i></b></p>", ""),
    "padded": (f"<p>Name <b>{SLOT}</b></p>", "b { padding: 0 4mm; margin-left: 3mm }"),
    "from the right": (f"<p>{SLOT}</p>", "p { text-align: right }"),
    "in the middle": (f"<p>{SLOT}</p>", "p { text-align: center }"),
    "justified": (f"<p>Name: {SLOT}</p>", "p { text-align: justify }"),
    "in a box": (f"<p>A <b>{SLOT}</b> B</p>", "b { display: inline-block; width: 9cm }"),
    "in a float": (f"<p>{SLOT}</p><div>B</div>", "p { float: right; width: 9cm }"),
    "absolute": (f"<p>{SLOT}</p>", "p { position: absolute; left: 1cm; right: 2cm; top: 0 }"),
    "absolute itself": (f"<p>A {SLOT}</p>", ".slot { position: absolute; right: 0; width: 9cm }"),
    "in a fixed table": (f"<table><tr><td>{SLOT}<td>B</table>", f"table {{ {FIXED} }}"),
    "in every table's head": (f"<table>{LONG_TABLE}</table>", f"table {{ {FIXED} }}"),
    "in a box in a flexible box": (
        f"<section><div><p>{SLOT}</p></div><div>B</div></section>",
        "section { display: flex } p { width: 9cm }",
    ),
    "in capitals": (f"<p>{SLOT}</p>", "p { text-transform: uppercase }"),
    "in small capitals": (f"<p>{SLOT}</p>", "p { font-variant: small-caps }"),
    "spaced": (f"<p>{SLOT}</p>", "p { letter-spacing: .1em; word-spacing: .2em }"),
    "plainly set": (f"<p>{SLOT}</p>", "p { font-kerning: none; font-variant-ligatures: none }"),
    "coloured": (f"<p>{SLOT}</p>", "p { color: #456 }"),
    "turned": (f"<p>{SLOT}</p>", "p { transform: rotate(90deg); width: 9cm }"),
    "framed": (f"<p>{SLOT}</p>", "p { border: 1pt solid; background: #eee; padding: 2mm }"),
    "in a list": (f"<ol><li>One<li>{SLOT}</ol>", ""),
    "in a heading without a bookmark": (f"<h2>{SLOT}</h2>", "h2 { bookmark-level: none }"),
    "in a running head": (
        f"<p class=h>{SLOT}</p><p>A",
        f"@page {{ @top-left {{ content: element(h); width: 9cm }} }} {HEAD}",
    ),
    "above a float": (f"<p>{SLOT}</p><p class=f>Aside</p><p>B", ".f { float: right }"),
}
TWO_PAGES = f"<div></div><p>{'long ' * 20}{SLOT}</p>"
TARGET = f'<p id="x">{SLOT}</p><p><a href="#x">See</a></p>'

REFUSED = {  # HTML, the style sheet, and what the reason says
    "text after it": (f"<p>Dear {SLOT}, welcome</p>", "", "follows"),
    "a second slot": (f"<p>{SLOT} {SLOT}</p>", "", "follows"),
    "a mark after it": (f"<p>{SLOT}</p>", ".slot::after { content: '.' }", "follows"),
    "text under it": (f"<p>{SLOT}<br>welcome</p>", "", "more than one line"),
    "a paragraph": (f"<p>{'long ' * 40}{SLOT}</p>", "", "more than one line"),
    "two pages": (TWO_PAGES, "div { height: 20.4cm } p { orphans: 1; widows: 1 }", "two pages"),
    "underlined": (f"<p><u>{SLOT}</u></p>", "", "underlined"),
    "a link": (f'<p><a href="#x">{SLOT}</a></p><p id=x>X', "", "link"),
    "a linked block": (f'<a href="#x"><p>{SLOT}</p></a><p id=x>X', "a { display: block }", "link"),
    "a target": (f'<p><b id="x">{SLOT}</b></p><a href="#x">X</a>', "", "link leads"),
    "background": (f"<p>{SLOT}</p>", ".slot { background: #eee }", "background"),
    "border": (f"<p>{SLOT}</p>", ".slot { border-bottom: 1pt solid }", "border"),
    "as wide as it is": (f"<p>{SLOT}</p>", ".slot { display: inline-block }", "as wide"),
    "a float as wide": (f"<p>{SLOT}</p>", "p { float: left }", "as wide"),
    "absolute, as wide": (f"<p>{SLOT}</p>", "p { position: absolute; left: 0 }", "as wide"),
    "an automatic table": (f"<table><tr><td>{SLOT}<td>B</table>", "", "table"),
    "a flexible box": (f"<div><p>{SLOT}</p><p>B</p></div>", "div { display: flex }", "flexible"),
    "a grid": (f"<div><p>{SLOT}</p><p>B</p></div>", "div { display: grid }", "grid"),
    "beside a float": (f"<p class=f>A</p><p>{SLOT}</p>", ".f { float: right }", "float"),
    "right, labelled": (f"<p>Name: {SLOT}</p>", "p { text-align: right }", "from the left"),
    "ellipsis": (f"<p>{SLOT}</p>", "p { overflow: hidden; text-overflow: ellipsis }", "ellipsis"),
    "right to left": (f"<p>{SLOT}</p>", "p { direction: rtl }", "right to left"),
    "hidden": (f"<p>{SLOT}</p>", "p { visibility: hidden }", "visible"),
    "transparent": (f"<p>{SLOT}</p>", "p { opacity: .5 }", "group"),
    "first letter": (f"<p>{SLOT}</p>", "p::first-letter { font-size: 20pt }", "in part"),
    "a bookmark": (f"<h2>{SLOT}</h2>", "", "bookmark"),
    "a named string": (
        f"<p>{SLOT}</p>",
        "@page { @top-left { content: string(s) } } p { string-set: s content() }",
        "outside",
    ),
    "target text": (TARGET, "a::after { content: target-text(attr(href)) }", "outside"),
    "a margin box as wide": (
        f"<p class=h>{SLOT}</p><p>A",
        f"@page {{ @top-left {{ content: element(h) }} }} {HEAD}",
        "as wide",
    ),
}


@pytest.fixture(scope="module")
def people_of(tools: Any, body_of: Any) -> Any:
    return lambda inner, css: [tools.person(body_of(inner, css), name) for name in NAMES]


@pytest.mark.parametrize(("inner", "css"), ACCEPTED.values(), ids=ACCEPTED)
def test_texts_are_exchanged_where_nothing_else_moves(
    make: Any, assert_same: Any, people_of: Any, inner: str, css: str
) -> None:
    people = people_of(inner, css)
    packets = make(people)
    assert [packet.reason for packet in packets] == [""] * 3
    for person, packet in zip(people, packets, strict=True):
        assert_same(person, packet.pdf)


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_elsewhere_packets_are_printed_directly(
    make: Any, assert_same: Any, people_of: Any, case: tuple[str, str, str]
) -> None:
    inner, css, reason = case
    people = people_of(inner, css)
    packets = make(people)
    assert all(packet.direct for packet in packets)
    assert all(reason in packet.reason for packet in packets), packets[0].reason
    assert_same(people[1], packets[1].pdf)
