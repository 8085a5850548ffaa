from __future__ import annotations

import pytest

from kit.exchange.formula_guard import guarded


@pytest.mark.parametrize(
    "text", ["=1+1", "+49", "-", "@SUM(A1)", "\tx", "=HYPERLINK(A1)", "\uff1d1+1", "\uff201"]
)
def test_what_a_spreadsheet_would_run_is_text(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "5", "na", "I agree - mostly"])
def test_other_texts_stay(text: str) -> None:
    assert guarded(text) == text
