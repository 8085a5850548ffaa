"""Which documents a packet has. A new edition is one view, one template and one entry here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kit.definitions.preparation import Per
from kit.editions import (
    evaluation_form,
    instructor_guide,
    placards,
    pre_work,
    role_cards,
    run_of_show,
    scenario_cards,
    seating_list,
    worksheets,
)
from kit.editions.copies import copies
from kit.editions.packet import PacketLine

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
    apply (a length without pre-work has no pre-work sheet). `per`, `number`, `spare` (in percent)
    and `extra` say how many copies to print, `both_sides` how; `when` names, in
    `templates/strings`, when it is used.
    """

    name: str
    title: str
    side: Side
    template: str
    view: Callable[[TailoredWorkshop, Setting], Any]
    per: Per
    when: str
    number: int = 1
    spare: int = 0
    extra: int = 0
    note: str = ""
    both_sides: bool = True


def copies_of(edition: Edition, tailored: TailoredWorkshop, setting: Setting) -> int:
    """Say how often to print a document for this group."""
    group = tailored.workshop.group
    participants = setting.participants or group.ideal
    counted = copies(edition.per, edition.number, edition.spare, participants, group)
    return counted + edition.extra


def packet(tailored: TailoredWorkshop, setting: Setting) -> tuple[PacketLine, ...]:
    """List the documents that a packet has, in the order of the registry."""
    return tuple(
        PacketLine(
            edition=edition.name.replace("-", "_"),
            side=str(edition.side),
            when=edition.when,
            note=edition.note,
            copies=copies_of(edition, tailored, setting),
        )
        for edition in EDITIONS.values()
        if edition.view is _guide or edition.view(tailored, setting) is not None
    )


def _guide(tailored: TailoredWorkshop, setting: Setting) -> instructor_guide.GuideView:
    return instructor_guide.view(tailored, setting, packet(tailored, setting))


_EDITIONS = (
    Edition(
        name="instructor-guide",
        title="Instructor guide",
        side=Side.INSTRUCTOR,
        template="editions/instructor-guide.html",
        view=_guide,
        per=Per.INSTRUCTOR,
        when="beforehand",
        note="one for each instructor",
    ),
    Edition(
        name="run-of-show",
        title="Run of show",
        side=Side.INSTRUCTOR,
        template="editions/run-of-show.html",
        view=run_of_show.view,
        per=Per.INSTRUCTOR,
        when="at_the_lectern",
        extra=1,
        note="one for each instructor, one for the door",
    ),
    Edition(
        name="pre-work",
        title="Pre-work",
        side=Side.PARTICIPANTS,
        template="editions/pre-work.html",
        view=pre_work.view,
        per=Per.PARTICIPANT,
        when="a_week_before",
        note="sent ahead; bring a few spares",
    ),
    Edition(
        name="worksheets",
        title="Participant worksheets",
        side=Side.PARTICIPANTS,
        template="editions/worksheets.html",
        view=worksheets.view,
        per=Per.PARTICIPANT,
        when="on_the_tables",
        spare=10,
        note="one for each participant and 10% spare; on both sides",
    ),
    Edition(
        name="scenario-cards",
        title="Scenario cards",
        side=Side.PARTICIPANTS,
        template="editions/scenario-cards.html",
        view=scenario_cards.view,
        per=Per.TABLE,
        when="in_the_discussion",
        note="one set for each table; both sides, turned on the long edge; cut across",
    ),
    Edition(
        name="role-cards",
        title="Role cards",
        side=Side.PARTICIPANTS,
        template="editions/role-cards.html",
        view=role_cards.view,
        per=Per.TRIAD,
        when="in_the_role_play",
        note="one set for each group of three; one side; cut across",
        both_sides=False,
    ),
    Edition(
        name="placards",
        title="Placards",
        side=Side.PARTICIPANTS,
        template="editions/placards.html",
        view=placards.view,
        per=Per.ROOM,
        when="on_the_walls",
        note="one set for the walls, printed on one side",
        both_sides=False,
    ),
    Edition(
        name="evaluation-form",
        title="Evaluation form",
        side=Side.PARTICIPANTS,
        template="editions/evaluation-form.html",
        view=evaluation_form.view,
        per=Per.PARTICIPANT,
        when="last_minutes",
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
        when="months_later",
        note="sent some months later",
    ),
)

EDITIONS: Mapping[str, Edition] = MappingProxyType({edition.name: edition for edition in _EDITIONS})
"""Every edition by name, in the order in which a packet lists them."""

SEATING_LIST = Edition(
    name="seating-list",
    title="Seating list",
    side=Side.INSTRUCTOR,
    template="editions/seating-list.html",
    view=seating_list.view,
    per=Per.INSTRUCTOR,
    when="at_the_lectern",
    extra=1,
)
"""Made with the personal packets alone, and not among a packet's documents: it has names."""
