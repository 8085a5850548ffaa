"""What the instructor knows about cases and sheets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts

if TYPE_CHECKING:
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class CaseNotes:
    """A case with what the instructor knows about it."""

    case: parts.Case
    themes: tuple[str, ...]
    minutes: int
    wordings: tuple[tuple[str, str], ...]
    listen_for: tuple[str, ...]
    twist: str | None
    refer_on: str | None
    tip: str | None


@dataclass(frozen=True, slots=True)
class SheetNotes:
    """A worksheet in small, with what to expect on it."""

    sheet: parts.Sheet
    pre_work: bool
    expect: tuple[str, ...]
    block_notes: tuple[tuple[str, str], ...]
    keys: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class RoleNotes:
    """The vocabulary of roles with what the instructor knows about it.

    `roles` have a name, what they do, and where such people can be found, empty where the list does
    not say. `source` is None of a list that does not say either. `others` are the vocabularies that
    the workshop can be made with instead: id and title.
    """

    title: str
    source: str | None
    roles: tuple[tuple[str, str, str], ...]
    others: tuple[tuple[str, str], ...]


def role_notes(tailored: TailoredWorkshop) -> RoleNotes | None:
    """Give the roles of the chosen vocabulary, or None where the workshop has none."""
    vocabulary = tailored.vocabulary
    if vocabulary is None:
        return None
    return RoleNotes(
        title=vocabulary.title,
        source=vocabulary.source,
        roles=tuple((role.title, role.does, role.where or "") for role in vocabulary.roles),
        others=tuple((each.id, each.title) for each in tailored.other_vocabularies),
    )


def case_notes(tailored: TailoredWorkshop) -> tuple[CaseNotes, ...]:
    """Give the cases of this length with their notes and the wordings for other audiences."""
    return tuple(
        CaseNotes(
            case=parts.case(scenario, number, tailored),
            themes=scenario.themes,
            minutes=scenario.minutes,
            wordings=tuple(
                (audience, text)
                for audience, text in scenario.versions.items()
                if audience != tailored.audience and audience in tailored.workshop.audiences
            ),
            listen_for=scenario.instructor.listen_for,
            twist=scenario.instructor.twist,
            refer_on=scenario.instructor.refer_on,
            tip=scenario.instructor.tip,
        )
        for number, scenario in enumerate(tailored.scenarios, 1)
    )


def sheet_notes(tailored: TailoredWorkshop) -> tuple[SheetNotes, ...]:
    """Give the sheets of this length with what to expect on them."""
    before = tailored.prework.uses if tailored.prework else ()
    return tuple(
        SheetNotes(
            sheet=parts.sheet(worksheet, number, tailored),
            pre_work=worksheet.id in before,
            expect=worksheet.expect,
            block_notes=tuple(
                (block.title or "", block.expect) for block in worksheet.blocks if block.expect
            ),
            keys=tuple(
                (block.title or "", block.answers) for block in worksheet.blocks if block.answers
            ),
        )
        for number, worksheet in enumerate(tailored.worksheets, 1)
    )
