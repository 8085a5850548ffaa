"""Other systems, acted: each takes a file that was made for it, and exports what people answered.

What stands where is from the sources that each function names. People answer what they see: the
questions in the order in which the file asks them, by the place of an answer in its list.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Row = Sequence[str]


@dataclass
class Given:
    """One person's answer to one question: places in its list from 0, and words."""

    places: tuple[int, ...] = ()
    words: str = ""
    other: str = ""


@dataclass
class Seen:
    """A question as the system has it: a name, what it shows, its answers with their codes."""

    name: str
    text: str
    kind: str
    answers: list[tuple[str, str]] = field(default_factory=list)
    group: str = ""
    has_other: bool = False
    is_for_other: bool = False


def as_csv(rows: Sequence[Row], *, bom: bool = False) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig" if bom else "utf-8")


# REDCap: columns of a raw export from OuhscBbmc/REDCapR,
# inst/test-data/projects/survey/data.csv (`record_id`, `redcap_survey_identifier`,
# `<form>_timestamp`, `name___code` with 0 and 1, `<form>_complete`); headings of an export with
# labels from two programs that read them (“Record ID”, “Survey Timestamp”, “Complete?”,
# `Label (choice=Answer)` with Checked and Unchecked). Matrices: docs.redcap.qmul.ac.uk.


def redcap_reads(content: bytes, *, packed: bool) -> list[Seen]:
    if packed:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert sorted(archive.namelist()) == ["OriginID.txt", "instrument.csv"]
            content = archive.read("instrument.csv")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert all(len(row) == 18 and None not in row for row in rows)
    names = [row["Variable / Field Name"] for row in rows]
    assert len({*names}) == len(names)
    assert all(re.fullmatch(r"[a-z](?:[a-z0-9]|_(?!_))*[a-z0-9]", name) for name in names)
    assert all(len(name) <= 26 for name in names)
    assert len({row["Form Name"] for row in rows}) == 1
    assert re.fullmatch(r"[a-z][a-z0-9_]*", rows[0]["Form Name"])
    if not packed:
        assert names[0] == "record_id"
        rows = rows[1:]
    assert "record_id" not in [row["Variable / Field Name"] for row in rows]
    _matrices_hold(rows)
    return [_redcap_field(row) for row in rows if row["Field Type"] != "descriptive"]


def _matrices_hold(rows: Sequence[dict[str, str]]) -> None:
    """Hold that a matrix has contiguous rows of one type with the same choices."""
    seen: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        if name := row["Matrix Group Name"]:
            assert re.fullmatch(r"[a-z0-9_]*", name)
            seen.setdefault(name, []).append(at)
    choices = "Choices, Calculations, OR Slider Labels"
    for places in seen.values():
        assert places == list(range(places[0], places[-1] + 1))
        assert len({(rows[at]["Field Type"], rows[at][choices]) for at in places}) == 1


def _redcap_field(row: dict[str, str]) -> Seen:
    said = row["Choices, Calculations, OR Slider Labels"]
    answers = []
    for choice in said.split("|") if said else ():
        code, _, label = choice.strip().partition(", ")
        assert re.fullmatch(r"[a-z0-9]+", code)
        answers.append((code, label))
    assert (row["Field Type"] in {"radio", "checkbox"}) == bool(answers)
    assert row["Field Type"] in {"radio", "checkbox", "text", "notes"}
    return Seen(
        row["Variable / Field Name"],
        row["Field Label"].strip(),
        row["Field Type"],
        answers,
        is_for_other="other" in row["Branching Logic (Show field only if...)"],
    )


def redcap_exports(
    asked: list[Seen], people: Sequence[Sequence[Given]], *, labels: bool
) -> tuple[str, bytes]:
    head = ["Record ID", "Survey Identifier", "Survey Timestamp"] if labels else [
        *("record_id", "redcap_survey_identifier", "evaluation_timestamp")
    ]  # fmt: skip
    for each in asked:
        if each.kind == "checkbox":
            head += [
                f"{each.text} (choice={label})" if labels else f"{each.name}___{code}"
                for code, label in each.answers
            ]
        else:
            head.append(each.text if labels else each.name)
    head.append("Complete?" if labels else "evaluation_complete")
    rows: list[Row] = [head]
    for number, answers in enumerate(people, start=1):
        cells = [str(number), "", f"2026-11-{number:02} 14:01:22"]
        for each, given in zip(asked, answers, strict=True):
            if each.kind == "checkbox":
                yes, no = ("Checked", "Unchecked") if labels else ("1", "0")
                cells += [yes if at in given.places else no for at in range(len(each.answers))]
            elif each.answers:
                cells.append("".join(each.answers[at][labels] for at in given.places))
            else:
                cells.append(given.words)
        rows.append([*cells, "Complete" if labels else "2"])
    return "redcap.csv", as_csv(rows)


