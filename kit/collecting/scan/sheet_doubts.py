"""What is in doubt about a sheet as a whole, and what keeps it from being taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.answers.response import Way
from kit.collecting.scan.entering import original_of
from kit.errors import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.answers.response import Answer
    from kit.answers.store import Store
    from kit.collecting.scan.lookalikes import Looks
    from kit.collecting.scan.sheets import Sheet
    from kit.instrument.form_map import FormMap

ALREADY_IN = "already-in"
EMPTY_BACK = "empty-back"
_NAMED = 8


def why_not_taken(
    store: Store,
    sheet: Sheet,
    answers: tuple[Answer, ...],
    looks: Looks,
    form_map: FormMap,
    *,
    again: bool,
) -> Problem | None:
    """Say why a sheet is not taken in; None where it is.

    `again` takes what only looks like one that is in.
    """
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
    if not again and (like := looks.like(form_map.description, answers)) is not None:
        return Problem(
            "scanned-before",
            f"This looks like a sheet that is in already ({like}); it was not taken again.",
            where,
            hint="If another person filled it in, run the command with `--again` on this page.",
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


def doubts_about(sheet: Sheet, form_map: FormMap) -> Iterator[Problem]:
    """List what a person should know of a sheet that was taken."""
    first = sheet.sides[0]
    if len(sheet.sides) < form_map.pages:
        there = ", ".join(str(side.page) for side in sheet.sides)
        pages = "page" if len(sheet.sides) == 1 else "pages"
        yield Problem(
            "half-form",
            f"Only {pages} {there} of {form_map.pages} of this form came in together.",
            first.where,
            hint="What is on it was taken. To count it with its other side, withdraw it (`kit "
            "responses withdraw`) and scan both sides in a row.",
            severity=Severity.WARNING,
        )
    if sheet.copy > 1:
        yield Problem(
            "copy-of-a-numbered-sheet",
            "This numbered sheet came in more than once: it was photocopied, or scanned twice.",
            first.where,
            hint="It is kept and not counted until you decide about it in `kit review`.",
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


def _is_empty_text(answer: Answer) -> bool:
    return "dark" not in answer.evidence and answer.evidence.get("kind") == "blank"


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
