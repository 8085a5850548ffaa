from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Edit

    Call = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("interns")


def started(project: Path, *words: str, **more: Any) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "kit", "session", "record", "interns/first", *words],
        cwd=project,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"},
        **more,
    )


def record_of(project: Path, session: str = "first") -> Any:
    path = project / "records" / "sessions" / "interns" / f"{session}.json"
    return json.loads(path.read_bytes()) if path.exists() else None


def test_options_are_kept_and_shown(kit: Call, project: Path) -> None:
    counts = ("--invited", "18", "--attended", "14", "--note", "Start earlier.")
    minutes = ("--minutes", "welcome=8", "--minutes", "cases=0")
    said = kit("session", "record", "interns/first", *counts, *minutes)
    assert said.returncode == 0, said.stderr
    assert said.stdout.splitlines() == [
        str(Path("records", "sessions", "interns", "first.json")),
        "Invited: 18",
        "Attended: 14",
        "Minutes of `welcome`: 8",
        "Minutes of `cases`: 0",
        "Note: added",
    ]
    assert record_of(project)["attended"] == {"count": 14}
    assert len(record_of(project)["recorded"]) == len("2027-08-12")

    shown = kit("session", "show", "interns/first")
    assert shown.returncode == 0, shown.stderr
    assert "interns/first: Asking a mentor, 2027-08-12" in shown.stdout
    assert ["Welcome", "5", "8"] in [line.split() for line in shown.stdout.splitlines()]
    assert "Start earlier." in shown.stdout


def test_a_sign_in_list(kit: Call, project: Path) -> None:
    (project / "sign in.csv").write_text("Name,E-mail\nAna Díaz,a@b.example\nBo Li,\n", "utf-8")
    said = kit("session", "record", "interns/first", "--attendance", "sign in.csv",
               "--present", "Cy Oe")  # fmt: skip
    assert said.returncode == 0, said.stderr
    assert record_of(project)["attended"] == {"count": 3, "names": ["Ana Díaz", "Bo Li", "Cy Oe"]}
    assert "a@b.example" not in json.dumps(record_of(project))
    assert "Ana" not in said.stdout


def with_roster(project: Path, *rows: str) -> None:
    cohort = project / "workshops" / "cohorts" / "interns.yaml"
    cohort.write_text(cohort.read_text("utf-8") + "roster: people.csv\n", "utf-8")
    (cohort.parent / "people.csv").write_text("\n".join(("Name,E-mail", *rows)), "utf-8")


def test_a_list_says_who_came_and_the_roster_who_they_are(kit: Call, project: Path) -> None:
    with_roster(project, "José Díaz,j@x.example", "Bo Li,", "Cy Oe,")
    sheet = "Name;Attended\r\nLI, BO;✓\r\nJose Diaz;x\r\nbo li;x\r\nCy Oe;\r\nDee New;x\r\n"
    (project / "sign-in.csv").write_bytes(sheet.encode("utf-16"))
    said = kit("session", "record", "interns/first", "--attendance", "sign-in.csv")
    assert said.returncode == 0, said.stderr
    assert record_of(project)["attended"] == {
        "count": 3,
        "names": ["Bo Li", "José Díaz", "Dee New"],
    }
    assert "By the column “Attended”, 1 person on the list did not come." in said.stdout
    assert "1 is a walk-in" in said.stdout
    for code in ("named-twice", "same-person", "not-on-roster"):
        assert said.stderr.count(f"[{code}]") == 1
    assert "“Dee New”" in said.stderr


def test_a_doubtful_mark_writes_nothing(kit: Call, project: Path) -> None:
    (project / "sign-in.csv").write_text("Name,Came\nAna,yes\nBo,perhaps\n", "utf-8")
    said = kit("session", "record", "interns/first", "--attendance", "sign-in.csv")
    assert said.returncode == 2
    assert "sign-in.csv:3:4: error: “perhaps” under “Came”" in said.stderr
    assert not (project / "records").exists()


def test_all_mistakes_are_told_at_once(kit: Call, project: Path) -> None:
    (project / "log.csv").write_text("Part,Note\nclosng,Too short\n", "utf-8")
    (project / "sign-in.csv").write_text("Name,Came\nAna,perhaps\n", "utf-8")
    options = ("--note", "wellcome=x", "--notes", "log.csv", "--attendance", "sign-in.csv")
    said = kit("session", "record", "interns/first", *options, "--minutes", "cases=many",
               "--invited", "-1")  # fmt: skip
    assert said.returncode == 2
    for code in ("came-or-not", "not-minutes", "below-zero"):
        assert said.stderr.count(f"[{code}]") == 1
    assert said.stderr.count("[unknown-activity]") == 2
    assert not (project / "records").exists()


