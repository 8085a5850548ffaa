"""A new cohort's file: commented, and complete enough to build at once."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kit.checking.cohorts import check_cohort
from kit.definitions.cohort import Cohort
from kit.errors import KitError, Problem, Severity
from kit.library import COHORTS, WORKSHOPS, resolve_within
from kit.pipeline.files import storage_problem, write_whole
from kit.reading.cohort import LoadedCohort
from kit.reading.validation import validate
from kit.reading.workshop import load_workshops
from kit.reading.yaml_source import parse_source
from kit.suggestion import did_you_mean
from kit.tailoring.choice import wording_for
from kit.tailoring.contacts import SAFE_CONTACT

if TYPE_CHECKING:
    from kit.definitions.workshop import Workshop
    from kit.library import Library
    from kit.reading.workshop import LoadedWorkshop

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class NewCohort:
    """What is asked before a cohort's file is written."""

    title: str
    workshop: str
    audience: str = ""
    institution: str = ""
    date: str = ""
    participants: int = 0
    safe_contact: str = ""


def name_of(title: str) -> str:
    """Make a file's name of a title: `PGY-1 residents, 2027` is `pgy-1-residents-2027`."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_NAMES.sub("-", plain).strip("-")[:60].rstrip("-") or "cohort"


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
    # Without a project this folder becomes one: workshops are the bundled ones then.
    folder = (library.project or Path.cwd()) / WORKSHOPS / COHORTS
    path = folder / f"{name_of(new.title)}.yaml"
    shown = library.shown(path)
    if path.exists() or path.is_symlink():
        message = f"`{shown}` is there already."
        raise KitError([Problem("file-used", message, hint="Choose another title.")])
    text = _text(new, loaded[0])
    _refuse_mistakes(text, path, library)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        resolve_within(folder, [(library.project or Path.cwd()).resolve()], _leads_out(shown))
        write_whole(path, text.encode())
    except OSError as error:
        raise KitError([storage_problem(error, shown)]) from error
    return path


def _refuse_mistakes(text: str, path: Path, library: Library) -> None:
    """Refuse what was given where the file would have mistakes.

    Raises:
        KitError: it would; the problems name no place, since there is no file yet.
    """
    try:
        source = parse_source(text, path, library.shown(path))
    except KitError as error:
        problems = error.problems
    else:
        cohort, problems = validate(source, Cohort)
        if cohort is not None:
            problems = check_cohort(LoadedCohort(path.stem, cohort, source), library)
    stops = [replace(each, where=None) for each in problems if each.severity is Severity.ERROR]
    if stops:
        raise KitError(stops)


def _leads_out(shown: str) -> Problem:
    message = f"`{shown}` leads out of the project folder, so nothing is written there."
    hint = "Put a folder itself in place of the link."
    return Problem("outside-project", message, hint=hint)


def _text(new: NewCohort, loaded: LoadedWorkshop) -> str:
    workshop = loaded.workshop
    audience = new.audience or next(iter(workshop.audiences))
    terms = [
        f"{'  # ' if new.safe_contact else '#   '}{name}: {_quoted(words)}"
        for name, words in workshop.terms.items()
        if words and name != SAFE_CONTACT
    ]
    lengths = ", ".join(f"{name} ({minutes})" for name, minutes in workshop.lengths.items())
    # A comment has a line of its own: behind a text the reader would take it for a part cut off.
    lines = [
        "# yaml-language-server: $schema=../.schema/cohort.json",
        "# A cohort: who gets the workshop, when, and what is different for them.",
        "kit: 1",
        f"title: {_quoted(new.title)}",
        f"institution: {_quoted(new.institution)}"
        if new.institution
        else "# institution: General Hospital",
        f"audience: {audience}",
        "# Paper is letter or a4; times have 24 hours.",
        "paper: letter",
        'start: "12:00"',
        "# place: Conference room B",
        "# instructors: [A. Name, B. Name]",
        f"participants: {new.participants or workshop.group.ideal}",
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
        f"    date: {_quoted(new.date)}" if new.date else "    # date: 2027-08-12",
        f"    # Its lengths: {lengths}.",
        f"    # length: {next(iter(workshop.lengths))}",
        "    # Or minutes of your own, in place of a length: the agenda is fitted to them.",
        "    # minutes: 50",
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
        f"  {SAFE_CONTACT}: {_quoted(new.safe_contact)}"
        if new.safe_contact
        else f"#   {SAFE_CONTACT}: the ombuds office, extension 0000"
    )
    return ["# Whom people can turn to here: an office, and its telephone number.", line]


def _quoted(text: str) -> str:
    """Write a text so that YAML reads it as text, whatever is in it."""
    inside = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inside}"'
