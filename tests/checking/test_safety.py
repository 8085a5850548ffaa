from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_a_map_of_people_that_might_be_collected(finds: Call, edit: Call) -> None:
    edit("    private: true\n", "")
    finds("map-not-private", "network", warning=True)
