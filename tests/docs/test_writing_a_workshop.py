"""The guide's pieces, put together, are a workshop without an error or a warning."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "writing-a-workshop.md"
NAME = "asking-for-feedback"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pieces = re.findall(r"^```yaml\n(.*?)^```$", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (tmp_path / "workshops").mkdir()
    (tmp_path / "workshops" / f"{NAME}.yaml").write_text("\n".join(pieces), encoding="utf-8")
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


def test_the_pieces_pass_the_check(folder: Path) -> None:
    checked = kit(folder, "check", "--strict", NAME)

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_pieces_make_a_packet(folder: Path) -> None:
    built = kit(folder, "build", NAME, "--format", "html")

    assert built.returncode == 0, built.stdout + built.stderr
    worksheets = folder / "build" / NAME / "participants" / "worksheets.html"
    assert "My question" in worksheets.read_text(encoding="utf-8")
    assert "Wait at the side of the room" not in worksheets.read_text(encoding="utf-8")


def test_the_mistake_that_is_shown_reads_so(folder: Path) -> None:
    file = folder / "workshops" / f"{NAME}.yaml"
    mistaken = file.read_text("utf-8").replace("    minutes: 14\n", "    minutes: 15\n")
    file.write_text(mistaken, encoding="utf-8")
    (shown,) = re.findall(
        r"^```text\n(.*?)^```$", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )

    checked = kit(folder, "check", NAME)

    assert shown in checked.stdout + checked.stderr


def test_the_file_takes_its_name_from_the_guide() -> None:
    assert f"workshops/{NAME}.yaml" in GUIDE.read_text(encoding="utf-8")
