from __future__ import annotations

import io
import json
import os
import resource
import shutil
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from kit.errors import KitError
from kit.library import Library
from kit.pipeline.build import build
from kit.pipeline.files import PART
from kit.pipeline.request import Request

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

SHEETS = "small/participants/worksheets"


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != "manifest.json")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def stamps(folder: Path) -> dict[str, int]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in files}


def no_parts(folder: Path) -> bool:
    return not list(folder.rglob(f"*{PART}"))


def paths(report: Any) -> set[str]:
    return {record.path for record in report.made}


def test_a_build_makes_every_document_in_both_formats(make: Call, project: Path) -> None:
    report = make(formats=("html", "pdf"))
    assert report.exit_code == 0
    assert report.problems == ()
    made = contents(project / "build")
    for document in ("instructor/instructor-guide", "instructor/run-of-show",
                     "participants/worksheets", "participants/evaluation-form"):  # fmt: skip
        assert made[f"small/{document}.pdf"].startswith(b"%PDF-")
        assert b"<h1" in made[f"small/{document}.html"]
    assert set(made) == {*paths(report), "index.html"}
    assert all(record.pages for record in report.made if record.format == "pdf")
    assert no_parts(project)


@pytest.mark.slow
def test_the_same_inputs_give_the_same_bytes(make: Call, project: Path, tmp_path: Path) -> None:
    formats = ("html", "pdf")
    make(formats=formats, jobs=1)
    make(formats=formats, jobs=2, out=tmp_path / "again")
    assert contents(project / "build") == contents(tmp_path / "again")


def test_nothing_is_made_twice(make: Call, project: Path) -> None:
    first = make()
    before = stamps(project / "build")
    second = make()
    assert first.made
    assert not second.made
    assert second.unchanged == len(first.made)
    assert second.up_to_date.startswith(f"Nothing to do: {len(first.made)} files are up to date")
    after = stamps(project / "build")
    assert {**after, "manifest.json": 0} == {**before, "manifest.json": 0}


@pytest.mark.slow
def test_one_edit_makes_only_the_documents_that_show_it(make: Call, edit: Call) -> None:
    formats = ("html", "pdf")
    first = make(formats=formats)
    edit("if_short: Leave out the show of hands.", "if_short: Leave out the hands.")
    report = make(formats=formats)
    assert paths(report) == {
        f"small/instructor/{name}" for name in ("instructor-guide.html", "instructor-guide.pdf",
                                                "run-of-show.html", "run-of-show.pdf")
    }  # fmt: skip
    assert report.unchanged == len(first.made) - 4


def test_an_edit_that_shows_nowhere_makes_nothing(make: Call, edit: Call) -> None:
    make()
    edit("title: Asking a mentor", "# a comment\ntitle: Asking a mentor")
    report = make()
    assert not report.made
    assert report.up_to_date is None  # it had to be looked at
    assert make().up_to_date


def test_a_file_that_was_removed_or_changed_is_made_again(make: Call, project: Path) -> None:
    make()
    page = project / "build" / f"{SHEETS}.html"
    good = page.read_bytes()
    page.unlink()
    assert paths(make()) == {f"{SHEETS}.html"}
    page.write_text("spoiled", encoding="utf-8")
    assert paths(make()) == {f"{SHEETS}.html"}
    assert page.read_bytes() == good


def test_a_broken_workshop_does_not_stop_the_others(make: Call, project: Path) -> None:
    text = (project / "workshops/small.yaml").read_text(encoding="utf-8")
    broken = text.replace("title: Asking a mentor", "titel: Asking a mentor")
    (project / "workshops/other.yaml").write_text(broken, encoding="utf-8")
    report = make()
    assert report.exit_code == 2
    assert report.broken == ("other",)
    assert f"{SHEETS}.html" in paths(report)
    assert {problem.code for problem in report.problems} >= {"unknown-key"}
    index = (project / "build/index.html").read_text(encoding="utf-8")
    assert "titel" in index
    assert not (project / "build/other").exists()
    again = make()
    assert again.exit_code == 2  # it is told every time
    assert not again.made


