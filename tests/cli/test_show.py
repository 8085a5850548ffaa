from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_yaml_and_json_say_the_same(kit: Call) -> None:
    shown = kit("show", "small", "--length", "short")
    assert shown.returncode == 0, shown.stderr
    data = yaml.safe_load(shown.stdout)
    assert data["minutes"] == 25
    assert json.loads(kit("show", "--length", "short", "--json").stdout) == data


def test_a_session_says_where_things_were_written(kit: Call, interns: str, line_of: Call) -> None:
    shown = kit("show", "small", "--cohort", f"{interns}/second")
    assert shown.returncode == 0, shown.stderr
    file = f"workshops/cohorts/{interns}.yaml"
    assert f"length: short  # {file}:{line_of('length: short', file)}\n" in shown.stdout
    title = line_of("title: Asking a mentor")
    assert f"title: Asking a mentor  # workshops/small.yaml:{title}\n" in shown.stdout
    plain = kit("show", "small", "--cohort", f"{interns}/second", "--json").stdout
    assert json.loads(plain) == yaml.safe_load(shown.stdout)
    assert ".yaml" not in plain


def test_a_session_says_when_and_where_it_is(kit: Call, cohort: Call, line_of: Call) -> None:
    cohort(
        head="place: Room 1\ntime_zone: Europe/London\npaper: a4\ninstructors: [A. Example]",
        sessions="- id: first\n  workshop: small\n  date: 2027-08-12\n  place: Room 2",
    )
    shown = kit("show", "--cohort", "group")
    assert shown.returncode == 0, shown.stderr
    file = "workshops/cohorts/group.yaml"
    assert yaml.safe_load(shown.stdout)["session"] == {
        "cohort": "group",
        "id": "first",
        "date": "2027-08-12",
        "start": "13:00",
        "time_zone": "Europe/London",
        "place": "Room 2",
        "instructors": ["A. Example"],
        "paper": "a4",
    }
    for line in (
        f"place: Room 2  # {file}:{line_of('Room 2', file)}",
        f"time_zone: Europe/London  # {file}:{line_of('time_zone', file)}",
        f"instructors:  # {file}:{line_of('instructors', file)}",
        f"paper: a4  # {file}:{line_of('paper', file)}",
        "start: '13:00'  # not written: the usual",
    ):
        assert f"  {line}\n" in shown.stdout, shown.stdout[:900]


def test_a_session_shows_where_its_forms_are(kit: Call, cohort: Call, line_of: Call) -> None:
    cohort(
        head="form_address: https://forms.example.org/every\n"
        "follow_up_address: https://forms.example.org/later",
        sessions="- id: a\n  workshop: small\n  form_address: https://forms.example.org/a",
    )
    shown = kit("show", "--cohort", "group").stdout
    file = "workshops/cohorts/group.yaml"
    own, later = line_of("example.org/a", file), line_of("org/later", file)
    assert f"  form_address: https://forms.example.org/a  # {file}:{own}\n" in shown
    assert f"  follow_up_address: https://forms.example.org/later  # {file}:{later}\n" in shown


def test_an_unknown_audience(kit: Call) -> None:
    said = kit("show", "small", "--audience", "dean")
    assert said.returncode == 2
    assert "[unknown-audience]" in said.stderr


def test_in_another_language(kit: Call) -> None:
    said = kit("show", "mentee-driven-relationship", "--language", "es")
    assert said.returncode == 0, said.stderr
    data = yaml.safe_load(said.stdout)
    assert data["language"] == "es"
    assert data["title"].startswith("Tres pasos")
    assert "workshops/es/mentee-driven-relationship.yaml" in said.stdout
    refused = kit("show", "small", "--language", "es")
    assert refused.returncode == 2
    assert "[not-translated]" in refused.stderr
