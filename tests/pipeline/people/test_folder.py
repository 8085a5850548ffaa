from __future__ import annotations

from typing import TYPE_CHECKING

from kit.pipeline.people.folder import clear, packets_in

if TYPE_CHECKING:
    from pathlib import Path


def test_only_packets_are_cleared_away(tmp_path: Path) -> None:
    names = ("table-1-ana.pdf", "table-1-bo.pdf", "everyone.pdf", "my notes.txt")
    for name in names:
        (tmp_path / name).touch()
    (tmp_path / "table-2.pdf").mkdir()

    clear(tmp_path, {"table-1-bo.pdf"})

    assert [path.name for path in packets_in(tmp_path)] == ["table-1-bo.pdf"]
    assert {path.name for path in tmp_path.iterdir()} == {*names[1:], "table-2.pdf"}