# Qualtrics: tags from the list on Qualtrics' support page “Import and Export Surveys”, section
# “Preparing an Advanced Format TXT File”; three rows of headings and the first 17 columns as its
# page “Understanding Your Dataset” and programs that read such files have them. Columns of a matrix
# and of several answers end in their number; several answers stand in one column, or in one each.

_QUALTRICS = (
    *("StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)"),
    *("Finished", "RecordedDate", "ResponseId", "RecipientLastName", "RecipientFirstName"),
    *("RecipientEmail", "ExternalReference", "LocationLatitude", "LocationLongitude"),
    *("DistributionChannel", "UserLanguage"),
)
_TAGGED = re.compile(r"\[\[([A-Za-z]+)(?::([^\]]*))?\]\]")


def qualtrics_reads(content: bytes) -> list[Seen]:
    lines = content.decode("utf-8").split("\n")
    assert lines[0] == "[[AdvancedFormat]]"
    found: list[dict[str, Any]] = []
    into = ""
    for line in lines[1:]:
        tag = _TAGGED.fullmatch(line)
        if tag is None:
            assert "[[" not in line
            if line and into in {"text", "Choice", "Answer"}:
                (found[-1]["text"] if into == "text" else found[-1][into][-1]).append(line)
            continue
        name, value = tag[1], tag[2] or ""
        if name == "Question":
            found.append({"kind": value, "text": [], "Choice": [], "Answer": [], "id": ""})
        elif name == "ID":
            assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,14}", value)
            found[-1]["id"] = value
            into = "text"
        elif name in {"Choice", "Answer"}:
            found[-1][name].append([value])
            into = name
        else:
            assert name in {"Block", "PageBreak", "AdvancedChoices", "AdvancedAnswers"}
            into = ""
    ids = [each["id"] for each in found]
    assert len({*ids}) == len(ids)
    return [seen for each in found for seen in _qualtrics_question(each)]


def _qualtrics_question(each: dict[str, Any]) -> Iterator[Seen]:
    text = " ".join(each["text"])
    choices = [(code, " ".join(words)) for code, *words in each["Choice"]]
    answers = [(code, " ".join(words)) for code, *words in each["Answer"]]
    if each["kind"] == "Matrix":
        for number, row in choices:
            yield Seen(f"{each['id']}_{number}", f"{text} - {row}", "one", answers)
    elif each["kind"] != "DB":
        kind = {"MC:SingleAnswer": "one", "MC:MultipleAnswer": "several"}.get(
            each["kind"].rpartition(":")[0], "text"
        )
        yield Seen(each["id"], text, kind, choices, is_for_other=each["id"].endswith("other"))


def qualtrics_exports(
    asked: list[Seen], people: Sequence[Sequence[Given]], *, labels: bool, split: bool
) -> tuple[str, bytes]:
    names, texts = [*_QUALTRICS], [*_QUALTRICS]
    for each in asked:
        if each.kind == "several" and split:
            names += [f"{each.name}_{code}" for code, _ in each.answers]
            texts += [f"{each.text} - Selected Choice - {label}" for _, label in each.answers]
        else:
            names.append(each.name)
            texts.append(f"{each.text} - Selected Choice" * (each.kind == "several") or each.text)
    ids = [json.dumps({"ImportId": f"QID{at}"}) for at, _ in enumerate(names)]
    rows: list[Row] = [names, texts, ids]
    for number, answers in enumerate(people, start=1):
        when = f"2026-11-{number:02} 14:05:01"
        cells = [
            *(when, when, "IP Address" if labels else "0", f"203.0.113.{number}", "100", "300"),
            *("True" if labels else "1", when, f"R_1abcDEF{number}", "Diaz", "Ana"),
            *("ana@example.org", "ext-7", "39.7", "-105.0", "anonymous", "EN"),
        ]
        for each, given in zip(asked, answers, strict=True):
            held = [each.answers[at][labels] for at in given.places] if each.answers else []
            if each.kind == "several" and split:
                chosen = {each.answers[at][0] for at in given.places}
                cells += [
                    (label if labels else code) if code in chosen else ""
                    for code, label in each.answers
                ]
            else:
                cells.append(",".join(held) if each.answers else given.words)
        rows.append(cells)
    return "qualtrics.csv", as_csv(rows, bom=True)


