"""The forms that were printed, in `records/forms/`: the map and the blank of each, by its hash.

Scans come months later, when `build/` may be gone and the workshop may have changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Problem, Severity
from kit.instrument.form_map import FormMap
from kit.pipeline.files import storage_problem, write_whole
from kit.pipeline.records.records_folder import held_records, records_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit.library import Library

FORMS: Final = "forms"


@dataclass(frozen=True, slots=True)
class KeptForm:
    """A form as it was printed, and the file of its blank."""

    form_map: FormMap
    blank: Path


def forms_folder(library: Library) -> Path | None:
    """Give the folder of the kept forms; None outside of a project, which has no records.

    It is made if need be, with the file that keeps records out of version histories. Where it
    cannot be made, writing into it will say why.
    """
    if library.project is None:
        return None
    folder = records_folder(library)
    if not (folder / ".gitignore").exists():
        try:
            with held_records(library):
                pass
        except KitError:
            pass
    return folder / FORMS


def keep_form(folder: Path, form_map: FormMap, blank: bytes) -> tuple[Problem, ...]:
    """Keep the map and the blank of a form; a warning where that is not possible."""
    name = form_map.form_hash
    try:
        for path, content in (
            (folder / f"{name}.pdf", blank),
            (folder / f"{name}.json", form_map.to_json().encode()),
        ):
            if not path.exists() or path.read_bytes() != content:
                write_whole(path, content)
    except OSError as error:
        cause = storage_problem(error, "records/forms")
        return (
            Problem(
                "form-not-kept",
                f"What is needed to read scans of this form could not be kept: {cause.message}",
                hint="The form can be printed. Before you scan any, see that the folder `records` "
                "may be written to, and make the form again.",
                severity=Severity.WARNING,
            ),
        )
    return ()


def kept_form(library: Library, form_hash: str) -> KeptForm | None:
    """Find a form by its hash; None where it was not kept, or its map cannot be read."""
    return next(
        (each for each in kept_forms(library) if each.form_map.form_hash == form_hash), None
    )


def kept_forms(library: Library) -> Iterator[KeptForm]:
    """Give all forms that were kept and can be read, in the order of their hashes."""
    if library.project is None:
        return
    folder = records_folder(library) / FORMS
    for path in sorted(folder.glob("*.json")):
        try:
            form_map = FormMap.from_json(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        yield KeptForm(form_map, path.with_suffix(".pdf"))
