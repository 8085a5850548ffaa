"""Personal packets: who gets which file, what is in it, and that names stand nowhere else."""

from __future__ import annotations

import re
import resource
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest

from kit.errors import KitError
from kit.library import find_library
from kit.pipeline.build import build
from kit.pipeline.files import PART
from kit.pipeline.people.folder import EVERYONE, SEATING
from kit.pipeline.request import Request
from kit.pipeline.sessions import sessions_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from conftest import WriteCohort

    Call = Callable[..., Any]

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


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def letters(text: str) -> str:
    return re.sub(r"\W", "", text)


OF_SOME_MACHINES = "李小龍"
"""Printed where a font has these letters."""
NOWHERE = "\U00012000\U00012001"
"""Two letters of cuneiform: no system comes with a font that has them."""


@pytest.fixture
def roster(project: Path, cohort: WriteCohort, write_roster: Call) -> Path:
    write_roster(*NAMES)
    cohort(head="roster: people.csv")
    return project


@pytest.mark.slow
def test_each_person_has_a_packet_and_names_stand_nowhere_else(
    roster: Path, make_people: Call, watch: Call, followed: Call
) -> None:
    library = find_library(roster)
    report = build(Request(cohorts=("group",)), library, followed())
    assert not report.exit_code
    seen = watch()
    made = make_people(verified=3, watch=seen)

    assert made.stamp.people == len(NAMES)
    assert made.stamp.spares == 2
    assert made.verified
    assert len(made.verified.keys) == 3
    assert not made.verified.differences
    assert (seen.steps, seen.ended) == (seen.expected, True)
    assert f"seating {len(NAMES)} people" in seen.doings
    files = {path.name: path for path in made.folder.glob("*.pdf")}
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
        if path.is_file() and path.suffix != ".pdf" and path.parent != made.folder
    ).decode("utf-8", "replace")
    printed = " ".join(
        text_of(path)
        for path in sorted((roster / "build").rglob("*.pdf"))
        if path.parent != made.folder
    )
    for name in NAMES:
        assert name not in everything
        assert name not in printed


@pytest.mark.slow
def test_a_name_that_no_font_has_is_a_line_to_write_on(
    cohort: WriteCohort, write_roster: Call, make_people: Call
) -> None:
    write_roster("Ana Díaz", NOWHERE, "Bo Li", "Cy Example")
    cohort(head="roster: people.csv")

    made = make_people()

    (told,) = [each for each in made.problems if each.code == "name-not-printed"]
    assert f"{NOWHERE} (line 3, Cuneiform)" in told.message
    assert not {each.code for each in made.problems} & {"no-glyph", "font-fallback"}
    assert made.stamp.people == 4
    own = text_of(made.folder / "table-1-person.pdf")
    assert "This packet belongs to Table 1" in own
    seating = text_of(made.folder / SEATING)
    assert "(line 3 of the roster)" in seating
    for path in made.folder.glob("*.pdf"):
        assert not set(NOWHERE) & set(text_of(path)), path.name
    # A font may be installed meanwhile: it is tried again.
    assert not make_people().unchanged


@pytest.mark.slow
def test_the_copiers_file_begins_each_packet_on_a_front(roster: Path, make_people: Call) -> None:
    assert roster
    made = make_people()

    with pikepdf.open(made.folder / EVERYONE) as master:
        assert len(master.pages) == made.stamp.pages
    document = pypdfium2.PdfDocument(made.folder / EVERYONE)
    fronts = [
        number
        for number, page in enumerate(document)
        if "This packet belongs to" in page.get_textpage().get_text_bounded()
    ]
    document.close()
    assert len(fronts) == made.stamp.people + made.stamp.spares
    assert all(number % 2 == 0 for number in fronts)


@pytest.mark.slow
def test_a_very_long_name_finds_room_and_is_no_text_to_shorten(
    roster: Path, make_people: Call
) -> None:
    assert roster
    assert any("Wojciechowski-Fitzgerald-Montgomery" in name for name in NAMES)
    made = make_people()
    assert not [each for each in made.problems if each.code == "text-overflow"]


def test_a_table_reads_its_own_case(
    cohort: WriteCohort, write_roster: Call, make_people: Call
) -> None:
    write_roster(*(f"Person {letter}" for letter in "ABCDEFGHIJ"))
    cohort(head="roster: people.csv")

    made = make_people()

    cases = ("The draft that never comes back", "Two advisors, two directions")
    for path in made.folder.glob("table-*.pdf"):
        text = text_of(path)
        table = re.match(r"table-(\d+)", path.name)
        assert table
        told = [case in text for case in cases]
        assert any(told), path.name
    seating = text_of(made.folder / SEATING)
    assert all(case in seating for case in cases)


@pytest.mark.slow
def test_who_has_left_loses_the_file_and_nobody_moves(
    cohort: WriteCohort, write_roster: Call, make_people: Call
) -> None:
    people = [f"Person {letter}" for letter in "ABCDEFGHI"]
    write_roster(*people)
    cohort(head="roster: people.csv")
    before = {path.name for path in make_people().folder.glob("table-*.pdf")}

    write_roster(*people[1:], "Late Comer")
    after = {path.name for path in make_people().folder.glob("table-*.pdf")}

    assert [name[8:] for name in before - after] == ["person-a.pdf"]
    assert [name[8:] for name in after - before] == ["late-comer.pdf"]


