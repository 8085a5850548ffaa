"""A summary ▶ Markdown, as journals' and colleagues' editors take it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reporting.summary import Section, SummaryView
    from kit.reporting.view import Table


def markdown_of(view: SummaryView, warning: str) -> str:
    """Write the summary; `warning` stands first where the answers are made up."""
    parts = [f"# {view.identity.title}"]
    if view.identity.subtitle:
        parts.append(view.identity.subtitle)
    if view.synthetic:
        parts.append(f"**{warning}**")
    for section in view.sections:
        parts += _section(section)
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"{'#' * section.level} {section.heading}"
    yield from section.paragraphs
    if section.items:
        yield "\n".join(f"{place}. {item}" for place, item in enumerate(section.items, 1))
    for table in section.tables:
        yield from _table(table)
    yield from section.after


def _table(table: Table) -> Iterator[str]:
    yield f"**{table.caption}**"
    titles = dict(table.groups)
    lines = [_row(table.heads)]
    lines.append(
        "|"
        + "|".join("---:" if place in table.numeric else "---" for place in range(len(table.heads)))
        + "|"
    )
    for place, row in enumerate(table.rows):
        if place in titles:
            lines.append(_row((f"*{_cell(titles[place])}*", *("" for _ in table.heads[1:]))))
        lines.append(_row(row))
    yield "\n".join(lines)
    yield from filter(None, (table.key, *table.notes))


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
