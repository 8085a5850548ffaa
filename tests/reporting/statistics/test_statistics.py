from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import kit.reporting.statistics

MODULES = sorted(each.stem for each in Path(kit.reporting.statistics.__file__).parent.glob("*.py"))


def test_nothing_heavy_is_loaded_until_it_is_needed() -> None:
    lines = [f"import kit.reporting.statistics.{name}" for name in MODULES if name[0] != "_"]
    program = "\n".join(["import sys", *lines, "print({'numpy', 'scipy'} & set(sys.modules))"])
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert len(lines) > 8
    assert run.stdout.strip() == "set()"
