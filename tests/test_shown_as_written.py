"""Names of a cohort, of places and of people are no Markdown: documents show them as written."""

from __future__ import annotations

import subprocess
import sys
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

HEAD = """
institution: St. _Mary_ & <North>
place: Room *7*
instructors: [A. <b>Example</b>]
series: {title: Mentoring <2027>}
"""
SHOWN = ("Registrars & <friends>", "St. _Mary_ & <North>", "Room *7*", "A. <b>Example</b>")


def test_what_is_no_markdown_is_shown_as_it_was_written(cohort: Call, project: Path) -> None:
    sessions = "- {id: a, workshop: small, date: 2027-08-12}\n- {id: b, workshop: small}"
    path = cohort(head=HEAD, sessions=sessions)
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("title: Residents, spring", f"title: {SHOWN[0]}"), encoding="utf-8"
    )

    words = ("build", "--cohort", "group", "--format", "html")
    subprocess.run([sys.executable, "-m", "kit", *words], cwd=project, check=True)

    guide = page(project / "build/group/a/instructor/instructor-guide.html")
    for name in SHOWN:
        assert name in guide
    index = page(project / "build/index.html")
    for name in (*SHOWN[:3], "Mentoring <2027>"):
        assert name in index
    for file in (project / "build/group").rglob("*.html"):
        shown = page(file)
        assert "<em>7</em>" not in shown
        assert "Registrars &" not in shown.replace(SHOWN[0], "")


def page(path: Path) -> str:
    return unescape(path.read_text(encoding="utf-8"))


def test_tags_in_the_texts_of_a_cohort_are_told_of_where_they_stand(
    cohort: Call, told: Call
) -> None:
    cohort('change: {welcome: {participants: "Hello, <b>all."}}')
    told("dropped-tag", "<b>", warning=True)
