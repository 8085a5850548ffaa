from __future__ import annotations

from typing import TYPE_CHECKING

from tinyhtml5 import parse

from kit.press.fillable.form_places import form_places
from kit.press.fillable.places import told_apart

if TYPE_CHECKING:
    from kit.press.fillable.places import Place

CHECK = '<td><span class="check"></span></td>'
AGREE = """ data-answers='[["1", "No"], ["2", "Yes"], ["na", "N/A"]]'"""
NUMBER = '<span class="q-number">4</span>'
ID = '<span class="q-id">fair</span>'


def places(html: str) -> tuple[Place, ...]:
    return told_apart(form_places(parse(f"<main>{html}</main>", namespace_html_elements=False)))


def said(html: str) -> list[tuple[str, str, str, str]]:
    return [(each.kind, each.name, each.value, each.asks) for each in places(html)]


def test_a_rating_is_one_choice_of_the_items_name() -> None:
    row = f'<tr data-item="fair"><th>{NUMBER} It was fair. {ID}</th>{CHECK * 3}</tr>'
    html = f"<table{AGREE}><tbody>{row}</tbody></table>"
    assert said(html) == [
        ("choice", "fair", "1", "It was fair.: No"),
        ("choice", "fair", "2", "It was fair.: Yes"),
        ("choice", "fair", "na", "It was fair.: N/A"),
    ]
    assert {place.question for place in places(html)} == {"It was fair."}


def test_a_pair_is_two_choices() -> None:
    times = """ data-times='[["before", "Before"], ["now", "Now"]]'"""
    html = (
        f"""<table data-answers='[["1", "Low"], ["2", "High"]]'{times}><tbody>"""
        f'<tr data-item="fair"><th>I can</th>{CHECK * 4}</tr></tbody></table>'
    )
    assert [(name, value, asks) for _, name, value, asks in said(html)] == [
        ("fair.before", "1", "I can: Before: Low"),
        ("fair.before", "2", "I can: Before: High"),
        ("fair.now", "1", "I can: Now: Low"),
        ("fair.now", "2", "I can: Now: High"),
    ]


def test_several_answers_are_ticked_each_for_itself_and_other_is_written() -> None:
    html = (
        '<div data-item="who" data-several="yes"'
        """ data-answers='[["1", "A"], ["other", "Other"]]'>"""
        '<p>Who?</p><ul><li><span class="check"></span>A</li>'
        '<li><span class="check"></span>Other <span class="write-in"></span></li></ul></div>'
    )
    assert said(html) == [
        ("tick", "who.1", "1", "Who?: A"),
        ("tick", "who.other", "other", "Who?: Other"),
        ("text", "who_other", "", "Who?: Other"),
    ]


def test_one_answer_with_other_leaves_the_items_name_to_the_choice() -> None:
    html = (
        """<div data-item="who" data-answers='[["1", "A"], ["other", "Other"]]'>"""
        '<p>Who?</p><ul><li><span class="check"></span>A</li>'
        '<li><span class="check"></span>Other <span class="write-in"></span></li></ul></div>'
    )
    assert [(kind, name) for kind, name, *_ in said(html)] == [
        ("choice", "who"),
        ("choice", "who"),
        ("text", "who_other"),
    ]


def test_a_commitment_is_written_on_its_lines() -> None:
    rule = '<span class="slip-rule"></span>'
    html = (
        '<div data-item="step"><p>One step</p>'
        f'<p class="slip-line" data-part="what"><b>What</b>{rule}'
        f'</p><p class="slip-line" data-part="what">{rule}</p>'
        f'<p class="slip-line" data-part="by-when"><b>By when</b>{rule}</p></div>'
    )
    assert [(name, asks) for _, name, _, asks in said(html)] == [
        ("step.what", "One step: What"),
        ("step.what_2", "One step: What 2"),
        ("step.by-when", "One step: By when"),
    ]


def test_an_open_question_is_one_text_of_several_lines() -> None:
    lines = '<div class="lines"><div class="line"></div><div class="line"></div></div>'
    (place,) = places(f'<div data-item="why"><p>{NUMBER} Why?</p>{lines}</div>')
    assert (place.kind, place.name, place.asks, place.rows) == ("text", "why", "Why?", 2)


def test_a_template_of_ones_own_with_other_boxes_has_no_answers_in_the_wrong_place() -> None:
    row = f'<tr data-item="fair"><th>Fair</th>{CHECK * 2}</tr>'
    assert said(f"<table{AGREE}><tbody>{row}</tbody></table>") == []
