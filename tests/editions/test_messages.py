from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kit.editions.registry import EDITIONS
from kit.editions.setting import Occasion, Setting
from kit.library import find_library
from kit.reading.workshop import load_workshops
from kit.rendering.render import Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import TailoredWorkshop, tailor

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def workshop(name: str) -> TailoredWorkshop:
    (loaded,), _ = load_workshops(find_library(Path(__file__)), [name])
    return tailor(loaded, Choice())


def text_of(name: str, made: Any, setting: Setting, folder: Path) -> str:
    renderer = Renderer(find_library(folder).folders("templates"))
    edition = EDITIONS[name]
    rendered = renderer.render(edition, edition.view(made, setting), "letter")
    assert rendered.text is not None
    return rendered.text


def test_the_invitation_names_the_pre_work_and_leaves_lines_for_what_nobody_knows(
    tailored: Call, tmp_path: Path
) -> None:
    text = text_of("invitation", tailored(length="short"), Setting(), tmp_path)
    assert text.startswith("Subject: ")
    assert "- Sheet 1: " in text
    assert "When: ____" in text
    assert "{{" not in text
    assert "<" not in text
    assert "\n\n\n" not in text
    assert text.endswith("\n")


def test_without_pre_work_there_is_nothing_to_prepare(tailored: Call, tmp_path: Path) -> None:
    subjects = [
        text_of("invitation", tailored(length=length), Setting(), tmp_path).splitlines()[0]
        for length in ("short", "standard")
    ]
    assert ["prepare" in subject for subject in subjects] == [True, False]


def test_the_follow_up_names_the_address_of_its_form(tailored: Call, tmp_path: Path) -> None:
    address = "https://forms.example.org/later"
    plain = text_of("follow-up-message", tailored(), Setting(form_address=address), tmp_path)
    assert address not in plain  # that of another form
    assert "attached" in plain
    text = text_of("follow-up-message", tailored(), Setting(follow_up_address=address), tmp_path)
    assert f"\n{address}\n" in text
    assert "attached" not in text


def test_a_session_says_when_and_where_in_its_messages(tailored: Call, tmp_path: Path) -> None:
    occasion = Occasion(
        cohort="Interns",
        institution="Miller’s & Sons",
        date="2027-08-12",
        place="Room 4",
        instructors=("A. Example",),
    )
    text = text_of("reminder", tailored(), Setting(occasion=occasion), tmp_path)
    assert "When: Thursday, August 12, 2027, 13:00 to " in text
    assert "Where: Room 4" in text
    assert "A. Example\nMiller’s & Sons" in text  # no markup, nothing escaped


@pytest.mark.parametrize("name", ["invitation", "reminder", "follow-up-message"])
def test_the_first_sentence_begins_as_sentences_do(
    name: str, tailored: Call, tmp_path: Path
) -> None:
    _subject, greeting, first, *_ = text_of(name, tailored(), Setting(), tmp_path).split("\n\n")
    assert greeting == "Dear colleague,"
    assert not first[0].islower()


def test_no_message_without_a_follow_up_form(tailored: Call) -> None:
    made = tailored()
    assert EDITIONS["follow-up-message"].view(made, Setting()).months == 3
    evaluation = made.workshop.evaluation.model_copy(update={"follow_up": None})
    without = made.workshop.model_copy(update={"evaluation": evaluation})

    bare = replace(made, workshop=without, follow_up_items=())
    assert EDITIONS["follow-up-message"].view(bare, Setting()) is None


def test_the_invitation_is_the_workshops_own_with_what_is_known_filled_in(tmp_path: Path) -> None:
    made = workshop("challenging-scenarios")
    text = text_of("invitation", made, Setting(), tmp_path)
    assert "Nothing that you write is collected, except an evaluation form" in text
    assert f"for {made.minutes} minutes" in text
    assert "On (date) we meet" in text
    assert f"The cases are {made.scenarios[0].title}; " in text
    assert "talk with" not in text.split("When:")[0]  # not the kit's words as well

    occasion = Occasion(cohort="Interns", date="2027-08-12", place="Room 4")
    dated = text_of("invitation", workshop("managing-up"), Setting(occasion=occasion), tmp_path)
    assert "On Thursday, August 12, 2027, from 13:00 to " in dated
    assert ", in Room 4, we meet" in dated


def test_the_follow_up_is_the_workshops_own_where_a_form_comes_with_it(tmp_path: Path) -> None:
    made = workshop("managing-up")
    own = "Three months ago you wrote a learning goal"
    text = text_of("follow-up-message", made, Setting(), tmp_path)
    assert own in text
    assert "attached" not in text
    address = "https://forms.example.org/later"
    text = text_of("follow-up-message", made, Setting(follow_up_address=address), tmp_path)
    assert own not in text  # it asks for a sheet
    assert address in text
