"""The tokens of numbered sheets, in `records/forms/`: drawn once, and tied to nobody.

A sheet that is printed again gets the token that it had; more sheets get new ones behind those.
"""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Place, Problem
from kit.instrument.sheet_code import ALPHABET, TOKEN_LETTERS, letters
from kit.pipeline.files import write_whole
from kit.pipeline.records.kept_forms import FORMS
from kit.pipeline.records.records_folder import held_records, records_folder, records_problem

if TYPE_CHECKING:
    from pathlib import Path

    from kit.library import Library

_ENDING: Final = ".tokens"
_BITS: Final = 5 * TOKEN_LETTERS


def tokens_of(library: Library, form_hash: str) -> tuple[str, ...]:
    """Give the tokens of a form's sheets in the order of the sheets; none where none were drawn.

    Raises:
        KitError: their file cannot be read.
    """
    path = _path(library, form_hash)
    try:
        held = json.loads(path.read_text(encoding="utf-8"))["tokens"]
        if all(isinstance(each, str) and _is_token(each) for each in held):
            return tuple(held)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, KeyError):
        pass
    shown = library.shown(path)
    message = "The tokens of numbered sheets cannot be read from this file."
    hint = "Restore it from a copy, or move it away: then sheets that you print get new tokens."
    raise KitError([Problem("tokens-not-readable", message, Place(shown), hint)])


def tokens_stamp(library: Library) -> frozenset[tuple[str, int, int]]:
    """Give what changes whenever tokens are drawn, without reading any: times and sizes of files.

    Empty outside of a project.
    """
    if library.project is None:
        return frozenset()
    found = set()
    for path in (records_folder(library) / FORMS).glob(f"*{_ENDING}"):
        with suppress(OSError):
            stat = path.stat()
            found.add((path.name, stat.st_mtime_ns, stat.st_size))
    return frozenset(found)


def tokens_for(library: Library, form_hash: str, sheets: int) -> tuple[str, ...]:
    """Give the tokens of so many sheets, drawing what is missing.

    Raises:
        KitError: there is no project, or the file cannot be read or written.
    """
    with held_records(library):
        tokens = tokens_of(library, form_hash)
        if len(tokens) < sheets:
            more = sheets - len(tokens)
            tokens += tuple(letters(secrets.randbits(_BITS), TOKEN_LETTERS) for _ in range(more))
            path = _path(library, form_hash)
            try:
                write_whole(path, json.dumps({"tokens": tokens}, indent=1).encode())
            except OSError as error:
                raise KitError([records_problem(error, library.shown(path))]) from error
    return tokens[:sheets]


def _path(library: Library, form_hash: str) -> Path:
    return records_folder(library) / FORMS / f"{form_hash}{_ENDING}"


def _is_token(text: str) -> bool:
    return len(text) == TOKEN_LETTERS and set(text) <= set(ALPHABET)
