"""What was decided about words in comments that may name somebody: taken out, or left standing.

Kept in `records/comment-names.json`, for the account's own eyes: it has names of people in it, so
`kit purge` removes it. Without it nothing is lost but that each is asked about once more.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from kit.errors import KitError, Place, Problem
from kit.pipeline.files import write_whole
from kit.pipeline.records.records_folder import held_records, records_folder, records_problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kit.library import Library

COMMENT_NAMES: Final = "comment-names.json"
_FORMAT: Final = 1
_OUT: Final = "taken-out"
_LEFT: Final = "left-standing"


def words_key(words: str) -> str:
    """Reduce words to what makes them the same: no matter their capitals and spaces."""
    return " ".join(words.split()).casefold()


def comment_names_file(library: Library) -> Path:
    """Say where the decisions are, or would be.

    Raises:
        KitError: there is no project.
    """
    return records_folder(library) / COMMENT_NAMES


def decided_names(library: Library) -> dict[str, bool]:
    """Give by `words_key` whether words are taken out; nothing where nothing was decided.

    Raises:
        KitError: there is no project, or the file is not what was written.
    """
    path = comment_names_file(library)
    if not (path.exists() or path.is_symlink()):
        return {}
    try:
        return _decided_in(path)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        message = "This file no longer says which names in comments are taken out."
        hint = (
            "Put a copy from before in its place, if you have one. Or delete it: the next "
            "`kit report` asks about each name again."
        )
        where = Place(library.shown(path))
        raise KitError([Problem("damaged-record", message, where, hint)]) from error


def decide_names(library: Library, decided: Mapping[str, bool], *, anew: bool = False) -> None:
    """Keep what was decided about words, beside what was decided before.

    With `anew`, what was decided before is forgotten, be it readable or not.

    Raises:
        KitError: there is no project, the file is damaged, or it cannot be written.
    """
    if not decided and not anew:
        return
    path = comment_names_file(library)
    if not decided and not (path.exists() or path.is_symlink()):
        return
    with held_records(library):
        before = {} if anew else decided_names(library)
        after = before | {words_key(words): out for words, out in decided.items()}
        try:
            if after:
                write_whole(path, _text_of(after), private=True)
            else:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise KitError([records_problem(error, library.shown(path))]) from error


def _text_of(decided: Mapping[str, bool]) -> bytes:
    data = {
        "kit": _FORMAT,
        _OUT: sorted(words for words, out in decided.items() if out),
        _LEFT: sorted(words for words, out in decided.items() if not out),
    }
    return (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()


def _decided_in(path: Path) -> dict[str, bool]:
    if not path.is_file():  # a pipe would never end
        raise ValueError(path)
    data: Any = json.loads(path.read_text(encoding="utf-8"))
    if data["kit"] != _FORMAT:
        raise ValueError(data["kit"])
    decided = {}
    for name, out in ((_LEFT, False), (_OUT, True)):  # in both: taken out
        for words in data[name]:
            if not isinstance(words, str):
                raise TypeError(words)
            decided[words_key(words)] = out
    return decided
