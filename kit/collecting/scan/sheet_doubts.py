"""What is in doubt about a sheet as a whole, and what keeps it from being taken in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.answers.response import Way
from kit.collecting.scan.entering import original_of
from kit.collecting.scan.page_order import OrderDoubt
from kit.errors import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kit.answers.response import Answer
    from kit.answers.store import Store
    from kit.collecting.scan.lookalikes import LikeSheet
    from kit.collecting.scan.sheets import Sheet
    from kit.instrument.form_map import FormMap

ALREADY_IN = "already-in"
EMPTY_BACK = "empty-back"
_NAMED = 8
_FRONT_MAY_BE_IN = (
    "Its front may be in by itself: it is kept and not counted until you decide in `kit review`. "
)
_DECIDE = "It is kept and not counted until you decide about it in `kit review`."


def why_not_taken(
    store: Store,
    sheet: Sheet,
    answers: tuple[Answer, ...],
    form_map: FormMap,
) -> Problem | None:
    """Say why a sheet is not taken in; None where it is."""
    where = sheet.sides[0].where
    if store.has_original(original_of(sheet)):
        return Problem(
            ALREADY_IN,
            "The same picture was taken in before; nothing was added.",
            where,
            severity=Severity.WARNING,
        )
    if len(sheet.sides) < form_map.pages and all(_is_empty_text(each) for each in answers):
        return Problem(
            EMPTY_BACK,
            f"Page {sheet.sides[0].page} of {form_map.pages} stands alone and has nothing on it; "
            "nothing was taken from it.",
            where,
            severity=Severity.WARNING,
        )
    if sheet.token and store.has_token(sheet.token) and not _from_paper(store, sheet, form_map):
        return Problem(
            "answered-otherwise",
            "The answers of this numbered sheet came in by another way; they count once.",
            where,
            severity=Severity.WARNING,
        )
    return None


def _from_paper(store: Store, sheet: Sheet, form_map: FormMap) -> bool:
    session = form_map.description.session
    return any(
        each.response.token == sheet.token
        for each in store.responses(session=session, way=Way.SCAN, aside=True)
    )


def doubts_about(
    sheet: Sheet, form_map: FormMap, response: str, like: LikeSheet | None, *, aside: bool
) -> Iterator[Problem]:
    """List what a person should know of a sheet that was taken as a response of this id.

    `like` is the sheet that it looks like; `aside` says that it is not counted yet.
    """
    first = sheet.sides[0]
    if like is not None:
        yield _looks_like(first.where, response, like, whole=len(sheet.sides) == form_map.pages)
    elif aside and sheet.token:
        yield Problem(
            "copy-of-a-numbered-sheet",
            "This numbered sheet came in more than once: it was photocopied, or scanned twice.",
            first.where,
            hint=_DECIDE,
            severity=Severity.WARNING,
        )
    if len(sheet.sides) < form_map.pages:
        there = ", ".join(str(side.page) for side in sheet.sides)
        pages = "page" if len(sheet.sides) == 1 else "pages"
        yield Problem(
            "half-form",
            f"Only {pages} {there} of {form_map.pages} of this form came in together; this is "
            f"response {response}.",
            first.where,
            hint=(_FRONT_MAY_BE_IN if is_back_alone(sheet) else "")
            + "Scan its other side by itself, and say in `kit review` that they are one sheet; or "
            f"withdraw it (`kit responses withdraw {response}`) and scan both sides in a row.",
            severity=Severity.WARNING,
        )
    for side in sheet.sides:
        if not side.with_code:
            title = form_map.description.title
            yield Problem(
                "code-not-read",
                f"Its code could not be read; by its look it is page {side.page} of the form of "
                f"“{title}” ({form_map.description.session}).",
                side.where,
                severity=Severity.WARNING,
            )


def is_back_alone(sheet: Sheet) -> bool:
    """Say whether a sheet is without its front and its number: its front may be counted already."""
    return sheet.token is None and sheet.sides[0].page > 1


def _looks_like(where: Place, response: str, like: LikeSheet, *, whole: bool) -> Problem:
    if whole and not like.whole:
        return Problem(
            "whole-after-half",
            f"This looks like the whole of a sheet of which only a part is in (response "
            f"{like.response}).",
            where,
            hint=f"It is kept and not counted. To put it in the place of the part, withdraw that "
            f"(`kit responses withdraw {like.response}`) and let this one (response {response}) "
            "count in `kit review`.",
            severity=Severity.WARNING,
        )
    return Problem(
        "scanned-before",
        f"This looks like a sheet that is in already (response {like.response}).",
        where,
        hint=_DECIDE,
        severity=Severity.WARNING,
    )


def _is_empty_text(answer: Answer) -> bool:
    return "dark" not in answer.evidence and answer.evidence.get("kind") == "blank"


def with_responses(
    problems: Iterable[Problem], entered: Sequence[tuple[Sheet, str]]
) -> Iterator[Problem]:
    """Add to each doubt about the order of pages which responses it is about.

    `entered` are sheets with the ids of their responses.
    """
    for problem in problems:
        if isinstance(problem, OrderDoubt):
            about = set(map(id, problem.sides))
            ids = [
                response
                for sheet, response in entered
                if not about.isdisjoint(map(id, sheet.sides))
            ]
            if ids:
                message = f"{problem.message} Responses: {', '.join(ids)}."
                yield replace(problem, message=message)
                continue
        yield problem


def in_one_line(problems: Iterable[Problem], pages: Iterable[tuple[str, int]]) -> list[Problem]:
    """Say of a whole file what is so of many of its sheets: that they are in already.

    `pages` are the file and number of each page that this was found of.
    """
    of_file: dict[str, list[int]] = {}
    for file, number in pages:
        of_file.setdefault(file, []).append(number)
    kept = [each for each in problems if each.code != ALREADY_IN]
    for file, numbers in of_file.items():
        numbers.sort()
        named = ", ".join(map(str, numbers[:_NAMED])) + (" …" if len(numbers) > _NAMED else "")
        one = len(numbers) == 1
        kept.append(
            Problem(
                ALREADY_IN,
                f"{'One sheet' if one else f'{len(numbers)} sheets'} of this file, from page"
                f"{'' if one else 's'} {named} on, {'was' if one else 'were'} taken in before; "
                "nothing was added.",
                Place(file),
                severity=Severity.WARNING,
            )
        )
    return kept
