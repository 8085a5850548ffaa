"""Tags in texts are told of where they are left out, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.checking.markup import dropped
from kit.rendering.markdown import plain_text

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

PASSAGE = "communication and of shared expectations"


@pytest.mark.parametrize("tag", ["<b>", "<script>", "<friends>", "<img src=x>", "</u>"])
def test_a_tag_that_is_left_out(finds: Call, edit: Call, tag: str) -> None:
    edit(PASSAGE, f"communication, {tag}and so on")
    problem = finds("dropped-tag", tag, warning=True)
    assert tag in problem.message


@pytest.mark.parametrize(
    "text", ["<em>this</em>", "<https://example.org/a>", "<a@example.org>", "`<b>`", "3 < 4 > 2"]
)
def test_what_is_shown(silent: Call, edit: Call, text: str) -> None:
    edit(PASSAGE, f"communication, {text}")
    assert silent()


def test_the_way_out_shows_it() -> None:
    assert not dropped("Registrars &lt;friends>")
    assert plain_text("Registrars &lt;friends>") == "Registrars <friends>"
