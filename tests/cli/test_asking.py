from __future__ import annotations

import io

import pytest

from kit.cli.asking import agreed, ask
from kit.errors import KitError


def test_an_answer_is_stripped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("  fourteen \n"))
    assert ask("How many?", instead="") == "fourteen"
    assert capsys.readouterr().out == "How many? "


def test_where_nobody_answers_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(KitError) as caught:
        ask("How many?", instead="Use an option.")
    assert caught.value.problems[0].hint == "Use an option."


@pytest.mark.parametrize(
    ("answer", "yes"), [("y", True), ("YES", True), ("", False), ("n", False), ("yep", False)]
)
def test_only_a_yes_is_a_yes(monkeypatch: pytest.MonkeyPatch, answer: str, *, yes: bool) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{answer}\n"))
    assert agreed("Remove?", instead="") is yes
