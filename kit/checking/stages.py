"""Stages are there where a sheet takes them, and are shown where they are there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.definitions.blocks.stage_line import StageLineBlock
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reading.workshop import LoadedWorkshop

_FEWEST: Final = 2


def stages(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """A line of stages has at least two; the workshop's own are taken by a block or the diary."""
    own = loaded.workshop.stages
    takers = [
        (sheet, at, block)
        for sheet in loaded.worksheets.values()
        for at, block in enumerate(sheet.blocks)
        if block.wants_stages
    ]
    if len(own) == 1:
        yield Problem(
            "one-stage",
            "The workshop has a single stage, and a line needs two.",
            loaded.place("stages", 0, "id"),
            "Write the one that comes after it, or before.",
        )
    titles = [each.title for each in own]
    for at, title in enumerate(titles):
        if title in titles[:at]:
            yield Problem(
                "same-title",
                f"Two stages are called “{title}”.",
                loaded.place("stages", at, "title"),
                "Give one of them another name, so that people know which is which.",
            )
    walls = [(at, each) for at, each in enumerate(loaded.workshop.charts) if each.stages]
    if not own:
        for sheet, at, block in takers:
            yield Problem(
                "no-stages",
                f"The block `{block.id}` has no stages, and the workshop has none either.",
                loaded.place_of("worksheet", sheet.id, "blocks", at, "id"),
                "Write `stages:` in the workshop for all that take them"
                + (", or in the block." if isinstance(block, StageLineBlock) else "."),
            )
        for at, chart in walls:
            yield Problem(
                "no-stages",
                f"The flip chart page `{chart.id}` shows the stages, and there are none.",
                loaded.place("charts", at, "stages"),
                "Write `stages:` in the workshop, or take `stages` out here.",
            )
    elif not (takers or walls or loaded.workshop.diary) and len(own) >= _FEWEST:
        yield Problem(
            "unused-stages",
            "No sheet, flip chart, or diary shows the stages of this workshop.",
            loaded.place("stages"),
            "Add a block `kind: stage-line`, or take the stages out.",
            Severity.WARNING,
        )
