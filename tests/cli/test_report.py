"""`kit report`, as an educator runs it: answers in the store, files out, and what is not shown."""

from __future__ import annotations

import csv
import os
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kit.answers.response import Answer, Response, Way
from kit.answers.store import open_store
from kit.instrument.description import FormDescription, described
from kit.instrument.form import form_of
from kit.library import Library, bundled_folder
from kit.pipeline.documents import prepare
from kit.pipeline.request import Request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    Call = Callable[..., Any]
    Give = Callable[..., list[str]]

DAY = date(2027, 8, 12)
HTML = ("--format", "html")


@pytest.fixture
def give(project: Path, interns: str) -> Give:
    """Put answers to the small workshop into the store, as a session of the interns gave them."""
    library = Library(project, bundled_folder())
    number = 0

    def put(
        answers: Iterable[dict[str, str]], session: str = f"{interns}/first", **more: Any
    ) -> list[str]:
        nonlocal number
        (ready,) = prepare([session], Request(), library).ready
        form = form_of(ready.tailored, "end")
        assert form
        description: FormDescription = replace(described(form, session, "en-US"), **more)
        given = []
        for each in answers:
            number += 1
            values = tuple(Answer(key, (value,)) for key, value in each.items())
            given.append(Response(description, Way.WEB, DAY, values, f"original-{number}"))
        with open_store(library) as store:
            return list(store.add(given).new)

    return put


def rated(*values: str) -> list[dict[str, str]]:
    return [{"mentoring-improved": value} for value in values]