# LimeSurvey: what the import reads is in its TSVImportSurvey (import_helper.php), the codes it
# takes in models/Question.php and installer/create-database.php; headings and cells of exports are
# those of application/helpers/admin/export/Writer.php (`Q[SQ]`, `Text [Row]`, code and text with a
# separator), and of `getShortAnswer` and `getFullAnswer`: `Y`, or Yes and No; `-oth-`, or Other.


def lime_survey_reads(content: bytes) -> list[Seen]:
    assert content.startswith(b"\xef\xbb\xbf")
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    rows = list(csv.DictReader(text, delimiter="\t"))
    assert {"class", "name", "text"} <= rows[0].keys()
    settings = {row["name"]: row["text"] for row in rows if row["class"] == "S"}
    assert (settings["anonymized"], settings["ipaddr"]) == ("Y", "N")
    questions: list[tuple[dict[str, str], list[dict[str, str]], list[tuple[str, str]]]] = []
    for row in rows:
        assert not re.search(r"\{\S", row["text"])
        if row["class"] == "Q":
            assert re.fullmatch(r"[A-Za-z][A-Za-z0-9]{0,19}", row["name"])
            questions.append((row, [], []))
        elif row["class"] == "SQ":
            assert re.fullmatch(r"[A-Za-z0-9]{1,20}", row["name"])
            assert row["name"] != "time"
            questions[-1][1].append(row)
        elif row["class"] == "A":
            assert re.fullmatch(r"[A-Za-z0-9]{1,5}", row["name"])
            questions[-1][2].append((row["name"], row["text"]))
        else:
            assert row["class"] in {"S", "SL", "G"}
    names = [row["name"] for row, _, _ in questions]
    assert len({*names}) == len(names)
    return [seen for each in questions for seen in _lime_survey_question(*each)]


def _lime_survey_question(
    row: dict[str, str], parts: list[dict[str, str]], answers: list[tuple[str, str]]
) -> Iterator[Seen]:
    name, text, kind = row["name"], row["text"], row["type/scale"]
    assert kind in {"F", "Q", "L", "M", "S", "T"}
    has_other = row["other"] == "Y"
    if kind == "M":
        options = [(part["name"], part["text"]) for part in parts]
        yield Seen(name, text, "several", options, has_other=has_other)
    elif parts:
        for part in parts:
            shown = f"{text} [{part['text']}]"
            held = "one" if kind == "F" else "text"
            yield Seen(f"{name}[{part['name']}]", shown, held, answers)
    else:
        yield Seen(name, text, "one" if kind == "L" else "text", answers, has_other=has_other)
    if has_other:
        yield Seen(f"{name}[other]", f"{text} [Other]", "text", is_for_other=True)


def lime_survey_exports(
    asked: list[Seen],
    people: Sequence[Sequence[Given]],
    *,
    heads: str,
    full: bool,
) -> tuple[str, bytes]:
    first = ("id", "submitdate", "lastpage", "startlanguage", "seed")
    words = ("Response ID", "Date submitted", "Last page", "Start language", "Seed")
    columns = [*zip(first, words, strict=True)]
    for each in asked:
        if each.kind == "several":
            columns += [
                (f"{each.name}[{code}]", f"{each.text} [{label}]") for code, label in each.answers
            ]
        else:
            columns.append((each.name, each.text))
    shown = {
        "codes": [code for code, _ in columns],
        "expressions": [code.replace("[", "_").replace("]", "") for code, _ in columns],
        "words": [text for _, text in columns],
        "both": [f"{code}. {text}" for code, text in columns],
    }[heads]
    rows: list[Row] = [shown]
    for number, answers in enumerate(people, start=1):
        cells = [str(number), "1980-01-01 00:00:00", "1", "en", "1234567"]
        for each, given in zip(asked, answers, strict=True):
            beyond = [at for at in given.places if at >= len(each.answers)]
            if each.kind == "several":
                yes, no = ("Yes", "No") if full else ("Y", "")
                cells += [yes if at in given.places else no for at in range(len(each.answers))]
            elif each.kind == "one":
                other = ("Other" if full else "-oth-") if beyond else ""
                held = [each.answers[at][full] for at in given.places if at < len(each.answers)]
                cells.append(other or "".join(held))
            else:
                # “Quote equations” of its export is on unless somebody turns it off.
                cells.append(f"'{given.words}" if given.words.startswith("=") else given.words)
        rows.append(cells)
    return "lime-survey.csv", as_csv(rows, bom=True)


