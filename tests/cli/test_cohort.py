"""Cohorts on the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def built(kit: Call, name: str) -> None:
    said = kit("build", "--cohort", name, "--format", "html")
    assert said.returncode == 0, said.stderr


@pytest.mark.slow
def test_new_with_all_flags_builds_as_it_was_written(kit: Call, project: Path) -> None:
    said = kit(
        *("cohort", "new", "--title", 'PGY-1: "interns" / 2027 🎓', "--workshop", "small"),
        *("--audience", "resident", "--institution", "St. Mary's: North", "--date", "2027-08-12"),
        *("--participants", "11", "--safe-contact", "Dr. A. Example: 5-0000 # day and night"),
    )
    assert said.returncode == 0, said.stderr
    assert said.stdout.splitlines()[0] == "workshops/cohorts/pgy-1-interns-2027.yaml"
    assert said.stdout.splitlines()[-1] == "Next: kit build --cohort pgy-1-interns-2027"
    assert (project / "workshops/cohorts/pgy-1-interns-2027.yaml").exists()
    assert kit("check", "--strict").returncode == 0
    built(kit, "pgy-1-interns-2027")
    page = project / "build/pgy-1-interns-2027/first/participants/worksheets.html"
    text = page.read_text(encoding="utf-8")
    assert "Thursday, August 12, 2027, 12:00 to 12:40" in text
    assert "Dr. A. Example: 5-0000 # day and night" in text


@pytest.mark.slow
def test_new_with_paper_start_and_minutes(kit: Call, project: Path) -> None:
    new = ("cohort", "new", "--title", "Residents", "--workshop", "small", "--paper", "a4")
    said = kit(*new, "--start", "7:30", "--minutes", "35")
    assert said.returncode == 0, said.stderr
    text = (project / "workshops/cohorts/residents.yaml").read_text(encoding="utf-8")
    assert '\npaper: a4\nstart: "7:30"\n' in text
    assert "\n    minutes: 35\n" in text
    built(kit, "residents")
    assert kit(*new, "--name", "short", "--length", "short").returncode == 0
    text = (project / "workshops/cohorts/short.yaml").read_text(encoding="utf-8")
    assert "\n    length: short\n" in text
    assert kit("check", "short").returncode == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--paper", "a5"), "unknown-choice"),
        (("--start", "noon"), "start-time"),
        (("--length", "shrt"), "unknown-length"),
        (("--length", "short", "--minutes", "35"), "length-and-minutes"),
        (("--minutes", "9000"), "number-range"),
        (("--minutes", "10"), "minutes-do-not-fit"),
        (("--minutes", "500"), "minutes-do-not-fit"),
    ],
)
def test_new_refuses_what_would_be_a_mistake(
    kit: Call, project: Path, words: tuple[str, ...], code: str
) -> None:
    said = kit("cohort", "new", "--title", "A", "--workshop", "small", *words)
    assert said.returncode == 2
    assert f"[{code}]" in said.stderr
    assert not (project / "workshops/cohorts").exists()


def ask(project: Path, answers: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kit", "cohort", "new"],
        input=answers,
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def test_what_is_not_given_is_asked(kit: Call, project: Path) -> None:
    said = ask(project, "Residents 2027\nsmall\n")
    assert said.returncode == 0, said.stderr
    assert "Who are they?" in said.stdout
    built(kit, "residents-2027")


def test_a_name_and_a_roster_are_asked_for(kit: Call, project: Path, tmp_path: Path) -> None:
    (tmp_path / "our names.csv").write_text("Name\nAna Diaz\nBo Li\n", encoding="utf-8")
    said = ask(project, f"研修医\nsmall\ninterns\n'{tmp_path}/our names.csv'\n")
    assert said.returncode == 0, said.stderr
    assert "What shall the file be called?" in said.stdout
    text = (project / "workshops/cohorts/interns.yaml").read_text(encoding="utf-8")
    assert 'roster: "rosters/our-names.csv"' in text
    assert "copied to workshops/cohorts/rosters/our-names.csv" in said.stdout
    assert kit("check", "interns").returncode == 0


def test_what_is_no_answer_is_asked_again(project: Path) -> None:
    said = ask(project, "Residents 2027\nsmal\nsmall\n\nfacultie\nfaculty\n")
    assert said.returncode == 0, said.stderr
    assert said.stdout.count("Which workshop comes first?") == 2
    assert "Did you mean `small`?" in said.stdout
    assert "intern, faculty, resident, junior-faculty; left empty: intern" in said.stdout
    assert said.stdout.count("What are they?") == 2
    text = (project / "workshops/cohorts/residents-2027.yaml").read_text(encoding="utf-8")
    assert "\naudience: faculty\n" in text


def test_what_was_taken_without_being_asked_for_is_said(kit: Call) -> None:
    said = kit("cohort", "new", "--title", "Residents", "--workshop", "small")
    assert "For intern, on letter paper, from 12:00" in said.stdout


@pytest.mark.parametrize("answers", ["", "Residents\n", "Residents\nsmal\n"])
def test_no_answer_or_a_wrong_one(project: Path, answers: str) -> None:
    said = ask(project, answers)
    assert said.returncode != 0
    assert "Traceback" not in said.stderr
    assert "went wrong in the kit" not in said.stderr
    assert not (project / "workshops/cohorts").exists()


def test_new_never_writes_over(kit: Call) -> None:
    words = ("cohort", "new", "--title", "Residents", "--workshop", "small")
    assert kit(*words).returncode == 0
    again = kit(*words)
    assert again.returncode == 2
    assert "is there already" in again.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("frob",), "unknown-choice"),
        (("new", "--title", "A", "--workshop", "smal"), "unknown-workshop"),
        (("new", "--title", "", "--workshop", "small"), "no-text"),
        (("new", "--title", "A", "--workshop", "small", "--audience", "dean"), "unknown-audience"),
        (("new", "--title", "A", "--workshop", "small", "--date", "soon"), "date"),
        (("new", "--title", "x" * 500, "--workshop", "small"), "too-long"),
    ],
)
def test_mistakes_are_told_in_words(
    kit: Call, project: Path, words: tuple[str, ...], code: str
) -> None:
    said = kit("cohort", *words)
    assert said.returncode == 2
    assert f"[{code}]" in said.stderr
    assert not (project / "workshops/cohorts").exists()


def test_a_folder_that_cannot_be_written_to(kit: Call, project: Path) -> None:
    (project / "workshops/cohorts").write_text("in the way", encoding="utf-8")
    said = kit("cohort", "new", "--title", "A", "--workshop", "small")
    assert said.returncode == 2
    assert "could not be written" in said.stderr
    assert "went wrong in the kit" not in said.stderr


def test_list(kit: Call, cohort: Call) -> None:
    cohort(sessions="- {id: a, workshop: small, date: 2027-08-12}\n- {id: b, workshop: small}")
    said = kit("cohort", "list")
    assert said.returncode == 0
    (row,) = [line for line in said.stdout.splitlines() if line.startswith("group ")]
    assert row.split() == ["group", "Residents,", "spring", "a,", "b", "2027-08-12"]
    cohort(name="broken").write_text("kit: 1\n", encoding="utf-8")
    said = kit("cohort", "list")
    assert said.returncode == 2
    (row,) = [line for line in said.stdout.splitlines() if line.startswith("broken ")]
    assert "(cannot be read)" in row
    assert row.endswith("mistakes")
    assert "kit check broken" in said.stderr
    cohort("leave_out: [nobody]", name="other")
    said = kit("cohort", "list")
    assert said.returncode == 2
    rows = {line.split()[0]: line for line in said.stdout.splitlines()}
    assert "Residents, spring" in rows["other"]
    assert rows["other"].endswith("1 mistake")
    assert "mistake" not in rows["group"]
    assert "kit check broken other" in said.stderr


def test_build_refuses_what_the_cohorts_file_decides(kit: Call, cohort: Call) -> None:
    cohort()
    for option in (("--length", "short"), ("--paper", "a4"), ("--start", "9:00"),
                   ("--audience", "intern"), ("--roles", "one-word")):  # fmt: skip
        said = kit("build", "--cohort", "group", *option)
        assert said.returncode == 2
        assert f"`{option[0]}` has no place here" in said.stderr


@pytest.mark.parametrize("name", ["groop", "group/frist", "group/", "/first", "", "../group", "*"])
def test_build_of_what_is_not_there(kit: Call, cohort: Call, project: Path, name: str) -> None:
    cohort()
    said = kit("build", "--cohort", name, "--format", "html")
    assert said.returncode == 2, said.stdout
    assert "There is no cohort" in said.stderr or "has no session" in said.stderr
    assert "went wrong in the kit" not in said.stderr
    assert "kit check" not in said.stderr
    assert not (project / "build/group").exists()


def test_build_sends_to_the_cohorts_file(kit: Call, cohort: Call) -> None:
    cohort(sessions="- {id: first, workshop: small, minutes: 9}")
    said = kit("build", "--cohort", "group/first", "--format", "html")
    assert said.returncode == 2
    assert "workshops/cohorts/group.yaml:5:" in said.stderr
    assert "`kit check group` shows its problems alone." in said.stderr
    assert kit("check", "group").returncode == 2


@pytest.mark.slow
def test_build_of_everything_and_again(kit: Call, cohort: Call, project: Path) -> None:
    cohort(sessions="- {id: a, workshop: small}\n- {id: b, workshop: small, minutes: 30}")
    assert kit("build", "--format", "html").returncode == 0
    assert (project / "build/group/b/instructor/instructor-guide.html").exists()
    assert kit("build", "--format", "html").stdout.startswith("Nothing to do")
    cohort(name="another")
    said = kit("build", "--format", "html")
    assert "another/first/participants/worksheets.html" in said.stdout


@pytest.mark.slow
def test_check_covers_cohorts(kit: Call, cohort: Call) -> None:
    cohort("leave_out: [nobody]")
    said = kit("check")
    assert said.returncode == 2
    assert "1 workshop, 1 cohort: 1 error" in said.stdout
    assert "workshops/cohorts/group.yaml:8:17: error" in said.stdout
    assert kit("check", "small").returncode == 0
    assert "[changes-nothing]" in kit("check", "group").stdout
    assert kit("check", "--json").returncode == 2


def test_check_of_a_workshop_and_a_cohort_of_one_name(kit: Call, cohort: Call, edit: Call) -> None:
    cohort(name="small")
    edit("title: Asking a mentor", "titel: Asking a mentor")
    said = kit("check", "small")
    assert said.returncode == 2
    assert "1 workshop, 1 cohort" in said.stdout


def test_show_a_session(kit: Call, cohort: Call) -> None:
    cohort(
        "change: {welcome: {title: Hello}}",
        sessions="- {id: a, workshop: small}\n- {id: b, workshop: small, minutes: 30}",
    )
    said = kit("show", "small", "--cohort", "group/a")
    assert said.returncode == 0, said.stderr
    assert "title: Hello" in said.stdout
    assert said.stdout.count("\n---\n") == 0
    assert kit("show", "--cohort", "group").stdout.count("\n---\n") == 1
    said = kit("show", "--cohort", "group", "--changes")
    assert said.returncode == 0
    lines = said.stdout.splitlines()
    assert lines[0] == "group/a: Asking a mentor"
    assert "- “Welcome” is called “Hello” here." in lines
    assert "- Fitted to 30 minutes from the length “short” (25)." in lines


@pytest.mark.parametrize(
    "words",
    [
        ("--cohort", "groop"),
        ("--cohort", "group/z"),
        ("--cohort", ""),
        ("managing-up", "--cohort", "group"),
        ("--cohort", "group", "--length", "short"),
        ("--changes",),
    ],
)
def test_show_what_is_not_there(kit: Call, cohort: Call, words: tuple[str, ...]) -> None:
    cohort()
    said = kit("show", *words)
    assert said.returncode == 2
    assert "error: " in said.stderr
    assert "went wrong in the kit" not in said.stderr


def test_show_a_session_with_mistakes(kit: Call, cohort: Call) -> None:
    cohort("leave_out: [nobody]")
    said = kit("show", "--cohort", "group")
    assert said.returncode == 2
    assert "[changes-nothing]" in said.stderr
