"""The guide's files, put into a project, change its documents as the guide says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "changing-a-template.md"
FILE = re.compile(r"^<!-- file: (\S+) -->\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def changed(project: Path) -> Path:
    for name, text in FILE.findall(GUIDE.read_text(encoding="utf-8")):
        file = project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return project


def test_the_files_change_the_documents(changed: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "kit", "build", "--format", "html", "--edition", "worksheets"],
        cwd=changed,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )

    assert built.returncode == 0, built.stdout + built.stderr
    (made,) = changed.glob("build/*/participants/worksheets.html")
    page = made.read_text(encoding="utf-8")
    assert "--accent: #5b2333" in page
    assert "Your workbook" in page
    assert "What to remember" in page
    assert "mentoring@example.org" in page


def test_the_blocks_that_the_guide_names_exist() -> None:
    row = re.compile(r"^\|[^|]+\| `([\w-]+\.html)` \|(.+)\|$", re.MULTILINE)
    rows = row.findall(GUIDE.read_text(encoding="utf-8"))

    assert len(rows) >= 5
    for file, names in rows:
        template = (ROOT / "templates" / "editions" / file).read_text(encoding="utf-8")
        for name in re.findall(r"`(\w+)`", names):
            assert f"{{% block {name} %}}" in template, (file, name)