def test_an_older_packet_of_a_workshop_that_broke_stays_whole(
    make: Call, edit: Call, project: Path
) -> None:
    make()
    before = contents(project / "build")
    edit("title: Asking a mentor", "titel: Asking a mentor")
    assert make().exit_code == 2
    after = contents(project / "build")
    assert {**after, "index.html": b""} == {**before, "index.html": b""}
    assert after["index.html"] != before["index.html"]


def test_strict_takes_warnings_as_mistakes(make: Call, edit: Call) -> None:
    edit("  safe_contact: the ombuds office", "  safe_contact:")
    assert make().exit_code == 0
    report = make(strict=True)
    assert report.exit_code == 2
    assert report.broken == ("small",)


@pytest.mark.slow
def test_the_index_forgets_a_mistake_that_was_mended(make: Call, edit: Call, project: Path) -> None:
    index = project / "build/index.html"
    make()
    good = index.read_bytes()
    edit("title: Asking a mentor", "titel: Asking a mentor")
    make()
    assert b"Not made this time" in index.read_bytes()
    edit("titel: Asking a mentor", "title: Asking a mentor")
    make()
    assert index.read_bytes() == good
    edit("  safe_contact: the ombuds office", "  safe_contact:")
    make()
    good = index.read_bytes()
    make(strict=True)
    assert b"1 problem kept a workshop" in index.read_bytes()
    make()
    assert index.read_bytes() == good
    assert make().up_to_date


def test_a_mistake_in_the_command_stays_out_of_the_index(
    make: Call, edit: Call, project: Path
) -> None:
    edit("  safe_contact: the ombuds office", "  safe_contact:")
    make()
    good = (project / "build/index.html").read_bytes()
    report = make(length="shrot")
    assert (report.broken, report.mistaken) == (("small",), ())
    assert (project / "build/index.html").read_bytes() == good


def test_the_index_forgets_a_workshop_that_was_deleted(make: Call, project: Path) -> None:
    text = (project / "workshops/small.yaml").read_text(encoding="utf-8")
    (project / "workshops/other.yaml").write_text(text, encoding="utf-8")
    make()
    assert b'id="other"' in (project / "build/index.html").read_bytes()
    (project / "workshops/other.yaml").unlink()
    make()
    assert b'id="other"' not in (project / "build/index.html").read_bytes()


def test_variants_lie_beside_each_other(make: Call, project: Path) -> None:
    make()
    report = make(length="short", paper="a4", editions=("worksheets",))
    assert paths(report) == {"small/participants/worksheets.short.a4.html"}
    index = (project / "build/index.html").read_text(encoding="utf-8")
    assert "worksheets.short.a4.html" in index
    assert "instructor-guide.html" in index


def test_an_unknown_length_is_told_with_what_there_is(make: Call) -> None:
    report = make(length="shrot")
    assert report.exit_code == 2
    assert [problem.code for problem in report.problems] == ["unknown-length"]


def test_an_unknown_workshop_does_not_stop_the_others(make: Call) -> None:
    report = make(workshops=("small", "smal"))
    assert report.exit_code == 2
    assert report.broken == ("smal",)
    assert report.made


@pytest.mark.slow
@pytest.mark.parametrize("formats", [("html", "pdf"), ("html", "docx")])
def test_interrupted_it_keeps_what_is_finished_and_goes_on(
    make: Call, followed: Call, project: Path, tmp_path: Path, formats: tuple[str, ...]
) -> None:
    progress = followed(stop_after=7)
    with pytest.raises(KeyboardInterrupt):
        make(progress, formats=formats)
    assert progress.ended
    assert no_parts(project)
    data = json.loads((project / "build/manifest.json").read_bytes())
    assert set(data["documents"]) == set(progress.paths)
    finished = stamps(project / "build")
    report = make(formats=formats)
    assert report.exit_code == 0
    assert not paths(report) & set(progress.paths)
    now = stamps(project / "build")
    assert all(now[path] == finished[path] for path in progress.paths)
    make(formats=formats, out=tmp_path / "whole")
    assert contents(project / "build") == contents(tmp_path / "whole")


