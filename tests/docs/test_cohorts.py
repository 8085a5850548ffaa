"""The cohort on the page about cohorts passes the check and makes packets."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "cohorts.md"
NAME = "interns-2027"


def examples(kind: str) -> list[str]:
    text = PAGE.read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def whole_example() -> str:
    return next(text for text in examples("yaml") if "sessions:" in text)


def workshop_of(changes: str) -> str:
    """Name the workshop that has the ids of an example."""
    if any(name in changes for name in ("my-offer", "hard-feedback", "turning-point")):
        return "mentee-driven-relationship"
    return "challenging-scenarios" if "scenarios:" in changes else "managing-up"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    cohorts = tmp_path / "workshops" / "cohorts"
    cohorts.mkdir(parents=True)
    (cohorts / f"{NAME}.yaml").write_text(whole_example(), encoding="utf-8")
    return tmp_path


def kit(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kit", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_the_example_passes_the_check(folder: Path) -> None:
    checked = kit(folder, "check", "--strict", NAME)

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_example_makes_its_packets(folder: Path) -> None:
    built = kit(folder, "build", "--cohort", NAME, "--format", "html")

    assert built.returncode == 0, built.stdout + built.stderr
    made = folder / "build" / NAME
    guide = (made / "plan" / "instructor" / "instructor-guide.html").read_text("utf-8")
    sheets = (made / "hard-cases" / "participants" / "worksheets.html").read_text("utf-8")
    assert "How this session differs" in guide
    assert "Welcome to your noon hour" in guide
    assert "The number on your table is the number of your case." in sheets
    assert "hold the pagers" not in sheets


@pytest.mark.parametrize("changes", examples("yaml WorkshopChanges"))
def test_each_change_that_is_shown_works(folder: Path, changes: str) -> None:
    workshop = workshop_of(changes)
    cohort = {
        "kit": 1,
        "title": "Interns",
        "terms": {"safe_contact": "the ombuds office"},
        "sessions": [{"id": "one", "workshop": workshop}],
        "workshops": {workshop: yaml.safe_load(changes)},
    }
    file = folder / "workshops" / "cohorts" / f"{NAME}.yaml"
    file.write_text(yaml.safe_dump(cohort, allow_unicode=True, sort_keys=False), encoding="utf-8")

    checked = kit(folder, "check", NAME)

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_contacts_that_are_shown_fill_the_packet(folder: Path) -> None:
    (shown,) = [each for each in examples("yaml Cohort") if "contacts:" in each]
    (folder / "workshops" / "cohorts" / f"{NAME}.yaml").write_text(shown, encoding="utf-8")

    checked = kit(folder, "check", "--strict", NAME)
    told = kit(folder, "show", "--cohort", NAME, "--changes")

    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "Whom people can turn to: Ombuds office, 555-0142." in told.stdout
    assert "“Risk management on call” (in the guide alone)." in told.stdout


def test_the_list_of_roles_that_is_shown_fills_the_packet(folder: Path) -> None:
    (shared,) = examples("yaml SharedVocabularies")
    (shown,) = [each for each in examples("yaml Cohort") if "roles:" in each]
    (folder / "workshops" / "shared").mkdir()
    (folder / "workshops" / "shared" / "roles.yaml").write_text(shared, encoding="utf-8")
    (folder / "workshops" / "cohorts" / f"{NAME}.yaml").write_text(shown, encoding="utf-8")

    checked = kit(folder, "check", "--strict", NAME)
    built = kit(folder, "build", "--cohort", NAME, "--format", "html")

    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert built.returncode == 0, built.stdout + built.stderr
    made = folder / "build" / NAME / "mosaic"
    sides = {"worksheets": "participants", "instructor-guide": "instructor"}
    sides |= dict.fromkeys(("network-map", "evaluation-form"), "participants")
    texts = {
        each: (made / side / f"{each}.html").read_text("utf-8") for each, side in sides.items()
    }
    for each in ("worksheets", "instructor-guide", "network-map"):
        assert "Help on our ward" in texts[each]
        assert "Door opener" in texts[each]
    assert "pathfinder (door opener)." in texts["instructor-guide"]
    assert "pathfinder (door opener)." not in texts["worksheets"]
    assert "the roles on the list of this session" in texts["evaluation-form"]
    assert not any("{{" in text for text in texts.values())


def test_minutes_that_are_missing_are_told_as_shown(folder: Path) -> None:
    (shown,) = examples("text")
    file = folder / "workshops" / "cohorts" / f"{NAME}.yaml"
    file.write_text(whole_example().replace("minutes: 60", "minutes: 20"), encoding="utf-8")

    checked = kit(folder, "check", NAME)

    assert shown in checked.stdout + checked.stderr


@pytest.mark.slow
def test_the_bundled_examples_pass_the_check(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "workshops" / "cohorts", tmp_path / "workshops" / "cohorts")

    for name in ("interns-2027", "junior-faculty-2027", "mentors-and-mentees-2027"):
        checked = kit(tmp_path, "check", "--strict", name)
        assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.slow
def test_what_happened_is_recorded_as_shown(folder: Path) -> None:
    (log,) = examples("text debrief.txt")
    cohort = next(text for text in examples("yaml Cohort") if "roster:" in text)
    (folder / "workshops" / "cohorts" / f"{NAME}.yaml").write_text(cohort, encoding="utf-8")
    (folder / "debrief.txt").write_text(log, encoding="utf-8")
    people = folder / "workshops" / "cohorts" / "rosters"
    people.mkdir()
    roster = "Name,E-mail\nJosé Díaz,jose@example.org\nAmara A,amara@example.org\n"
    (people / f"{NAME}.csv").write_text(f"{roster}Ben B,ben@example.org\n", encoding="utf-8")
    sheet = "Name,Present\nJose Diaz,x\nBen B,\nAmara A,x\nCy Walkin,x\n"
    (folder / "sign-in.csv").write_text(sheet, encoding="utf-8")
    commands = re.findall(r"^kit (session record .*)$", PAGE.read_text("utf-8"), re.MULTILINE)
    assert len(commands) == 3

    for command in commands:
        said = kit(folder, *shlex.split(command))
        assert said.returncode == 0, said.stderr
    said = kit(folder, "session", "record", f"{NAME}/needs", "--notes", "debrief.txt")
    assert said.returncode == 0, said.stderr

    kept = json.loads((folder / "records" / "sessions" / NAME / "needs.json").read_bytes())
    assert kept["attended"] == {"count": 3, "names": ["José Díaz", "Amara A", "Cy Walkin"]}
    assert kept["notes"] == {"step-map": "Ran over. Ten people have eight\nmentors each."}
    assert kept["debrief"][0]["answer"] == "Give out the map before the break."
    assert kept["note"] == "Good mood, cold room."
