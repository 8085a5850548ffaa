"""Statements on a scale ▶ their figure and their table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.reporting.findings import Rated
from kit.reporting.phrases import said_of
from kit.reporting.view import Bars, Ratings, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.reporting.numbered import Numbered
    from kit.reporting.phrases import Phrases


def ratings_of(numbered: Numbered) -> Iterator[Ratings]:
    """Give figure and table of the statements of each scale."""
    by_scale: dict[tuple[str, ...], list[Rated]] = {}
    for each in numbered.form.findings:
        if isinstance(each, Rated):
            by_scale.setdefault(each.question.labels, []).append(each)
    for place, (labels, found) in enumerate(by_scale.items(), 1):
        ordered, groups = numbered.by_objective(found)
        yield Ratings(
            heading=numbered.phrases.words(
                "report_ratings" if len(by_scale) == 1 else "report_ratings_of",
                low=labels[0],
                high=labels[-1],
            ),
            bars=Bars(
                id=f"{numbered.form.form}-ratings-{place}",
                rows=tuple((numbered.label(each), _counts_of(each)) for each in ordered),
                labels=labels,
            ),
            table=_table(ordered, groups, numbered),
        )


def _table(
    found: Sequence[Rated], groups: tuple[tuple[int, str], ...], numbered: Numbered
) -> Table:
    words = numbered.phrases.words
    labels = found[0].question.labels
    means = any(each.mean is not None for each in found)
    of_forms = all(each.counts_forms for each in found)
    boxes = 14 if of_forms else 23  # No interval stands there where forms are counted.
    heads = [words("report_statement"), "n", *(str(n) for n in range(1, len(labels) + 1))]
    heads += [words("report_top"), words("report_median")]
    heads += [words("report_mean"), words("report_sd")] if means else []
    rows = []
    for each in found:
        row = [numbered.label(each), numbered.phrases.number(each.n)]
        row += map(numbered.phrases.number, _counts_of(each))
        row.append(_top(each, numbered.phrases))
        row.append(numbered.phrases.half(each.distribution.median) if each.distribution else "")
        if means:
            row += [numbered.phrases.rounded(each.mean, each.n)]
            row += [numbered.phrases.rounded(each.sd, each.n)]
        rows.append(tuple(row))
    return Table(
        caption=words("report_rating_table"),
        heads=tuple(heads),
        rows=tuple(rows),
        groups=groups,
        numeric=tuple(range(1, len(heads))),
        widths=(0, 5, *(4 for _ in labels), boxes, *(8 for _ in heads[len(labels) + 3 :])),
        notes=tuple(numbered.notes(found)),
        key=words(
            said_of("report_key", forms=of_forms),
            labels=numbered.phrases.key(found[0].question),
            boxes=numbered.phrases.boxes(found[0].question),
        ),
    )


def _top(each: Rated, phrases: Phrases) -> str:
    share = phrases.short_share(each.top, each.n)
    interval = phrases.interval(each.interval)
    return f"{share} [{interval}]" if interval else share


def _counts_of(each: Rated) -> tuple[int, ...]:
    return each.distribution.counts if each.distribution else ()
