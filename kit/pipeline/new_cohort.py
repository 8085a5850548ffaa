"""A new cohort's file: commented, and complete enough to build at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kit.definitions.cohort import PaperSize
from kit.errors import KitError, Problem
from kit.library import resolve_within
from kit.pipeline.files import storage_problem, write_whole
from kit.pipeline.ignored import COHORTS_IGNORED, GITIGNORE
from kit.pipeline.new_cohort_file import folder_of_cohorts, free_path, quoted, refuse_mistakes
from kit.pipeline.new_roster import new_roster
from kit.reading.workshop import load_workshops
from kit.suggestion import did_you_mean
from kit.tailoring.choice import Choice, wording_for
from kit.tailoring.contacts import SAFE_CONTACT
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from kit.definitions.workshop import Workshop
    from kit.library import Library
    from kit.reading.workshop import LoadedWorkshop

LOGO_EXAMPLE = "logos/our-logo.svg"
ROSTER_EXAMPLE = "rosters/names.csv"
"""What the new file has as comments."""
_PAPERS = tuple(each.value for each in PaperSize)


@dataclass(frozen=True, slots=True)
class NewCohort:
    """What is asked before a cohort's file is written.

    `name` is the file's, where the title gives none that can be read; `roster` a file with names.
    Where neither `length` nor `minutes` are given, the session has the workshop's usual length.
    """

    title: str
    workshop: str
    audience: str = ""
    institution: str = ""
    date: str = ""
    participants: int = 0
    safe_contact: str = ""
    name: str = ""
    roster: Path | None = None
    paper: str = "letter"
    start: str = "12:00"
    length: str = ""
    minutes: int = 0


def write_cohort(new: NewCohort, library: Library) -> Path:
    """Write the file of a new cohort and give its path; nothing is ever written over.

    Raises:
        KitError: no such workshop or audience, the file is there already, or it cannot be written.
    """
    loaded, problems = load_workshops(library, [new.workshop])
    if not loaded:
        raise KitError(problems)
    audiences = loaded[0].workshop.audiences
    if new.audience and wording_for(audiences, new.audience) is None:
        message = f"The workshop `{new.workshop}` has no audience `{new.audience}`."
        hint = did_you_mean(new.audience, [*audiences, *sum(audiences.values(), ())])
        raise KitError([Problem("unknown-audience", message, hint=hint)])
    _refuse_length(new, loaded[0].workshop)
    folder = folder_of_cohorts(library)
    path = free_path(new.title, new.workshop, new.name, library)
    shown = library.shown(path)
    roster = new_roster(new.roster, folder, library) if new.roster else None
    text = _text(new, loaded[0], roster.name if roster else "")
    refuse_mistakes(text, path, library)
    _refuse_minutes(new, loaded[0])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        resolve_within(folder, [(library.project or Path.cwd()).resolve()], _leads_out(shown))
        if not (folder / GITIGNORE).exists():
            write_whole(folder / GITIGNORE, COHORTS_IGNORED)
        if roster and roster.content is not None:
            write_whole(folder / roster.name, roster.content)
        write_whole(path, text.encode())
    except OSError as error:
        raise KitError([storage_problem(error, shown)]) from error
    return path


def _refuse_length(new: NewCohort, workshop: Workshop) -> None:
    """Refuse a length that the workshop does not have.

    Raises:
        KitError: it has none of this name.
    """
    if new.length and new.length not in workshop.lengths:
        message = f"The workshop `{new.workshop}` has no length `{new.length}`."
        hint = did_you_mean(new.length, workshop.lengths)
        raise KitError([Problem("unknown-length", message, hint=hint)])


def _refuse_minutes(new: NewCohort, loaded: LoadedWorkshop) -> None:
    """Refuse minutes that the agenda cannot be fitted to.

    Raises:
        KitError: they are too few or too many.
    """
    if not new.minutes:
        return
    try:
        tailor(loaded, Choice(minutes=new.minutes, audience=new.audience or None))
    except KitError as error:
        raise KitError([replace(each, where=None) for each in error.problems]) from error


def _leads_out(shown: str) -> Problem:
    message = f"`{shown}` leads out of the project folder, so nothing is written there."
    hint = "Put a folder itself in place of the link."
    return Problem("outside-project", message, hint=hint)


def _participants(new: NewCohort, ideal: int, roster: str) -> tuple[str, ...]:
    if roster and not new.participants:
        return (
            "# Copies are counted by the list of names below; or say how many: participants: 20",
        )
    return (f"participants: {new.participants or ideal}",)


def _text(new: NewCohort, loaded: LoadedWorkshop, roster: str) -> str:
    workshop = loaded.workshop
    audience = new.audience or next(iter(workshop.audiences))
    terms = [
        f"{'  # ' if new.safe_contact else '#   '}{name}: {quoted(words)}"
        for name, words in workshop.terms.items()
        if words and name != SAFE_CONTACT
    ]
    lengths = ", ".join(f"{name} ({minutes})" for name, minutes in workshop.lengths.items())
    # A comment has a line of its own: behind a text the reader would take it for a part cut off.
    lines = [
        "# yaml-language-server: $schema=../.schema/cohort.json",
        "# A cohort: who gets the workshop, when, and what is different for them.",
        "kit: 1",
        f"title: {quoted(new.title)}",
        f"institution: {quoted(new.institution)}"
        if new.institution
        else "# institution: General Hospital",
        "# A picture for first pages, if `institution` is written, too: SVG, PNG or JPEG.",
        f"# logo: {LOGO_EXAMPLE}",
        f"audience: {audience}",
        "# Paper is letter or a4; times have 24 hours.",
        f"paper: {quoted(new.paper)}" if new.paper not in _PAPERS else f"paper: {new.paper}",
        f"start: {quoted(new.start)}",
        "# place: Conference room B",
        "# instructors: [A. Name, B. Name]",
        *_participants(new, workshop.group.ideal, roster),
        "# Where the evaluation form is on the web, if it is: slides show it, with its QR code.",
        "# form_address: https://forms.example.org/our-form",
        "# A list of names, exported as CSV, for packets with names: kit build --people.",
        f"roster: {quoted(roster)}" if roster else f"# roster: {ROSTER_EXAMPLE}",
        "",
        "# Your own words in place of the workshop's. Take away the # of those that you change.",
        "terms:" if new.safe_contact else "# terms:",
        *_contact(new, workshop),
        *terms,
        "",
        "# Everyone whom people can turn to here. Packets print it, so ask first whoever you name.",
        "# Who keeps what they hear has `confidential: true`; who must report it, `false`.",
        "# contacts:",
        "#   - id: ombuds",
        "#     role: Ombuds office",
        "#     for: a conflict with a mentor, in confidence",
        "#     phone: 555-0100",
        "#     confidential: true",
        "# For the instructor: what to do when something goes beyond mentoring, in this order.",
        "# escalation:",
        "#   - to: ombuds",
        "#     do: Offer to call together.",
        "",
        "sessions:",
        "  - id: first",
        f"    workshop: {new.workshop}",
        f"    date: {quoted(new.date)}" if new.date else "    # date: 2027-08-12",
        f"    # Its lengths: {lengths}.",
        f"    length: {new.length}"
        if new.length
        else f"    # length: {next(iter(workshop.lengths))}",
        "    # Or minutes of your own, in place of a length: the agenda is fitted to them.",
        f"    minutes: {new.minutes}" if new.minutes else "    # minutes: 50",
        "",
        "# What is different for this cohort, by id. `kit show` prints all ids of a workshop.",
        "# workshops:",
        f"#   {new.workshop}:",
        *(f"#     leave_out: [{each.id}]" for each in workshop.worksheets[-1:]),
        "#     change:",
        f"#       {workshop.agenda[0].id}:",
        "#         title: Another title",
    ]
    return "\n".join(lines) + "\n"


def _contact(new: NewCohort, workshop: Workshop) -> list[str]:
    """Ask for whom people can turn to, where the workshop has a place for it."""
    if SAFE_CONTACT not in workshop.terms and not new.safe_contact:
        return []
    line = (
        f"  {SAFE_CONTACT}: {quoted(new.safe_contact)}"
        if new.safe_contact
        else f"#   {SAFE_CONTACT}: the ombuds office, extension 0000"
    )
    return ["# Whom people can turn to here: an office, and its telephone number.", line]
