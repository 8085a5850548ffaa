from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from kit.cli.app import run
from kit.cli.responses import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_every_action_is_listed(kit: Call) -> None:
    said = kit("responses", "--help")
    assert said.returncode == 0
    assert all(f"  {name} " in said.stdout for name in ACTIONS)


@pytest.mark.parametrize("name", ACTIONS)
def test_every_action_has_help_with_an_example(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["responses", name, "--help"]) == 0
    said = capsys.readouterr().out
    assert f"\n  kit responses {name}" in said
    assert "130 stopped" in said
    module = import_module(f"kit.cli.responses_{name}")
    assert module.command.__doc__.partition("\n")[0] == ACTIONS[name]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["list"], 0),
        (["export", "a.csv"], 2),
        (["withdraw", "k7f3-9xqm-2t4b"], 2),
        (["backup", "b.db"], 2),
    ],
)
def test_where_nothing_came_back_nothing_is_made(
    kit: Call, project: Any, words: list[str], code: int
) -> None:
    said = kit("responses", *words)
    assert said.returncode == code
    assert "Nothing has come back yet" in said.stdout + said.stderr
    assert not (project / "records").exists()


def test_without_a_project(kit: Call, tmp_path: Any) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    said = kit("responses", "list", cwd=folder)
    assert said.returncode == 2
    assert "[no-project]" in said.stderr


@pytest.mark.parametrize("name", ACTIONS)
def test_a_damaged_file_is_told_once(kit: Call, project: Any, name: str) -> None:
    (project / "records").mkdir()
    (project / "records" / "answers.db").write_bytes(b"not a database, " * 100)
    words = {
        "export": ["a.csv"],
        "link": ["small"],
        "withdraw": ["k7f3-9xqm-2t4b"],
        "backup": ["b.db"],
    }
    said = kit("responses", name, *words.get(name, []))
    assert said.returncode == 2
    assert said.stderr.count("[damaged-answers]") == 1
    assert said.stderr.startswith("records/answers.db: error:")
