"""A form for LimeSurvey: the structure of a survey, separated by tabs.

Sources: the page “Tab Separated Value survey structure” of LimeSurvey's manual; what it reads is in
`TSVImportSurvey` of `application/helpers/admin/import_helper.php`; which codes it takes, in the
rules of `application/models/Question.php` (a question's: a letter, then letters and figures; a
subquestion's: letters and figures) and in `installer/create-database.php` (20 characters, those of
answers 5).
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from kit.exchange.systems.field_names import LIME_SURVEY, names_of
from kit.exchange.systems.plain_words import cells_of, without
from kit.instrument.answer_fields import OTHER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kit.exchange.questionnaire import Asked, Block, Questionnaire

HEAD: Final = (
    *("id", "related_id", "class", "type/scale", "name", "relevance", "text", "help", "language"),
    *("validation", "mandatory", "encrypted", "other", "default", "same_default", "same_script"),
)
_LOOKED_AT: Final = 1_000
"""Bytes by which its import tells the encoding."""
_SETTINGS: Final = {
    "anonymized": "Y",
    "ipaddr": "N",
    "refurl": "N",
    "datestamp": "N",
    "format": "A",
}
"""No tie to a person, no address, no time; all on one page."""


def write_structure(asked: Questionnaire) -> bytes:
    """Write the text file."""
    language = asked.form.language.partition("-")[0]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    for row in _rows(asked, language):
        writer.writerow(cells_of([row.get(name, "") for name in HEAD]))
    head = "\t".join(HEAD)
    while _is_cut(made := f"{head}\n{text.getvalue()}".encode("utf-8-sig")):
        head += " "  # its import trims the names of columns
    return made


def _is_cut(made: bytes) -> bool:
    """Say whether what the import looks at ends within a letter, which it could misread for it.

    It puts an `e` behind these bytes, so that half a letter is not UTF-8; Japanese is tried next.
    """
    looked_at = made[:_LOOKED_AT]
    return looked_at.decode("utf-8", "ignore").encode() != looked_at


def code_of(value: str) -> str:
    """Give the code of an answer: LimeSurvey has five characters for it.

    A letter keeps the number from being taken for words that are a number.
    """
    return f"A{value}" if value.isdigit() else value


def _rows(asked: Questionnaire, language: str) -> Iterator[dict[str, str]]:
    yield {"class": "S", "name": "language", "text": language}
    for name, value in _SETTINGS.items():
        yield {"class": "S", "name": name, "text": value}
    welcome = {"surveyls_title": asked.title, "surveyls_welcometext": asked.purpose}
    for name, words in welcome.items():
        if words:
            yield {"class": "SL", "name": name, "text": _words(words), "language": language}
    names = names_of(asked.form, LIME_SURVEY)
    for number, chapter in enumerate(asked.chapters, start=1):
        title = _words(chapter.title)
        yield {"class": "G", "type/scale": str(number), "name": title, "language": language}
        for block in chapter.blocks:
            for row in _of_block(block, names):
                yield {"language": language, **row}


def _of_block(block: Block, names: Mapping[str, str]) -> Iterator[dict[str, str]]:
    first = block.first
    name, other = names[first.field.key], "Y" if block.other else "N"
    match block.shape:
        case "grid":
            yield _question("F", name, block.heading)
            yield from (_row(names[each.field.key], each.row) for each in block.asked)
            yield from _answers(first)
        case "lines" if len(block.asked) > 1:
            yield _question("Q", name, block.heading)
            yield from (_row(names[each.field.key], each.row) for each in block.asked)
        case "lines":
            yield {**_question("S", name, first.text), "help": _words(first.note)}
        case "text":
            yield _question("T", name, first.text)
        case "several":
            yield _question("M", name, first.text, other)
            for value, label in first.answers:
                if value != OTHER:
                    yield _row(value, label)
        case _:
            yield {**_question("L", name, first.text, other), "help": _words(first.note)}
            yield from _answers(first)


def _question(kind: str, name: str, text: str, other: str = "N") -> dict[str, str]:
    return {
        "class": "Q",
        "type/scale": kind,
        "name": name,
        "relevance": "1",
        "text": _words(text),
        "mandatory": "N",
        "other": other,
    }


def _row(name: str, text: str) -> dict[str, str]:
    return {"class": "SQ", "type/scale": "0", "name": name, "relevance": "1", "text": _words(text)}


def _answers(asked: Asked) -> Iterator[dict[str, str]]:
    for value, label in asked.answers:
        if value != OTHER:  # the system has one of its own, with a line to write on
            row = {"class": "A", "type/scale": "0", "name": code_of(value)}
            yield {**row, "text": _words(label)}


def _words(text: str) -> str:
    """Write words that are no expression (`{…}`), and no sign that its reader takes for another."""
    return without(text, "{").replace("\\", "/")
