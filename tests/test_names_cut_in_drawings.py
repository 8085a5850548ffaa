"""A name that there is no room for in a drawing stands whole below it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kit.library import find_library
from kit.reading.strings import strings_for
from kit.rendering.environment import make_environment

FOLDERS = (find_library(Path(__file__).parent).bundled / "templates",)
LONG = "Professional identity and values at work"


def drawn(kind: str, *, large: bool = False, **block: object) -> str:
    environment = make_environment(FOLDERS, strings_for("en-US", FOLDERS))
    given = {"kind": kind, "id": "b", "columns": (), "key": (), "event": None, **block}
    template = environment.from_string(
        f'{{% from "parts/blocks/{kind}.html" import block as draw with context %}}'
        "{{ draw(b) }}"
    )
    return template.render(b=given, large=large, fillable=False)


@pytest.mark.parametrize(("title", "listed"), [("Innate", False), (LONG, True)])
def test_rings(title: str, listed: bool) -> None:
    rings = [{"title": title, "meaning": None}, *({"title": t, "meaning": None} for t in "ABCD")]
    html = drawn("rings", large=True, rings=rings, center="Me", height=165)
    assert ("ring-meanings" in html) is listed
    assert (f"<b>{title}</b>" in html) is listed


@pytest.mark.parametrize(("title", "listed"), [("Working", False), (LONG + " for all", True)])
def test_a_line_of_stages(title: str, listed: bool) -> None:
    stages = [{"title": f"{title} {n}"} for n in range(9)]
    html = drawn("stage-line", stages=stages, height=16, competencies=True)
    assert (f"<li>{title} 8</li>" in html) is listed
