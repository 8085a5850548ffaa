from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_it_writes_them_beside_the_workshops(kit: Call, project: Path) -> None:
    said = kit("schema")
    assert said.returncode == 0
    assert (project / "workshops/.schema/workshop.json").is_file()
    assert len(said.stdout.splitlines()) == len(list((project / "workshops/.schema").iterdir()))


def test_it_prints_one(kit: Call, project: Path) -> None:
    said = kit("schema", "--print", "workshop")
    assert json.loads(said.stdout)["properties"]["agenda"]
    assert not (project / "workshops/.schema").exists()
    assert kit("schema", "--print", "workshp").returncode == 2
