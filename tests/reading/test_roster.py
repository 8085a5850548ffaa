# ruff: noqa: RUF001 - names in many scripts are what is tested
from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.definitions.roster import Participant
from kit.errors import Problem, Severity
from kit.reading.roster import MOST_PEOPLE, read_roster

Read = tuple[tuple[Participant, ...], tuple[Problem, ...]]


def read(content: bytes | str) -> Read:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roster.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        roster, problems = read_roster(path, "roster.csv")
    return (roster.people if roster else ()), problems


def names(content: bytes | str) -> list[str]:
    return [person.name for person in read(content)[0]]


def told(content: bytes | str) -> list[tuple[str, int]]:
    return [(each.code, each.where.line if each.where else 0) for each in read(content)[1]]


def test_a_roster_is_read() -> None:
    people, problems = read(
        "Name,Email,Role,Group,PGY,Pronouns,Large print\n"
        "Ana Díaz,ana@example.org,Resident,A,2,she/her,yes\n"
        "Ben Ode,ben@example.org,Faculty,B,,,\n"
    )
    assert problems == ()
    assert people == (
        Participant(
            "Ana Díaz", "ana@example.org", "Resident", "A", "2", "she/her", large_print=True, row=2
        ),
        Participant("Ben Ode", "ben@example.org", "Faculty", "B", row=3),
    )


WHO = ["José García", "Zoë Müller", "Seán O’Brien", "Anaïs Lefèvre", "Søren Ånæs", "Ana Diaz"]


def sheet(separator: str = ",", line_end: str = "\r\n") -> str:
    return line_end.join([f"Name{separator}Role", *(f"{who}{separator}Fellow" for who in WHO), ""])


@pytest.mark.parametrize(
    ("content", "guessed"),
    [
        pytest.param(sheet().encode("utf-8-sig"), "", id="Excel, CSV UTF-8"),
        pytest.param(sheet().encode("cp1252"), "Windows-1252", id="Excel on Windows, CSV"),
        pytest.param(sheet(";").encode("cp1252"), "Windows-1252", id="Excel in Europe, CSV"),
        pytest.param(sheet(line_end="\r").encode("mac_roman"), "Mac Roman", id="Excel, Macintosh"),
        pytest.param(sheet(";").encode("mac_roman"), "Mac Roman", id="Excel on a Mac, CSV"),
        pytest.param(sheet("\t").encode("utf-16"), "", id="Excel, Unicode text"),
        pytest.param(sheet("\t").encode("utf-16-le"), "UTF-16", id="Unicode text without a mark"),
        pytest.param(sheet("\t").encode("utf-16-be"), "UTF-16", id="the same, the other way"),
        pytest.param(sheet().encode(), "", id="Google Sheets"),
        pytest.param(sheet(line_end="\n").encode(), "", id="Numbers"),
        pytest.param(sheet("|", "\n").encode(), "", id="with upright strokes"),
        pytest.param(b"sep=;\r\n" + sheet(";").encode("cp1252"), "Windows-1252", id="sep line"),
    ],
)
def test_files_as_spreadsheets_write_them(content: bytes, guessed: str) -> None:
    people, problems = read(content)
    assert [person.name for person in people] == WHO
    assert {person.role for person in people} == {"Fellow"}
    assert [problem.code for problem in problems] == (["encoding"] if guessed else [])
    for problem in problems:
        assert problem.severity is Severity.WARNING
        assert guessed in problem.message
        assert "José García" in problem.message


def test_numbers_writes_the_name_of_the_table_first() -> None:
    assert names("Table 1\n\nName,Role\nAna Diaz,Fellow\n") == ["Ana Diaz"]
    assert names("Participants\nName;Mail\nAna Diaz;a@example.org\n") == ["Ana Diaz"]


