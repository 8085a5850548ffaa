from __future__ import annotations

import sys

import pytest

from kit.press.extras import missing


@pytest.mark.parametrize("made", ["html", "pdf", "docx", "pptx", "report", "table"])
def test_here_nothing_is_missing(made: str) -> None:
    assert missing(made) is None


@pytest.mark.parametrize(
    ("made", "module"),
    [("docx", "docx"), ("pptx", "pptx"), ("report", "scipy"), ("table", "openpyxl")],
)
def test_what_is_missing_is_told_with_what_to_type(
    made: str, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    problem = missing(made)
    assert problem
    assert f'pip install "workshop-kit[{made}]"' in problem.message
    assert "\n" not in str(problem)