@pytest.mark.slow
def test_the_files_of_a_report(kit: Call, give: Give, project: Path) -> None:
    give(rated(*"445544553344"))
    said = kit("report", "--session", "interns/first", *HTML, "--data", "--figures", "--summary")
    assert said.returncode == 0, said.stderr
    folder = project / "build" / "reports" / "interns" / "first"
    assert said.stdout.split()[0] == "build/reports/interns/first/report.html"
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "10 of 12 (83%) chose “agree” or “strongly agree”" in page
    with (folder / "data" / "counts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["item"] == "mentoring-improved"]
    assert [row["people"] for row in rows if row["group"] == "all"] == ["0", "0", "2", "6", "4"]
    assert "<svg" in (folder / "figures" / "small-ratings-1.svg").read_text(encoding="utf-8")
    summary = (folder / "summary.md").read_text(encoding="utf-8")
    assert "## Introduction" in summary
    assert "(1)" in summary
    assert "10 of 12 (83%)" in summary
    assert (folder / "summary.docx").read_bytes().startswith(b"PK")


def test_a_sentence_and_no_files(kit: Call, give: Give, project: Path) -> None:
    give(rated(*"44554"))
    said = kit("report", "--sentence")
    assert said.returncode == 0, said.stderr
    assert said.stdout.startswith("5 forms came back; how many people came was not recorded.")
    assert "5 of 5 chose “agree” or “strongly agree”" in said.stdout
    assert "%" not in said.stdout
    assert not (project / "build").exists()


def test_below_the_threshold_nothing_but_the_response_rate(
    kit: Call, give: Give, project: Path
) -> None:
    give([{"mentoring-improved": "1", "one-change.what": "leave the programme"}] * 4)
    said = kit("report", *HTML, "--data")
    assert said.returncode == 0, said.stderr
    made = [path for path in (project / "build").rglob("*") if path.is_file()]
    assert made
    for path in made:
        text = path.read_text(encoding="utf-8-sig")
        assert "leave the programme" not in text
        assert "Strongly disagree" not in text
    page = project / "build" / "reports" / "all" / "report.html"
    assert "Fewer than 5 forms came back" in page.read_text(encoding="utf-8")


def test_a_higher_threshold(kit: Call, give: Give) -> None:
    give(rated(*"4455445"))
    assert "5 of" not in kit("report", "--sentence", "--threshold", "10").stdout
    said = kit("report", "--sentence", "--threshold", "4")
    assert said.returncode == 2
    assert "at least 5" in said.stderr


def test_a_few_late_forms_wait(kit: Call, give: Give) -> None:
    give(rated(*"444555"))
    first = kit("report", "--sentence").stdout
    assert "6 of 6 chose" in first
    give(rated(*"11"))
    second = kit("report", "--sentence").stdout
    assert "8 forms came back" in second
    assert "6 of 6 chose" in second
    give(rated(*"111"))
    assert "6 of 11 (55%) chose" in kit("report", "--sentence").stdout


@pytest.mark.slow
def test_a_report_that_nobody_has_seen_is_forgotten(kit: Call, give: Give) -> None:
    assert "No report was made yet" in _given(kit, give).stdout
    kit("report", "--sentence")
    listed = kit("report", "--releases").stdout
    assert re.match(r"1  \d{4}-\d\d-\d\d  all, \d+ groups of answers\n", listed)
    give(rated("1"))
    assert "6 of 6 chose" in kit("report", "--sentence").stdout
    assert kit("report", "--forget", "9").returncode == 1
    for number in re.findall(r"^\d+", kit("report", "--releases").stdout, re.MULTILINE):
        assert kit("report", "--forget", number).returncode == 0
    assert "6 of 7 chose" in kit("report", "--sentence").stdout


def _given(kit: Call, give: Give) -> Any:
    give(rated(*"444555"))
    return kit("report", "--releases")


def test_what_everybody_agrees_on_and_is_adverse_is_shown_to_the_instructor_first(
    kit: Call, give: Give, project: Path
) -> None:
    give(rated(*"11222"))
    asked = kit("report", *HTML, stdin="n\n")
    assert asked.returncode == 0
    assert "Everybody who answered agrees on something adverse" in asked.stderr
    assert "nothing was written" in asked.stdout
    assert not (project / "build").exists()
    assert "No report was made yet" in kit("report", "--releases").stdout
    nobody = kit("report", *HTML)
    assert nobody.returncode == 2
    assert "`--yes`" in nobody.stderr
    assert kit("report", *HTML, "--yes").returncode == 0


@pytest.mark.parametrize(
    ("words", "said_in"),
    [
        (["--session", "interns/frist"], "Did you mean `interns/first`?"),
        (["--cohort", "nobody"], "[nothing-came-back]"),
        (["--cohort", "interns", "--workshop", "small"], "[one-choice]"),
        (["--format", "docx"], "`docx`"),
        (["--language", "fr"], "`fr`"),
        (["--paper", "a5"], "`a5`"),
    ],
)
def test_what_cannot_be_reported_is_told(
    kit: Call, give: Give, words: list[str], said_in: str
) -> None:
    give(rated(*"44554"))
    said = kit("report", *words)
    assert said.returncode == 2
    assert said_in in said.stderr
    assert "Traceback" not in said.stderr


def test_where_nothing_came_back(kit: Call, project: Path) -> None:
    said = kit("report")
    assert said.returncode == 2
    assert "`kit report --example`" in said.stderr
    assert not (project / "records").exists()


def test_without_scipy_it_says_what_to_type(kit: Call, give: Give, tmp_path: Path) -> None:
    give(rated(*"44554"))
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "import importlib.util as u\nfind = u.find_spec\n"
        "u.find_spec = lambda name, *a: None if name == 'scipy' else find(name, *a)\n",
        encoding="utf-8",
    )
    said = kit("report", PYTHONPATH=str(hidden))
    assert said.returncode == 1
    assert 'pip install "workshop-kit[report]"' in said.stderr


def test_versions_add_up_and_are_told_apart(kit: Call, give: Give, project: Path) -> None:
    give(rated(*"444444"))
    give(rated(*"555555"), version="other99", wording="other99")
    said = kit("report", *HTML)
    assert said.returncode == 0, said.stderr
    page = (project / "build" / "reports" / "all" / "report.html").read_text(encoding="utf-8")
    assert "12 of 12 (100%) chose" in page
    assert "The form had 2 versions" in page


