"""Who was expected and who came, as a table for other programs."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.editions.setting import Attendee, Setting
    from kit.tailoring.tailor import TailoredWorkshop

_HEADINGS: Final = ("Name", "E-mail", "Role", "Group", "Table", "Came")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_CAME: Final = {True: "yes", False: "no", None: ""}


@dataclass(frozen=True, slots=True)
class AttendanceListView:
    """A row for each person; what nobody recorded is left open."""

    people: tuple[Attendee, ...]


def view(tailored: TailoredWorkshop, setting: Setting) -> AttendanceListView | None:
    """List the people, or None where there is no roster."""
    del tailored
    return AttendanceListView(setting.attendance) if setting.attendance else None


def write(view: AttendanceListView, plain: Callable[[str], str] = str) -> str:
    """Write the table, with a byte-order mark, since Excel asks for one.

    A cell that a spreadsheet would take for a formula begins with an apostrophe. The column `Came`
    can be filled in and read again with `kit session record --attendance`.
    """
    del plain  # a name is shown as it is written
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(_HEADINGS)
    for each in view.people:
        cells = (each.name, each.email, each.role, each.group, each.table, _CAME[each.came])
        rows.writerow(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells)
    return "\ufeff" + out.getvalue()
