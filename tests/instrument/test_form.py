from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.instrument.form import form_of
from kit.library import Library
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.instrument.form import Form

    Make = Callable[..., Form | None]
    Edit = Callable[..., Path]


@pytest.fixture
def make(project: Path) -> Make:
    def form(phase: str = "end", **choice: object) -> Form | None:
        (loaded,), problems = load_workshops(Library(None, project), ["small"])
        assert not problems
        return form_of(tailor(loaded, Choice(**choice)), phase)  # type: ignore[arg-type]

    return form


def layout(form: Form | None) -> list[tuple[str, list[str]]]:
    assert form
    return [
        (section.kind, [question.item.id for question in section.questions])
        for section in form.sections
    ]


def test_sections_stand_in_the_order_of_answering(make: Make) -> None:
    assert layout(make()) == [
        ("objectives", ["can-respond"]),
        ("agreement", ["mentoring-improved"]),
        ("before-now", ["knows-gap", "writes-request"]),
        ("choices", ["recommend", "most-useful"]),
        ("commitment", ["one-change"]),
        ("open", ["improve"]),
    ]


def test_questions_are_numbered_through(make: Make) -> None:
    form = make()
    assert form
    assert [question.number for question in form.questions] == list(range(1, 9))
    assert form.answers == 12


def test_only_statements_on_objectives_complete_the_stem(make: Make) -> None:
    form = make()
    assert form
    stems = {section.kind: section.stem for section in form.sections}
    assert stems.pop("objectives") == "As a result of this session, I can …"
    assert set(stems.values()) == {""}


def test_a_section_carries_its_scale(make: Make) -> None:
    form = make()
    assert form
    scales = {section.kind: section.scale.id for section in form.sections if section.scale}
    assert scales == {"objectives": "agreement", "agreement": "agreement", "before-now": "ability"}
    assert form.sections[0].questions[0].scale is form.sections[0].scale


def test_a_length_asks_about_its_own_objectives(make: Make) -> None:
    assert "objectives" not in dict(layout(make(length="short")))


def test_the_follow_up_form_is_one_of_its_own(make: Make) -> None:
    form = make("follow-up")
    assert form
    assert (form.id, form.phase, form.title) == ("small-follow-up", "follow-up", "Asking a mentor")
    assert "What became of it?" in form.purpose
    assert layout(form) == [
        ("agreement", ["mentoring-improved"]),
        ("choices", ["relationship-changed", "request-sent"]),
        ("open", ["request-story"]),
    ]
    assert form.minutes == 2


def test_the_end_form_says_what_it_takes(make: Make) -> None:
    form = make()
    assert form
    assert (form.id, form.minutes) == ("small", 3)


def test_another_scale_opens_a_section_of_its_own(make: Make, edit: Edit) -> None:
    edit(
        "  open:\n    - id: improve",
        "    - {id: pace-mattered, kind: scale, scale: importance, text: The pace.}\n"
        "    - {id: room-was-fine, kind: scale, text: The room was fine.}\n"
        "  open:\n    - id: improve",
    )
    # The commitment comes right before: move it away, so that the ratings are not about it.
    edit("    - id: one-change\n      kind: commitment", "    - id: one-change\n      kind: text")
    kinds = layout(make())
    assert ("agreement", ["mentoring-improved", "room-was-fine"]) in kinds
    assert ("scale", ["pace-mattered"]) in kinds


def test_a_rating_right_behind_a_commitment_stays_there(make: Make, edit: Edit) -> None:
    edit(
        "  open:\n    - id: improve",
        "    - {id: how-sure, kind: scale, scale: ability, text: How sure are you?}\n"
        "  open:\n    - id: improve",
    )
    assert [kind for kind, _ in layout(make())][-3:] == ["commitment", "scale", "open"]


def test_a_workshop_without_a_follow_up_has_no_such_form(make: Make, project: Path) -> None:
    path = project / "workshops" / "small.yaml"
    text = path.read_text(encoding="utf-8")
    start, end = text.index("  follow_up:"), text.index("disclosure:")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    assert make("follow-up") is None


@pytest.mark.parametrize("phase", ["end", "follow-up"])
def test_where_answers_are_linked_both_forms_end_with_a_code(make: Make, phase: str) -> None:
    plain, form = make(phase), make(phase, linking=True)
    assert plain
    assert form
    assert not plain.is_confidential
    assert form.is_confidential
    assert layout(form) == [*layout(plain), ("code", ["link-code"])]
    assert form.version != plain.version
