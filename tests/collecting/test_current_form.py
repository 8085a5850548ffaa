from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.collecting.current_form import current_form
from kit.errors import KitError
from kit.library import find_library

if TYPE_CHECKING:
    from pathlib import Path


def test_the_form_of_a_workshop_and_of_a_session(project: Path, interns: str) -> None:
    library = find_library(project)
    of_workshop = current_form(library, "small")
    of_session = current_form(library, f"{interns}/first")
    assert (of_workshop.session, of_session.session) == ("small", "interns/first")
    assert of_workshop.form == of_session.form == "small"
    assert of_workshop.version == of_session.version


def test_the_form_that_is_sent_later(project: Path) -> None:
    later = current_form(find_library(project), "small", follow_up=True)
    assert (later.form, later.phase) == ("small-follow-up", "follow-up")


def test_a_cohort_alone_is_not_enough(project: Path, interns: str) -> None:
    with pytest.raises(KitError, match="`interns/first`, `interns/second`"):
        current_form(find_library(project), interns)


@pytest.mark.parametrize(
    ("session", "said"),
    [
        ("smal", "Did you mean `small`"),
        ("interns/frist", "Did you mean `first`"),
        ("nobody/first", "nobody"),
    ],
)
def test_what_is_not_there_is_told_with_a_way_out(
    project: Path, interns: str, session: str, said: str
) -> None:
    assert interns
    with pytest.raises(KitError, match=said):
        current_form(find_library(project), session)


def test_a_cohort_says_itself_what_its_sessions_are_like(project: Path, interns: str) -> None:
    with pytest.raises(KitError, match="`--length` has no place here"):
        current_form(find_library(project), f"{interns}/first", length="short")


def test_a_form_that_a_workshop_does_not_have(project: Path) -> None:
    path = project / "workshops" / "small.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("  follow_up:")
    path.write_text(text[:start] + _after(text[start:]), encoding="utf-8")
    with pytest.raises(KitError, match="asks nothing later"):
        current_form(find_library(project), "small", follow_up=True)


def _after(text: str) -> str:
    """Leave out the block that a text begins with."""
    lines = text.splitlines(keepends=True)
    end = next((at for at, line in enumerate(lines[1:], 1) if line[:3].strip()), len(lines))
    return "".join(lines[end:])
