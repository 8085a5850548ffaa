from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_a_bare_address(finds: Call, edit: Call) -> None:
    edit("communication and of shared expectations", "communication, see https://example.org/a,")
    problem = finds("bare-address", "https://example.org/a", warning=True)
    assert "(https://example.org/a)" in problem.hint


@pytest.mark.parametrize(
    "link", ["[here](https://example.org/a)", "<https://example.org/a>", "`https://example.org`"]
)
def test_a_link(silent: Call, edit: Call, link: str) -> None:
    edit("communication and of shared expectations", f"communication, see {link}")
    assert silent()
