from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kit.answers.response import Status, Way
from kit.answers.soundness import response_problems
from kit.answers.store import Store
from kit.collecting.table import Choices, read_answer_table
from kit.collecting.table_form import Asked
from kit.collecting.template import write_template
from kit.errors import KitError, Severity
from kit.exchange.response_files import export_responses
from kit.library import find_library

if TYPE_CHECKING:
    from kit.answers.response import Response
    from kit.collecting.table import AnswerTable
    from kit.errors import Problem
    from kit.instrument.description import FormDescription
    from kit.library import Library

SMALL = Asked(session="small")
PAIRS = (
    *("I=knows-gap.before", "J=writes-request.before"),
    *("K=knows-gap.now", "L=writes-request.now"),
)
FIRST = {
    "can-respond": ("4",),
    "mentoring-improved": ("5",),
    "knows-gap.before": ("1",),
    "knows-gap.now": ("4",),
    "writes-request.before": ("2",),
    "writes-request.now": ("3",),
    "recommend": ("10",),
    "most-useful": ("1", "3"),
    "one-change.what": ("Ask, twice",),
    "one-change.with-whom": ("a senior",),
    "one-change.by-when": ("May",),
    "improve": ("Nothing",),
}
SECOND = {
    "can-respond": ("2",),
    "mentoring-improved": ("na",),
    "knows-gap.before": ("2",),
    "knows-gap.now": ("2",),
    "writes-request.before": ("1",),
    "writes-request.now": ("2",),
    "recommend": ("7",),
    "most-useful": ("other",),
    "most-useful.other": ("lunch",),
    "improve": ('More time; "really"\nand coffee',),
}
THIRD = {"can-respond": ("3",), "recommend": ("0",), "most-useful": ("2",)}
EXPORTED = [
    ("redcap-raw", "REDCap", (), date(2026, 11, 11)),
    ("redcap-labels", "REDCap", (), date(2026, 11, 11)),
    ("qualtrics", "Qualtrics", (), date(2026, 11, 11)),
    ("google-forms", "Google Forms", (), None),
    ("microsoft-forms", "Microsoft Forms", PAIRS, None),
    ("survey-monkey", "SurveyMonkey", (), None),
    ("lime-survey-codes", "LimeSurvey", (), date(2026, 11, 11)),
    ("lime-survey-words", "LimeSurvey", (), date(2026, 11, 11)),
]


def said(response: Response) -> dict[str, tuple[str, ...]]:
    return {each.field: each.values for each in response.answers if each.values}


def read(library: Library, path: Path, asked: Asked = SMALL, **choices: Any) -> AnswerTable:
    return read_answer_table(library, path, path.name, Choices(asked, **choices))


def errors(table: AnswerTable) -> list[str]:
    return [str(each) for each in table.problems if each.severity is Severity.ERROR]


def in_a_workbook(path: Path, target: Path) -> Path:
    """Give the same table as a workbook, as a spreadsheet would save it."""
    book = openpyxl.Workbook()
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file):
            book.active.append([int(cell) if cell.isdigit() else cell or None for cell in row])
    book.save(target)
    return target


@pytest.mark.parametrize("export", EXPORTED, ids=lambda each: each[0])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_what_other_systems_export_is_read(
    library: Library, exports: Path, tmp_path: Path, export: tuple[Any, ...], kind: str
) -> None:
    name, system, columns, day = export
    path = exports / f"{name}.csv"
    if kind == "xlsx":
        path = in_a_workbook(path, tmp_path / f"{name}.xlsx")
    table = read(library, path, columns=columns)
    assert table.system == system
    assert errors(table) == []
    assert [said(each) for each in table.responses] == [FIRST, SECOND, THIRD]
    assert {each.way for each in table.responses} == {Way.TABLE}
    if day:
        assert table.responses[0].day == day


@pytest.mark.parametrize("name", [each[0] for each in EXPORTED])
def test_nothing_about_people_comes_in(library: Library, exports: Path, name: str) -> None:
    columns = PAIRS if name == "microsoft-forms" else ()
    table = read(library, exports / f"{name}.csv", columns=columns)
    kept = repr([(each.answers, each.original, each.token, each.day) for each in table.responses])
    for trace in ("203.0.113", "@example", "anonymous", "14:0", "R_1", "118052", "39.7"):
        assert trace not in kept
    if name != "redcap-labels":
        named = " ".join(table.about_people).lower()
        assert not named or any(
            word in named for word in ("ip", "mail", "name", "identifier", "access")
        )


