"""The page about the report: its parts stand in their order, its codes and its commands work."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kit.library import find_library
from kit.reporting.comments.codebook import load_codebook

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")

pytestmark = pytest.mark.xdist_group("example-report")


def examples(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def kit(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kit", *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )


def test_the_parts_stand_on_the_page_in_the_order_of_the_report(tmp_path: Path) -> None:
    (command, *_) = examples("sh")[0].splitlines()
    said = kit(tmp_path, *shlex.split(command)[1:], "--format", "html", "--data")
    assert said.returncode == 0, said.stderr
    html = next(tmp_path.rglob("report.html")).read_text(encoding="utf-8")
    parts = [part for part in re.findall(r"<h2[^>]*>([^<]+)</h2>", html) if part != "Contents"]
    table = PAGE.partition("| part |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| ([A-Z][^|]+) \|", table, re.MULTILINE) == parts
    tables = {path.name.removeprefix("made-up-") for path in tmp_path.rglob("data/*.csv")}
    assert tables == set(re.findall(r"`(\w+\.csv)`", PAGE))


def test_the_codes_on_the_page_group_comments(project: Path) -> None:
    (codes,) = examples("yaml SharedCodes")
    (project / "workshops" / "shared" / "codes.yaml").write_text(codes, encoding="utf-8")
    book = load_codebook(find_library(project))

    def found(item: str, comment: str) -> list[str]:
        return [code.id for code in book.codes_of(item, comment)]

    assert found("change-next-time", "More practising, please") == ["more-practice"]
    assert found("change-next-time", "We only listened. Too warm, too.") == [
        *("more-practice", "room")
    ]
    assert found("most-useful", "Practice") == []
