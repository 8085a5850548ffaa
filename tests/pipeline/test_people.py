"""Personal packets: who gets which file, what is in it, and that names stand nowhere else."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from kit.errors import KitError
from kit.library import find_library
from kit.pipeline.build import build
from kit.pipeline.packet_names import EVERYONE, SEATING
from kit.pipeline.people import PeopleReport, make_people
from kit.pipeline.request import Request
from kit.pipeline.sessions import cohort_of, sessions_of
from kit.rendering.render import Renderer

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import WriteCohort

NAMES = (
    "Ana Díaz",
    "Bo Li",
    "Bo Li",
    "Chukwuemeka Oghenekaro Wojciechowski-Fitzgerald-Montgomery of Llanfairpwllgwyngyll",
    "../../etc/passwd",
    "=HYPERLINK(A1)",
    "<b>Eve</b> & {{ mentor }}",
    "李小龍",
    "Фёдор Примеров",
    "ﬁona Office",
    "Noor 🎓 Example",
)


OF_SOME_MACHINES = "李小龍"
"""Printed where a font has these letters."""
NOWHERE = "\U00012000\U00012001"
"""Two letters of cuneiform: no system comes with a font that has them."""


@dataclass
class Watch:
    """Counts what a build tells of its progress."""

    expected: int = 0
    steps: int = 0
    ended: bool = False

    def expect(self, files: int) -> None:
        self.expected = files

    def done(self, path: str, pages: int | None) -> None:
        assert path
        assert pages is None or pages
        self.steps += 1

    def kept(self, path: str) -> None:
        assert path
        self.steps += 1

    def end(self) -> None:
        self.ended = True


def write_roster(project: Path, *names: str) -> None:
    path = project / "workshops" / "cohorts" / "people.csv"
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Name"], *([name] for name in names)])


def make(project: Path, verified: int = 0, watch: Watch | None = None) -> PeopleReport:
    library = find_library(project)
    (ready,) = sessions_of("group", (), library)
    return make_people(
        ready,
        cohort_of("group", library),
        project / "build" / "group" / "first" / "people",
        library,
        Renderer(library.folders("templates")),
        progress=watch or Watch(),
        verified=verified,
    )


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def letters(text: str) -> str:
    return re.sub(r"\W", "", text)


@pytest.fixture
def roster(project: Path, cohort: WriteCohort) -> Path:
    write_roster(project, *NAMES)
    cohort(head="roster: people.csv")
    return project


@pytest.mark.slow
def test_each_person_has_a_packet_and_names_stand_nowhere_else(roster: Path) -> None:
    library = find_library(roster)
    report = build(Request(cohorts=("group",)), library, Watch())
    assert not report.exit_code
    watch = Watch()
    made = make(roster, verified=3, watch=watch)

    assert made.people == len(NAMES)
    assert made.spares == 2
    assert made.verified
    assert len(made.verified.keys) == 3
    assert not made.verified.differences
    assert (watch.steps, watch.ended) == (watch.expected, True)
    files = {path.name: path for path in made.folder.iterdir()}
    assert len(files) == len(NAMES) + 2
    for name in files:
        assert re.fullmatch(r"[a-z0-9-]{1,60}\.pdf", name), name
    texts = {name: text_of(path) for name, path in files.items()}
    own = [texts[name] for name in files if name not in {EVERYONE, SEATING}]
    for name in set(NAMES) - {"Noor 🎓 Example", "ﬁona Office", OF_SOME_MACHINES}:
        holders = [text for text in own if name in text]
        assert len(holders) == NAMES.count(name), name
        # A long name is broken at its hyphen, which the text layer then leaves out.
        assert letters(name) in letters(texts[SEATING])
        assert name in texts[EVERYONE]
    everything = b"".join(
        path.read_bytes()
        for path in sorted((roster / "build").rglob("*"))
        if path.is_file() and path.parent != made.folder and path.suffix != ".pdf"
    ).decode("utf-8", "replace")
    printed = " ".join(
        text_of(path)
        for path in sorted((roster / "build").rglob("*.pdf"))
        if path.parent != made.folder
    )
    for name in NAMES:
        assert name not in everything
        assert name not in printed


def test_a_name_that_no_font_has_is_a_line_to_write_on(project: Path, cohort: WriteCohort) -> None:
    write_roster(project, "Ana Díaz", NOWHERE, "Bo Li", "Cy Example")
    cohort(head="roster: people.csv")

    made = make(project)

    (told,) = [each for each in made.problems if each.code == "name-not-printed"]
    assert f"{NOWHERE} (line 3, Cuneiform)" in told.message
    assert not {each.code for each in made.problems} & {"no-glyph", "font-fallback"}
    assert made.people == 4
    own = text_of(made.folder / "table-1-person.pdf")
    assert "This packet belongs to Table 1" in own
    seating = text_of(made.folder / SEATING)
    assert "(line 3 of the roster)" in seating
    for path in made.folder.iterdir():
        assert not set(NOWHERE) & set(text_of(path)), path.name


def test_the_copiers_file_begins_each_packet_on_a_front(roster: Path) -> None:
    made = make(roster)

    with pikepdf.open(made.folder / EVERYONE) as master:
        assert len(master.pages) == made.pages
    document = pypdfium2.PdfDocument(made.folder / EVERYONE)
    fronts = [
        number
        for number, page in enumerate(document)
        if "This packet belongs to" in page.get_textpage().get_text_bounded()
    ]
    document.close()
    assert len(fronts) == made.people + made.spares
    assert all(number % 2 == 0 for number in fronts)


def test_a_name_that_does_not_fit_is_told_with_where_it_is_printed(roster: Path) -> None:
    made = make(roster)
    (full,) = [each for each in made.problems if each.code == "text-overflow"]
    assert "Wojciechowski-Fitzgerald-Montgomery" in full.message
    assert str(full.where).endswith("build/group/first/people")


def test_a_table_reads_its_own_case(project: Path, cohort: WriteCohort) -> None:
    write_roster(project, *(f"Person {letter}" for letter in "ABCDEFGHIJ"))
    cohort(head="roster: people.csv")

    made = make(project)

    cases = ("The draft that never comes back", "Two advisors, two directions")
    for path in made.folder.glob("table-*.pdf"):
        text = text_of(path)
        table = re.match(r"table-(\d+)", path.name)
        assert table
        told = [case in text for case in cases]
        assert any(told), path.name
    seating = text_of(made.folder / SEATING)
    assert all(case in seating for case in cases)


def test_who_has_left_loses_the_file_and_nobody_moves(project: Path, cohort: WriteCohort) -> None:
    people = [f"Person {letter}" for letter in "ABCDEFGHI"]
    write_roster(project, *people)
    cohort(head="roster: people.csv")
    before = {path.name for path in make(project).folder.glob("table-*.pdf")}

    write_roster(project, *people[1:], "Late Comer")
    after = {path.name for path in make(project).folder.glob("table-*.pdf")}

    assert [name[8:] for name in before - after] == ["person-a.pdf"]
    assert [name[8:] for name in after - before] == ["late-comer.pdf"]


def test_tables_that_are_lost_are_read_off_the_packets(project: Path, cohort: WriteCohort) -> None:
    people = [f"Person {letter}" for letter in "ABCDEFGHI"]
    write_roster(project, *people)
    cohort(head="roster: people.csv")
    first = make(project)
    assert "tables-lost" not in {each.code for each in first.problems}
    # Who came late was seated late: made anew, the tables would be others.
    late = [f"Late {letter}" for letter in "ABC"]
    write_roster(project, *late, *people)
    before = {path.name for path in make(project).folder.glob("table-*.pdf")}
    kept = project / "records" / "tables" / "group" / "first.json"
    kept.unlink()

    again = make(project)

    assert {path.name for path in again.folder.glob("table-*.pdf")} == before
    (lost,) = [each for each in again.problems if each.code == "tables-lost"]
    assert lost.where
    assert lost.where.file.endswith("records/tables/group/first.json")
    assert "everybody sits where they sat" in lost.message
    assert "copy" in lost.hint
    assert not {name for name in people if name in f"{lost.message}{lost.hint}"}
    assert kept.exists()
    assert "tables-lost" not in {each.code for each in make(project).problems}


def test_without_a_roster_there_is_nobody(project: Path, cohort: WriteCohort) -> None:
    cohort()

    with pytest.raises(KitError) as caught:
        make(project)

    assert [each.code for each in caught.value.problems] == ["no-roster"]
    assert caught.value.problems[0].hint


def test_a_roster_is_counted_and_its_absence_is_told(project: Path, cohort: WriteCohort) -> None:
    write_roster(project, *NAMES)
    cohort(head="roster: people.csv")
    library = find_library(project)
    (ready,) = sessions_of("group", (), library)
    assert ready.setting.participants == len(NAMES)

    (project / "workshops" / "cohorts" / "people.csv").unlink()
    (ready,) = sessions_of("group", (), library)
    assert ready.setting.participants is None
