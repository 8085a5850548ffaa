from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


@pytest.mark.slow
@pytest.mark.usefixtures("project")
def test_it_is_printed_and_judged(kit: Call) -> None:
    said = kit("collect", "scanner-test")
    assert said.returncode == 0
    assert said.stdout.splitlines()[0] == "build/scanner-test.pdf"
    judged = kit("collect", "scanner-test", "build/scanner-test.pdf")
    assert judged.returncode == 0, judged.stdout + judged.stderr
    assert "0 wrong" in judged.stdout
    assert "Good enough" in judged.stdout
    nothing = kit("collect", "scanner-test", "nothing.pdf")
    assert nothing.returncode == 1
    assert "nothing.pdf" in nothing.stderr
    assert kit("collect", "scanner-test", "--paper", "a5").returncode == 2
