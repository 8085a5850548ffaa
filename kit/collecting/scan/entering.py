"""A sheet ▶ a response in the store, with pictures of its pages and of what a person must see."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING

from kit.answers.pictures import as_pages, erase, keep_picture, picture_file
from kit.answers.response import Response, Way

if TYPE_CHECKING:
    from datetime import date

    from kit.answers.response import Answer
    from kit.answers.store import Store
    from kit.answers.stored import Added
    from kit.collecting.scan.sheets import Sheet
    from kit.instrument.form_map import FormMap


def answers_of(sheet: Sheet, form_map: FormMap) -> tuple[Answer, ...]:
    """Give the answers of all pages of a sheet in the order of the form."""
    of_field = {answer.field: answer for side in sheet.sides for answer in side.answers}
    fields = (field.key for field in form_map.description.fields)
    return tuple(of_field[key] for key in fields if key in of_field)


def enter(
    store: Store,
    sheet: Sheet,
    answers: tuple[Answer, ...],
    form_map: FormMap,
    day: date,
    *,
    doubted: bool = False,
) -> Added:
    """Take one sheet in with its pictures; where it was in already, nothing is kept.

    One that is `doubted` is kept and not counted, until somebody has decided.

    Raises:
        KitError: the store cannot be written.
        OSError: a picture cannot be written.
    """
    files = {name: path for side in sheet.sides for name, path in side.pictures.items()}
    kept: list[str] = []
    with_pictures = []
    try:
        for answer in answers:
            path = files.get(answer.field)
            if path is None:
                with_pictures.append(answer)
                continue
            name = keep_picture(store.records, path.read_bytes(), day)
            kept.append(name)
            evidence = {**answer.evidence, "picture": name}
            with_pictures.append(replace(answer, evidence=evidence))
        pages = []
        for side in sheet.sides:
            if side.whole is not None:
                name = keep_picture(store.records, side.whole.read_bytes(), day, "jpg")
                kept.append(name)
                pages.append((side.page, name, [each.field for each in side.answers]))
        response = Response(
            form=form_map.description,
            way=Way.SCAN,
            day=day,
            answers=tuple(with_pictures),
            original=original_of(sheet),
            token=sheet.token,
            received=as_pages(pages),
        )
        added = store.add([response], doubted=doubted)
    except BaseException:
        _drop(store, kept)
        raise
    if added.known:
        _drop(store, kept)
    return added


def _drop(store: Store, names: list[str]) -> None:
    for name in names:
        path = picture_file(store.records, name)
        if path is not None:
            erase(path)


def original_of(sheet: Sheet) -> str:
    """Give the digest that the same pictures are known by."""
    text = "-".join(side.digest for side in sheet.sides)
    return f"scan-{blake2b(text.encode(), digest_size=16).hexdigest()}"
