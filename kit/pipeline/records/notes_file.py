"""A file with notes after a session, as CSV or as plain text ▶ the notes."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Place, Problem, Severity
from kit.pipeline.records.notes_taken import Subject, Subjects
from kit.pipeline.records.session_records import plain
from kit.reading.roster_columns import key_of
from kit.reading.roster_encoding import decode
from kit.reading.text_file import lines_of, read_bytes
from kit.suggestion import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kit.pipeline.records.notes_taken import Note
    from kit.pipeline.records.session_plan import SessionPlan

_MOST_BYTES: Final = 1_000_000
_TABLES: Final = (".csv", ".tsv")
_ABOUT: Final = {"about", "activity", "part", "question", "subject", "on", "item", "topic"}
_NOTE: Final = {"note", "notes", "text", "answer", "comment", "comments", "remark", "remarks"}
_EXAMPLE: Final = "Write a first line `About,Note`, and below it `welcome,Started late`."
_LABEL: Final = re.compile(r"\s*(?:[-*•]\s+)?([^:=]{1,300}?)\s*[:=]\s*(.*)")
_ONE_WORD: Final = re.compile(r"[\w-]{3,60}")


def read_notes(path: Path, shown: str, plan: SessionPlan) -> tuple[list[Note], tuple[Problem, ...]]:
    """Read notes; `shown` is the file's name in messages.

    Returns:
        Each note with its subject, in the order of the file, and the doubts.

    Raises:
        KitError: the file cannot be read, has no notes, or a row of it is about nothing known.
    """
    try:
        text = decode(read_bytes(path, shown, _MOST_BYTES, "any notes"), shown).text
    except KitError as error:
        raise KitError(_reworded(each, shown) for each in error.problems) from None
    subjects = Subjects(plan)
    doubts: tuple[Problem, ...] = ()
    if path.suffix.lower() in _TABLES:
        notes = _in_table(text, shown, subjects)
    else:
        notes, doubts = _in_text(text, shown, subjects)
    if not notes:
        raise KitError([Problem("no-notes", "There are no notes in this file.", Place(shown))])
    return notes, doubts


def _reworded(problem: Problem, shown: str) -> Problem:
    if problem.code != "not-csv":
        return problem
    hint = "Save it as plain text (.txt) or as “CSV UTF-8”, and use that file."
    message = "This is neither plain text nor CSV, but the file of another program."
    return Problem("not-text", message, Place(shown), hint)


def _in_table(text: str, shown: str, subjects: Subjects) -> list[Note]:
    head, rows = _table(text, shown)
    keys = [key_of(cell) for cell in head]
    about = next((at for at, key in enumerate(keys) if key in _ABOUT), None)
    note = next(at for at, key in enumerate(keys) if key in _NOTE)
    notes: list[Note] = []
    problems = []
    for line, cells in rows:
        where = Place(shown, line, 1)
        words = cells[about].strip() if about is not None and about < len(cells) else ""
        said = plain(cells[note]) if note < len(cells) else ""
        if any(cell.strip() for cell in cells[len(head) :]):
            message = f"This row has {len(cells)} cells, but there are {len(head)} headings."
            hint = "Put a note that holds the separator itself in quotation marks."
            problems.append(Problem("too-many-cells", message, where, hint))
        elif said and words and subjects.find(words) is None:
            message, hint = subjects.unknown(words)
            problems.append(Problem("unknown-activity", message, where, hint))
        elif said:
            notes.append((subjects.find(words) or Subject() if words else Subject(), said))
    if problems:
        raise KitError(problems)
    return notes


def _table(text: str, shown: str) -> tuple[Sequence[str], list[tuple[int, Sequence[str]]]]:
    """Find the row of headings, by whichever separator, and the rows below it with their lines."""
    for separator in ",;\t|":
        rows: list[tuple[int, Sequence[str]]] = []
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        try:
            begins = 1
            for cells in reader:
                if any(cell.strip() for cell in cells):
                    rows.append((begins, cells))
                begins = reader.line_num + 1
        except csv.Error:
            continue
        if rows and re.fullmatch(r'"?sep=.?"?', "".join(rows[0][1]).strip()):
            rows.pop(0)
        if rows and {key_of(cell) for cell in rows[0][1]} & _NOTE:
            return rows[0][1], rows[1:]
    message = "No column of this file says that it holds notes."
    raise KitError([Problem("no-notes", message, Place(shown, 1), _EXAMPLE)])


def _in_text(text: str, shown: str, subjects: Subjects) -> tuple[list[Note], tuple[Problem, ...]]:
    """Read lines: `welcome: late` or a line with a question begins a note, an empty line ends."""
    notes: list[Note] = []
    doubts: list[Problem] = []
    subject, begun = Subject(), list[str]()

    def end() -> Iterator[Note]:
        if said := plain("\n".join(begun)):
            yield subject, said
        begun.clear()

    for number, line in enumerate(lines_of(text), start=1):
        label = _LABEL.fullmatch(line)
        whole, part = subjects.find(line), subjects.find(label[1]) if label else None
        if whole or part:
            notes += end()
            subject = whole or part or Subject()
            begun += [label[2]] if part and label and not whole else []
        elif not line.strip() and begun and subject != Subject():
            notes += end()
            subject = Subject()
        else:
            if label and _ONE_WORD.fullmatch(label[1]):
                doubts += _slip(label[1], subjects, Place(shown, number, 1, line))
            begun.append(line.rstrip())
    notes += end()
    return notes, tuple(doubts)


def _slip(word: str, subjects: Subjects, where: Place) -> Iterator[Problem]:
    if near := nearest(word, subjects.activities):
        message = f"The session has no activity `{word}`; the line is kept as it is."
        hint = f"Did you mean `{near}`? Then write it so, and record again."
        yield Problem("unknown-activity", message, where, hint, Severity.WARNING)
