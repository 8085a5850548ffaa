from __future__ import annotations

import sys

import pytest

from kit.press.extras import missing


@pytest.mark.parametrize("made", ["html", "pdf", "docx", "pptx"])
def test_here_nothing_is_missing(made: str) -> None:
    assert missing(made) is None


@pytest.mark.parametrize("made", ["docx", "pptx"])
def test_what_is_missing_is_told_with_what_to_type(
    made: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, made, None)
    problem = missing(made)
    assert problem
    assert f'pip install "workshop-kit[{made}]"' in problem.message
    assert "\n" not in str(problem)
