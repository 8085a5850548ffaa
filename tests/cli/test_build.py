from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_it_says_what_was_made_and_where_to_look(kit: Call, project: Path) -> None:
    said = kit("build", "--edition", "worksheets,run-of-show")
    assert said.returncode == 0, said.stderr
    lines = said.stdout.splitlines()
    assert "small/participants/worksheets.html" in lines
    head = next(line for line in lines if line.startswith("Document"))
    assert head.split() == ["Document", "Pages", "Sheets", "Copies", "File"]
    row = next(line for line in lines if line.startswith("Participant worksheets"))
    assert row.endswith("small/participants/worksheets.{html,pdf}")
    assert lines[-1] == "Open build/index.html"
    again = kit("build", "--edition", "worksheets,run-of-show")
    assert again.stdout == "Nothing to do: 4 files are up to date. See build/index.html\n"
    assert (project / "build/index.html").exists()


def test_without_the_extra_for_word_one_line_says_what_to_install(
    kit: Call, project: Path, tmp_path: Path
) -> None:
    # A stand-in that hides the package from the program, as if it were not installed.
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['docx'] = None\n")
    without = {"PYTHONPATH": f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    words = ("build", "--edition", "worksheets", "--format")
    said = kit(*words, "html,docx", **without)
    assert said.returncode == 1
    (line,) = [line for line in said.stderr.splitlines() if "Word" in line]
    assert 'pip install "workshop-kit[docx]"' in line
    assert (project / "build/small/participants/worksheets.html").is_file()
    assert not list((project / "build").rglob("*.docx"))
    assert kit(*words, "docx", **without).returncode == 2
    assert kit(*words, "html,docx").returncode == 0
    assert (project / "build/small/participants/worksheets.docx").is_file()


def test_options_reach_the_documents(kit: Call, project: Path) -> None:
    variant = ("--length", "short", "--audience", "junior-faculty", "--paper", "a4")
    said = kit("build", "small", "--format=html", *variant, "--start", "9:30", "--out", "elsewhere")
    assert said.returncode == 0, said.stderr
    page = project / "elsewhere/small/instructor/run-of-show.short.faculty.a4.0930.html"
    assert "9:30" in page.read_text(encoding="utf-8")
    assert not (project / "build").exists()


def test_what_a_check_would_not_show_is_not_sent_to_it(kit: Call) -> None:
    said = kit("build", "--length", "shrot")
    assert said.returncode == 2
    assert "Not made, or not all of it: small." in said.stderr
    assert "kit check" not in said.stderr


def test_mistyped_options_are_told_all_at_once(kit: Call, project: Path) -> None:
    said = kit("build", "--paper", "a5", "--start", "25:00", "--format", "odt", "--edition", "x")
    assert said.returncode == 2
    assert all(word in said.stderr for word in ("a5", "25:00", "odt", "`x`"))
    assert not (project / "build").exists()


def test_a_papers_name_may_have_capitals(kit: Call, project: Path) -> None:
    said = kit("build", "--paper", "A4", "--format", "html", "--edition", "worksheets")
    assert said.returncode == 0, said.stderr
    assert (project / "build/small/participants/worksheets.a4.html").exists()


def test_problems_go_to_standard_error(kit: Call, edit: Call) -> None:
    edit("title: Asking a mentor", "titel: Asking a mentor")
    said = kit("build")
    assert said.returncode == 2
    assert "workshops/small.yaml:3:1: error:" in said.stderr
    assert "[unknown-key]" in said.stderr
    assert "kit check small" in said.stderr
    assert "Open" not in said.stdout
    assert "Traceback" not in said.stderr


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent in another way")
@pytest.mark.parametrize(
    ("after", "sent"),
    [
        pytest.param("html", signal.SIGINT, marks=pytest.mark.slow),
        ("pdf", signal.SIGINT),
        ("pdf", signal.SIGTERM),
    ],
)
def test_stopped_it_ends_at_once_and_the_next_run_goes_on(
    kit: Call, project: Path, after: str, sent: signal.Signals
) -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "kit", "build", "--jobs", "1"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    assert run.stdout
    while f".{after}" not in run.stdout.readline():
        pass
    (os.killpg if sent == signal.SIGINT else os.kill)(run.pid, sent)
    began = time.monotonic()
    _, errors = run.communicate(timeout=30)
    assert time.monotonic() - began < 5
    assert run.returncode == 130
    assert errors.strip() == "Stopped. What was finished is kept; the next run goes on from there."
    assert not list(project.rglob("*.kit-part"))
    kept = set(json.loads((project / "build/manifest.json").read_bytes())["documents"])
    assert kept
    said = kit("build")
    assert said.returncode == 0, said.stderr
    assert not kept & set(said.stdout.splitlines())


def test_a_reader_that_goes_away_ends_it_quietly(project: Path) -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "kit", "build"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert run.stdout
    assert run.stderr
    run.stdout.readline()
    run.stdout.close()
    assert run.stderr.read() == ""
    assert run.wait(timeout=30) == 1
    assert not list(project.rglob("*.kit-part"))


def test_a_terminal_that_knows_few_characters(kit: Call, edit: Call) -> None:
    edit("title: Asking a mentor", "titel: Asking a mentor “ş” 中")
    said = kit("check", PYTHONIOENCODING="ascii")
    assert said.returncode == 2
    assert 'titel: Asking a mentor "s" ?' in said.stdout


def test_large_print_is_what_participants_get_and_is_for_paper(kit: Call, project: Path) -> None:
    said = kit("build", "--large", "--edition", "worksheets,instructor-guide")
    assert said.returncode == 0, said.stderr
    made = [path for path in (project / "build/small").rglob("*") if path.is_file()]
    assert [path.name for path in made] == ["worksheets.large.pdf"]
    assert "large print" in (project / "build/index.html").read_text(encoding="utf-8")
    again = kit("build", "--large", "--edition", "worksheets,instructor-guide")
    assert again.stdout.startswith("Nothing to do: 1 file is up to date.")


def test_a_booklet_in_large_print_is_refused_with_what_there_is(kit: Call, project: Path) -> None:
    said = kit("build", "--large", "--edition", "worksheets-booklet")
    assert said.returncode == 2
    assert "but there is one of worksheets" in said.stderr
    assert not (project / "build").exists()


def test_large_print_where_there_is_none_is_refused(kit: Call, project: Path) -> None:
    for options in (("--format", "html"), ("--edition", "placards")):
        said = kit("build", "--large", *options)
        assert said.returncode == 2
        assert "`--large` has no place here" in said.stderr
    said = kit("build", "--format", "html", "--edition", "worksheets-booklet")
    assert said.returncode == 2
    assert "a booklet is for paper" in said.stderr
    assert not (project / "build").exists()


@pytest.mark.slow
def test_what_is_filled_in_on_the_screen_lies_beside_the_prints(kit: Call, project: Path) -> None:
    assert kit("build", "--edition", "worksheets").returncode == 0
    folder = project / "build/small/participants"
    before = (folder / "worksheets.pdf").stat().st_mtime_ns
    said = kit("build", "--fillable")
    assert said.returncode == 0, said.stderr
    made = sorted(path.name for path in folder.iterdir())
    assert made == [
        "evaluation-form.fillable.pdf",
        "follow-up-form.fillable.pdf",
        "worksheets.fillable.pdf",
        "worksheets.html",
        "worksheets.pdf",
    ]
    assert (folder / "worksheets.pdf").stat().st_mtime_ns == before
    index = (project / "build/index.html").read_text(encoding="utf-8")
    assert "to fill in on the screen and send back" in index
    assert kit("build", "--fillable").stdout.startswith("Nothing to do: 3 files are up to date")
    assert kit("build", "--edition", "worksheets").stdout.startswith("Nothing to do: 2 files")


def test_what_nobody_fills_in_is_refused(kit: Call, project: Path) -> None:
    for options in (("--format", "html"), ("--edition", "placards")):
        said = kit("build", "--fillable", *options)
        assert said.returncode == 2
        assert "`--fillable` has no place here" in said.stderr
    assert not (project / "build").exists()


def test_a_booklet_is_a_pdf_beside_the_worksheets(kit: Call, project: Path) -> None:
    said = kit("build", "--edition", "worksheets,worksheets-booklet")
    assert said.returncode == 0, said.stderr
    folder = project / "build/small/participants"
    made = sorted(path.name for path in folder.iterdir())
    assert made == ["worksheets-booklet.pdf", "worksheets.html", "worksheets.pdf"]
    index = (project / "build/index.html").read_text(encoding="utf-8")
    assert "both sides, short edge; fold and staple" in index


def test_seating_afresh_needs_people(kit: Call, cohort: Call) -> None:
    cohort()
    said = kit("build", "--cohort", "group", "--seat-afresh")
    assert said.returncode == 2
    assert "`--seat-afresh` has no place here" in said.stderr


def test_the_address_of_a_form_is_told_or_refused(kit: Call, project: Path) -> None:
    only = ("build", "small", "--edition", "slides", "--format", "html")
    address = "https://forms.example.org/small"
    made = kit(*only, "--form-address", address)
    assert made.returncode == 0, made.stderr
    slides = project / "build/small/participants/slides.html"
    assert address in slides.read_text(encoding="utf-8")
    assert kit(*only, "--form-address", address).stdout.startswith("Nothing to do")
    assert kit(*only).returncode == 0
    assert address not in slides.read_text(encoding="utf-8")
    for wrong, code in (
        ("forms.example.org", "web-address"),
        (f"{address}{'x' * 200}", "too-long"),
    ):
        said = kit(*only, "--form-address", wrong)
        assert said.returncode == 2
        assert f"[{code}]" in said.stderr