def test_another_alphabet_in_an_old_encoding_is_refused() -> None:
    people, (problem,) = read("Name,Role\nИванов Иван,\nПетров Пётр,\n".encode("cp1251"))
    assert people == ()
    assert (problem.code, problem.severity) == ("encoding", Severity.ERROR)


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04\x14\x00", b"\xd0\xcf\x11\xe0\xa1", b"%PDF-1.7", b"<html><table>", b"{\\rtf1"],
)
def test_another_kind_of_file_is_told_in_one_message(content: bytes) -> None:
    people, (problem,) = read(content)
    assert people == ()
    assert problem.code == "not-csv"
    for words in ("Excel: File > Save As > CSV UTF-8", "Numbers: File", "Google Sheets: File"):
        assert words in problem.hint


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    assert told(b"\xff\xfeN") == [("encoding", 0)]
    assert told(b"\x00\x01\x02") == [("not-text", 0)]
    assert told(b"") == [("nobody", 0)]
    assert told(" \n,,\n") == [("no-names", 1)]
    assert told("Name,Role\n,\n") == [("nobody", 1)]
    assert [each.code for each in read_roster(tmp_path, "x")[1]] == ["not-a-file"]
    assert [each.code for each in read_roster(tmp_path / "no.csv", "x")[1]] == ["no-such-file"]


def test_a_file_without_headings_is_told_what_to_write() -> None:
    people, (problem,) = read("Ana Diaz,ana@example.org\nBen Ode,ben@example.org\n")
    assert people == ()
    assert problem.code == "no-names"
    assert "Name,Email" in problem.hint


@pytest.mark.parametrize(
    "heading",
    ["NAME", " Full Name ", "Participant", "“Name”", "Name*", "full_name", "Name (for the badge)"],
)
def test_headings_are_known_however_written(heading: str) -> None:
    assert names(f"{heading},Group\nAna Diaz,1\n") == ["Ana Diaz"]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("First name,Last name", "Ana,Diaz"),
        ("Surname,Given name", "Diaz,Ana"),
        ("LastName,FirstName", "Diaz,Ana"),
        ("Name,First name", "Diaz,Ana"),
        ("Family name,Role,Forename", "Diaz,Fellow,Ana"),
        ("Full name,First name,Last name", "Ana Diaz,A.,D."),
    ],
)
def test_names_in_parts_are_joined_as_they_are_read(headings: str, row: str) -> None:
    assert names(f"{headings}\n{row}\n") == ["Ana Diaz"]


def test_a_chinese_name_has_the_family_name_first() -> None:
    assert names("First name,Last name\n小明,王\n길동,홍\n") == ["王小明", "홍길동"]


def test_a_column_of_last_names_first_is_turned_round() -> None:
    content = 'Name,Role\n"Diaz, Ana",\n"Ode, Ben, MD",\nSukarno,\n'
    assert names(content) == ["Ana Diaz", "Ben Ode, MD", "Sukarno"]
    assert told(content) == [("last-name-first", 1)]
    assert names("Name\nDiaz, Ana\nOde, Ben\n") == ["Ana Diaz", "Ben Ode"]


def test_one_last_name_first_among_others_is_kept_and_told() -> None:
    content = 'Name,Role\n"Diaz, Ana",\nBen Ode,\n'
    assert names(content) == ["Diaz, Ana", "Ben Ode"]
    assert told(content) == [("last-name-first", 2)]


def test_a_degree_is_no_given_name() -> None:
    content = 'Name,Role\n"Ana Diaz, MD",\n"Ben Ode, MD, PhD",\n'
    assert names(content) == ["Ana Diaz, MD", "Ben Ode, MD, PhD"]
    assert told(content) == []


def test_stray_spaces_and_empty_lines_do_not_matter() -> None:
    content = "\n  Name ,\xa0Role\n\n , \n\xa0 Ana \u3000\n ,, \n  Ben   Ode\xa0, Fellow \n\n"
    assert names(content) == ["Ana", "Ben Ode"]
    assert read(content)[0][1].role == "Fellow"


def test_cells_may_hold_line_breaks_and_separators() -> None:
    content = 'Name,Comment\r\n"Ana\r\nDiaz","one, two\r\nand ""three"""\r\nBen Ode,\r\n'
    people, problems = read(content)
    assert [(person.name, person.row) for person in people] == [("Ana Diaz", 2), ("Ben Ode", 5)]
    assert problems == ()


