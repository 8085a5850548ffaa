"""The page about what the build says before printing names all that the preflight may say."""

from __future__ import annotations

import re
from pathlib import Path

from kit.press import preflight

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "before-printing.md"
CODE = re.compile(r"\b(?:warning|Problem)\(\s*\"([a-z-]+)\"")


def test_every_finding_is_explained_and_no_other() -> None:
    sources = Path(preflight.__file__).parent.glob("*.py")
    said = {code for file in sources for code in CODE.findall(file.read_text(encoding="utf-8"))}
    explained = re.findall(r"^\| `([a-z-]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(explained) == len(set(explained))
    assert set(explained) == said
