"""A row of a roster ▶ a participant, with every doubt about it named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kit.definitions.roster import Participant
from kit.errors import Place, Problem, Severity
from kit.reading.roster_cells import (
    EMAIL,
    clean,
    full_name,
    is_count,
    is_nothing,
    mailbox,
    oddities,
    shown_text,
    unguarded,
    wants_large_print,
)
from kit.reading.roster_columns import Column, meaning_of
from kit.reading.roster_name import name_and_address, oddities_of_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.reading.roster_columns import Columns
    from kit.reading.roster_table import Row

_TOTAL = re.compile(
    r"(?:grand |sub)?total\b.*|(?:count|sum|average|mean|number of \w+)\b[ :=]*[\d.]*|n ?= ?\d+",
    re.IGNORECASE,
)
_NAMES = (Column.NAME, Column.GIVEN, Column.MIDDLE, Column.FAMILY)
_OF_NAMES = frozenset(_NAMES)
_WAYS_OUT: Mapping[str, str] = {
    "formula": "If a name should stand here, write it; if this is one, leave it as it is.",
    "spreadsheet-error": "Mend the cell in the spreadsheet, and export the list again.",
    "lost-letter": "Write the letter, or export the list again as CSV UTF-8.",
    "garbled": "Export the list again as CSV UTF-8, or correct the cell.",
    "invisible-character": "Nothing needs to be done; to be rid of it, write the cell anew.",
    "name-is-email": "Write the name into the column of names, and the address into its own.",
    "odd-name": "Write the name as it is to be printed.",
    "long-name": "Write the name as it is to be printed: it has one line.",
    "odd-email": "Write one address and nothing else, or leave the cell empty.",
    "row-of-nobody": "Delete the row, or write the name that belongs to it.",
    "totals": "Delete the row. If it is a person, write the name in another way.",
    "headings-again": "Delete the row.",
    "too-few-cells": "See whether a separator is missing in it.",
    "nobody-yet": "Write the name when it is known, or delete the row.",
    "not-coming": "Delete the row of who does not come; else leave only the name in the cell.",
}


class RowReader:
    """Reads row after row and keeps the problems."""

    def __init__(self, columns: Columns, shown: str) -> None:
        self._columns = columns
        self._shown = shown
        self._width = _width(columns.headings)
        self.problems: list[Problem] = []

    def participant(self, row: Row) -> Participant | None:
        """Give the person of a row; None for a row without one."""
        cells = [(unguarded(text), unseen) for text, unseen in map(clean, row.cells)]
        texts = {
            column: cells[at][0]
            for column, at in self._columns.at.items()
            if at < len(cells) and not is_nothing(cells[at][0], name=column in _OF_NAMES)
        }
        everything = [text for text, _ in cells if not is_nothing(text)]
        if self._is_of_nobody(row, texts, everything):
            return None
        self._count_cells(row, len(everything))
        for column, text in texts.items():
            at = self._columns.at[column]
            for what in cells[at][1]:
                message = f"There is an invisible character in this row: {what}. It is left out."
                self._doubt("invisible-character", message, row, at)
            for code, words in oddities(text):
                self._doubt(code, f"This cell {words}: “{_brief(text)}”.", row, at)
        name, address = name_and_address(self._name(texts))
        at = next(self._columns.at[each] for each in _NAMES if each in self._columns.at)
        if not name:
            message = "This row has no name, so there is no seat and no packet for it."
            self._doubt("no-name", message, row, at, "Add the name, or delete the row.")
            return None
        for code, words in oddities_of_name(name):
            self._doubt(code, f"This name {words}: “{_brief(name)}”.", row, at)
        return Participant(
            name,
            email=self._email(texts.get(Column.EMAIL, ""), row) or address,
            role=texts.get(Column.ROLE, ""),
            group=texts.get(Column.GROUP, ""),
            seniority=texts.get(Column.SENIORITY, ""),
            pronouns=texts.get(Column.PRONOUNS, ""),
            large_print=self._large_print(texts.get(Column.LARGE_PRINT, ""), row),
            senior_mentor=texts.get(Column.SENIOR_MENTOR, ""),
            peer_mentor=texts.get(Column.PEER_MENTOR, ""),
            row=row.line,
        )

    def place(self, row: Row, at: int | None = None) -> Place:
        """Say where a row stands, or a cell of it."""
        column = 1 if at is None else row.column(at)
        return Place(self._shown, row.line, column, shown_text(row.source))

    def _is_of_nobody(self, row: Row, texts: Mapping[Column, str], everything: list[str]) -> bool:
        """Find rows that are in a table but are of nobody, and say so of each."""
        named = [text for column, text in texts.items() if column in _OF_NAMES]
        others = [text for text in everything if text not in named]
        if not named and all(is_count(text) for text in everything):
            message = "This row has no name, only figures or empty boxes. It is left out."
            self._doubt("row-of-nobody", message, row)
            return True
        total = next((text for text in everything if _TOTAL.fullmatch(text)), None)
        if total and all(is_count(text) or text == total for text in (*named, *others)):
            self._doubt("totals", "This row looks like a total, not a person. It is left out.", row)
            return True
        if texts and all(
            (found := meaning_of(text)) and found[1] is column for column, text in texts.items()
        ):
            self._doubt("headings-again", "This row repeats the headings. It is left out.", row)
            return True
        return False

    def _count_cells(self, row: Row, filled: int) -> None:
        if row.broken:
            message = "The quotation marks in this row do not match; it was read for itself."
            hint = "Put marks around a whole cell, and write one inside it twice."
            self._refuse("quotation-marks", message, row, hint)
        beyond = sum(1 for cell in row.cells[self._width :] if not is_nothing(clean(cell)[0]))
        if beyond > 0:
            message = f"This row has {len(row.cells)} cells, but there are {self._width} headings."
            hint = "Put a cell that holds the separator itself in quotation marks."
            self._refuse("too-many-cells", message, row, hint)
        elif filled and len(row.cells) < self._width:
            count = len(row.cells)
            cells = "1 cell" if count == 1 else f"{count} cells"
            message = f"This row has only {cells}, but there are {self._width} headings."
            self._doubt("too-few-cells", message, row)

    def _name(self, texts: Mapping[Column, str]) -> str:
        if name := texts.get(Column.NAME):
            return name
        return full_name(*(texts.get(column, "") for column in _NAMES[1:]))

    def _email(self, text: str, row: Row) -> str:
        address = mailbox(text)
        if address and not EMAIL.fullmatch(address):
            message = f"This is no e-mail address: “{_brief(address)}”. It is kept."
            self._doubt("odd-email", message, row, self._columns.at[Column.EMAIL])
        return address

    def _large_print(self, text: str, row: Row) -> bool:
        wanted = wants_large_print(text)
        if wanted is None:
            message = f"“{_brief(text)}” says neither yes nor no to large print; no is taken."
            at = self._columns.at[Column.LARGE_PRINT]
            hint = "Write `yes` or `no`."
            self._doubt("unknown-large-print", message, row, at, hint)
        return bool(wanted)

    def _doubt(
        self, code: str, message: str, row: Row, at: int | None = None, hint: str = ""
    ) -> None:
        where = self.place(row, at)
        way_out = hint or _WAYS_OUT.get(code, "")
        self.problems.append(Problem(code, message, where, way_out, Severity.WARNING))

    def _refuse(self, code: str, message: str, row: Row, hint: str, at: int | None = None) -> None:
        self.problems.append(Problem(code, message, self.place(row, at), hint))


def _width(headings: tuple[str, ...]) -> int:
    """Count the headings up to the last that is not empty."""
    filled = [at for at, heading in enumerate(headings) if heading.strip()]
    return filled[-1] + 1 if filled else 0


def _brief(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"  # noqa: PLR2004 - fits a line