def test_a_roster_that_is_gone_stops_no_record(kit: Call, project: Path) -> None:
    with_roster(project, "Ana,")
    (project / "workshops" / "cohorts" / "people.csv").unlink()
    said = kit("session", "record", "interns/first", "--present", "Ana")
    assert said.returncode == 0
    assert "[no-roster-read]" in said.stderr
    assert record_of(project)["attended"] == {"count": 1, "names": ["Ana"]}


@pytest.mark.slow
def test_notes_by_options_and_from_files(kit: Call, project: Path) -> None:
    (project / "log.txt").write_text(
        "cases: loud\n\nWhat would you change next time?\nFewer cases.\n", "utf-8"
    )
    options = ("--note", "welcome=ran over", "--note", "Good mood.", "--note", "Warm room.")
    said = kit("session", "record", "interns/first", *options, "--notes", "log.txt")
    assert said.returncode == 0, said.stderr
    record = record_of(project)
    assert record["notes"] == {"cases": "loud", "welcome": "ran over"}
    assert record["note"] == "Good mood.\nWarm room."
    assert record["debrief"] == [
        {"question": "What would you change next time?", "answer": "Fewer cases."}
    ]
    (project / "log.csv").write_text("Part,Note\nclosing,Too short\n", "utf-8")
    said = kit("session", "record", "interns/first", "--notes", "log.csv")
    assert said.returncode == 0, said.stderr
    assert record_of(project)["notes"] == {**record["notes"], "closing": "Too short"}
    shown = kit("session", "show", "interns/first").stdout
    assert shown.index("ran over") < shown.index("loud") < shown.index("Too short")
    assert "Warm room." in shown


def test_minutes_that_can_hardly_be_are_kept_and_asked_about(kit: Call, project: Path) -> None:
    said = kit("session", "record", "interns/first", "--minutes", "welcome=500")
    assert said.returncode == 0
    assert "[many-minutes]" in said.stderr
    assert "`--minutes welcome=5`" in said.stderr
    assert record_of(project)["minutes"] == {"welcome": 500}


def test_more_came_than_were_invited(kit: Call, project: Path) -> None:
    said = kit("session", "record", "interns/first", "--invited", "3", "--attended", "4")
    assert said.returncode == 0
    assert "warning" in said.stderr
    assert "[more-than-invited]" in said.stderr
    assert record_of(project)["attended"] == {"count": 4}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("record", "intern/first", "--attended", "3"), "unknown-cohort"),
        (("record", "interns/third", "--attended", "3"), "unknown-session"),
        (("record", "interns", "--attended", "3"), "no-session"),
        (("record", "interns/first", "--minutes", "wellcome=3"), "unknown-activity"),
        (("record", "interns/second", "--minutes", "cases=3"), "unknown-activity"),
        (("record", "interns/first", "--attended", "-3"), "below-zero"),
        (("record", "interns/first", "--note", ""), "no-text"),
        (("record", "interns/first", "--note", "wellcome=late"), "unknown-activity"),
        (("record", "interns/first", "--notes", "absent.txt"), "no-such-file"),
        (("record", "interns/first", "--present", " "), "no-name"),
        (("record", "interns/first", "--attendance", "absent.csv"), "no-such-file"),
        (("record", "interns/first"), "no-answer"),
        (("show", "interns/first", "--attended", "3"), "no-options"),
        (("shwo", "interns/first"), "unknown-choice"),
    ],
)
def test_mistakes_have_a_way_out_and_write_nothing(
    kit: Call, project: Path, words: tuple[str, ...], code: str
) -> None:
    said = kit("session", *words, stdin="")
    assert said.returncode == 2, said.stdout
    assert f"[{code}]" in said.stderr
    assert "Traceback" not in said.stderr
    assert not (project / "records").exists()


