"""Scans of the test page ▶ whether the scanner is good enough, and what to set otherwise."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kit.answers.response import Status
from kit.collecting.scan.known_forms import KnownForms
from kit.collecting.scan.page_read import PageRead, read
from kit.collecting.scan.pages import pages_of
from kit.collecting.scanner_test.rows import ROWS, SCANNER_TEST
from kit.errors import KitError, Place, Problem, Severity
from kit.pipeline.records.kept_forms import kept_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kit.answers.response import Answer
    from kit.collecting.scan.scanned_page import ScannedPage
    from kit.library import Library

_FEWEST_DOTS: Final = 140
"""Dots an inch: with 150, as good as all was read in trials; 100 left more to review."""
_MM: Final = 25.4


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of the marks on one scan of the page.

    `taken` are the rows that were read right, `review` those left to a person, `wrong` those read
    wrong. `advice` says what to set; it is empty where nothing needs to be.
    """

    where: str
    taken: tuple[str, ...]
    review: tuple[str, ...]
    wrong: tuple[str, ...]
    advice: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        """Whether forms can be scanned so: nothing wrong, and what pens wrote is read."""
        easy = {row.words for row in ROWS if not row.hard}
        return not self.wrong and not self.advice and easy <= {*self.taken}


def verdicts(
    library: Library, files: Sequence[Path]
) -> tuple[tuple[Verdict, ...], tuple[Problem, ...]]:
    """Judge every scan of the test page in these files; and say which pages are none.

    Raises:
        KitError: the page was never printed from this project.
    """
    kept = [each for each in kept_forms(library) if each.form_map.description.form == SCANNER_TEST]
    if not kept:
        message = "The test page was never printed from this project, or its records are gone."
        hint = "`kit collect scanner-test` prints it; scan that page."
        raise KitError([Problem("no-test-page", message, hint=hint)])
    known = KnownForms(kept)
    found: list[Verdict] = []
    problems: list[Problem] = []
    for path in files:
        before = len(found) + len(problems)
        for scanned in pages_of(path, library.shown(path)):
            result = scanned if isinstance(scanned, Problem) else read(scanned, known)
            if isinstance(result, Problem):
                problems.append(_of_the_test(result))
            elif isinstance(result, PageRead) and not isinstance(scanned, Problem):
                height = known.form(result.forms[0])
                found.append(_judged(result, scanned, height.height if height else 0.0))
        if len(found) + len(problems) == before:
            message = "The test page is not in this file: its pages are blank."
            hint = "Scan the page that `kit collect scanner-test` printed."
            problems.append(Problem("no-test-page", message, Place(library.shown(path)), hint))
    return tuple(found), tuple(problems)


def _of_the_test(problem: Problem) -> Problem:
    if problem.code == "unknown-form":
        message = "This is a form, and not the test page."
        hint = "`kit collect scan` reads forms."
        return Problem("not-the-test", message, problem.where, hint, Severity.WARNING)
    # What is said of forms speaks of their answers: here there are none.
    again = "Scan the test page again, flat and whole, in grey at 200 to 300 dpi."
    return replace(problem, hint=again)


def _judged(page: PageRead, scanned: ScannedPage, height: float) -> Verdict:
    answers = {answer.field: answer for answer in page.content.answers}
    taken, review, wrong = [], [], []
    for row in ROWS:
        answer = answers.get(row.key)
        if answer is None or answer.status is Status.DOUBTFUL:
            review.append(row.words)
        elif answer.values == (row.value,):
            taken.append(row.words)
        else:
            wrong.append(row.words)
    dots = max(scanned.pixels.shape) / height * _MM if height else 0.0
    advice = tuple(_advice(scanned, dots, answers))
    return Verdict(str(page.where), tuple(taken), tuple(review), tuple(wrong), advice)


def _advice(scanned: ScannedPage, dots: float, answers: dict[str, Answer]) -> Iterator[str]:
    if scanned.two_tone:
        yield "The scan is black-and-white: set the scanner to grey, or pencil is lost."
    if dots < _FEWEST_DOTS:
        yield f"The scan has about {dots:.0f} dots an inch: set the scanner to 200 or 300."
    lost = [
        row.words.partition(",")[0].lower()
        for row in ROWS
        if not row.hard and _is_lost(answers.get(row.key))
    ]
    if lost and not scanned.two_tone:
        kinds = ", ".join(dict.fromkeys(lost))
        yield f"Marks were not seen at all ({kinds}): set the scanner, or the copier, darker."


def _is_lost(answer: Answer | None) -> bool:
    return answer is None or answer.evidence.get("kind") == "blank"
