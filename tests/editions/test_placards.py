from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.editions import placards
from kit.editions.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_a_page_for_each_role_of_the_chosen_vocabulary(tailored: Call) -> None:
    default = placards.view(tailored(), Setting())
    assert default
    assert [each.title for each in default.placards] == ["Coach", "Sponsor"]
    other = placards.view(tailored(roles="one-word"), Setting())
    assert other
    assert [each.id for each in other.placards] == ["mentor", "friend"]


def test_none_where_nobody_walks_to_them(tailored: Call, edit: Call) -> None:
    edit("    uses: [placards]\n", "")
    assert placards.view(tailored(), Setting()) is None


def test_where_to_find_a_role_stays_with_the_instructor(tailored: Call) -> None:
    view = placards.view(tailored(), Setting())
    assert "On committees" not in repr(view)
