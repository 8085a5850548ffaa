from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.checking.readability import HARDEST, reading_level
from kit.library import Library
from kit.reading.workshop import load_workshops

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

HARD = (
    "Interprofessional collaboration necessitates comprehensive communication competencies, "
    "continuous reflective self-evaluation, and institutionally supported longitudinal "
    "relationships characterized by reciprocity, psychological safety, individualized feedback, "
    "and complementary developmental responsibilities among participants, instructors, "
    "administrators, and programs. "
)


def test_what_participants_read_is_told_where_it_is_hard(finds: Call, edit: Call) -> None:
    edit("      There are no right answers. Use pencil.\n", f"      {HARD * 3}\n")
    problem = finds("hard-to-read", "Interprofessional", warning=True)
    assert "the worksheet `needs`" in problem.message
    assert f"{HARDEST:g} is the most" in problem.message
    assert "Automated Readability Index" in problem.message
    assert "letters a word" in problem.hint


def test_a_very_long_sentence_is_told_wherever_it_stands(finds: Call, edit: Call) -> None:
    long = (
        "If you " + "ask one person and then one more and then another and " * 4 + "stop, say so."
    )
    edit("  Send your request today,", f"  {long} Send your request today,")
    problem = finds("long-sentence", "If you ask", warning=True)
    assert "49 words" in problem.message


def test_what_the_instructor_reads_may_be_harder(silent: Call, edit: Call) -> None:
    edit("  One person rarely meets every need.", f"  {HARD * 3}\n  One person rarely does.")
    assert silent()


def test_a_few_words_say_too_little(silent: Call, edit: Call) -> None:
    edit("  Send your request today,", "  Interprofessional collaboration! Send yours today,")
    assert silent()


def test_another_language_has_no_figure(project: Path, edit: Call) -> None:
    library = Library(None, project)
    (loaded,), _ = load_workshops(library, ["small"])
    level = reading_level(loaded)
    assert level
    assert 0 < level.grade < HARDEST
    edit("language: en-US", "language: de")
    (loaded,), _ = load_workshops(library, ["small"])
    assert reading_level(loaded) is None
