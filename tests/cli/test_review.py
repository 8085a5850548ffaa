from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kit.answers.response import Answer, Response, Status, Way
from kit.answers.store import open_store
from kit.collecting.current_form import current_form
from kit.library import find_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_without_answers_there_is_nothing_to_look_at(kit: Call) -> None:
    said = kit("review")
    assert (said.returncode, said.stdout) == (
        0,
        "No answers have come back yet: see `kit collect`.\n",
    )


def test_it_counts_what_is_left(kit: Call, project: Path) -> None:
    library = find_library(project)
    form = current_form(library, "small")
    answers = (
        Answer("recommend", (), Status.DOUBTFUL, {"kind": "blank"}),
        Answer("can-respond", (), Status.DOUBTFUL, {"kind": "two-marks"}),
    )
    with open_store(library) as store:
        store.add([Response(form, Way.SCAN, date(2027, 3, 1), answers, "a sheet")])
    said = kit("review", "--count")
    assert said.stdout == "2 answers to look at, 1 of them seem blank.\n"
    unknown = kit("review", "smal", "--count")
    assert unknown.returncode == 2
    assert "Did you mean `small`?" in unknown.stderr
    assert "no response `nobody`" in kit("review", "--response", "nobody").stderr


def test_a_damaged_store_is_told(kit: Call, project: Path) -> None:
    (project / "records").mkdir()
    (project / "records" / "answers.db").write_bytes(b"no database" * 200)
    said = kit("review")
    assert said.returncode == 2
    assert "records/answers.db" in said.stderr
    assert "Traceback" not in said.stderr
