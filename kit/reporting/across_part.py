"""A question in several sessions ▶ its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.reporting.findings import Changed, Rated, Recommended
from kit.reporting.view import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.reporting.analysis import AcrossSessions
    from kit.reporting.findings import Finding
    from kit.reporting.phrases import Phrases


def across_table(
    each: AcrossSessions, names: Mapping[tuple[str, str], str], phrases: Phrases
) -> Table:
    """Give a question in every session that asked it, in every cohort, and together.

    `names` are those of the rows, by kind and name of the group.
    """
    words, rows = phrases.words, []
    for group in each.groups:
        name = names[group.kind, group.name] + ("*" if group.other_version else "")
        rows.append(_cells(name, group.finding, phrases))
    rows.append(_cells(words("report_together"), each.together, phrases))
    notes = []
    if any(group.other_version for group in each.groups):
        notes.append(words("report_other_version"))
    if each.question.reworded:
        notes.append(words("report_reworded"))
    heads = ["report_session", "report_n"]
    if each.question.asked == "before-now":
        heads += ["report_before", "report_now", "report_median_change"]
    elif each.question.asked == "zero-to-ten":
        heads += ["report_median", "report_mean"]
    else:
        heads += ["report_top", "report_median", "report_mean"]
    return Table(
        caption=each.question.sentence,
        heads=tuple(map(words, heads)),
        rows=tuple(rows),
        numeric=tuple(range(1, len(heads))),
        widths=(0, *(14 for _ in heads[1:])),
        notes=tuple(notes),
    )


def _cells(name: str, finding: Finding, phrases: Phrases) -> tuple[str, ...]:
    match finding:
        case Rated(distribution=spread) if spread:
            return (
                name,
                phrases.number(finding.n),
                phrases.short_share(finding.top, finding.n),
                phrases.half(spread.median),
                phrases.rounded(finding.mean, finding.n),
            )
        case Changed(before=before, now=now) if before and now:
            medians = (before.median, now.median, finding.median_change)
            return (name, phrases.number(finding.n), *map(phrases.half, medians))
        case Recommended(distribution=spread) if spread:
            mean = phrases.rounded(finding.mean, finding.n)
            return (name, phrases.number(finding.n), phrases.half(spread.median), mean)
        case _:
            blanks = 2 if finding.question.asked == "zero-to-ten" else 3
            return (name, phrases.words("report_not_shown"), *("–" for _ in range(blanks)))
