from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kit.answers.response import Answer, Response, Way
from kit.answers.store import open_store
from kit.instrument.description import described
from kit.instrument.form import form_of
from kit.library import find_library
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

DAY = date(2027, 3, 1)


def filled(project: Path, phase: str, *codes: str) -> None:
    library = find_library(project)
    (loaded,), _ = load_workshops(library, ["small"])
    form = form_of(tailor(loaded, Choice(linking=True)), phase)  # type: ignore[arg-type]
    assert form
    description = replace(described(form, "small", "en-US"), session="spring/one")
    with open_store(library) as store:
        store.add(
            Response(
                description,
                Way.SCAN,
                DAY,
                (Answer("link-code", (code,) if code else ()),),
                f"{phase} {at}",
            )
            for at, code in enumerate(codes)
        )


def test_pairs_are_listed_and_what_is_open_stays_open(kit: Call, project: Path) -> None:
    filled(project, "end", "BSM2X7KA", "QQQQ1111", "AAAAAAAA", "")
    filled(project, "follow-up", "BSM2X7KB", "AAAAAAAA", "AAAAAAAB")
    said = kit("responses", "link", "spring/one").stdout
    assert "4 responses to the first form, 3 to the later one:" in said
    assert said.count("Could be one person’s or several’s") == 1
    assert (
        "1 pair, 1 group that nobody can tell apart, 1 with a code that nothing matches, "
        "1 without a code." in said
    )


def test_without_later_answers_there_is_nothing_to_compare(kit: Call, project: Path) -> None:
    assert kit("responses", "link", "spring/one").stdout.startswith("Nothing has come back yet")
    filled(project, "end", "BSM2X7KA")
    said = kit("responses", "link", "spring/one")
    assert (said.returncode, said.stdout.startswith("There is nothing to compare")) == (0, True)
