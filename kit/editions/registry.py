"""Which documents a packet has. A new edition is one view, one template and one entry here."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from kit.definitions.preparation import Per
from kit.editions import appendix_list, instructor_guide, packing_list
from kit.editions.bag import BAG
from kit.editions.copies import copies
from kit.editions.core_packet import CORE
from kit.editions.diary import DIARY
from kit.editions.edition import Edition, Side
from kit.editions.exercise_material import EXERCISE_MATERIAL
from kit.editions.network_map import NETWORK_MAP
from kit.editions.offline_forms import OFFLINE_FORMS
from kit.editions.own_documents import OWN_DOCUMENTS
from kit.editions.packet import PacketLine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.editions.setting import Setting
    from kit.reading.words import Words
    from kit.tailoring.tailor import TailoredWorkshop


def copies_of(edition: Edition, tailored: TailoredWorkshop, setting: Setting) -> int:
    """Say how often to print a document for this group; in large print, for those who asked.

    What is filled in on the screen is not printed.
    """
    if setting.fillable:
        return 0
    if setting.large:
        return setting.large_readers
    group = tailored.workshop.group
    participants = setting.participants or group.ideal
    counted = copies(
        edition.per,
        edition.number,
        edition.spare,
        participants,
        group,
        instructors=setting.instructors,
    )
    return -(-counted // edition.on_a_sheet) + edition.extra


def note_of(edition: Edition, words: Words) -> str:
    """Say in a few words how a document is handed out."""
    return words.strings.get(f"note_{edition.name.replace('-', '_')}", "")


def packet(tailored: TailoredWorkshop, setting: Setting) -> tuple[PacketLine, ...]:
    """List the documents on paper that a packet always has, in the order of the registry."""
    return tuple(
        _line(edition, tailored, setting)
        for edition in EDITIONS.values()
        if edition.core and edition.on_paper and _applies(edition, tailored, setting)
    )


def printed(tailored: TailoredWorkshop, setting: Setting) -> tuple[PacketLine, ...]:
    """List all documents that can be made for this group and printed, each of them once."""
    return tuple(
        _line(edition, tailored, setting)
        for edition in EDITIONS.values()
        if edition.on_paper and not edition.booklet and _applies(edition, tailored, setting)
    )


def messages(tailored: TailoredWorkshop, setting: Setting) -> tuple[PacketLine, ...]:
    """List the e-mails that can be made for this group; they have no copies."""
    return tuple(
        replace(_line(edition, tailored, setting), copies=0)
        for edition in EDITIONS.values()
        if edition.text == "txt" and _applies(edition, tailored, setting)
    )


def _line(edition: Edition, tailored: TailoredWorkshop, setting: Setting) -> PacketLine:
    return PacketLine(
        edition=edition.name.replace("-", "_"),
        side=str(edition.side),
        when=edition.when,
        note=note_of(edition, setting.words),
        copies=copies_of(edition, tailored, setting),
    )


def _applies(edition: Edition, tailored: TailoredWorkshop, setting: Setting) -> bool:
    # Those that list the others would ask themselves without end.
    listing = {_guide, _packing_list, _appendix_list}
    return edition.view in listing or edition.view(tailored, setting) is not None


def _guide(tailored: TailoredWorkshop, setting: Setting) -> instructor_guide.GuideView:
    return instructor_guide.view(tailored, setting, packet(tailored, setting))


def _packing_list(tailored: TailoredWorkshop, setting: Setting) -> packing_list.PackingListView:
    return packing_list.view(tailored, setting, printed(tailored, setting))


def _appendix_list(tailored: TailoredWorkshop, setting: Setting) -> appendix_list.AppendixListView:
    everything = (*printed(tailored, setting), *messages(tailored, setting))
    appendices = tuple(line for line in everything if line.edition not in _OUR_OWN)
    return appendix_list.view(tailored, setting, appendices)


_GUIDE = Edition(
    name="instructor-guide",
    title="Instructor guide",
    side=Side.INSTRUCTOR,
    template="editions/instructor-guide.html",
    view=_guide,
    per=Per.INSTRUCTOR,
    when="beforehand",
)

_OUR_OWN = {
    *("appendix_list", "packing_list"),
    # They are there for every workshop, and no part of one.
    *("mentoring_agreement", "meeting_log", "learning_plan"),
    *("exercises", "exercises_with_answers", "flip_charts_large", "flip_charts_tiled"),
}
"""What nobody needs who would repeat the session from a publication, or has there already."""

_LISTS = (
    Edition(
        name="packing-list",
        title="Packing list",
        side=Side.INSTRUCTOR,
        template="editions/packing-list.html",
        view=_packing_list,
        per=Per.ROOM,
        when="when_packing",
        core=False,
    ),
    Edition(
        name="appendix-list",
        title="Appendix list",
        side=Side.INSTRUCTOR,
        template="editions/appendix-list.html",
        view=_appendix_list,
        per=Per.ROOM,
        when="when_submitting",
        core=False,
    ),
)

EDITIONS: Mapping[str, Edition] = MappingProxyType(
    {
        edition.name: edition
        for edition in (
            *(_GUIDE, *CORE, NETWORK_MAP, *DIARY, *OWN_DOCUMENTS, *BAG),
            *(*OFFLINE_FORMS, *EXERCISE_MATERIAL, *_LISTS),
        )
    }
)
"""Every edition by name, in the order in which a packet lists them: the core ones first."""

CORE_NAMES = tuple(name for name, edition in EDITIONS.items() if edition.core)
"""What is made unless other editions are named."""
