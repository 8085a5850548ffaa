"""The schema files that editors read, beside the workshops."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from kit.errors import KitError
from kit.library import WORKSHOPS
from kit.pipeline.files import storage_problem, write_whole
from kit.reading.schema import SCHEMA_FOLDER, json_schema

if TYPE_CHECKING:
    from kit.library import Library


def schema_folder(library: Library) -> Path:
    """Give the folder in which the first lines of the definitions expect the schemas."""
    return (library.project or Path.cwd()) / WORKSHOPS / SCHEMA_FOLDER


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write one file for each kind of definition and give their paths.

    Raises:
        KitError: a file could not be written.
    """
    written = []
    for kind, schema in json_schema().items():
        path = folder / f"{kind}.json"
        text = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        try:
            write_whole(path, text.encode())
        except OSError as error:
            raise KitError([storage_problem(error, str(path))]) from error
        written.append(path)
    return tuple(written)
