"""One kind of document: what it shows, for whom, how it is printed and how often."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.definitions.preparation import Per
    from kit.editions.setting import Paper, Setting
    from kit.instrument.form import Phase
    from kit.tailoring.tailor import TailoredWorkshop

TextFormat = Literal["txt", "ics", "csv"]
"""Formats of plain text: an edition that is one has no other."""
OfficeFormat = Literal["docx", "pptx"]
"""Formats to edit in."""


class Side(StrEnum):
    """For whom a document is; also the folder it lies in."""

    INSTRUCTOR = "instructor"
    PARTICIPANTS = "participants"


class Sides(StrEnum):
    """Which sides of the paper are printed, and over which edge the sheet is turned.

    `EITHER_EDGE` is for what comes out right over both.
    """

    ONE = "one"
    EITHER_EDGE = "either-edge"
    LONG_EDGE = "long-edge"
    SHORT_EDGE = "short-edge"


class Finish(StrEnum):
    """What is done with the sheets after printing."""

    CUT = "cut"
    FOLD = "fold"
    CUT_AND_FOLD = "cut-and-fold"
    FOLD_AND_STAPLE = "fold-and-staple"
    HANG = "hang"
    STAPLE = "staple"


@dataclass(frozen=True, slots=True)
class Edition:
    """One kind of document.

    `view` gives the values that its template may show, or None where the edition does not apply (a
    length without pre-work has no pre-work sheet). `per`, `number`, `spare` (in percent) and
    `extra` say how many copies to print, `sides` and `finish` how; `when` names, in
    `templates/strings`, when it is used. A `core` edition is made unless others are asked for.
    `text` is the one format of an edition that is plain text; `write` makes it where a template
    cannot, with what takes the marks out of a text. `scripts` name what its page on the screen
    does, in `templates/scripts`. `on_a_sheet` says for how many of `per` one copy is enough: four
    cards to a sheet, two sets. `offices`: the formats of office programs in which it is also made;
    none for what is cut or folded by exact measures. `large`: it is also made in large print;
    `whole_in_large_print`: each card has a sheet to itself there, and nothing is cut.
    `fillable`: there is also a PDF of it to fill in on the screen. `larger_paper`: it is printed on
    paper twice as large as the others. `booklet`: its pages are imposed, to be folded: a PDF alone.
    `in_place_of` names the edition of which one prints either it or this one; `projected`: hardly
    anyone prints it. `form` says of an evaluation form when it is answered: on paper it can be
    scanned. `screen_styles` names the styles of an edition that is for the screen alone: a small
    HTML file and nothing to print.
    """

    name: str
    title: str
    side: Side
    template: str
    view: Callable[[TailoredWorkshop, Setting], Any]
    per: Per
    when: str
    number: int = 1
    on_a_sheet: int = 1
    spare: int = 0
    extra: int = 0
    sides: Sides = Sides.LONG_EDGE
    finish: Finish | None = None
    core: bool = True
    offices: tuple[OfficeFormat, ...] = ("docx",)
    scripts: tuple[str, ...] = ()
    large: bool = False
    whole_in_large_print: bool = False
    fillable: bool = False
    larger_paper: bool = False
    booklet: bool = False
    in_place_of: str = ""
    projected: bool = False
    form: Phase | None = None
    screen_styles: tuple[str, ...] = ()
    text: TextFormat | None = None
    write: Callable[[Any, Callable[[str], str]], str] | None = None

    @property
    def on_paper(self) -> bool:
        """Whether there is anything to print."""
        return not (self.text or self.screen_styles)

    @property
    def both_sides(self) -> bool:
        """Whether a sheet of paper takes two pages."""
        return self.sides is not Sides.ONE

    def finished(self, *, large: bool) -> Finish | None:
        """Say what is done with its sheets, which may be less in large print."""
        return None if large and self.whole_in_large_print else self.finish

    def paper(self, usual: Paper) -> str:
        """Say on which paper it is printed, where the others are printed on the `usual` one."""
        return LARGER[usual] if self.larger_paper else usual


LARGER: Final[dict[Paper, str]] = {"letter": "tabloid", "a4": "a3"}
"""The paper that two sheets of another make."""

NO_TEMPLATE: Final = ""
"""The template of an edition that is written without one."""

FILLED_IN: Final = ("fill-in.js", "keep-answers.js")
"""The scripts of an edition that people fill in on the screen."""