# Google Forms: the script's calls are those of developers.google.com/apps-script/reference/forms.
# Sheets of responses begin with `Timestamp`, their cells are words (danaleeling.blogspot.com,
# 2023); that a grid's columns are headed `Title [Row]` is what programs that read them expect
# (pyrcv: QUESTION_PATTERN); Google itself documents neither.


def google_forms_reads(content: bytes) -> list[Seen]:
    text = content.decode("utf-8")
    data = json.loads(text[text.index("const FORM = ") + 13 : text.index(";\n\nfunction makeForm")])
    asked = []
    for item in data["items"]:
        title = item["title"]
        listed = [(words, words) for words in item.get("answers", ())]
        if item["kind"] == "grid":
            asked += [Seen("", f"{title} [{row}]", "one", listed) for row in item["rows"]]
        elif item["kind"] == "numbers":
            answers = [(str(number), str(number)) for number in range(11)]
            asked.append(Seen("", title, "one", answers))
        elif item["kind"] in {"one", "several"}:
            seen = Seen("", title, item["kind"], listed, has_other=item["other"])
            asked += [seen, *[Seen("", "", "", is_for_other=True)] * item["other"]]
        elif item["kind"] != "section":
            asked.append(Seen("", title, "text"))
    return asked


def google_forms_exports(asked: list[Seen], people: Sequence[Sequence[Given]]) -> tuple[str, bytes]:
    shown = [each for each in asked if not each.is_for_other]
    rows: list[Row] = [["Timestamp", *(each.text for each in shown)]]
    for number, answers in enumerate(people, start=1):
        cells = [f"11/{number}/2026 14:01:22"]
        for each, given in zip(asked, answers, strict=True):
            if each.is_for_other:
                continue
            held = [each.answers[at][1] for at in given.places if at < len(each.answers)]
            held += [given.other] * any(at >= len(each.answers) for at in given.places)
            cells.append(", ".join(held) if each.answers else given.words)
        rows.append(cells)
    return "google-forms.csv", as_csv(rows)


# Microsoft Forms: `ID, Start time, Completion time, Email, Name, Last modified time`, then the
# questions; several answers end in semicolons each (programs that read such workbooks). The Word
# file's shape is that of programs that convert forms; no official source confirms it.


def microsoft_forms_reads(content: bytes, several: Sequence[str]) -> list[Seen]:
    """Read the Word file; `several` are the questions in which somebody turned on more answers."""
    from docx import Document  # noqa: PLC0415 - an extra

    document = Document(io.BytesIO(content))
    assert not document.tables
    asked: list[Seen] = []
    for paragraph in document.paragraphs[1:]:
        text = paragraph.text
        if found := re.fullmatch(rf"{len(asked) + 1}\. (.+)", text):
            asked.append(Seen("", found[1], "text"))
        elif text:
            letter = chr(ord("A") + len(asked[-1].answers))
            assert text.startswith(f"{letter}. ")
            asked[-1].answers.append((letter, text[3:]))
            asked[-1].kind = "several" if asked[-1].text in several else "one"
    for before, each in pairwise(asked):
        each.is_for_other = each.text == f"{before.text}: Other"
    return asked


def microsoft_forms_exports(
    asked: list[Seen], people: Sequence[Sequence[Given]]
) -> tuple[str, bytes]:
    from openpyxl import Workbook  # noqa: PLC0415 - an extra

    book = Workbook()
    sheet = book.active
    head = ("ID", "Start time", "Completion time", "Email", "Name", "Last modified time")
    sheet.append([*head, *(each.text for each in asked)])
    for number, answers in enumerate(people, start=1):
        cells: list[Any] = [number, "11/11/26 14:00", "11/11/26 14:05", "anonymous", None, None]
        for each, given in zip(asked, answers, strict=True):
            held = [each.answers[at][1] for at in given.places] if each.answers else []
            several = "".join(f"{words};" for words in held)
            one = "".join(held) if each.answers else given.words
            cells.append((several if each.kind == "several" else one) or None)
        sheet.append(cells)
        for cell in sheet[sheet.max_row]:
            cell.data_type = "s" if isinstance(cell.value, str) else cell.data_type
    content = io.BytesIO()
    book.save(content)
    return "microsoft-forms.xlsx", content.getvalue()
