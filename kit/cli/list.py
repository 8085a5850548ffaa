"""`kit list`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kit.cli.console import note, say, table
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED, MISTAKEN

if TYPE_CHECKING:
    from kit.definitions.workshop import Workshop
    from kit.library import Library


@guarded
def command() -> int:
    """List the workshops that can be made.

    Yours come before the bundled ones of the same name.

    \b
    kit list
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.library import find_library
    from kit.reading.translated import languages_of
    from kit.reading.workshop import load_workshops

    library = find_library(Path.cwd())
    names = library.workshop_names()
    loaded = {each.name: each.workshop for each in load_workshops(library, names)[0]}
    rows = [
        (
            name,
            *(_columns(loaded[name]) if name in loaded else ("(has mistakes)", "", "", "")),
            ", ".join(languages_of(library, name)),
            _file(name, library),
        )
        for name in names
    ]
    if not rows:
        say("There is no workshop here yet. `kit init my-workshops` makes one to start from.")
        return FULFILLED
    say(table(("Name", "Title", "Lengths", "Audiences", "Roles", "Also in", "File"), rows))
    broken = [name for name in names if name not in loaded]
    if broken:
        note(f"Run `kit check {' '.join(broken)}` to see what is wrong.")
    return MISTAKEN if broken else FULFILLED


def _file(name: str, library: Library) -> str:
    from kit.errors import KitError

    try:
        return library.shown(library.workshop_file(name))
    except KitError:  # a link that leads out of the project: `kit check` says so
        return ""


def _columns(workshop: Workshop) -> tuple[str, str, str, str]:
    lengths = ", ".join(f"{name} {minutes}" for name, minutes in workshop.lengths.items())
    roles = ", ".join(workshop.roles.use) if workshop.roles else ""
    return workshop.title, lengths, ", ".join(workshop.audiences), roles
