"""The participants' packet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kit.editions import parts
from kit.editions.contacts import ContactLine, contact_lines

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class WorksheetsView:
    """Cover, agenda, sheets in order of use, cases, take-away and further reading."""

    identity: Identity
    objectives: tuple[parts.ObjectiveLine, ...]
    agenda: tuple[parts.AgendaLine, ...]
    agenda_is_long: bool
    key_points: tuple[str, ...]
    sheets: tuple[parts.Sheet, ...]
    take_home: tuple[parts.Sheet, ...]
    pre_work: tuple[parts.Sheet, ...]
    cases: tuple[parts.Case, ...]
    take_away: str
    whom_to_turn_to: str
    contact: str | None
    contacts: tuple[ContactLine, ...]
    reading: tuple[parts.Work, ...]
    is_personal: bool
    is_booklet: bool = False


def booklet_view(tailored: TailoredWorkshop, setting: Setting) -> WorksheetsView:
    """Make the participants' packet to be imposed: blank pages at its end, as many as it may take.

    The press keeps of them what fills the last sheet.
    """
    return replace(view(tailored, setting), is_booklet=True)


def view(tailored: TailoredWorkshop, setting: Setting) -> WorksheetsView:
    """Make the participants' packet out of what they may see."""
    workshop = tailored.workshop
    dealt = setting.personal.cases if setting.personal else ()
    numbers = parts.sheet_numbers(tailored)
    before = set(tailored.prework.uses) if tailored.prework else set()
    sheets = [
        parts.sheet(worksheet, numbers[worksheet.id], tailored) for worksheet in tailored.worksheets
    ]
    agenda = parts.agenda(tailored, setting)
    return WorksheetsView(
        identity=parts.identity(tailored, setting),
        objectives=parts.objectives(tailored),
        agenda=agenda,
        agenda_is_long=_is_long(agenda, setting),
        key_points=workshop.key_points,
        sheets=tuple(s for s in sheets if s.id not in before and not s.take_home),
        take_home=tuple(s for s in sheets if s.id not in before and s.take_home),
        pre_work=tuple(s for s in sheets if s.id in before),
        cases=tuple(
            parts.case(scenario, number, tailored)
            for number, scenario in enumerate(tailored.scenarios, 1)
            if not dealt or scenario.id in dealt
        ),
        take_away=workshop.take_away,
        whom_to_turn_to=workshop.disclosure.participants,
        contact=parts.contact(tailored),
        contacts=contact_lines(setting),
        reading=tuple(
            parts.work(tailored.references[key], number)
            for number, key in enumerate(workshop.reading, 1)
        ),
        is_personal=setting.personal is not None,
    )


_ROOM: Final = 26
"""Lines of the agenda for which the cover has room."""
_OCCASION: Final = 3
_PERSONAL: Final = 5
"""How many fewer they are below the lines about the occasion, and below name, table and cases."""


def _is_long(agenda: tuple[parts.AgendaLine, ...], setting: Setting) -> bool:
    """Say whether an agenda fills the cover, so that it is set smaller.

    A line of it holds about 85 characters.
    """
    room = _ROOM - _OCCASION * bool(setting.occasion) - _PERSONAL * bool(setting.personal)
    return sum(1.3 + -(-len(line.text or "") // 85) for line in agenda) > room