def test_a_quotation_mark_that_is_not_closed_loses_nobody() -> None:
    content = 'Name,Role\n"Ana Diaz,Fellow\nBen Ode,\n"Cy" Fox,\nDee Roe,\n'
    assert names(content) == ["Ana Diaz", "Ben Ode", "Cy Fox", "Dee Roe"]
    assert told(content) == [("quotation-marks", 2), ("quotation-marks", 4)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (",a@example.org,", "no-name"),
        ("ana@example.org,ana@example.org,", "name-is-email"),
        ("Ana,a@example.org", "too-few-cells"),
        ("Diaz, Ana,a@example.org,yes", "too-many-cells"),
        ("Ana,a@example.org,perhaps", "unknown-large-print"),
        ("=HYPERLINK(0),a@example.org,", "formula"),
        ("@SUM(A1),a@example.org,", "formula"),
        ("+Ana,a@example.org,", "formula"),
        ("-Ana,a@example.org,", "formula"),
        ("#NAME?,a@example.org,", "spreadsheet-error"),
        ("A\x07na,a@example.org,", "invisible-character"),
        ("A\u202ena,a@example.org,", "invisible-character"),
        ("A" * 81 + ",a@example.org,", "long-name"),
        ("Ana,ana at example.org,", "odd-email"),
        ("JosÃ© Diaz,a@example.org,", "garbled"),
        ("GarcÃa,a@example.org,", "garbled"),
        ("Jos\ufffd,a@example.org,", "lost-letter"),
        ("Jos? Garc?a,a@example.org,", "lost-letter"),
        ("1234,a@example.org,", "odd-name"),
        ("Total,25,", "totals"),
        (",,FALSE", "row-of-nobody"),
        ("Name,Email,Large print", "headings-again"),
        ("ben ode,b@example.org,", "same-name"),
        ("Ana Diaz,BEN@example.org,", "same-email"),
        ("TBD,,", "nobody-yet"),
        ("tba 2,,", "nobody-yet"),
        ("To be confirmed,,", "nobody-yet"),
        ("??,,", "nobody-yet"),
        ("Vacant,,", "nobody-yet"),
        ("(cancelled) Tom Tee,t@example.org,", "not-coming"),
        ("CANCELED: Tom Tee,t@example.org,", "not-coming"),
        ("Tom Tee - declined,t@example.org,", "not-coming"),
        ("Tom Tee (can’t come),t@example.org,", "not-coming"),
        ("Tom Tee [waitlisted],t@example.org,", "not-coming"),
    ],
)
def test_a_doubtful_row_is_named(row: str, code: str) -> None:
    content = f"Name,Email,Large print\nBen Ode,ben@example.org,no\n{row}\n"
    people, problems = read(content)
    assert people[0].name == "Ben Ode"
    assert code in {problem.code for problem in problems}
    for problem in problems:
        assert problem.where
        assert problem.where.line == 3
        assert problem.where.source.isprintable()
        assert len(problem.where.source) == len(row)


@pytest.mark.parametrize(
    "name", ["Ann Left", "Jean-Marie Sick", "Cancela, Rosa", "Tab Vacant", "Ana Diaz (Annie)"]
)
def test_a_name_that_is_like_a_word_is_not_doubted(name: str) -> None:
    codes = {each.code for each in read(f'Name,Role\nBo Li,\n"{name}",Fellow\n')[1]}
    assert not codes & {"nobody-yet", "not-coming"}


def test_one_person_twice_is_told_once() -> None:
    content = "Name,Email\nAna Diaz,a@example.org\nAna Diaz,a@example.org\n"
    assert told(content) == [("same-name", 3)]


def test_two_people_with_one_address_are_told() -> None:
    people, (problem,) = read("Name,Email\nAna Diaz,a@example.org\nBen Ode,A@example.org\n")
    assert len(people) == 2
    assert problem.code == "same-email"
    assert "“Ana Diaz” in line 2" in problem.message


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Ana Diaz <ana@example.org>", "Ana Diaz"),
        ("“Ana Diaz” <ana@example.org>", "Ana Diaz"),
        ('"""Diaz, Ana"" <ana@example.org>"', "Ana Diaz"),
    ],
)
def test_a_name_with_its_address_is_taken_apart(cell: str, name: str) -> None:
    people, problems = read(f"Name,Role\n{cell},Fellow\n")
    assert [(person.name, person.email) for person in people] == [(name, "ana@example.org")]
    assert {problem.code for problem in problems} <= {"last-name-first"}