def test_without_a_project(kit: Call, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    name = "junior-faculty-2027/mosaic"
    for words in (("record", name), ("record", name, "--attended", "3"), ("show", name)):
        said = kit("session", *words, cwd=folder)
        assert said.returncode == 2
        assert "[no-project]" in said.stderr
        assert "kit init" in said.stderr
    assert list(folder.iterdir()) == []


def test_questions_ask_again_and_keep_what_enter_leaves(project: Path) -> None:
    answers = "18\nmany\n-2\n14\nwellcome=3\nwelcome=8, cases=15\nLess talk.\nMoney\n"
    told, complained = started(project).communicate(answers, timeout=60)
    for code in ("not-a-number", "below-zero", "unknown-activity"):
        assert f"[{code}]" in complained
    assert "What did people ask for that you could not promise?" in told
    record = record_of(project)
    assert (record["invited"], record["attended"]) == ({"count": 18}, {"count": 14})
    assert record["minutes"] == {"welcome": 8, "cases": 15}
    assert record["debrief"] == [
        {"question": "What would you change next time?", "answer": "Less talk."},
        {"question": "What did people ask for that you could not promise?", "answer": "Money"},
    ]

    process = started(project)
    told, _ = process.communicate("\n15\n\n\n\n", timeout=60)
    assert process.returncode == 0
    assert "[18]" in told
    assert "[answered]" in told
    assert record_of(project) == {**record, "attended": {"count": 15}}


def test_nothing_entered_is_nothing_written(project: Path) -> None:
    process = started(project)
    told, _ = process.communicate("\n" * 5, timeout=60)
    assert process.returncode == 0
    assert "nothing was written" in told
    assert not (project / "records").exists()


def test_ctrl_c_while_asking_writes_nothing(project: Path) -> None:
    process = started(project)
    assert process.stdin
    assert process.stdout
    process.stdin.write("18\n14\n")
    process.stdin.flush()
    while "Which parts" not in (line := process.stdout.readline()):
        assert line, "it ended before it asked"
        if line.startswith("closing"):
            break
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, complained = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Nothing was written." in complained
    assert not (project / "records").exists()


def test_a_damaged_record_stops_before_anyone_is_asked(kit: Call, project: Path) -> None:
    assert kit("session", "record", "interns/first", "--attended", "14").returncode == 0
    path = project / "records" / "sessions" / "interns" / "first.json"
    path.write_text(path.read_text("utf-8").replace("14", '"many"'), "utf-8")
    before = path.read_bytes()
    for words in (("show",), ("record",), ("record", "--note", "x")):
        said = kit("session", words[0], "interns/first", *words[1:])
        assert said.returncode == 2
        assert "[damaged-record]" in said.stderr
        assert "first.json:3:" in said.stderr
        assert "YAML" not in said.stderr
        assert "invited?" not in said.stdout
    assert path.read_bytes() == before


def test_a_full_disk(kit: Call, project: Path) -> None:
    resource = pytest.importorskip("resource")
    assert kit("session", "record", "interns/first", "--attended", "14").returncode == 0
    path = project / "records" / "sessions" / "interns" / "first.json"
    before = path.read_bytes()

    def nearly_full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512))

    process = started(project, "--note", "x" * 2000, preexec_fn=nearly_full)
    _, complained = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "[disk-full]" in complained
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["first.json"]


def test_something_in_the_way_of_the_records(kit: Call, project: Path) -> None:
    (project / "records").touch()
    said = kit("session", "record", "interns/first", "--attended", "14")
    assert said.returncode == 2
    assert "[in-the-way]" in said.stderr


def test_two_at_once_lose_nothing(kit: Call, project: Path) -> None:
    running = [
        started(project, "--minutes", f"{name}={number}")
        for number, name in enumerate(("welcome", "see-needs", "cases", "closing"), start=1)
    ]
    for process in running:
        _, complained = process.communicate(timeout=60)
        assert process.returncode == 0, complained
    expected = {"welcome": 1, "see-needs": 2, "cases": 3, "closing": 4}
    assert record_of(project)["minutes"] == expected
    assert kit("session", "show", "interns/first").returncode == 0


def test_a_workshop_with_mistakes_hides_no_record(kit: Call, edit: Edit) -> None:
    assert kit("session", "record", "interns/first", "--minutes", "welcome=8").returncode == 0
    edit("title: Asking a mentor\n", "titel: Asking a mentor\n")
    said = kit("session", "show", "interns/first")
    assert said.returncode == 0
    assert "kit check small" in said.stderr
    assert "welcome" in said.stdout
    assert kit("session", "record", "interns/first", "--attended", "3").returncode == 0


def test_nothing_recorded_yet(kit: Call) -> None:
    said = kit("session", "show", "interns/second")
    assert said.returncode == 0
    assert "Nothing is recorded" in said.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--attended", "1.5"), "`1.5` is no whole number. Write one in figures, such as 12."),
        (("--attended=some",), "`some` is no whole number."),
    ],
)
def test_a_number_that_is_none(kit: Call, interns: str, words: tuple[str, ...], said: str) -> None:
    told = kit("session", "record", f"{interns}/first", *words)
    assert told.returncode == 2
    assert said in told.stderr
    assert "Input should" not in told.stderr
