"""What entry, invitation and reminder say of a check-point: stage, what to bring, what is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import icalendar
import pytest

from kit.editions.checkpoint_here import checkpoint_here
from kit.editions.registry import EDITIONS
from kit.editions.setting import Setting
from kit.library import find_library
from kit.rendering.markdown import plain_text
from kit.rendering.render import Renderer
from tests.editions.test_program_plan import PROGRAM, setting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

DOCUMENTS = ("calendar-entry", "invitation", "reminder")
PEN = "Bring a pen."


def at(session: str, **more: Any) -> Setting:
    usual = setting()
    assert usual.occasion is not None
    here = replace(usual.occasion, session=f"mentees/{session}", number=2, **more)
    return replace(usual, occasion=here)


def text_of(name: str, made: Any, here: Setting, project: Path) -> str:
    edition = EDITIONS[name]
    view = edition.view(made, here)
    if edition.write:
        (event,) = icalendar.Calendar.from_ical(edition.write(view, plain_text)).walk("VEVENT")
        return f"{event['summary']}\n{event['description']}"
    text = Renderer(find_library(project).folders("templates")).render(edition, view, "letter").text
    assert text is not None
    return text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_check_point_says_its_stage_and_what_to_bring(
    name: str, tailored: Call, project: Path
) -> None:
    made = tailored()
    text = text_of(name, made, at("fall"), project)
    assert f"{made.workshop.title} (Write)" in text.splitlines()[0]
    said = "Please bring:\n- One page with a title\nWhat you are asked:\n- What holds you up?"
    assert said in text
    assert PEN not in text
    assert "secret" not in text
    assert "\n\n\n" not in text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_another_session_of_the_program_says_neither(
    name: str, tailored: Call, project: Path
) -> None:
    text = text_of(name, tailored(), at("spring"), project)
    assert "(Write)" not in text
    assert "Please bring:" not in text
    assert (PEN in text) == (name != "invitation")
    assert text == text_of(name, tailored(), at("spring", program=None), project)


@pytest.mark.parametrize("name", ["calendar-entry", "reminder"])
def test_a_pen_is_named_where_the_plan_names_nothing_to_bring(
    name: str, tailored: Call, project: Path
) -> None:
    (check,) = PROGRAM.checkpoints
    bare = PROGRAM.model_copy(update={"checkpoints": (check.model_copy(update={"bring": ()}),)})
    text = text_of(name, tailored(), at("fall", program=bare), project)
    assert PEN in text
    assert "What you are asked:\n- What holds you up?" in text


def test_without_a_program_there_is_no_check_point() -> None:
    assert checkpoint_here(Setting()) is None
    assert checkpoint_here(at("fall", program=None)) is None
