from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_a_folder_to_start_from(kit: Call, tmp_path: Path) -> None:
    said = kit("init", "mine", cwd=tmp_path)
    assert said.returncode == 0, said.stderr
    assert said.stdout.endswith("Next: cd mine && kit build\n")
    assert kit("check", cwd=tmp_path / "mine").returncode == 0
    said = kit("init", "mine", cwd=tmp_path)
    assert said.returncode == 2
    assert "[folder-used]" in said.stderr


def test_what_to_type_next_is_quoted(kit: Call, tmp_path: Path) -> None:
    said = kit("init", "my own; workshops", cwd=tmp_path)
    assert said.stdout.endswith("Next: cd 'my own; workshops' && kit build\n")