def test_the_column_of_addresses_goes_before_the_address_beside_a_name() -> None:
    people, _ = read("Name,Email\nAna Diaz <a@example.org>,b@example.org\n")
    assert (people[0].name, people[0].email) == ("Ana Diaz", "b@example.org")


@pytest.mark.parametrize("who", ["Michał Żółkiewski", "Jiří Šťastný", "Łukasz Wąs"])
def test_a_list_from_central_europe_is_read(who: str) -> None:
    people, (problem,) = read(f"Name,Role\r\n{who},Fellow\r\nAna Diaz,\r\n".encode("cp1250"))
    assert people[0].name == who
    assert "Windows-1250" in problem.message


def test_only_rows_that_are_surely_misread_are_errors() -> None:
    content = "Name,Email\n,a@example.org\nA,b,c\n=A,\nB,b\n"
    errors = {each.code for each in read(content)[1] if each.severity is Severity.ERROR}
    assert errors == {"too-many-cells"}


def test_a_row_without_a_name_leaves_the_others() -> None:
    people, (problem,) = read("Name,Email\nAna Diaz,a@example.org\n,b@example.org\nBo Li,\n")
    assert [person.name for person in people] == ["Ana Diaz", "Bo Li"]
    assert (problem.code, problem.severity) == ("no-name", Severity.WARNING)
    assert problem.where
    assert problem.where.line == 3


def test_rows_without_names_are_errors_where_they_are_the_most() -> None:
    content = "Name,Email\nAna Diaz,a@example.org\n,b@example.org\n,c@example.org\n"
    assert {each.severity for each in read(content)[1]} == {Severity.ERROR}


@pytest.mark.parametrize("name", ["=1+1", "'=1+1", "=SUM(A1:A3)"])
def test_a_formula_in_place_of_a_name_is_told_once(name: str) -> None:
    people, (problem,) = read(f"Name,Email\nAna Diaz,a@example.org\n{name},b@example.org\n")
    assert people[1].name == name.lstrip("'")
    assert problem.code == "formula"
    assert "looks like a formula" in problem.message
    assert problem.hint


def test_a_cell_has_its_column() -> None:
    (problem,) = read("Name,Email,Large print\nAna Diaz, a@example.org, maybe\n")[1]
    assert problem.where
    assert problem.where.column == 26


def test_invisible_characters_are_left_out_of_names_but_not_joiners() -> None:
    assert names("Name\nA\u202en\u2066a\u200b\x07 Diaz\ue000\nمی\u200cنا\n") == [
        "Ana Diaz",
        "می\u200cنا",
    ]


def test_a_letter_in_two_parts_is_one() -> None:
    assert names("Name\nJose\u0301\n") == ["José"]


def test_people_named_like_nothing_are_people() -> None:
    assert names("First name,Last name\nNa,Li\nAda,Null\nNone,\n") == ["Na Li", "Ada Null", "None"]


def test_two_people_with_one_name_are_two() -> None:
    people, (problem,) = read("Name,Email\nAna Diaz,a@example.org\nAna  DIAZ,b@example.org\n")
    assert len(people) == 2
    assert (problem.code, "line 2" in problem.message) == ("same-name", True)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        *[(yes, True) for yes in ("Yes", "y", "TRUE", "1", "x", "✓", "Large print please", "18pt")],
        *[(no, False) for no in ("No", "n", "false", "0", "", "-", "n/a", "None")],
    ],
)
def test_large_print_is_said_in_many_ways(said: str, wanted: bool) -> None:
    people, problems = read(f"Name,Accessibility\nAna,{said}\n")
    assert people[0].large_print is wanted
    assert problems == ()


def test_columns_that_are_not_ours_are_left_alone() -> None:
    content = "Timestamp,Name,Phone\n1/2/2027 9:00,Ana Diaz,+1 555 0100\n"
    assert read(content) == ((Participant("Ana Diaz", row=2),), ())


def test_a_heading_with_a_slip_is_told() -> None:
    (problem,) = read("Name,E-mial\nAna,a@example.org\n")[1]
    assert (problem.code, problem.hint) == ("unknown-column", "Did you mean `e-mail address`?")


