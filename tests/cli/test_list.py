from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_own_and_bundled_workshops_are_listed(kit: Call) -> None:
    said = kit("list")
    assert said.returncode == 0
    rows = {line.split()[0]: line for line in said.stdout.splitlines()}
    assert "Asking a mentor" in rows["small"]
    assert "standard 40, short 25" in rows["small"]
    assert rows["small"].endswith("workshops/small.yaml")
    assert "bundled: workshops/" in rows["mentee-driven-relationship"]
    assert " es " in rows["mentee-driven-relationship"]


def test_one_with_mistakes_is_listed_too(kit: Call, edit: Call) -> None:
    edit("title: Asking a mentor", "titel: Asking a mentor")
    said = kit("list")
    assert said.returncode == 2
    assert "(has mistakes)" in said.stdout
    assert "kit check small" in said.stderr


def test_a_link_that_leads_out_hides_no_other(kit: Call, project: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.yaml").write_text("kit: 1", encoding="utf-8")
    (project / "workshops/evil.yaml").symlink_to(tmp_path / "outside.yaml")
    said = kit("list")
    assert said.returncode == 2
    rows = {line.split()[0]: line for line in said.stdout.splitlines()}
    assert "(has mistakes)" in rows["evil"]
    assert "Asking a mentor" in rows["small"]