@pytest.mark.slow
@pytest.mark.parametrize("formats", ["html,pdf", "html,docx"])
def test_a_full_disk_leaves_every_earlier_document_whole(
    project: Path, edit: Call, formats: str
) -> None:
    """The size of files is limited from outside: writing stops half-way, as on a full disk."""
    kit = [sys.executable, "-m", "kit", "build", "--format", formats]

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    assert subprocess.run(kit, cwd=project, capture_output=True, check=False).returncode == 0
    before = contents(project / "build")
    edit("title: Asking a mentor", "title: Asking for a mentor")
    run = subprocess.run(
        kit,
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=full,
    )
    assert run.returncode == 1
    assert run.stderr.count("disk is full") == 1
    assert "Traceback" not in run.stderr
    assert no_parts(project)
    now = contents(project / "build")
    assert set(now) == set(before)
    assert all(
        page.endswith((b"</html>", b"</html>\n", b"%%EOF\n", b"%%EOF"))
        or zipfile.ZipFile(io.BytesIO(page)).testzip() is None
        for page in now.values()
    )
    again = subprocess.run(kit, cwd=project, capture_output=True, check=False)
    assert again.returncode == 0
    assert b"Asking for a mentor" in contents(project / "build")[f"{SHEETS}.html"]


def test_another_tools_build_folder_is_left_alone(make: Call, project: Path) -> None:
    (project / "build").mkdir()
    (project / "build/index.html").write_text("theirs", encoding="utf-8")
    with pytest.raises(KitError) as caught:
        make()
    assert caught.value.problems[0].code == "out-folder"
    assert contents(project / "build") == {"index.html": b"theirs"}


def test_a_file_that_cannot_be_replaced_fails_alone(make: Call, project: Path) -> None:
    make(workshops=("small",), editions=("run-of-show",))
    (project / "build" / f"{SHEETS}.html" / "in").mkdir(parents=True)
    report = make()
    assert report.exit_code == 1
    assert report.failed == (f"{SHEETS}.html",)
    assert [problem.code for problem in report.problems] == ["in-the-way"]
    assert "small/participants/evaluation-form.html" in paths(report)
    shutil.rmtree(project / "build" / f"{SHEETS}.html")
    assert paths(make()) == {f"{SHEETS}.html"}


def test_it_deletes_nothing_that_it_did_not_make(make: Call, project: Path, edit: Call) -> None:
    mine = project / "build/small/participants/notes.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", encoding="utf-8")
    make()
    edit("title: Asking a mentor", "title: Asking for a mentor")
    make()
    (project / "workshops/small.yaml").rename(project / "workshops/smaller.yaml")
    make()
    assert mine.read_text(encoding="utf-8") == "mine"
    assert (project / "build" / f"{SHEETS}.html").exists()
    assert (project / "build/smaller/participants/worksheets.html").exists()


def test_parts_of_a_run_that_was_killed_are_cleared(make: Call, project: Path) -> None:
    part = project / "build" / "small/participants" / f".worksheets.pdf{PART}"
    part.parent.mkdir(parents=True)
    part.write_bytes(b"%PDF-half")
    make()
    assert no_parts(project)


