"""A table of answers ▶ responses: the kit's own, or what another system exported.

What was understood is given back before anything is taken in: which column is which field, what was
left out and why, what fits no answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from kit.collecting.table_columns import Matched, Target, matched
from kit.collecting.table_fit import poor_fit
from kit.collecting.table_form import Asked, form_for
from kit.collecting.table_rows import RowReader
from kit.collecting.table_values import Reading, is_in_words
from kit.errors import KitError, Place, Problem, Severity
from kit.exchange.response_table import ABOUT
from kit.exchange.systems import plain_table, recognised
from kit.exchange.systems.field_names import columns_of
from kit.exchange.table import column_name, column_number
from kit.exchange.table_file import read_table_file
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from kit.answers.response import Response
    from kit.exchange.system import Heading, Prefer, Recognised
    from kit.exchange.table import Table
    from kit.exchange.table_file import TableFile
    from kit.instrument.description import FormDescription
    from kit.library import Library

_MOST_TOLD: Final = 40


@dataclass(frozen=True, slots=True)
class Choices:
    """How a table is to be read where it does not say so itself.

    `columns` are such as `C=pace`, `C=most-useful:2` where it is for one answer of several, or
    `C=none` for one that is to be left out.
    """

    asked: Asked
    columns: tuple[str, ...] = ()
    prefer: Prefer | None = None
    to_review: bool = False
    other_people: bool = False


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A table as it was understood.

    `missing` are the keys of fields that no column is for; `left_out` the headings of columns that
    are not taken in: about people, the system's own, of no field. Problems that are errors keep the
    table from being taken in; `doubt`, that it may be another form's, unless somebody agrees.
    """

    system: str
    form: FormDescription
    headings: Mapping[int, str]
    targets: Mapping[int, Target]
    tally: Mapping[str, Counter[str]]
    missing: tuple[str, ...]
    about_people: tuple[str, ...]
    noted: tuple[str, ...]
    strange: tuple[str, ...]
    responses: tuple[Response, ...]
    blank: int
    trials: int
    problems: tuple[Problem, ...]
    doubt: Problem | None = None


def read_answer_table(library: Library, path: Path, shown: str, choices: Choices) -> AnswerTable:
    """Read a table of answers; nothing is taken in.

    Raises:
        KitError: the file cannot be read, it is not known which form it is for, or no column of it
            is of that form.
    """
    file = read_table_file(path, shown)
    table, found = _recognised(file)
    form = form_for(library, choices.asked, found, Place(shown))
    chosen = _chosen(choices.columns, found, form)
    fits = matched(found.headings, form, chosen, columns_of(found.system, form))
    if not fits.targets:
        raise KitError([_no_column(found, form, file.place(table))])
    reader = RowReader(
        form=form,
        recognised=found,
        targets=fits.targets,
        reading=Reading(_prefer(choices, found, fits, table), found.codes),
        today=_today(),
        place=lambda row: file.place(table, row),
        to_review=choices.to_review,
        other_people=choices.other_people,
    )
    read = reader.read(table.rows)
    problems = [*_unclear(fits, table, file), *_few(read.problems), *_guessed(table, file)]
    if not read.responses and not problems:
        message = "There is no answer in this table."
        problems.append(Problem("no-answers", message, file.place(table), "Is it the right file?"))
    have = {target.field.key for target in fits.targets.values()} | read.tally.keys()
    return AnswerTable(
        system=found.system,
        form=form,
        headings={each.column: each.shown for each in found.headings},
        targets=fits.targets,
        tally=read.tally,
        missing=tuple(each.key for each in form.fields if each.key not in have),
        about_people=_named(found.headings, "person"),
        noted=_named(found.headings, "system"),
        strange=tuple(_name(each) for each in fits.strange),
        responses=tuple(read.responses),
        blank=read.blank,
        trials=read.trials,
        problems=tuple(problems),
        doubt=poor_fit(found.headings, chosen, fits, form, file.place(table, table.rows[0])),
    )


def _prefer(choices: Choices, found: Recognised, fits: Matched, table: Table) -> Prefer | None:
    """Say what cells of choices hold: as was said, as the system says, or as one cell shows."""
    said = choices.prefer or found.prefer
    if said or not found.is_uniform:
        return said
    single = {at: each.field for at, each in fits.targets.items() if each.field.kind == "one"}
    rows = table.rows[found.first :]
    shown = (is_in_words(row.cell(at), each) for row in rows for at, each in single.items())
    return "words" if any(shown) else None


