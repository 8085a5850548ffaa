from __future__ import annotations

import pytest

from kit.press.pages import sheets_for


@pytest.mark.parametrize(("pages", "both", "one"), [(0, 0, 0), (1, 1, 1), (2, 1, 2), (13, 7, 13)])
def test_sheets(pages: int, both: int, one: int) -> None:
    assert sheets_for(pages) == both
    assert sheets_for(pages, duplex=False) == one
