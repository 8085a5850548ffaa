"""Ratings for before and for now ▶ their figures, their table, and how they were tested."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from kit.reporting.findings import Changed
from kit.reporting.phrases import said_of
from kit.reporting.statistics.carried import exploratory, test_allowed
from kit.reporting.view import Changes, Pairs, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.reporting.numbered import Numbered
    from kit.reporting.phrases import Phrases

_BESIDE: Final = 3
"""Plots of pairs that stand side by side, in a figure of their own so that pages can break."""
_WIDTH: Final = 178.0
"""Millimetres of a whole row of them."""


def changes_of(numbered: Numbered) -> Iterator[Changes]:
    """Give figures and table of the pairs of ratings of each scale."""
    by_scale: dict[tuple[str, ...], list[Changed]] = {}
    for each in numbered.form.findings:
        if isinstance(each, Changed):
            by_scale.setdefault(each.question.labels, []).append(each)
    for place, (labels, found) in enumerate(by_scale.items(), 1):
        ordered, groups = numbered.by_objective(found)
        rows = _in_rows(ordered)
        yield Changes(
            pairs=tuple(
                Pairs(
                    id=f"{numbered.form.form}-changes-{place}-{row}",
                    rows=tuple((numbered.label(each), each.pairs) for each in some),
                    labels=labels,
                    width=_WIDTH * len(some) / len(rows[0]),
                    forms=any(each.counts_forms for each in some),
                )
                for row, some in enumerate(rows, 1)
            ),
            table=_table(ordered, groups, numbered),
            method=tuple(_method(ordered, numbered.phrases)),
        )


def _table(
    found: Sequence[Changed], groups: tuple[tuple[int, str], ...], numbered: Numbered
) -> Table:
    words = numbered.phrases.words
    tested = any(each.test for each in found)
    means = any(each.mean_change is not None for each in found)
    heads = ["report_statement", "report_n_pairs", "report_before", "report_now"]
    heads += ["report_median_change", "report_up_same_down"]
    heads += ["report_mean_change"] if means else []
    heads += ["report_p", "report_r"] if tested else []
    rows = []
    for each in found:
        row = [numbered.label(each), numbered.phrases.number(each.n)]
        row += [
            numbered.phrases.half(spread.median) if spread else ""
            for spread in (each.before, each.now)
        ]
        row.append(numbered.phrases.half(each.median_change))
        row.append(" / ".join(map(numbered.phrases.number, (each.up, each.same, each.down))))
        if means:
            mean = numbered.phrases.rounded(each.mean_change, each.n)
            sd = numbered.phrases.rounded(each.sd_change, each.n)
            row.append(words("report_mean_and_sd", mean=mean, sd=sd) if mean else "")
        if tested:
            no_change = words("report_no_change") if not each.up + each.down else ""
            row.append(_alone(numbered.phrases.p_of(each)) or no_change)
            row.append(numbered.phrases.effect_of(each))
        rows.append(tuple(row))
    return Table(
        caption=words("report_change_table"),
        heads=tuple(map(words, heads)),
        rows=tuple(rows),
        groups=groups,
        numeric=tuple(range(1, len(heads))),
        widths=(0, 6, 7, 6, 8, 11, *((11,) if means else ()), *((6, 13) if tested else ())),
        notes=tuple(numbered.notes(found)),
        key=words(
            said_of("report_change_key", forms=any(each.counts_forms for each in found)),
            labels=numbered.phrases.key(found[0].question),
        ),
    )


def _alone(p: str) -> str:
    """Write a p-value without its letter, which the head of its column has: “< .001”."""
    return p.removeprefix("p ").removeprefix("= ").replace(" ", "\N{NO-BREAK SPACE}")


def _method(found: Sequence[Changed], phrases: Phrases) -> Iterator[str]:
    words = phrases.words
    yield words("report_method_retrospective")
    tested = [each for each in found if each.test]
    testable = [each for each in found if not each.counts_forms]
    if len(testable) < len(found):
        yield words("report_method_forms")
    if not all(test_allowed(each.n) for each in testable):
        yield words("report_method_no_test")
    if any(test_allowed(each.n) and not each.test for each in testable):
        yield words("report_method_no_change")
    if not tested:
        return
    methods = {each.test.method for each in tested if each.test}
    yield words("report_method_exact" if methods == {"exact"} else "report_method_wilcoxon")
    if any(each.adjusted_p is not None for each in tested):
        yield words("report_method_holm")
    interval = next((each.effect_interval for each in tested if each.effect_interval), None)
    if interval:
        samples = phrases.number(interval.resamples)
        yield words("report_method_effect", resamples=samples, seed=interval.seed)
        if any(each.effect in {-1, 1} for each in tested):
            yield words("report_method_one_way")
    if any(exploratory(each.n) for each in tested):
        yield words("report_method_exploratory")


def _in_rows(found: Sequence[Changed]) -> list[Sequence[Changed]]:
    """Put plots in rows of nearly the same number, the longer ones first."""
    count = -(-len(found) // _BESIDE)
    least, longer = divmod(len(found), count)
    ends = list(accumulate(least + (row < longer) for row in range(count)))
    return [found[start:end] for start, end in pairwise((0, *ends))]
