"""The pages of the flip chart of a length; one that stands for all stages becomes one for each."""

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
    return tuple(
        page
        for each in charts
        for page in (_of_each(each, workshop.stages) if each.each_stage else (each,))
    )


def _of_each(chart: Chart, stages: tuple[Stage, ...]) -> Iterator[Chart]:
    for number, stage in enumerate(stages, start=1):
        yield chart.model_copy(
            update={
                "id": f"{chart.id}-{stage.id}",
                "title": f"{chart.title} {number}: {stage.title}",
                "lines": (*chart.lines, stage.happens),
                "text": _going_on(chart.text, stage.can),
                "each_stage": False,
            }
        )


def _going_on(start: str | None, can: str | None) -> str | None:
    """Let words that begin a sentence go on with what one can do."""
    if can is None or not start:
        return can
    return f"{start.rstrip()} {can if can[:2].isupper() else can[:1].lower() + can[1:]}"
