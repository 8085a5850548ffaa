"""The questions of `kit cohort new`: each is asked until its answer will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.cli.asking import ask
from kit.cli.console import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kit.library import Library


def title(library: Library) -> str:
    """Ask who they are."""
    from kit.pipeline.new_cohort_file import refuse_title

    while True:
        given = _ask("Who are they? (for example: PGY-1 residents, 2027)", "--title")
        if _will_do(refuse_title, given, library):
            return given


def workshop(library: Library) -> str:
    """Ask for the first workshop."""
    from kit.suggestion import did_you_mean

    known = library.workshop_names()
    while True:
        name = _ask("Which workshop comes first? (kit list shows them)", "--workshop")
        if name in known:
            return name
        say(f"There is no workshop `{name}`. {did_you_mean(name, known)}")


def name(library: Library) -> str:
    """Ask what to call the file, whose name the title does not give; it may be left out."""
    from kit.pipeline.new_cohort_file import refuse_name

    while True:
        given = _ask_or_skip("What shall the file be called? (letters a to z; may be left empty)")
        if not given or _will_do(refuse_name, given, library):
            return given


def roster(library: Library) -> str:
    """Ask for the file with the list of names; it may be left out."""
    from kit.pipeline.new_cohort_file import folder_of_cohorts
    from kit.pipeline.new_roster import dropped_path, new_roster

    folder = folder_of_cohorts(library)
    while True:
        given = _ask_or_skip("A list of their names, as CSV? (the file; may be left empty)")
        if not given or _will_do(new_roster, dropped_path(given), folder, library):
            return given


def audience(workshop: str, library: Library) -> str:
    """Ask whose wording they get, if the workshop has several; left out, it is the first."""
    from kit.suggestion import did_you_mean
    from kit.tailoring.choice import wording_for

    known = audiences(workshop, library)
    if len(known) < 2:  # noqa: PLR2004 - with one there is no choice
        return ""
    every = list(dict.fromkeys((*known, *sum(known.values(), ()))))
    first = next(iter(known))
    while True:
        name = _ask_or_skip(f"What are they? ({', '.join(every)}; left empty: {first})")
        if not name or wording_for(known, name) is not None:
            return name
        say(f"The workshop has no wording for `{name}`. {did_you_mean(name, every)}")


def audiences(workshop: str, library: Library) -> Mapping[str, tuple[str, ...]]:
    """Give a workshop's audiences with the names of those who get each; none if it has errors."""
    from kit.reading.workshop import load_workshops

    loaded, _ = load_workshops(library, [workshop])
    return loaded[0].workshop.audiences if loaded else {}


def _ask(question: str, option: str) -> str:
    return ask(question, instead=f"Say it with `{option}`; see kit cohort --help.")


def _ask_or_skip(question: str) -> str:
    """Ask for what may be left out; nobody to answer leaves it out."""
    from kit.errors import KitError

    try:
        return ask(question, instead="")
    except KitError:
        return ""


def _will_do(look: Callable[..., object], *given: object) -> bool:
    """Look at an answer; say in one line why it has to be asked again."""
    from kit.errors import KitError, Severity

    try:
        look(*given)
    except KitError as error:
        for each in error.problems:
            if each.severity is Severity.ERROR:
                place = f"{each.where}: " if each.where else ""
                say(f"{place}{each.message} {each.hint}".strip())
        return False
    return True
