"""The rows of a table ▶ responses: one row a person, with the day and without the hour."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from kit.answers.response import Answer, Response, Status, Way
from kit.answers.soundness import MOST_LETTERS
from kit.collecting.table_values import Reading, UnfitError, is_chosen, one_value, several_values
from kit.errors import Problem, Severity
from kit.exchange.table import cell_name, column_name
from kit.instrument.answer_fields import OTHER
from kit.reading.roster_cells import oddities, shown_text
from kit.reading.roster_columns import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kit.collecting.table_columns import Target
    from kit.errors import Place
    from kit.exchange.system import Recognised
    from kit.exchange.table import Row
    from kit.instrument.answer_fields import AnswerField
    from kit.instrument.description import FormDescription

_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_OLDEST: Final = 2000
"""Years before are what a system writes for “no time”."""
_MOST_SHOWN: Final = 60
_NUMBER: Final = re.compile(r"[0-9]{1,4}")
"""The number on a sheet, as it is kept: what is longer, or has letters, may say who it was."""


@dataclass(slots=True)
class RowsRead:
    """What the rows gave: responses, what fits no answer, and how many rows were left out.

    `tally` counts the values by field; a blank counts as an empty one.
    """

    responses: list[Response] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    blank: int = 0
    trials: int = 0
    tally: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


@dataclass(frozen=True, slots=True)
class _RowRead:
    """One person's row: `told` is the digest of what tells it from others."""

    answers: tuple[Answer, ...]
    told: str
    day: date
    received: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one table.

    With `to_review`, a cell that fits no answer becomes a doubtful one in place of a problem. With
    `other_people`, rows with the same answers as those of another table are of other people.
    """

    form: FormDescription
    recognised: Recognised
    targets: Mapping[int, Target]
    reading: Reading
    today: date
    place: Callable[[Row], Place]
    to_review: bool = False
    other_people: bool = False

    def read(self, rows: Sequence[Row]) -> RowsRead:
        """Read all rows behind the headings."""
        read = RowsRead()
        rows_told: list[_RowRead] = []
        width = max(len(row.cells) for row in rows[: self.recognised.first])
        for row in rows[self.recognised.first :]:
            if self._is_trial(row):
                read.trials += 1
                continue
            if any(cell.strip() for cell in row.cells[width:]):
                read.problems.append(self._too_wide(row))
                continue
            answers, problems = self._answers(row)
            read.problems += problems
            if not any(each.values or each.status == Status.DOUBTFUL for each in answers):
                read.blank += not problems
                continue
            for each in answers:
                read.tally[each.field].update(each.values or ("",))
            told = self._told(row, answers)
            rows_told.append(_RowRead(answers, told, self._day(row), self._received(row)))
        if self.recognised.is_typed:
            read.problems += self._same_numbers(rows[self.recognised.first :])
        read.responses += self._responses(rows_told)
        return read

    def _responses(self, rows: Sequence[_RowRead]) -> Iterator[Response]:
        """Make the responses; rows that say the same are told apart by their count."""
        table = _digest(sorted(row.told for row in rows))
        source = [self.recognised.system, table if self.other_people else ""]
        seen: Counter[str] = Counter()
        for row in rows:
            seen[row.told] += 1
            original = f"table-{_digest([row.told, source, seen[row.told]])}"
            kept = tuple(
                replace(each, evidence={**each.evidence, "rows": table}) for each in row.answers
            )
            yield Response(self.form, Way.TABLE, row.day, kept, original, received=row.received)

    def _received(self, row: Row) -> dict[str, Any]:
        """Write down the cells that are answers, as they are, and the number on the sheet."""
        cells = [
            {"column": column_name(column), "field": target.field.key, "cell": cell}
            for column, target in sorted(self.targets.items())
            if (cell := row.cell(column)).strip()
        ]
        number = self._number(row)
        return {"cells": cells, **({"sheet": number} if _NUMBER.fullmatch(number) else {})}

    def _same_numbers(self, rows: Sequence[Row]) -> Iterator[Problem]:
        """Find sheets that seem to have been typed in twice."""
        first: dict[str, Row] = {}
        for row in rows:
            number = self._number(row) if any(map(str.strip, row.cells[1:])) else ""
            before = first.setdefault(number, row) if number else row
            if before is not row:
                yield Problem(
                    "same-sheet-twice",
                    f"Cell {cell_name(0, row)}: the number {_short(number)} stands in "
                    f"{cell_name(0, before)}, too. Both rows count.",
                    self.place(row),
                    "If it is one sheet that was typed in twice, remove a row; else give one of "
                    "them another number.",
                    Severity.WARNING,
                )

    def _number(self, row: Row) -> str:
        return row.cell(0).strip() if self.recognised.is_typed else ""

    def _is_trial(self, row: Row) -> bool:
        if self.recognised.test is None:
            return False
        column, words = self.recognised.test
        return key_of(row.cell(column)) in words

    def _too_wide(self, row: Row) -> Problem:
        message = f"Row {row.number} has something in a column without a heading."
        hint = "Clear the cell, or give the column a heading."
        if row.line:
            message = f"Row {row.number} has more cells than there are headings: one was split."
            hint = "A comma in a text needs quotation marks around it; save the table again."
        return Problem("too-many-cells", message, self.place(row), hint)

    def _answers(self, row: Row) -> tuple[tuple[Answer, ...], list[Problem]]:
        read: dict[str, Answer] = {}
        extra: dict[str, Answer] = {}
        problems: list[Problem] = []
        for each, columns in self._columns_of_fields():
            try:
                values, other = self._values(row, each, columns)
            except UnfitError as unfit:
                # Of an answer with columns of its own, the first stands for all.
                column = next((at for at in columns if row.cell(at).strip()), columns[0])
                if self.to_review and each.kind != "text":
                    read[each.key] = self._answer(row, each, columns, (), Status.DOUBTFUL)
                else:
                    problems.append(self._unfit(row, column, str(unfit)))
                continue
            read[each.key] = self._answer(row, each, columns, values)
            beside = self.form.field(f"{each.item}.{OTHER}") if other else None
            if beside:
                extra[beside.key] = self._answer(row, beside, columns, (other,))
        # Words in a column of their own stand before those beside the marks.
        for key, words in extra.items():
            if key not in read or not read[key].values:
                read[key] = words
        self._mark_other(read)
        order = [each.key for each in self.form.fields if each.key in read]
        return tuple(read[key] for key in order), problems

    def _mark_other(self, read: dict[str, Answer]) -> None:
        """Mark “other” where a system has only the words for it, in a column of their own."""
        for each in self.form.fields:
            answer, words = read.get(each.key), read.get(f"{each.key}.{OTHER}")
            if self.recognised.is_typed or not answer or not words or not words.values:
                continue
            is_open = each.kind == "several" or not answer.values
            if is_open and OTHER not in answer.values and answer.status != Status.DOUBTFUL:
                read[each.key] = replace(answer, values=(*answer.values, OTHER))

    def _columns_of_fields(self) -> Iterator[tuple[AnswerField, list[int]]]:
        columns: dict[str, list[int]] = defaultdict(list)
        for column, target in sorted(self.targets.items()):
            columns[target.field.key].append(column)
        return ((each, columns[each.key]) for each in self.form.fields if each.key in columns)

    def _values(
        self, row: Row, each: AnswerField, columns: Sequence[int]
    ) -> tuple[tuple[str, ...], str]:
        cell = row.cell(columns[0])
        target = self.targets[columns[0]]
        reading = replace(self.reading, counted=target.is_own and self.recognised.counts)
        for at in columns:
            if error := dict(oddities(row.cell(at).strip())).get("spreadsheet-error"):
                raise UnfitError(error)
        if target.option:
            options = [(self.targets[at].option, row.cell(at)) for at in columns]
            chosen = {option for option, text in options if is_chosen(text, each, option, reading)}
            return tuple(value for value in each.values if value in chosen), ""
        if each.kind == "text":
            words = cell.strip()
            if words.startswith("'="):  # LimeSurvey keeps spreadsheets from running it
                words = words[1:]
            if len(words) > MOST_LETTERS:
                raise UnfitError(f"has more than {MOST_LETTERS:,} letters")
            return ((words,) if words else ()), ""
        if each.kind == "several":
            return several_values(cell, each, reading)
        try:
            value = one_value(cell, each, reading)
        except UnfitError:
            # Systems write another answer into the same cell.
            if OTHER in each.values and not cell.strip().isdigit():
                return (OTHER,), cell.strip()
            raise
        return ((value,) if value else ()), ""

    def _answer(
        self,
        row: Row,
        each: AnswerField,
        columns: Sequence[int],
        values: tuple[str, ...],
        status: Status | None = None,
    ) -> Answer:
        shown = {heading.column: heading.shown for heading in self.recognised.headings}
        evidence = {
            "table": self.recognised.system,
            "column": "; ".join(shown.get(at, "")[:_MOST_SHOWN] for at in columns),
        }
        said = "; ".join(filter(None, (row.cell(at).strip() for at in columns)))
        if each.kind != "text" and said not in {"", *values}:
            evidence["said"] = said[:_MOST_SHOWN]
        typed = Status.TYPED if self.recognised.is_typed else Status.TAKEN
        return Answer(each.key, values, status or typed, evidence)

    def _unfit(self, row: Row, column: int, why: str) -> Problem:
        said = _short(row.cell(column))
        name = cell_name(column, row)
        hint = "Correct the cell, or look at it later with `--to-review`."
        message = f"Cell {name}: “{said}” {why}."
        return Problem("no-such-answer", message, self.place(row), hint)

    def _told(self, row: Row, answers: tuple[Answer, ...]) -> str:
        """Digest what tells a row: its answers and the number on the sheet, nothing about people.

        Neither names nor times nor the file as it is go into any digest: from one, they could be
        found again by trying.
        """
        said = [
            [each.field, sorted(each.values), "" if each.values else each.evidence.get("said", "")]
            for each in answers
            if each.values or each.status == Status.DOUBTFUL
        ]
        return _digest([self.form.form, self.form.session, self._number(row), said])

    def _day(self, row: Row) -> date:
        column = self.recognised.day
        found = _DAY.fullmatch(row.cell(column).strip()) if column is not None else None
        if found:
            try:
                day = date(int(found[1]), int(found[2]), int(found[3]))
            except ValueError:
                return self.today
            if day.year >= _OLDEST and day <= self.today:
                return day
        return self.today


def _short(cell: str) -> str:
    text = " ".join(shown_text(cell).split())
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1]}…"


def _digest(told: object) -> str:
    text = json.dumps(told, ensure_ascii=True, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=16).hexdigest()
