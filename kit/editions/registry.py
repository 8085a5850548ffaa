"""Which documents a packet has. A new edition is one view, one template and one entry here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kit.definitions.preparation import Per
from kit.editions import evaluation_form, instructor_guide, pre_work, run_of_show, worksheets

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


class Side(StrEnum):
    """For whom a document is; also the folder it lies in."""

    INSTRUCTOR = "instructor"
    PARTICIPANTS = "participants"


@dataclass(frozen=True, slots=True)
class Edition:
    """One kind of document.

    `view` gives the values that its template may show, or None where the edition does not
    apply (a length without pre-work has no pre-work sheet). `per`, `number` and `spare` (in
    percent) say how many copies to print.
    """

    name: str
    title: str
    side: Side
    template: str
    view: Callable[[TailoredWorkshop, Setting], Any]
    per: Per
    number: int = 1
    spare: int = 0
    note: str = ""


_EDITIONS = (
    Edition(
        name="instructor-guide",
        title="Instructor guide",
        side=Side.INSTRUCTOR,
        template="editions/instructor-guide.html",
        view=instructor_guide.view,
        per=Per.INSTRUCTOR,
        note="one for each instructor",
    ),
    Edition(
        name="run-of-show",
        title="Run of show",
        side=Side.INSTRUCTOR,
        template="editions/run-of-show.html",
        view=run_of_show.view,
        per=Per.INSTRUCTOR,
        number=2,
        note="one for each instructor, one for the door",
    ),
    Edition(
        name="pre-work",
        title="Pre-work",
        side=Side.PARTICIPANTS,
        template="editions/pre-work.html",
        view=pre_work.view,
        per=Per.PARTICIPANT,
        note="sent ahead; bring a few spares",
    ),
    Edition(
        name="worksheets",
        title="Participant worksheets",
        side=Side.PARTICIPANTS,
        template="editions/worksheets.html",
        view=worksheets.view,
        per=Per.PARTICIPANT,
        spare=10,
        note="one for each participant and 10% spare; stapled",
    ),
    Edition(
        name="evaluation-form",
        title="Evaluation form",
        side=Side.PARTICIPANTS,
        template="editions/evaluation-form.html",
        view=evaluation_form.view,
        per=Per.PARTICIPANT,
        spare=10,
        note="one for each participant and 10% spare; a pile of its own",
    ),
    Edition(
        name="follow-up-form",
        title="Follow-up form",
        side=Side.PARTICIPANTS,
        template="editions/evaluation-form.html",
        view=evaluation_form.follow_up_view,
        per=Per.PARTICIPANT,
        note="sent some months later",
    ),
)

EDITIONS: Mapping[str, Edition] = MappingProxyType({edition.name: edition for edition in _EDITIONS})
"""Every edition by name, in the order in which a packet lists them."""
