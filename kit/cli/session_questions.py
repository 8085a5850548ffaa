"""The questions of `kit session record`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.cli.asking import ask
from kit.cli.console import complain, say, table
from kit.errors import KitError, Problem
from kit.pipeline.records.record_entry import Entry, entry_problems, minutes_from, whole_number
from kit.pipeline.records.session_records import plain

if TYPE_CHECKING:
    from kit.definitions.session_record import Headcount, SessionRecord
    from kit.pipeline.records.session_plan import SessionPlan

_INSTEAD: Final = "Give the answers as options: `--attended 12 --minutes welcome=8`; see `--help`."


def ask_what_happened(name: str, plan: SessionPlan, before: SessionRecord) -> Entry:
    """Ask what happened in a session; an empty answer leaves what was recorded.

    Raises:
        KitError: there is nobody to answer.
        KeyboardInterrupt: the person would rather stop.
    """
    say(f"{name}: {plan.title}")
    say("Enter alone leaves a question as it is. Ctrl-C stops, and nothing is written.")
    say()
    invited = _ask_number("How many people were invited?", "invited", before.invited)
    attended = _ask_number("How many came?", "attended", before.attended)
    say()
    rows = [
        (each.id, each.title, str(each.minutes), str(before.minutes.get(each.id, "")))
        for each in plan.activities
    ]
    say(table(("Name", "Part", "Planned", "Took"), rows, right=(2, 3)))
    minutes = _ask_minutes(plan)
    say()
    debrief: dict[str, str] = {}
    for question in plan.asked:
        if answer := _ask_text(question, before):
            debrief[question] = answer
    return Entry(invited=invited, attended=attended, minutes=minutes, debrief=debrief)


def _ask_number(question: str, field: str, before: Headcount | None) -> int | None:
    shown = f"{question} [{before.count}]" if before else question
    named = len(before.names) if before else 0
    while True:
        answer = ask(shown, instead=_INSTEAD)
        if not answer:
            return None
        number = whole_number(answer)
        if number is None:
            message = f"`{answer}` is not a whole number."
            complain([Problem("not-a-number", message, hint="Type figures, or Enter alone.")])
            continue
        entry = Entry(invited=number) if field == "invited" else Entry(attended=number)
        problems = entry_problems(entry)
        if not problems and number < named:
            message = f"{named} people are recorded by name, more than {number}."
            hint = "Enter leaves the number; give the names again with `--attendance`."
            problems = (Problem("more-names", message, hint=hint),)
        if not problems:
            return number
        complain(problems)


def _ask_minutes(plan: SessionPlan) -> dict[str, int]:
    example = plan.activities[0]
    question = (
        "Which parts took longer or shorter, and how many minutes did they take? "
        f"(for example: {example.id}={example.minutes + 3})"
    )
    while True:
        words = ask(question, instead=_INSTEAD).replace(",", " ").replace(";", " ").split()
        try:
            return minutes_from(words, plan)
        except KitError as error:
            complain(error.problems)


def _ask_text(question: str, before: SessionRecord) -> str:
    has_answer = any(each.question == question for each in before.debrief)
    shown = f"{question} [answered]\n>" if has_answer else f"{question}\n>"
    while True:
        answer = plain(ask(shown, instead=_INSTEAD))
        problems = entry_problems(Entry(debrief={question: answer}))
        if not problems:
            return answer
        complain(problems)
