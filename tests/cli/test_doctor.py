from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_all_is_well(kit: Call) -> None:
    said = kit("doctor")
    assert said.returncode == 0
    assert all(line.startswith("OK  ") for line in said.stdout.splitlines())


def test_what_is_not_well_comes_with_advice(kit: Call, edit: Call) -> None:
    edit("title: Asking a mentor", "titel: Asking a mentor")
    said = kit("doctor")
    assert said.returncode == 1
    assert "--  Workshops" in said.stdout
    assert "kit check small" in said.stdout