def test_two_columns_for_one_thing_are_told() -> None:
    people, problems = read("Name,Role,Title\nAna,Fellow,Dr\n")
    assert people[0].role == "Fellow"
    assert [problem.code for problem in problems] == ["two-columns"]


SCRIPTS = [
    "Ana María Núñez",
    "Nguyễn Thị Ánh",
    "Иван Петров",
    "Ελένη Παπαδοπούλου",
    "محمد الأحمد",
    "דוד כהן",
    "अनिता शर्मा",
    "佐藤 花子",
    "김민준",
    "สมชาย ใจดี",
    "Łukasz Żółć",
    "Ğülşen Öztürk",
    "Keoni Kaʻahumanu",
    "Ọláyínká Adébáyọ̀",
    "𠮷田 太郎",
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_names_in_many_scripts(encoding: str) -> None:
    content = "\r\n".join(["Name\tRole", *(f"{who}\tFellow" for who in SCRIPTS)])
    people, problems = read(content.encode(encoding))
    assert [person.name for person in people] == SCRIPTS
    assert problems == ()


def test_two_thousand_people_are_a_roster() -> None:
    content = "Name,Email\n" + "".join(f"Person A{n},p{n}@example.org\n" for n in range(2000))
    people, problems = read(content)
    assert len(people) == 2000
    assert problems == ()


def test_there_is_a_limit() -> None:
    content = "Name,Role\n" + "Ana,\n" * (MOST_PEOPLE + 1)
    assert told(content) == [("too-many-rows", MOST_PEOPLE + 2)]
    assert told(b"Name,Role\n" + b',"c\n' * 1_000_000) == [("too-many-rows", 2 * MOST_PEOPLE + 3)]
    assert told(b"x" * 10_000_001) == [("too-large", 0)]


def test_the_lines_of_many_doubts_of_a_kind_are_named_in_one() -> None:
    content = "Name,Done\nAna,TRUE\n" + ",FALSE\n" * 900
    people, problems = read(content)
    assert len(people) == 1
    assert len(problems) == 41
    assert problems[-1].message == "The same in 860 more: line 43-902."


def test_a_roster_of_open_quotation_marks_takes_no_longer() -> None:
    people, problems = read("Name,Role\n" + 'a"b,"c\n' * 5000)
    assert len(people) == 5000
    assert "quotation-marks" in {problem.code for problem in problems}


@given(st.binary(max_size=400))
def test_any_bytes_give_a_roster_or_a_problem(content: bytes) -> None:
    people, problems = read(content)
    assert people or any(problem.severity is Severity.ERROR for problem in problems)


@given(
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"]),
    st.lists(st.text('Aé,;\t|"\r\n =@\x00\u202e王', max_size=12), max_size=8),
)
def test_any_text_below_headings_is_read(encoding: str, lines: list[str]) -> None:
    people, problems = read("\n".join(["Name,Last name,Large print", *lines]).encode(encoding))
    assert people or any(problem.severity is Severity.ERROR for problem in problems)
    assert all(person.name.isprintable() and person.name for person in people)


CELL = st.from_regex(r"[A-MO-Za-mo-zé王][A-MO-Za-mo-zé王,;|\"' \n\t]{0,12}[a-m]", fullmatch=True)


@given(
    st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=6),
    st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_what_csv_writes_is_read_back(
    rows: list[tuple[str, ...]], separator: str, line_end: str, quoting: int, encoding: str
) -> None:
    file = io.StringIO(newline="")
    writer = csv.writer(
        file,
        delimiter=separator,
        lineterminator=line_end,
        quoting=quoting,
    )
    # Other line breaks than its own are left bare by the csv of older Pythons.
    rows = [tuple(cell.replace("\n", line_end) for cell in row) for row in rows]
    writer.writerows([("Team", "Name", "Role"), *rows])
    people, _ = read(file.getvalue().encode(encoding))
    assert [(each.group, each.role) for each in people] == [
        (" ".join(group.split()), " ".join(role.split())) for group, _, role in rows
    ]
    written = [" ".join(name.split()) for _, name, _ in rows]
    turned = [person.name for person in people] != written
    assert not turned or all("," in name or " " not in name for name in written)