@pytest.mark.slow
def test_tables_that_are_lost_are_read_off_the_packets(
    nine: Path, make_people: Call, write_roster: Call
) -> None:
    people = [f"Person {letter}" for letter in "ABCDEFGHI"]
    first = make_people()
    assert "tables-lost" not in {each.code for each in first.problems}
    # Who came late was seated late: made anew, the tables would be others.
    late = [f"Late {letter}" for letter in "ABC"]
    write_roster(*late, *people)
    before = {path.name for path in make_people().folder.glob("table-*.pdf")}
    kept = nine / "records" / "tables" / "group" / "first.json"
    kept.unlink()

    again = make_people()

    assert {path.name for path in again.folder.glob("table-*.pdf")} == before
    (lost,) = [each for each in again.problems if each.code == "tables-lost"]
    assert lost.where
    assert lost.where.file.endswith("records/tables/group/first.json")
    assert "everybody sits where they sat" in lost.message
    assert "copy" in lost.hint
    assert not {name for name in people if name in f"{lost.message}{lost.hint}"}
    assert kept.exists()
    assert "tables-lost" not in {each.code for each in make_people().problems}


def test_without_a_roster_there_is_nobody(cohort: WriteCohort, make_people: Call) -> None:
    cohort()

    with pytest.raises(KitError) as caught:
        make_people()

    assert [each.code for each in caught.value.problems] == ["no-roster"]
    assert caught.value.problems[0].hint


def test_a_roster_is_counted_and_its_absence_is_told(
    project: Path, cohort: WriteCohort, write_roster: Call
) -> None:
    write_roster(*NAMES)
    cohort(head="roster: people.csv")
    library = find_library(project)
    (ready,) = sessions_of("group", (), library)
    assert ready.setting.participants == len(NAMES)

    (project / "workshops" / "cohorts" / "people.csv").unlink()
    with pytest.raises(KitError) as caught:
        sessions_of("group", (), library)
    assert [each.code for each in caught.value.problems] == ["no-such-roster"]


@pytest.mark.slow
def test_ctrl_c_keeps_what_is_done_and_the_next_run_makes_the_rest(
    nine: Path, make_people: Call, watch: Call
) -> None:
    place = nine / "build" / "group" / "first" / "people"
    place.mkdir(parents=True)
    (place / f".table-1-half.pdf{PART}").write_bytes(b"%PDF")
    with pytest.raises(KeyboardInterrupt):
        make_people(watch=watch(stop_after=3))

    done = list(place.glob("table-*.pdf"))
    assert done
    for path in done:
        with pikepdf.open(path) as packet:
            assert len(packet.pages)
    assert not (place / EVERYONE).exists()
    assert not list(nine.rglob(f"*{PART}"))
    made = make_people()
    assert not made.unchanged
    assert len(list(place.glob("table-*.pdf"))) == made.stamp.people == 9


@pytest.mark.slow
def test_what_keeps_the_tables_from_being_kept_is_told_and_all_stays(
    nine: Path, make_people: Call, write_roster: Call
) -> None:
    made = make_people()
    before = {path.name: path.read_bytes() for path in made.folder.iterdir()}
    tables = nine / "records" / "tables" / "group"
    shutil.rmtree(tables)
    tables.write_text("in the way", encoding="utf-8")
    write_roster("Person A", "Person B", "Person C", "Person D")

    with pytest.raises(KitError) as caught:
        make_people()

    (problem,) = caught.value.problems
    assert "records/tables/group" in problem.message
    assert problem.hint
    assert {path.name: path.read_bytes() for path in made.folder.iterdir()} == before


@pytest.mark.slow
@pytest.mark.parametrize("packets_fit", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_a_full_disk_is_told_once_and_what_was_made_stays(
    nine: Path, make_people: Call, packets_fit: bool
) -> None:
    """The size of files is limited from outside: writing stops half-way, as on a full disk."""
    place = make_people().folder
    sizes = [path.stat().st_size for path in place.glob("table-*.pdf")]
    largest = max(sizes)
    all_in_one = (place / EVERYONE).stat().st_size
    assert all_in_one > largest
    limit = (all_in_one + largest) // 2 if packets_fit else min(sizes) - 1
    shutil.rmtree(place)
    words = ("--cohort", "group", "--edition", "worksheets", "--format", "html")
    kit = [sys.executable, "-m", "kit", "build", *words]
    assert not subprocess.run(kit, cwd=nine, capture_output=True, check=False).returncode

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    run = subprocess.run(
        [*kit, "--people"],
        cwd=nine,
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=full,
    )

    assert run.returncode
    assert run.stderr.count("disk is full") == 1
    assert "group/first/people" in run.stderr
    assert "Traceback" not in run.stderr
    assert not list(nine.rglob(f"*{PART}"))
    assert len(list(place.glob("table-*.pdf"))) == (9 if packets_fit else 0)
