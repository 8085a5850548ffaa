"""Pictures of handwriting, which may tell who wrote: those that nobody needs any more."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.answers.pictures import PICTURES, erase, named_in, pages_in, picture_file
from kit.answers.response import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit.answers.store import Store
    from kit.answers.stored import StoredResponse

_AT_WORK: Final = 3600.0
"""Seconds in which a picture may belong to a sheet that is just being taken in."""


@dataclass(frozen=True, slots=True)
class Handwriting:
    """Pictures of `sheets` that have been looked at; `waiting` are sheets whose pictures stay."""

    pictures: tuple[Path, ...]
    sheets: int
    waiting: int


def find_handwriting(store: Store, cohort: str | None) -> Handwriting:
    """Find the pictures of the sheets of a cohort, or of all, of which nothing is in doubt.

    Of all, those are among them that belong to no sheet, left behind by a run that was stopped.

    Raises:
        KitError: the store cannot be read.
    """
    gone: dict[Path, None] = {}
    kept: set[Path] = set()
    sheets = waiting = 0
    for each in store.responses(aside=True):
        pictures = list(_pictures(store, each))
        if not pictures:
            continue
        mine = cohort is None or each.response.form.session.startswith(f"{cohort}/")
        if not mine or _is_in_doubt(each):
            kept.update(pictures)
            waiting += mine
        else:
            gone |= dict.fromkeys(pictures)
            sheets += 1
    if cohort is None:
        gone |= dict.fromkeys(path for path in _old(store) if path not in kept)
    return Handwriting(tuple(path for path in gone if path not in kept), sheets, waiting)


def erase_handwriting(found: Handwriting) -> None:
    """Remove the pictures, written over.

    Raises:
        OSError: one could not be removed.
    """
    for path in found.pictures:
        if path.exists():
            erase(path)


def _pictures(store: Store, stored: StoredResponse) -> Iterator[Path]:
    answers = [*stored.response.answers, *(each.answer for each in stored.history)]
    names = {name for each in answers for name in named_in(dict(each.evidence))}
    for name in sorted({*names, *pages_in(stored.response.received)}):
        path = picture_file(store.records, name)
        if path is not None:
            yield path


def _is_in_doubt(stored: StoredResponse) -> bool:
    return stored.aside or any(each.status is Status.DOUBTFUL for each in stored.response.answers)


def _old(store: Store) -> Iterator[Path]:
    now = time.time()
    for path in sorted((store.records / PICTURES).glob("*")):
        if path.is_file() and not path.is_symlink() and now - path.stat().st_ctime > _AT_WORK:
            yield path
