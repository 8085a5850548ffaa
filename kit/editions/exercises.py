"""The exercises alone: what people do in the session, with its sheets and cases, in its order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts
from kit.editions.guide_notes import CaseNotes, SheetNotes, case_notes, sheet_notes
from kit.editions.run_of_show import handouts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop, TimedActivity


@dataclass(frozen=True, slots=True)
class Exercise:
    """One task: what to do, and the sheets and cases that it is the first to use.

    `handouts` names all that it uses, also what an earlier exercise has shown.
    """

    line: parts.AgendaLine
    sheets: tuple[parts.Sheet, ...]
    cases: tuple[parts.Case, ...]
    handouts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExercisesView:
    """The exercises as everyone may have them."""

    identity: Identity
    exercises: tuple[Exercise, ...]


@dataclass(frozen=True, slots=True)
class AnsweredExercise:
    """One task with what the instructor knows of it."""

    task: Exercise
    purpose: str
    ask: tuple[str, ...]
    listen_for: tuple[str, ...]
    watch_out: tuple[str, ...]
    sheets: tuple[SheetNotes, ...]
    cases: tuple[CaseNotes, ...]


@dataclass(frozen=True, slots=True)
class AnsweredExercisesView:
    """The exercises with their keys and notes, for the instructor."""

    identity: Identity
    exercises: tuple[AnsweredExercise, ...]


def view(tailored: TailoredWorkshop, setting: Setting) -> ExercisesView | None:
    """Take out the exercises, or None where no activity of this length works on a sheet or case."""
    exercises = tuple(task for _, task in _exercises(tailored, setting))
    return ExercisesView(parts.identity(tailored, setting), exercises) if exercises else None


def view_with_answers(tailored: TailoredWorkshop, setting: Setting) -> AnsweredExercisesView | None:
    """Take out the exercises with answers, what to listen for, and the notes on cases."""
    sheets = {notes.sheet.id: notes for notes in sheet_notes(tailored)}
    cases = {notes.case.id: notes for notes in case_notes(tailored)}
    exercises = tuple(
        AnsweredExercise(
            task=task,
            purpose=timed.activity.instructor.purpose,
            ask=timed.activity.instructor.ask,
            listen_for=timed.activity.instructor.listen_for,
            watch_out=timed.activity.instructor.watch_out,
            sheets=tuple(sheets[sheet.id] for sheet in task.sheets),
            cases=tuple(cases[case.id] for case in task.cases),
        )
        for timed, task in _exercises(tailored, setting)
    )
    if not exercises:
        return None
    return AnsweredExercisesView(parts.identity(tailored, setting), exercises)


def _exercises(
    tailored: TailoredWorkshop, setting: Setting
) -> Iterator[tuple[TimedActivity, Exercise]]:
    numbers = parts.sheet_numbers(tailored)
    sheets = {
        each.id: parts.sheet(each, numbers[each.id], tailored) for each in tailored.worksheets
    }
    cases = {
        each.id: parts.case(each, number, tailored)
        for number, each in enumerate(tailored.scenarios, 1)
    }
    shown: set[str] = set()
    for timed, line in zip(tailored.agenda, parts.agenda(tailored, setting), strict=True):
        uses = [name for name in timed.activity.uses if name in sheets or name in cases]
        if not uses:
            continue
        new = [name for name in uses if name not in shown]
        shown.update(new)
        yield (
            timed,
            Exercise(
                line=line,
                sheets=tuple(sheets[name] for name in new if name in sheets),
                cases=tuple(cases[name] for name in new if name in cases),
                handouts=handouts(tailored, tuple(uses), setting.words),
            ),
        )