def test_where_nothing_can_be_printed_the_rest_is_made(
    kit: Call, give: Give, project: Path, tmp_path: Path
) -> None:
    give(rated(*"44554"))
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "import sys\n"
        "class Hidden:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] == 'weasyprint':\n"
        "            raise ModuleNotFoundError(name, name='weasyprint')\n"
        "sys.meta_path.insert(0, Hidden())\n",
        encoding="utf-8",
    )
    path = os.pathsep.join(filter(None, (str(hidden), os.environ.get("PYTHONPATH"))))
    said = kit("report", "--summary", PYTHONPATH=path)
    assert said.returncode == 1
    assert said.stderr.count("[no-weasyprint]") == 1
    folder = project / "build" / "reports" / "all"
    assert sorted(each.name for each in folder.iterdir()) == ["report.html", "summary.md"]


def test_a_session_that_nobody_answered_has_a_report(
    kit: Call, project: Path, interns: str
) -> None:
    record = project / "records" / "sessions" / interns / "first.json"
    record.parent.mkdir(parents=True)
    record.write_text('{"kit": 1, "invited": {"count": 12}, "attended": {"count": 9}}')
    said = kit("report", "--sentence")
    assert said.returncode == 0, said.stderr
    assert said.stdout == "12 people were invited and 9 came; no forms came back.\n"


def test_answers_whose_definitions_are_gone_are_reported_with_a_warning(
    kit: Call, give: Give, project: Path, interns: str
) -> None:
    give(rated(*"44554"))
    (project / "workshops" / "cohorts" / f"{interns}.yaml").unlink()
    said = kit("report", "--sentence")
    assert said.returncode == 0
    assert "5 of 5 chose" in said.stdout
    assert "The definitions of `interns/first` are gone or have mistakes" in said.stderr
    of_series = kit("report", "--series", "Mentoring in short")
    assert of_series.returncode == 2
    assert "`kit check`" in of_series.stderr


def test_returns_are_numbers_in_the_table_for_other_programs(
    kit: Call, give: Give, project: Path, interns: str
) -> None:
    record = project / "records" / "sessions" / interns / "first.json"
    give(rated(*"44554"))
    record.parent.mkdir(parents=True)
    record.write_text('{"kit": 1, "invited": {"count": 1200}}')
    assert kit("report", *HTML, "--data").returncode == 0
    with (project / "build/reports/all/data/returns.csv").open(encoding="utf-8-sig") as file:
        (row,) = csv.DictReader(file)
    assert (row["invited"], row["attended"], row["returned"]) == ("1200", "", "5")


def measures(project: Path) -> list[dict[str, str]]:
    with (project / "build/reports/all/data/measures.csv").open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


PAIRS = [{"knows-gap.before": "1", "knows-gap.now": now} for now in "223344221123"]


def test_no_table_has_a_p_that_is_not_adjusted_with_the_others(
    kit: Call, give: Give, project: Path, interns: str
) -> None:
    cohorts = project / "workshops" / "cohorts"
    (cohorts / "fellows.yaml").write_bytes((cohorts / f"{interns}.yaml").read_bytes())
    for cohort in (interns, "fellows"):
        give(PAIRS, f"{cohort}/first")
    assert kit("report", *HTML, "--data").returncode == 0
    rows = measures(project)
    assert {row["group"] for row in rows if row["measure"] == "median change"} == {
        *("all", "interns", "fellows", "interns/first", "fellows/first"),
    }
    assert [row["group"] for row in rows if row["measure"] == "p"] == ["all"]


def test_no_table_has_a_p_of_forms_of_the_same_people(
    kit: Call, give: Give, project: Path, interns: str
) -> None:
    for session in ("first", "second"):
        give(PAIRS, f"{interns}/{session}")
    assert kit("report", *HTML, "--data", "--figures").returncode == 0
    rows = measures(project)
    assert {row["group"] for row in rows if row["measure"] == "median change"} == {
        *("all", "interns/first", "interns/second"),
    }
    assert not [row for row in rows if row["measure"] in {"p", "r low", "upper boxes low"}]
    folder = project / "build" / "reports" / "all"
    for name in ("report.html", "figures/small-changes-1-1.svg"):
        page = (folder / name).read_text(encoding="utf-8")
        assert ("3 forms" in page, "3 people" in page) == (True, False)
