"""A form for REDCap: the ZIP file of an instrument, or a whole data dictionary.

Sources: the 18 columns and their order are those of a data dictionary in the tests of REDCapR
(OuhscBbmc/REDCapR, `inst/test-data/project-survey/survey-data-dictionary.csv`) and of
linkml-redcap; what the ZIP file holds (`OriginID.txt`, and `instrument.csv` with a byte-order mark,
without folders) is what REDCap's own `Design/zip_instrument_download.php` writes.
"""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import astuple, dataclass, replace
from typing import TYPE_CHECKING, Final

from kit.exchange.systems.field_names import REDCAP, names_of
from kit.exchange.systems.plain_words import cells_of, without
from kit.instrument.answer_fields import OTHER
from kit.press.archive import without_times

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.exchange.questionnaire import Asked, Block, Questionnaire

HEAD: Final = (
    *("Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label"),
    *("Choices, Calculations, OR Slider Labels", "Field Note"),
    *("Text Validation Type OR Show Slider Number", "Text Validation Min", "Text Validation Max"),
    *("Identifier?", "Branching Logic (Show field only if...)", "Required Field?"),
    *("Custom Alignment", "Question Number (surveys only)", "Matrix Group Name"),
    *("Matrix Ranking?", "Field Annotation"),
)
RECORD: Final = "record_id"
_FORM_LETTERS: Final = 50


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    form: str
    header: str = ""
    kind: str = "radio"
    label: str = ""
    choices: str = ""
    note: str = ""
    validation: str = ""
    least: str = ""
    most: str = ""
    identifier: str = ""
    branching: str = ""
    required: str = ""
    alignment: str = ""
    number: str = ""
    matrix: str = ""
    ranking: str = ""
    annotation: str = ""


def write_instrument(asked: Questionnaire) -> bytes:
    """Write the ZIP file that adds one instrument to a project and leaves the others alone.

    It has no field for the record: the project has one.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("OriginID.txt", "Workshop Kit")
        archive.writestr("instrument.csv", _table(_rows(asked)))
    return without_times(made.getvalue())


def write_dictionary(asked: Questionnaire) -> bytes:
    """Write the data dictionary of a project that has this form alone."""
    record = _Row(RECORD, form_name(asked), kind="text", label="Record ID")
    return _table([record, *_rows(asked)])


def form_name(asked: Questionnaire) -> str:
    """Name the instrument; exports head its columns with it: `managing_up_evaluation_complete`."""
    form = asked.form
    name = form.form if form.phase == "follow-up" else f"{form.form}-evaluation"
    return REDCAP.plain(name)[:_FORM_LETTERS].rstrip("_")


def _table(rows: Sequence[_Row]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEAD)
    writer.writerows(cells_of(astuple(row)) for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _rows(asked: Questionnaire) -> list[_Row]:
    names, form = names_of(asked.form, REDCAP), form_name(asked)
    rows: list[_Row] = []
    if asked.purpose:
        name = REDCAP.made(f"about-{asked.form.form}", 0)
        rows.append(_Row(name, form, kind="descriptive", label=_words(asked.purpose)))
    for chapter in asked.chapters:
        header = chapter.title
        for block in chapter.blocks:
            made = list(_of_block(block, names, form))
            head = _joined(header, block.heading)
            rows += [replace(made[0], header=_words(head)), *made[1:]]
            header = ""
    return rows


def _joined(title: str, heading: str) -> str:
    if heading and title.startswith(heading):
        return heading
    return ": ".join(filter(None, (title, heading)))


def _of_block(block: Block, names: Mapping[str, str], form: str) -> Iterator[_Row]:
    name = names[block.first.field.key]
    # A matrix repeats one list of answers in rows that lie side by side.
    matrix = f"{name}_rows" if block.shape == "grid" and len(block.asked) > 1 else ""
    kinds = {"lines": "text", "text": "notes", "several": "checkbox"}
    for each in block.asked:
        yield _Row(
            name=names[each.field.key],
            form=form,
            kind=kinds.get(block.shape, "radio"),
            label=_words(each.text),
            choices=_choices(each),
            note=_words(each.note),
            matrix=matrix,
        )
    if block.other:
        shown = f"[{name}({OTHER})] = '1'" if block.shape == "several" else f"[{name}] = '{OTHER}'"
        yield _Row(
            name=names[block.other.field.key],
            form=form,
            kind="text",
            label=_words(block.other.text),
            branching=shown,
        )


def _choices(asked: Asked) -> str:
    return " | ".join(
        f"{value}, {_words(label.replace('|', '/'))}" for value, label in asked.answers
    )


def _words(text: str) -> str:
    """Write words that REDCap shows as they are.

    It would put data in place of `[field]`, and a field itself in place of `{field}`.
    """
    return without(text, "[", "{")
