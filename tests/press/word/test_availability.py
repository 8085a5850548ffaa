from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from kit.press.word.availability import missing

if TYPE_CHECKING:
    import pytest


def test_here_nothing_is_missing() -> None:
    assert missing() is None


def test_what_is_missing_is_told_with_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    problem = missing()
    assert problem
    assert 'pip install "workshop-kit[docx]"' in problem.message
    assert "\n" not in str(problem)
