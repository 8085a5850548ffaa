"""Documents that live longer than the session: agreement, meeting log, learning plan."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from kit.definitions.document import AGREEMENT, LEARNING_PLAN, MEETING_LOG
from kit.definitions.preparation import Per
from kit.editions import parts
from kit.editions.contacts import ContactLine, contact_lines
from kit.editions.edition import FILLED_IN, Edition, Finish, Side

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class OwnDocumentView:
    """One sheet that stands alone; an agreement alone `tells_contacts`."""

    identity: Identity
    name: str
    sheet: parts.Sheet
    tells_contacts: bool
    contact: str | None
    contacts: tuple[ContactLine, ...]


def view(
    tailored: TailoredWorkshop, setting: Setting, *, sheet_id: str, name: str
) -> OwnDocumentView | None:
    """Make a document of its own, or None where the cohort left it out."""
    document = tailored.documents.get(sheet_id)
    if document is None:
        return None
    turned_to = sheet_id == AGREEMENT
    return OwnDocumentView(
        # It is not of the session: its own title stands in its heads, not the workshop's.
        identity=replace(
            parts.identity(tailored, setting),
            title=document.title,
            subtitle=None,
            summary=document.purpose,
            is_default_length=True,
            is_default_audience=True,
        ),
        name=name,
        sheet=parts.sheet(document, 1, tailored),
        tells_contacts=turned_to,
        contact=parts.contact(tailored) if turned_to else None,
        contacts=contact_lines(setting) if turned_to else (),
    )


def _edition(name: str, title: str, sheet_id: str, copies: int) -> Edition:
    return Edition(
        name=name,
        title=title,
        side=Side.PARTICIPANTS,
        template="editions/own-document.html",
        view=partial(view, sheet_id=sheet_id, name=name),
        per=Per.PARTICIPANT,
        when="months_after",
        number=copies,
        scripts=FILLED_IN,
        finish=Finish.STAPLE,
        core=False,
        large=True,
        fillable=True,
    )


OWN_DOCUMENTS = (
    _edition("mentoring-agreement", "Mentoring agreement", AGREEMENT, 2),
    _edition("meeting-log", "Meeting log", MEETING_LOG, 1),
    _edition("learning-plan", "Individualized learning plan", LEARNING_PLAN, 1),
)
