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


def test_an_unknown_audience(kit: Call) -> None:
    said = kit("show", "small", "--audience", "dean")
    assert said.returncode == 2
    assert "[unknown-audience]" in said.stderr
