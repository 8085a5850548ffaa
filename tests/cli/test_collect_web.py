"""`kit collect web` tells what keeps it from beginning; `tests/serving` has how it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("none",), "There is no workshop `none`"),
        (("small", "--room", "--host", "127.0.0.1"), "give one of them"),
        (("small", "--until", "noon"), "is not a time of day"),
        (("small", "--address", "a/b"), "is not the address of a computer"),
        (("small", "--length", "endless"), "endless"),
        (("small", "--host", "203.0.113.7"), "cannot listen at"),
    ],
)
def test_what_keeps_it_from_beginning_is_told(
    kit: Callable[..., Any], words: tuple[str, ...], told: str
) -> None:
    done = kit("collect", "web", *words)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_it_needs_a_project_to_keep_answers_in(kit: Callable[..., Any], tmp_path: Any) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    done = kit("collect", "web", "managing-up", cwd=empty)
    assert done.returncode == 2
    assert "kit init" in done.stderr


def test_the_help_says_what_it_opens(kit: Callable[..., Any]) -> None:
    done = kit("collect", "web", "--help")
    assert done.returncode == 0
    assert "--room" in done.stdout
    assert "no address is kept" in " ".join(done.stdout.split())
