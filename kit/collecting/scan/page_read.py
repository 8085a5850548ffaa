"""One page of a scan ▶ which form and page it is, and what stands on it; or why it is not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from kit.collecting.scan.code import code_at, code_in
from kit.collecting.scan.marks import find_marks
from kit.collecting.scan.page_reading import PageAnswers, read_page
from kit.collecting.scan.registration import lie_of, straightened
from kit.collecting.scan.scanned_page import FEWEST_DOTS
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from kit.collecting.scan.known_forms import KnownForms
    from kit.collecting.scan.marks import Mark
    from kit.collecting.scan.registration import Lie
    from kit.collecting.scan.scanned_page import ScannedPage
    from kit.errors import Place
    from kit.instrument.sheet_code import SheetCode

_DARK: Final = 40
"""Shades darker than the paper, to be ink on a back that should be blank."""
_INKED: Final = 0.001


@dataclass(frozen=True, slots=True, eq=False)
class PageRead:
    """A page that was read. `forms` are the hashes that it may be of: one, if its code was read.

    `token` is that of a numbered sheet. `digest` tells the picture from every other.
    """

    where: Place
    file: str
    number: int
    digest: str
    forms: tuple[str, ...]
    page: int
    token: str | None
    with_code: bool
    content: PageAnswers


@dataclass(frozen=True, slots=True)
class BlankBack:
    """A side with nothing on it."""

    file: str
    number: int


def read(scanned: ScannedPage, known: KnownForms) -> PageRead | BlankBack | Problem:
    """Read one page of a scan."""
    if min(scanned.pixels.shape) < FEWEST_DOTS:
        return _no_form(scanned.where)
    page, marks = find_marks(scanned.pixels)
    if len(marks) < 2:  # noqa: PLR2004 - two are the fewest that say how a page lies
        return _without_marks(scanned, len(marks))
    lies = _lies(marks, page, known)
    if not lies:
        return _refused(
            "marks-off",
            scanned.where,
            "The corner marks are not where those of a form are: the picture is too crooked, or "
            "the sheet was folded or cut.",
        )
    code = next(filter(None, (code_at(scanned.pixels, lie) for lie in lies)), None)
    if code is not None:
        return _with_code(scanned, known, code, page, lies)
    return _by_look(scanned, known, page, lies)


def _lies(marks: tuple[Mark, ...], page: int, known: KnownForms) -> list[Lie]:
    """Lay the marks on every paper that they may be of, the best fitting first."""
    tried = (lie_of(marks, page, width, height) for width, height in known.papers)
    return sorted(filter(None, tried), key=lambda lie: lie.error)


def _with_code(
    scanned: ScannedPage, known: KnownForms, code: SheetCode, page: int, lies: list[Lie]
) -> PageRead | Problem:
    form_map = known.form(code.form_hash)
    if form_map is None:
        return Problem(
            "unknown-form",
            f"This is a form that was not printed from this project (code {code}).",
            scanned.where,
            hint="Run the command in the project that printed it. What reading needs is kept in "
            "its folder `records/forms`.",
        )
    if code.page != page or not 1 <= page <= form_map.pages:
        return _refused(
            "code-and-marks",
            scanned.where,
            "Its code and its corner marks name different pages: two sheets may lie over another.",
        )
    lie = next(
        (each for each in lies if (each.width, each.height) == (form_map.width, form_map.height)),
        None,
    )
    if lie is None:
        return _not_the_form(scanned)
    content = _content(scanned, known, code.form_hash, page, lie)
    if content is None:
        return Problem(
            "no-blank",
            f"What reading this form needs is gone: `records/forms/{code.form_hash}.pdf`.",
            scanned.where,
            hint="Bring it back from a copy of the folder `records`, or make the form again.",
        )
    if not content.is_the_form:
        return _not_the_form(scanned)
    return PageRead(
        where=scanned.where,
        file=scanned.file,
        number=scanned.number,
        digest=scanned.digest,
        forms=(code.form_hash,),
        page=page,
        token=code.token,
        with_code=True,
        content=content,
    )


def _by_look(
    scanned: ScannedPage, known: KnownForms, page: int, lies: list[Lie]
) -> PageRead | Problem:
    """Read a page whose code is lost, if it looks like a form that was printed here."""
    for lie in lies:
        straight = straightened(scanned.pixels, lie)
        forms = known.alike(straight, page, (lie.width, lie.height))
        guide = known.guide(forms[0], page) if forms else None
        if guide is None:
            continue
        content = read_page(straight, guide, two_tone=scanned.two_tone)
        if content.is_the_form:
            return PageRead(
                where=scanned.where,
                file=scanned.file,
                number=scanned.number,
                digest=scanned.digest,
                forms=forms,
                page=page,
                token=None,
                with_code=False,
                content=content,
            )
    return _refused(
        "code-lost",
        scanned.where,
        "Its code cannot be read, and it looks like no form of this project.",
    )


def _content(
    scanned: ScannedPage, known: KnownForms, form_hash: str, page: int, lie: Lie
) -> PageAnswers | None:
    guide = known.guide(form_hash, page)
    if guide is None:
        return None
    straight = straightened(scanned.pixels, lie)
    return read_page(straight, guide, two_tone=scanned.two_tone)


def _without_marks(scanned: ScannedPage, marks: int) -> BlankBack | Problem:
    code = code_in(scanned.pixels)
    if code is None and not marks and _is_blank(scanned):
        return BlankBack(scanned.file, scanned.number)
    if code is not None or marks:
        return _refused(
            "marks-lost",
            scanned.where,
            "This is a form, but fewer than two of its four corner marks are to be seen.",
        )
    return _no_form(scanned.where)


def _no_form(where: Place) -> Problem:
    return Problem(
        "not-a-form",
        "This is no form of the kit, or it cannot be made out.",
        where,
        hint="If it is one, scan it again, with all four corners, in grey at 200 to 300 dpi. A "
        "form to fill in on the screen has no corner marks: `kit collect pdf` takes the file.",
        severity=Severity.WARNING,
    )


def _is_blank(scanned: ScannedPage) -> bool:
    height, width = scanned.pixels.shape
    inner = scanned.pixels[height // 20 : -height // 20 : 2, width // 20 : -width // 20 : 2]
    if not inner.size:
        return True
    # What shows through from the front is pale.
    white = float(np.median(inner))
    return white > 2 * _DARK and float((inner < white - _DARK).mean()) < _INKED


def _not_the_form(scanned: ScannedPage) -> Problem:
    return _refused(
        "not-as-printed",
        scanned.where,
        "The page is not laid out as its code says: it may have been changed, or copied at an "
        "angle.",
    )


def _refused(code: str, where: Place, message: str) -> Problem:
    return Problem(
        code,
        message,
        where,
        hint="Scan this sheet again, flat and whole, in grey at 200 to 300 dpi; or type its "
        "answers into the table that `kit collect template` makes.",
    )
