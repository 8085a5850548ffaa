from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typer

from kit.cli.guard import guarded
from kit.errors import KitError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable


def code_of(command: Callable[[], int]) -> int:
    with pytest.raises(typer.Exit) as caught:
        guarded(command)()
    return caught.value.exit_code


def raising(error: BaseException) -> Callable[[], int]:
    def command() -> int:
        raise error

    return command


def test_the_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert code_of(lambda: 0) == 0
    assert code_of(raising(KitError([Problem("some-code", "Odd.", hint="Mend it.")]))) == 2
    assert capsys.readouterr().err == "error: Odd. [some-code]\n    Mend it.\n"
    assert code_of(raising(KeyboardInterrupt())) == 130


def test_our_own_mistake_gives_no_trace_unless_asked(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KIT_DEBUG", raising=False)
    assert code_of(raising(ZeroDivisionError("one\ntwo"))) == 1
    said = capsys.readouterr().err
    assert "ZeroDivisionError: one\n" in said
    assert "KIT_DEBUG=1" in said
    assert "Traceback" not in said
    monkeypatch.setenv("KIT_DEBUG", "1")
    assert code_of(raising(ZeroDivisionError("one"))) == 1
    assert "Traceback" in capsys.readouterr().err
