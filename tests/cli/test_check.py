from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_a_good_workshop(kit: Call) -> None:
    said = kit("check")
    assert said.returncode == 0
    *levels, last = said.stdout.splitlines()
    assert last == "1 workshop: no errors, no warnings."
    assert "8 is the most" in levels[0]
    assert re.fullmatch(r"  small: \d\.\d, with \d+ words a sentence", levels[1])


def test_a_warning_is_advice_unless_strict(kit: Call, edit: Call) -> None:
    edit("  safe_contact: the ombuds office", "  safe_contact:")
    said = kit("check", "small")
    assert said.returncode == 0
    assert said.stdout.endswith("1 workshop: no errors, 1 warning.\n")
    assert kit("check", "--strict").returncode == 2


def test_json_for_editors(kit: Call, edit: Call) -> None:
    edit("title: Asking a mentor", "titel: Asking a mentor")
    said = kit("check", "--json")
    assert said.returncode == 2
    problems = json.loads(said.stdout)
    (unknown,) = [problem for problem in problems if problem["code"] == "unknown-key"]
    assert (unknown["file"], unknown["line"], unknown["column"]) == ("workshops/small.yaml", 3, 1)
    assert unknown["severity"] == "error"


def test_an_unknown_workshop(kit: Call) -> None:
    said = kit("check", "smal")
    assert said.returncode == 2
    assert "Did you mean `small`?" in said.stdout


def test_own_templates_and_the_language_are_looked_at_too(
    kit: Call, edit: Call, project: Path
) -> None:
    edit("language: en-US", "language: de")
    page = project / "templates" / "editions" / "worksheet.html"
    page.parent.mkdir(parents=True)
    page.write_text("<p>Ours</p>", encoding="utf-8")
    said = kit("check")
    assert said.returncode == 0
    assert "templates/editions/worksheet.html: warning: " in said.stdout
    assert "Did you mean `worksheets.html`?" in said.stdout
    assert "language: de\n" in said.stdout
    assert "warning: There are no words in `de`" in said.stdout


def test_looked_settles_what_changed_beneath(kit: Call, edit: Call, cohort: Call) -> None:
    cohort("change: {two-advisors: {versions: {intern: Your mentors disagree.}}}")
    said = kit("check", "group", "--looked")
    assert (said.returncode, "Taken note" in said.stdout) == (0, False)
    edit("finish the chart review", "begin the chart review")
    said = kit("check", "group")
    assert "[changed-beneath]" in said.stdout
    assert "`kit check group --looked`" in " ".join(said.stdout.split())
    said = kit("check", "group", "--looked")
    assert "[changed-beneath]" not in said.stdout
    assert "Taken note that you have looked at 1 place that changed." in said.stdout
    assert "[changed-beneath]" not in kit("check", "group").stdout


def test_a_missing_note_is_said_and_stops_nothing(kit: Call, cohort: Call, project: Path) -> None:
    cohort("change: {welcome: {title: Hello}}")
    said = kit("check", "group", "--strict")
    assert said.returncode == 0, said.stdout
    assert "there is no `group.looked.json` beside it" in " ".join(said.stdout.split())
    kit("check", "group", "--looked")
    assert (project / "workshops/cohorts/group.looked.json").exists()
    assert "looked.json" not in kit("check", "group").stdout
    cohort(name="other")
    assert "looked.json" not in kit("check", "other").stdout


def test_looked_asks_whose(kit: Call, cohort: Call) -> None:
    cohort("change: {two-advisors: {versions: {intern: Your mentors disagree.}}}")
    for words in (("check", "--looked"), ("check", "small", "--looked")):
        said = kit(*words)
        assert said.returncode == 2
        assert "`--looked` is for cohorts." in said.stderr + said.stdout


def test_the_codes_of_comments_are_looked_at_too(kit: Call, edit: Call) -> None:
    edit("items: [improve]", "items: [improv]", "workshops/shared/codes.yaml")
    said = kit("check")
    assert said.returncode == 0
    assert "workshops/shared/codes.yaml:" in said.stdout
    assert "Did you mean `improve`?" in said.stdout
    # Another workshop may ask it: of one alone nothing is said.
    assert "improv" not in kit("check", "small").stdout
