"""Files of a scan ▶ answers in the store and pictures for review; the rest is said by page."""

from __future__ import annotations

import tempfile
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import cv2

from kit.answers.response import Answer, Status
from kit.answers.store import open_store
from kit.collecting.scan.entering import answers_of, enter
from kit.collecting.scan.known_forms import KnownForms
from kit.collecting.scan.lookalikes import Looks
from kit.collecting.scan.page_read import BlankBack, PageRead, read
from kit.collecting.scan.pages import pages_of
from kit.collecting.scan.scan_report import ScanReport
from kit.collecting.scan.scanned_page import damaged_page
from kit.collecting.scan.sheet_doubts import (
    ALREADY_IN,
    EMPTY_BACK,
    doubts_about,
    in_one_line,
    is_back_alone,
    why_not_taken,
    with_responses,
)
from kit.collecting.scan.sheets import SAME_PICTURE, put_together
from kit.collecting.scan.sides import Gap, Side, put_aside
from kit.errors import KitError, Place, Problem, Severity
from kit.pipeline.files import storage_problem
from kit.pipeline.records.kept_forms import kept_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kit.answers.store import Store
    from kit.collecting.scan.scanned_page import ScannedPage
    from kit.collecting.scan.sheets import Sheet
    from kit.collecting.scan.sides import Found
    from kit.library import Library


@dataclass
class _Looked:
    """What was seen while pages were read; `folder` takes their pictures until sheets are known."""

    folder: Path
    pages: int = 0
    not_read: int = 0
    backs: int = 0
    problems: list[Problem] = field(default_factory=list)


def take_scans(
    library: Library,
    files: Sequence[Path],
    *,
    again: bool = False,
    on_page: Callable[[str, int], None] = lambda *_: None,
) -> ScanReport:
    """Read scans and take their answers in; what is clear as taken, the rest to be reviewed.

    `again` takes in what looks like a sheet that is in already. `on_page` hears of each page.

    Raises:
        KitError: there is no project, no form was ever printed in it, or nothing can be written.
    """
    known = KnownForms(kept_forms(library))
    if not len(known):
        raise KitError([_no_forms()])
    try:
        with (
            open_store(library) as store,
            tempfile.TemporaryDirectory(prefix="kit-scan-") as folder,
        ):
            looked = _Looked(Path(folder))
            # A file that is named twice is read once.
            once = {path.resolve(): path for path in files}.values()
            shown = [(path, library.shown(path)) for path in once]
            found = list(_found(shown, known, looked, on_page))
            sheets, doubts = put_together(found)
            looked.problems += doubts
            sides = sum(isinstance(each, Side) for each in found)
            put = sum(len(sheet.sides) for sheet in sheets)
            looked.not_read += sides - put - sum(each.code == SAME_PICTURE for each in doubts)
            return _taken(store, sheets, known, looked, again=again)
    except OSError as error:
        raise KitError([storage_problem(error, "records/pictures")]) from error


def _found(
    files: Sequence[tuple[Path, str]],
    known: KnownForms,
    looked: _Looked,
    on_page: Callable[[str, int], None],
) -> Iterator[Found]:
    stack = 0
    single = False
    for path, shown in files:
        count = 0
        held: list[Found] = []
        for number, scanned in enumerate(pages_of(path, shown), start=1):
            count = number
            on_page(shown, number)
            whole_file = isinstance(scanned, Problem) and scanned.where == Place(shown)
            looked.pages += not whole_file
            result = scanned if isinstance(scanned, Problem) else _read(scanned, known)
            if isinstance(result, BlankBack):
                looked.backs += 1
            elif isinstance(result, PageRead):
                held.append(put_aside(result, 0, looked.folder, looked.pages))
            else:
                looked.problems.append(result)
                looked.not_read += result.severity is Severity.ERROR
                held.append(Gap(0))
        # Pictures of one page each are a stack together; a file of several is one by itself.
        stack += not (single and count == 1)
        single = count == 1
        yield from (replace(each, stack=stack) for each in held)


def _read(scanned: ScannedPage, known: KnownForms) -> PageRead | BlankBack | Problem:
    try:
        result = read(scanned, known)
    except cv2.error:
        return damaged_page(scanned.file, scanned.number)
    if isinstance(result, PageRead) and known.is_test(result.forms[0]):
        return Problem(
            "scanner-test",
            "This is the test page for scanners; nothing is taken from it.",
            scanned.where,
            hint="`kit collect scanner-test FILE` says what it tells about the scanner.",
            severity=Severity.WARNING,
        )
    return result


def _taken(
    store: Store, sheets: list[Sheet], known: KnownForms, looked: _Looked, *, again: bool
) -> ScanReport:
    day = datetime.now(UTC).astimezone().date()
    counted: Counter[str] = Counter()
    looks = Looks(store)
    in_before: list[tuple[str, int]] = []
    entered: list[tuple[Sheet, str]] = []
    for sheet in sheets:
        form_map = known.form(sheet.form)
        if form_map is None:
            continue
        answers = answers_of(sheet, form_map)
        first = sheet.sides[0]
        problem = why_not_taken(store, sheet, answers, form_map)
        if problem is not None:
            counted["again"] += problem.code != EMPTY_BACK
            looked.problems.append(problem)
            if problem.code == ALREADY_IN:
                in_before.append((first.file, first.number))
            continue
        like = None if again else looks.like(form_map.description, answers, sheet.token)
        doubted = like is not None or is_back_alone(sheet)
        added = enter(store, sheet, answers, form_map, day, doubted=doubted)
        aside = bool(added.aside)
        for response in (*added.new, *added.aside):
            entered.append((sheet, response))
            looks.remember(form_map.description, answers, sheet.token, response)
            looked.problems += doubts_about(sheet, form_map, response, like, aside=aside)
        counted["aside"] += aside
        if added.new:
            counted["sheets"] += 1
            counted.update(map(_sort_of, answers))
    return ScanReport(
        pages=looked.pages,
        not_read=looked.not_read,
        backs=looked.backs,
        sheets=counted["sheets"],
        again=counted["again"],
        aside=counted["aside"],
        taken=counted["taken"],
        to_review=counted["to review"],
        blanks=counted["blank"],
        written=counted["written"],
        problems=tuple(in_one_line(with_responses(looked.problems, entered), in_before)),
    )


def _sort_of(answer: Answer) -> str:
    if answer.status is not Status.DOUBTFUL:
        return "taken"
    kind = str(answer.evidence["kind"])
    return kind if kind in {"blank", "written"} else "to review"


def _no_forms() -> Problem:
    return Problem(
        "no-forms",
        "No form was printed from this project, so there is none that a scan could show.",
        hint="Scans are read with what `kit build` keeps in `records/forms`: run this in the "
        "project that printed the forms.",
    )
