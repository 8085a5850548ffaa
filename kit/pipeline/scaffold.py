"""A folder of the user's own: one workshop to start from, and how to change what it looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import KitError, Problem
from kit.library import COHORTS, PROJECT_FILE, WORKSHOPS, Library, bundled_folder
from kit.pipeline.files import storage_problem, write_whole
from kit.pipeline.ignored import COHORTS_IGNORED, GITIGNORE
from kit.pipeline.schema_files import write_schemas
from kit.reading.shared import CODES, ROLES
from kit.reading.workshop import load_workshops

if TYPE_CHECKING:
    from pathlib import Path

_PROJECT = """\
# This file marks the folder as a Workshop Kit project: `kit` finds it from any folder below.
kit: 1
"""

_IGNORED = """\
# Made by `kit build`; may be deleted at any time.
/build/
# About people: never in a version history.
/records/
rosters/
*roster*.csv
*roster*.tsv
*roster*.xlsx
"""

_TEMPLATES = """\
# Changing how documents look

What lies in this folder comes before the kit's own templates. Take only what you need: an update
of the kit then improves all the rest.

**Colors, sizes, a logo.** Write CSS into `styles/own.css`; it is read after all other styles:

    :root { --accent: #5b2333; }

**Single words.** Write those of the kit's own words that you want to change into
`strings/en.yaml`, and no others:

    worksheets: Your workbook

**A part of a document.** Documents are made of blocks. `editions/worksheets.html` in this folder is
a small example that works: its first line says which document it changes, and it adds a line to the
block `take_away`. `{{ super() }}` stands for what the kit would have put there; without it, the
block is replaced. Change the example, or delete it.

| document | file | some of its blocks |
| --- | --- | --- |
| Instructor guide | `editions/instructor-guide.html` | `at_a_glance`, `session`, `references` |
| Run of show | `editions/run-of-show.html` | `table` |
| Participant worksheets | `editions/worksheets.html` | `cover`, `sheets`, `take_away` |
| Evaluation form | `editions/evaluation-form.html` | `sections` |

Run `kit build` after a change. When a template cannot be read, it says in which line.
"""

_EXAMPLE = """\
{% extends "bundled/editions/worksheets.html" %}
{# An example: adds a line at the end of the participants' packet. See README.md beside this. #}
{% block take_away %}
{{ super() }}
{# In large print it would have a page to itself. #}
{% if not view.identity.large %}<p class="small-note">This packet is yours to keep.</p>{% endif %}
{% endblock %}
"""


def scaffold(folder: Path, workshop: str) -> tuple[str, ...]:
    """Make a project folder with a copy of one bundled workshop; give what was written.

    Raises:
        KitError: no such workshop, the folder is not empty, or it cannot be written to.
    """
    bundled = Library(None, bundled_folder())
    loaded, problems = load_workshops(bundled, [workshop])
    if not loaded:
        raise KitError(problems)
    _refuse_used(folder)
    root = bundled.roots[0]
    texts = {
        PROJECT_FILE: _PROJECT.encode(),
        GITIGNORE: _IGNORED.encode(),
        f"{WORKSHOPS}/{COHORTS}/{GITIGNORE}": COHORTS_IGNORED,
        "templates/README.md": _TEMPLATES.encode(),
        "templates/editions/worksheets.html": _EXAMPLE.encode(),
    }
    shared = (*bundled.shared_files(CODES), *bundled.shared_files(ROLES))
    for path in (*(source.path for source in loaded[0].sources), *shared):
        texts[path.resolve().relative_to(root).as_posix()] = path.read_bytes()
    for name, content in texts.items():
        try:
            write_whole(folder / name, content)
        except OSError as error:
            raise KitError([storage_problem(error, str(folder / name))]) from error
    schemas = write_schemas(folder / WORKSHOPS / ".schema")
    return (*sorted(texts), *(path.relative_to(folder).as_posix() for path in schemas))


def _refuse_used(folder: Path) -> None:
    try:
        used = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise KitError([storage_problem(error, str(folder))]) from error
    if used:
        problem = Problem(
            "folder-used",
            f"`{folder}` is there already and is not empty.",
            hint="Choose a new folder: nothing is ever written over.",
        )
        raise KitError([problem])