def _recognised(file: TableFile) -> tuple[Table, Recognised]:
    found = [(table, each) for table in file.tables if (each := recognised(table))]
    if not found:
        message = "This table has no answers: it has one row alone."
        raise KitError([Problem("no-answers", message, Place(file.shown), "Is it the right file?")])
    if any(table.rows[0].cells[: len(ABOUT)] == tuple(ABOUT) for table, _ in found):
        message = "These answers were exported from here: they are in already."
        hint = "What you changed in the file is not taken in; see `kit review`."
        raise KitError([Problem("own-export", message, Place(file.shown), hint)])
    known = (each for each in found if each[1].system != plain_table.NAME)
    return next(known, found[0])


def _chosen(
    columns: Sequence[str], found: Recognised, form: FormDescription
) -> dict[int, Target | None]:
    """Read what was said about columns.

    Raises:
        KitError: a column or a field that there is not; all of them at once.
    """
    chosen: dict[int, Target | None] = {}
    problems = []
    known = {each.column for each in found.headings}
    for said in columns:
        letters, _, rest = (each.strip() for each in said.partition("="))
        key, _, option = rest.partition(":")
        column, field = column_number(letters), form.field(key)
        if column is None or column not in known:
            message = f"`--column {said}`: there is no column `{letters}` with a heading."
            problems.append(Problem("unknown-column", message, hint="Write it as `C=pace`."))
        elif field is None and key != "none":
            keys = [each.key for each in form.fields]
            hint = did_you_mean(key, [*keys, "none"]) or f"There is: {', '.join(keys)}."
            message = f"`--column {said}`: the form does not ask `{key}`."
            problems.append(Problem("unknown-field", message, hint=hint))
        elif field and option and (field.kind != "several" or option not in field.values):
            message = f"`--column {said}`: `{option}` is none of several answers to `{key}`."
            hint = did_you_mean(option, field.values, "That question has one answer alone.")
            problems.append(Problem("unknown-field", message, hint=hint))
        else:
            chosen[column] = Target(field, option) if field else None
    if problems:
        raise KitError(problems)
    return chosen


def _no_column(found: Recognised, form: FormDescription, where: Place) -> Problem:
    first = next((each.shown for each in found.headings if each.about == "answer"), "")
    message = f"No column of this table is of the form `{form.form}` of `{form.session}`."
    if first:
        message += f" The first heading that may be a question is “{first[:_MOST_TOLD]}”."
    hint = (
        "Is it another session’s? Say which with `--session`; or say what a column is with "
        f"`--column C={form.fields[0].key}`."
    )
    return Problem("no-column-fits", message, where, hint)


def _unclear(fits: Matched, table: Table, file: TableFile) -> list[Problem]:
    return [
        Problem(
            "unclear-column",
            f"Column {column_name(heading.column)}, “{heading.shown[:80]}”, may be "
            f"{' or '.join(f'`{key}`' for key in keys)}"
            f"{'' if len(keys) > 1 else ', and so may another column'}.",
            file.place(table, table.rows[0]),
            f"Say what it is: `--column {column_name(heading.column)}={keys[0]}`; "
            "`=none` leaves a column out.",
        )
        for heading, keys in fits.unclear
    ]


def _few(problems: Sequence[Problem]) -> list[Problem]:
    """Give the first problems, and say how many more there are."""
    told = list(problems[:_MOST_TOLD])
    if problems[_MOST_TOLD:]:
        last = problems[_MOST_TOLD]
        message = f"{len(problems) - _MOST_TOLD} more cells or rows like these."
        told.append(Problem("no-such-answer", message, last.where, last.hint))
    return told


def _guessed(table: Table, file: TableFile) -> list[Problem]:
    if not table.guess:
        return []
    message = f"This file is not saved as UTF-8; it was read as {table.guess}."
    hint = "If letters are wrong in what was typed, save it as “CSV UTF-8” and take it in then."
    return [Problem("encoding", message, file.place(table), hint, Severity.WARNING)]


def _named(headings: Sequence[Heading], about: str) -> tuple[str, ...]:
    return tuple(_name(each) for each in headings if each.about == about)


def _name(heading: Heading) -> str:
    return f"{column_name(heading.column)} “{heading.shown[:_MOST_TOLD]}”"


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
