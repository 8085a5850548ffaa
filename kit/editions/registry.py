"""Which documents a packet has. A new edition is one view, one template and one entry here."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from kit.definitions.preparation import Per
from kit.editions import instructor_guide, seating_list
from kit.editions.bag import BAG
from kit.editions.copies import copies
from kit.editions.core_packet import CORE
from kit.editions.edition import Edition, Side
from kit.editions.packet import PacketLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


def copies_of(edition: Edition, tailored: TailoredWorkshop, setting: Setting) -> int:
    """Say how often to print a document for this group."""
    group = tailored.workshop.group
    participants = setting.participants or group.ideal
    counted = copies(edition.per, edition.number, edition.spare, participants, group)
    return counted + edition.extra


def packet(tailored: TailoredWorkshop, setting: Setting) -> tuple[PacketLine, ...]:
    """List the documents that a packet always has, in the order of the registry."""
    return tuple(
        PacketLine(
            edition=edition.name.replace("-", "_"),
            side=str(edition.side),
            when=edition.when,
            note=edition.note,
            copies=copies_of(edition, tailored, setting),
        )
        for edition in EDITIONS.values()
        if edition.core and (edition.view is _guide or edition.view(tailored, setting) is not None)
    )


def _guide(tailored: TailoredWorkshop, setting: Setting) -> instructor_guide.GuideView:
    return instructor_guide.view(tailored, setting, packet(tailored, setting))


_GUIDE = Edition(
    name="instructor-guide",
    title="Instructor guide",
    side=Side.INSTRUCTOR,
    template="editions/instructor-guide.html",
    view=_guide,
    per=Per.INSTRUCTOR,
    when="beforehand",
    note="one for each instructor",
)

EDITIONS: Mapping[str, Edition] = MappingProxyType(
    {edition.name: edition for edition in (_GUIDE, *CORE, *BAG)}
)
"""Every edition by name, in the order in which a packet lists them: the core ones first."""

CORE_NAMES = tuple(name for name, edition in EDITIONS.items() if edition.core)
"""What is made unless other editions are named."""

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
