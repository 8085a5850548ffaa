from __future__ import annotations

from pathlib import Path

from kit.press.preflight import checks

FOLDER = Path(checks.__file__).parent
NO_CHECKS = {"__init__", "checks", "proof", "reading", "sheets"}


def test_every_check_is_in_the_list() -> None:
    modules = {path.stem for path in FOLDER.glob("*.py")} - NO_CHECKS
    assert {check.__module__.rpartition(".")[2] for check in checks.CHECKS} == modules