@pytest.mark.slow
def test_without_an_engine_the_html_is_made(project: Path, tmp_path: Path) -> None:
    """A machine without Pango: the library's name leads nowhere."""
    blocker = tmp_path / "site" / "sitecustomize.py"
    blocker.parent.mkdir()
    blocker.write_text(
        "import ctypes.util, sys\n"
        "class Absent:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'weasyprint': raise OSError('cannot load library: pango')\n"
        "sys.meta_path.insert(0, Absent())\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": str(blocker.parent)}

    def kit(*words: str) -> Any:
        return subprocess.run(
            [sys.executable, "-m", "kit", "build", *words],
            cwd=project, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip

    run = kit()
    assert run.returncode == 0
    assert run.stderr.count("[no-pango]") == 1
    assert (project / "build" / f"{SHEETS}.html").exists()
    assert not list(project.rglob("*.pdf"))
    pdf_only = kit("--format", "pdf", "--out", "elsewhere")
    assert pdf_only.returncode == 1
    assert "Only the HTML was made" in run.stderr
    assert "HTML" not in pdf_only.stderr
    assert "Open" not in pdf_only.stdout
    assert kit("--format", "html").returncode == 0


@pytest.mark.parametrize("name", ["worksheets", "index"])
def test_a_template_with_a_mistake_stops_only_its_document(
    make: Call, project: Path, name: str
) -> None:
    template = project / "templates" / "editions" / f"{name}.html"
    template.parent.mkdir(parents=True)
    template.write_text("{% extends 'layouts/document.html' %}\n{% block x %}", encoding="utf-8")
    report = make()
    assert report.exit_code == 2
    assert [problem.code for problem in report.problems] == ["template"]
    assert f"editions/{name}.html" in str(report.problems[0].where)
    assert "small/instructor/instructor-guide.html" in paths(report)
    template.unlink()
    assert make().exit_code == 0


def test_a_project_without_workshops(
    tmp_path: Path, followed: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(KitError) as caught:
        build(Request(), Library(tmp_path, tmp_path), followed())
    assert caught.value.problems[0].code == "no-workshops"


@pytest.fixture
def long_case(edit: Call) -> str:
    """Make a case of the example project too long for its card; gives its title.

    It is short in words, so that it gets no card of a whole page.
    """
    talk = "\n\n          ".join(["“See patients.”", "“I do.”"] * 9)
    edit("Your {{ program_lead }} tells you to drop it.", f"He says:\n\n          {talk}")
    return "Two advisors, two directions"


CARDS = {"formats": ("html", "pdf"), "editions": ("scenario-cards",), "audience": "intern"}


def test_a_case_too_long_for_its_card_is_told_with_document_page_words_and_a_way_out(
    make: Call, long_case: str
) -> None:
    report = make(**CARDS)
    assert report.exit_code == 0
    (problem,) = [each for each in report.problems if each.code == "text-overflow"]
    assert str(problem.where).startswith("small/participants/scenario-cards")
    assert problem.message.startswith("Page 3: ")
    assert long_case in problem.message
    assert "I do." in problem.message
    assert "Shorten its text by about " in problem.hint


def test_what_was_found_in_a_document_is_told_while_the_document_stands(
    make: Call, edit: Call, long_case: str
) -> None:
    assert long_case
    found = [each for each in make(**CARDS).problems if each.code == "text-overflow"]
    again = make(**CARDS)
    assert again.up_to_date
    assert [each for each in again.problems if each.code == "text-overflow"] == found
    # Something else of the workshop changes: the cards stay as they are.
    edit("  Send your request today, while", "  Send it today, while")
    other = make(**CARDS)
    assert not other.up_to_date
    assert not other.made
    assert [each for each in other.problems if each.code == "text-overflow"] == found


def test_strict_refuses_a_document_that_is_not_fit_to_print(make: Call, long_case: str) -> None:
    assert long_case
    make(**CARDS)
    report = make(strict=True, **CARDS)
    assert report.broken == ("small",)
    assert "text-overflow" in {problem.code for problem in report.problems}


def test_a_template_that_prints_words_over_words_is_told(make: Call, project: Path) -> None:
    template = project / "templates" / "editions" / "door-sign.html"
    template.parent.mkdir(parents=True)
    asked = {"editions": ("door-sign",), "workshops": ("small",), "formats": ("pdf",)}

    def told(margin: int) -> list[str]:
        template.write_text(
            '{% extends "bundled/editions/door-sign.html" %}{% block content %}{{ super() }}'
            f'<p style="margin-top: {margin}mm">Mind the step.</p>{{% endblock %}}',
            encoding="utf-8",
        )
        return [each.message for each in make(**asked).problems if each.code == "overprint"]

    assert told(4) == []
    (message,) = told(-9)
    assert "“Mind the step.” are printed over each other" in message