def test_the_same_answers_are_known_whatever_they_were_exported_as(
    library: Library, exports: Path
) -> None:
    raw = read(library, exports / "redcap-raw.csv")
    labels = read(library, exports / "redcap-labels.csv")
    assert [each.original for each in raw.responses] == [each.original for each in labels.responses]


def test_trials_are_left_out(library: Library, exports: Path) -> None:
    assert read(library, exports / "qualtrics.csv").trials == 1


def test_two_people_with_the_same_answers_are_two(
    library: Library, exports: Path, tmp_path: Path
) -> None:
    lines = (exports / "redcap-raw.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    path = tmp_path / "twice.csv"
    path.write_text("".join([*lines[:2], lines[1]]), encoding="utf-8")
    once, twice = read(library, path).responses
    assert said(once) == said(twice)
    assert once.original != twice.original


def test_a_later_export_has_the_same_rows_and_new_ones(
    library: Library, exports: Path, tmp_path: Path
) -> None:
    lines = (exports / "redcap-raw.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    earlier = tmp_path / "earlier.csv"
    earlier.write_text("".join(lines[:2]), encoding="utf-8")
    before = {each.original for each in read(library, earlier).responses}
    after = {each.original for each in read(library, exports / "redcap-raw.csv").responses}
    assert before < after
    of_others = [read(library, earlier, other_people=True).responses for _ in range(2)]
    originals = [{each.original for each in responses} for responses in of_others]
    assert originals[0] == originals[1]
    assert not before & originals[0]


def test_no_digest_is_made_of_anything_about_people(
    library: Library, exports: Path, tmp_path: Path
) -> None:
    export = exports / "google-forms.csv"
    path = tmp_path / "others.csv"
    text = export.read_text(encoding="utf-8")
    path.write_text(text.replace("person", "somebody").replace("14:0", "15:1"), encoding="utf-8")
    for other_people in (False, True):
        one = read(library, export, other_people=other_people).responses
        two = read(library, path, other_people=other_people).responses
        assert one == two


def typed(form: FormDescription, path: Path, *people: dict[str, str]) -> Path:
    """Fill in the kit's own table, as somebody types."""
    write_template(form, path, path.name)
    with path.open("a", encoding="utf-8", newline="") as file:
        for number, answers in enumerate(people, start=1):
            cells = [answers.get(field.key, "") for field in form.fields]
            csv.writer(file).writerow([answers.get("number", str(number)), *cells])
    return path


def test_the_own_table_says_itself_which_form_it_is_for(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    path = typed(form, tmp_path / "answers.csv", {"can-respond": "4", "most-useful": "1 3"})
    table = read(library, path, Asked())
    assert (table.form, table.system, table.missing) == (form, "Workshop Kit", ())
    (response,) = table.responses
    assert said(response) == {"can-respond": ("4",), "most-useful": ("1", "3")}
    assert {each.status for each in response.answers} == {Status.TYPED}
    assert {each.field for each in response.answers} == {each.key for each in form.fields}


def test_the_own_table_as_a_workbook(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    path = tmp_path / "answers.xlsx"
    write_template(form, path, path.name)
    book = openpyxl.load_workbook(path)
    book.active["A3"], book.active["B3"], book.active["C3"] = 1, 4, "na"
    book.save(path)
    (response,) = read(library, path, Asked()).responses
    assert said(response) == {"can-respond": ("4",), "mentoring-improved": ("na",)}


def test_what_fits_no_answer_is_named_by_its_cell_and_stops_the_table(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    path = typed(form, tmp_path / "answers.csv", {"can-respond": "6"}, {"recommend": "eleven"})
    table = read(library, path, Asked())
    one, two = errors(table)
    assert "answers.csv:3:1: error: Cell B3: “6” is none of the answers: 1 = strongly" in one
    assert "Cell H4: “eleven”" in two
    assert "--to-review" in one


def test_what_fits_no_answer_can_be_looked_at_later(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    path = typed(form, tmp_path / "answers.csv", {"can-respond": "6", "recommend": "3"})
    table = read(library, path, Asked(), to_review=True)
    assert errors(table) == []
    (response,) = table.responses
    doubtful = {each.field: each for each in response.answers if each.status == Status.DOUBTFUL}
    assert list(doubtful) == ["can-respond"]
    assert doubtful["can-respond"].evidence["said"] == "6"


def test_an_error_of_a_spreadsheet_is_no_answer(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    people = ({"mentoring-improved": "#N/A"}, {"improve": "#REF!"})
    one, two = errors(read(library, typed(form, tmp_path / "answers.csv", *people), Asked()))
    assert "Cell C3: “#N/A” is a spreadsheet’s error" in one
    assert "Cell N4: “#REF!” is a spreadsheet’s error" in two


def test_numbers_on_sheets_tell_people_with_the_same_answers_apart(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    one = typed(form, tmp_path / "one.csv", {"number": "1", "recommend": "9"})
    two = typed(form, tmp_path / "two.csv", {"number": "2", "recommend": "9"})
    originals = {read(library, path, Asked()).responses[0].original for path in (one, two)}
    assert len(originals) == 2


def test_a_sheet_that_seems_typed_in_twice_is_told_by_its_cells_and_both_count(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    people = ({"number": "7", "recommend": "9"}, {"number": "8", "recommend": "9"})
    again = ({"number": " 7 ", "recommend": "3"}, {"number": "8"}, {"recommend": "1"})
    table = read(
        library, typed(form, tmp_path / "a.csv", *people, *again, {"recommend": "2"}), Asked()
    )
    (problem,) = table.problems
    assert problem.code == "same-sheet-twice"
    assert problem.message.startswith("Cell A5: the number 7 stands in A3, too.")
    assert problem.severity is Severity.WARNING
    assert len(table.responses) == 5
    kept = [each.received["sheet"] for each in table.responses if "sheet" in each.received]
    assert sorted(kept) == ["5", "6", "7", "7", "8"]
    cells = table.responses[0].received["cells"]
    assert [(each["field"], each["cell"]) for each in cells] == [("recommend", "9")]


def test_a_number_on_a_sheet_that_may_be_a_person_s_is_not_kept(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    people = [{"number": each, "recommend": "9"} for each in ("Ana Diaz", "0044123456")]
    table = read(library, typed(form, tmp_path / "a.csv", *people), Asked())
    assert len(table.responses) == 2
    assert not any("sheet" in each.received for each in table.responses)
    assert "Ana" not in str([each.received for each in table.responses])


def test_a_table_that_names_no_form_asks_for_the_session(library: Library, exports: Path) -> None:
    with pytest.raises(KitError, match="Which session are these answers from"):
        read(library, exports / "qualtrics.csv", Asked())


def test_a_table_of_another_form_is_refused(library: Library, exports: Path) -> None:
    later = Asked(session="small", follow_up=True)
    table = read(library, exports / "redcap-raw.csv", later)
    assert "recommend" not in {target.field.key for target in table.targets.values()}
    assert any("recommend" in each for each in table.strange)
    with pytest.raises(KitError, match="No column of this table is of the form"):
        read(library, exports / "redcap-raw.csv", later, columns=("E=none",))


def test_columns_can_be_named(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("Frage 1;Frage 2;Notiz\n4;10;x\n", encoding="utf-8")
    table = read(library, path, columns=("A=can-respond", "B=recommend"))
    assert [said(each) for each in table.responses] == [
        {"can-respond": ("4",), "recommend": ("10",)}
    ]
    assert table.strange == ("C “Notiz”",)


@pytest.mark.parametrize(
    ("column", "told"),
    [
        ("A=recomend", "Did you mean `recommend`"),
        ("Z=recommend", "there is no column `Z`"),
        ("1=recommend", "there is no column `1`"),
        ("recommend", "there is no column"),
        ("A=recommend:2", "none of several answers"),
    ],
)
def test_columns_that_cannot_be_named_so_are_told(
    library: Library, tmp_path: Path, column: str, told: str
) -> None:
    path = tmp_path / "own.csv"
    path.write_text("recommend,improve\n4,x\n", encoding="utf-8")
    with pytest.raises(KitError, match=told):
        read(library, path, columns=(column,))


def test_a_pair_without_its_sides_is_never_guessed(library: Library, exports: Path) -> None:
    table = read(library, exports / "microsoft-forms.csv")
    assert [each.code for each in table.problems] == ["unclear-column"] * 4
    assert "--column I=knows-gap.before" in table.problems[0].hint


def test_a_row_that_was_split_is_told(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("recommend,improve\n4,more, please\n5,less\n", encoding="utf-8")
    table = read(library, path)
    (problem,) = errors(table)
    assert "own.csv:2:1" in problem
    assert "Row 2 has more cells than there are headings" in problem


def test_an_answer_that_could_be_two_is_told(library: Library, project: Path) -> None:
    path = project / "workshops" / "small.yaml"
    text = path.read_text(encoding="utf-8")
    old = "options: [the map, the talk in pairs, the request]"
    assert old in text
    path.write_text(text.replace(old, "options: ['2', '3', '4']"), encoding="utf-8")
    table = project / "own.csv"
    table.write_text("most-useful\n3\n", encoding="utf-8")
    (problem,) = errors(read(library, table))
    assert "Cell A2: “3”" in problem
    by_number = read(library, table, prefer="numbers").responses[0]
    by_words = read(library, table, prefer="words").responses[0]
    assert (said(by_number), said(by_words)) == (
        {"most-useful": ("3",)},
        {"most-useful": ("2",)},
    )


def test_letters_of_an_older_spreadsheet_are_read_and_doubted(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes("recommend;improve\r\n4;Más café\r\n".encode("cp1252"))
    table = read(library, path)
    assert said(table.responses[0])["improve"] == ("Más café",)
    assert [each.code for each in table.problems] == ["encoding"]


HEADS = some.sampled_from(
    ["recommend", "can-respond", "improve", "most-useful", "most-useful.other", "Email", "x", ""]
)
CELLS = some.text(max_size=12) | some.sampled_from(["4", "na", "the map", "1;2", "10", "Yes"])


@given(
    heads=some.lists(HEADS, min_size=1, max_size=6),
    rows=some.lists(some.lists(CELLS, max_size=7), max_size=6),
    to_review=some.booleans(),
)
@settings(max_examples=20, deadline=None, suppress_health_check=[*HealthCheck])
def test_any_table_is_told_or_can_be_kept(
    strange: tuple[Library, Path], heads: list[str], rows: list[list[str]], to_review: bool
) -> None:
    library, folder = strange
    path = folder / "any.csv"
    with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
        csv.writer(file).writerows([heads, *rows])
    problems: list[Problem] = []
    try:
        table = read(library, path, to_review=to_review)
    except KitError as error:
        problems += error.problems
    else:
        problems += table.problems
        kept = [problem for each in table.responses for problem in response_problems(each)]
        assert kept == []
    assert all(str(each) for each in problems)


@pytest.fixture(scope="module")
def strange(tmp_path_factory: pytest.TempPathFactory) -> tuple[Library, Path]:
    folder = tmp_path_factory.mktemp("strange")
    shutil.copytree(Path(__file__).resolve().parent.parent / "examples" / "project", folder / "p")
    return find_library(folder / "p"), folder


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_what_was_exported_from_here_is_not_taken_in_again(
    library: Library, exports: Path, tmp_path: Path, name: str
) -> None:
    with Store.at(tmp_path / "answers.db") as store:
        store.add(read(library, exports / "redcap-raw.csv").responses)
        export_responses([*store.responses()], tmp_path / name, name)
    with pytest.raises(KitError, match="exported from here"):
        read(library, tmp_path / name)


def test_nothing_that_a_terminal_would_obey_is_shown(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("recommend,\x1b[2Jodd\u202e\n\x1b[31m11,x\n4\u200b,y\n", encoding="utf-8")
    table = read(library, path)
    assert "\x1b" not in " ".join([*errors(table), *table.strange, *table.headings.values()])
    assert [said(each) for each in table.responses] == [{"recommend": ("4",)}]


def test_a_note_beside_a_sheet_needs_a_heading(library: Library, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["recommend"])
    book.active.append([4, "illegible"])
    book.save(tmp_path / "own.xlsx")
    (problem,) = errors(read(library, tmp_path / "own.xlsx"))
    assert "Row 2 has something in a column without a heading." in problem
