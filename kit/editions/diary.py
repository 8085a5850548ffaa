"""The mentoring diary: to print, as a booklet, and as a page that keeps to the person's browser."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kit.definitions.preparation import Per
from kit.editions import parts
from kit.editions.contacts import ContactLine, contact_lines
from kit.editions.edition import Edition, Finish, Side, Sides
from kit.editions.own_file import OWN_FILE

if TYPE_CHECKING:
    from kit.definitions.diary import DiaryPrompt
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

_ROOM: Final = 170
_HIGHEST: Final = 11.0
_LOWEST: Final = 5.5
"""Millimetres that an entry's page has for all prompts, and of one line to write on."""
_A_LINE: Final = 78
"""Characters of a prompt on one line."""


@dataclass(frozen=True, slots=True)
class DiaryStage:
    """A stage to choose: what happens in it, and what one can do at its end."""

    id: str
    title: str
    happens: str
    can: str | None


@dataclass(frozen=True, slots=True)
class DiaryRingLine:
    """A ring with what belongs in it."""

    id: str
    title: str
    meaning: str


@dataclass(frozen=True, slots=True)
class DiaryQuestion:
    """What an entry asks, with the number of lines to write on."""

    id: str
    text: str
    lines: int


@dataclass(frozen=True, slots=True)
class DiaryView:
    """A diary with nothing in it. `line` is the height of a line to write on, in millimetres."""

    identity: Identity
    title: str
    purpose: str
    instruction: str
    stages: tuple[DiaryStage, ...]
    contacts: tuple[str, ...]
    rings: tuple[DiaryRingLine, ...]
    prompts: tuple[DiaryQuestion, ...]
    ask: str
    entries: int
    line: float
    whom_to_turn_to: str
    contact: str | None
    people: tuple[ContactLine, ...]
    is_booklet: bool = False


def view(tailored: TailoredWorkshop, setting: Setting) -> DiaryView | None:
    """Make the diary, or None where the workshop has none."""
    workshop = tailored.workshop
    diary = workshop.diary
    if diary is None:
        return None
    return DiaryView(
        identity=parts.identity(tailored, setting),
        title=diary.title,
        purpose=diary.purpose,
        instruction=diary.instruction,
        stages=tuple(
            DiaryStage(each.id, each.title, each.happens, each.can) for each in workshop.stages
        ),
        contacts=diary.contacts,
        rings=tuple(DiaryRingLine(each.id, each.title, each.meaning) for each in diary.rings),
        prompts=tuple(DiaryQuestion(each.id, each.text, each.lines) for each in diary.prompts),
        ask=diary.ask,
        entries=diary.entries,
        line=line_height(diary.prompts),
        whom_to_turn_to=workshop.disclosure.participants,
        contact=parts.contact(tailored),
        people=contact_lines(setting),
    )


def booklet_view(tailored: TailoredWorkshop, setting: Setting) -> DiaryView | None:
    """Make the diary to be imposed: the press keeps of its last pages what fills a sheet."""
    made = view(tailored, setting)
    return replace(made, is_booklet=True) if made else None


def line_height(prompts: tuple[DiaryPrompt, ...]) -> float:
    """Give the millimetres of a line to write on, so that an entry stays on its two pages."""
    said = sum(5 + 5 * -(-len(each.text) // _A_LINE) for each in prompts)
    lines = sum(each.lines for each in prompts)
    return round(min(_HIGHEST, max(_LOWEST, (_ROOM - said) / lines)), 1)


_TEMPLATE: Final = "editions/mentoring-diary.html"

DIARY = (
    Edition(
        name="mentoring-diary",
        title="Mentoring diary",
        side=Side.PARTICIPANTS,
        template=_TEMPLATE,
        view=view,
        per=Per.PARTICIPANT,
        when="after_the_session",
        spare=10,
        finish=Finish.STAPLE,
        offices=(),
        large=True,
        fillable=True,
    ),
    Edition(
        name="mentoring-diary-booklet",
        title="Mentoring diary as a booklet",
        side=Side.PARTICIPANTS,
        template=_TEMPLATE,
        view=booklet_view,
        per=Per.PARTICIPANT,
        when="after_the_session",
        spare=10,
        sides=Sides.SHORT_EDGE,
        finish=Finish.FOLD_AND_STAPLE,
        booklet=True,
        in_place_of="mentoring-diary",
        offices=(),
    ),
    Edition(
        name="mentoring-diary-page",
        title="Mentoring diary as a page",
        side=Side.PARTICIPANTS,
        template="editions/mentoring-diary-page.html",
        view=view,
        per=Per.ROOM,
        when="after_the_session",
        scripts=(
            *OWN_FILE,
            *("diary-record.js", "diary-year.js", "diary-entry.js", "diary.js"),
        ),
        screen_styles=("small-page.css", "diary.css", "own-file.css"),
        offices=(),
    ),
)
"""Made for each workshop that has a diary."""
