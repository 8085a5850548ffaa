"""The command line, as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = subprocess.CompletedProcess[str]


@pytest.fixture
def kit(project: Path) -> Callable[..., Run]:
    """Run `kit` in the example project, or in another folder."""

    def run(*words: str, cwd: Path = project, stdin: str | None = None, **environment: str) -> Run:
        return subprocess.run(
            [sys.executable, "-m", "kit", *words],
            cwd=cwd,
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8", **environment},
        )

    return run
