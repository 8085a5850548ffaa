"""The command line, as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kit.library import Library

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


@pytest.fixture
def answered(project: Path) -> list[str]:
    """Answers that came back to `interns/first`: 2 scans, 1 from the web; their ids in order."""
    from kit.answers.response import Answer, Response, Status, Way  # noqa: PLC0415 - few need it
    from kit.answers.store import open_store  # noqa: PLC0415
    from kit.instrument.answer_fields import AnswerField  # noqa: PLC0415
    from kit.instrument.description import FormDescription  # noqa: PLC0415

    fields = (
        AnswerField("can-write", "can-write", "one", "I can.", ("1", "2"), ("no", "yes")),
        AnswerField("improve", "improve", "text", "What would you change?"),
    )
    form = FormDescription(
        *("small", "abcdef1", "1fedcba", "interns/first", "Small", "end", "en", fields)
    )
    comment = Answer("improve", ("=2+3 more time",))
    day = date(2027, 8, 12)
    sure, doubtful = Answer("can-write", ("2",)), Answer("can-write", ("1", "2"), Status.DOUBTFUL)
    given = [
        Response(form, Way.SCAN, day, (sure, comment), "digest-1", "0123456789ABC"),
        Response(form, Way.SCAN, day, (doubtful,), "digest-2"),
        Response(form, Way.WEB, day, (sure,), "digest-3"),
    ]
    with open_store(Library(project, project)) as store:
        return list(store.add(given).new)
