"""The pages of the flip chart of a length, with the stages that some of them show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.definitions.base import belongs_to

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.definitions.chart import Chart
    from kit.definitions.stage import Stage
    from kit.definitions.workshop import Workshop


def charts_of(workshop: Workshop, length: str) -> tuple[Chart, ...]:
    """Give the pages of a length, in order of use."""
    charts = (each for each in workshop.charts if belongs_to(each.lengths, length))
    return tuple(page for each in charts for page in _with_stages(each, workshop.stages))


def _with_stages(chart: Chart, stages: tuple[Stage, ...]) -> Iterator[Chart]:
    if chart.stages == "pages":
        yield from _a_page_each(chart, stages)
    elif chart.stages == "lines":
        lines = (*chart.lines, *(each.title for each in stages))
        yield chart.model_copy(update={"lines": lines, "stages": None})
    else:
        yield chart


def _a_page_each(chart: Chart, stages: tuple[Stage, ...]) -> Iterator[Chart]:
    for number, stage in enumerate(stages, start=1):
        yield chart.model_copy(
            update={
                "id": f"{chart.id}-{stage.id}",
                "title": f"{chart.title} {number}: {stage.title}",
                "lines": (*chart.lines, stage.happens),
                "text": _going_on(chart.text, stage.can),
                "stages": None,
            }
        )


def _going_on(start: str | None, can: str | None) -> str | None:
    """Let words that begin a sentence go on with what one can do."""
    if can is None or not start:
        return can
    return f"{start.rstrip()} {can if can[:2].isupper() else can[:1].lower() + can[1:]}"
