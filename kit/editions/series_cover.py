"""The cover of a series: all its sessions on one page, for everyone's folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts
from kit.editions.course import CourseRow, course_rows

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class SeriesCoverView:
    """The series by its title, and its sessions in order."""

    identity: Identity
    title: str
    sessions: tuple[CourseRow, ...]
    contact: str | None


def view(tailored: TailoredWorkshop, setting: Setting) -> SeriesCoverView | None:
    """Make the cover with the first session's packet; None elsewhere, or without a series.

    A program has its plan in place of it.
    """
    occasion = setting.occasion
    if occasion is None or occasion.course_title is None or occasion.number != 1:
        return None
    if occasion.program:
        return None
    return SeriesCoverView(
        identity=parts.identity(tailored, setting),
        title=occasion.course_title,
        sessions=course_rows(setting),
        contact=parts.contact(tailored),
    )
