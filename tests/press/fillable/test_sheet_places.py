from __future__ import annotations

from typing import TYPE_CHECKING

from tinyhtml5 import parse

from kit.press.fillable.places import told_apart
from kit.press.fillable.sheet_places import sheet_places

if TYPE_CHECKING:
    from kit.press.fillable.places import Place

WORDS = """ data-fill-in='{"words": {"own": "Your own, {n}", "row": "Row {n}", "add": "more",
 "signed": "type it"}}'"""


def places(block: str) -> tuple[Place, ...]:
    html = f'<main{WORDS}><div data-block="plan">{block}</div></main>'
    return told_apart(sheet_places(parse(html, namespace_html_elements=False)))


def said(block: str) -> list[tuple[str, str, str]]:
    return [(each.kind, each.name, each.asks) for each in places(block)]


def test_lines_are_named_by_their_block_and_ask_its_question() -> None:
    prompt = '<div class="prompt"><p>What next?</p><p class="example">Say: a book.</p></div>'
    lines = '<div class="lines"><div class="line"></div></div>'
    assert said(prompt + lines) == [("text", "plan/lines", "What next?")]
    assert said(f'{prompt}<div class="draw-box"></div>') == [("text", "plan/box", "What next?")]


def test_lines_of_a_slip_have_their_own_words() -> None:
    rule = '<span class="slip-rule"></span>'
    slip = (
        f'<p class="slip-line"><b>I will</b>{rule}</p><p class="slip-line">{rule}</p>'
        f'<p class="slip-line"><b>By</b>{rule}</p>'
    )
    assert said(slip) == [
        ("text", "plan/I will", "I will"),
        ("text", "plan/I will (2)", "I will (2)"),
        ("text", "plan/By", "By"),
    ]


def test_a_full_stop_is_no_step_of_a_name() -> None:
    item = '<ul><li><span class="check"></span>Dr. Who</li></ul>'
    assert said(item) == [("tick", "plan/Dr· Who", "Dr. Who")]


def test_a_persons_own_line_is_ticked_and_written() -> None:
    item = '<li class="blank"><span class="check"></span><span class="write-in"></span></li>'
    assert said(f"<h3>Which?</h3><ul>{item}</ul>") == [
        ("tick", "plan/own 1/tick", "Which?: Your own, 1"),
        ("text", "plan/own 1", "Which?: Your own, 1"),
    ]


def test_cells_are_named_by_row_and_column() -> None:
    table = (
        '<table class="fill"><thead><tr><td></td><th>Now</th></tr></thead><tbody>'
        "<tr><th>Coach</th><td></td></tr><tr><td></td><td></td></tr></tbody></table>"
    )
    assert said(table) == [
        ("text", "plan/Coach/Now", "Coach: Now"),
        ("text", "plan/own 1/", "Row 1"),
        ("text", "plan/own 1/Now", "Row 1: Now"),
    ]


def test_ratings_are_choices_and_a_gap_is_short() -> None:
    table = (
        '<table class="grid"><thead><tr><td></td><th>A</th><th>Gap</th></tr></thead><tbody>'
        '<tr data-row="career"><th>Career</th>'
        '<td data-label="Now"><span class="pick">1</span><span class="pick">2</span></td>'
        '<td data-label="Gap"><span class="gap-box"></span></td></tr></tbody></table>'
    )
    assert said(table) == [
        ("choice", "plan/career/Now", "Career: Now: 1"),
        ("choice", "plan/career/Now", "Career: Now: 2"),
        ("text", "plan/career/Gap", "Career: Gap"),
    ]
    assert [place.value for place in places(table)] == ["1", "2", ""]
    assert places(table)[-1].longest == 6


def test_the_second_of_one_name_is_told_apart() -> None:
    ticks = '<td class="tick" data-label="No"><span class="check"></span></td>'
    row = f"<tr><th>Same</th>{ticks}</tr>"
    table = f'<table class="grid"><tbody>{row}{row}</tbody></table>'
    assert [name for _, name, _ in said(table)] == ["plan/Same", "plan/Same (2)"]


def test_what_is_printed_leaves_a_place_of_the_name_that_a_blank_cell_has() -> None:
    def row(cell: str) -> str:
        return (
            '<table class="fill"><thead><tr><td></td><th>We agree</th></tr></thead><tbody>'
            f"<tr><th>Meetings</th>{cell}</tr></tbody></table>"
        )

    ((kind, name, asks),) = said(row('<td class="with-room">Once a month</td>'))
    assert (kind, name) == said(row("<td></td>"))[0][:2] == ("text", "plan/Meetings/We agree")
    assert asks == "Meetings: We agree: more"
    assert said(row("<td>Once a month</td>")) == []


def test_each_line_to_sign_says_whose_it_is_and_so_does_its_date() -> None:
    lines = "".join(
        f'<div class="signature"><p class="signed">{who}</p><p class="dated">Date</p></div>'
        for who in ("Mentee", "Mentor")
    )
    assert said(lines) == [
        ("text", "plan/Mentee", "Mentee: type it"),
        ("text", "plan/Mentee/Date", "Mentee: Date"),
        ("text", "plan/Mentor", "Mentor: type it"),
        ("text", "plan/Mentor/Date", "Mentor: Date"),
    ]


def test_large_print_has_the_names_of_the_usual_size() -> None:
    answers = (
        '<ul class="checklist answers"><li><span class="check"></span>No</li>'
        '<li><span class="check"></span>Yes</li></ul>'
    )
    assert said(f'<div class="statement" data-row="fair"><p>It is fair</p>{answers}</div>') == [
        ("choice", "plan/fair", "It is fair: No"),
        ("choice", "plan/fair", "It is fair: Yes"),
    ]
    entry = (
        '<div class="entry"><p class="entry-title"><b>Coach</b></p><p class="field-line">Now</p>'
        '<div class="entry-field"><p class="field-name">Why</p><div class="field-room"></div></div>'
        "</div>"
    )
    assert said(entry) == [
        ("text", "plan/Coach/Now", "Coach: Now"),
        ("text", "plan/Coach/Why", "Coach: Why"),
    ]
