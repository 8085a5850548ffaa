"""Pages of one stack ▶ those that belong together by their order.

A sheet's pages follow one another, from the front on. A stack that was scanned with its backs up
has them the other way round; but one whose first page was lost looks much like it.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kit.collecting.scan.sides import Gap, Side
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.collecting.scan.sides import Found

BACKS_FIRST: Final = "backs-first"
_ONE_LOST: Final = 1
"""Sheets that lack a page, by which front to back may fall short and still be believed."""


def in_order(stack: Sequence[Found]) -> tuple[list[list[Side]], list[Problem]]:
    """Give the pages of each sheet of a stack, and what is in doubt about their order.

    Which way up it lay is asked for each run of one form: a pile of another form, turned over,
    says nothing about this one. Whoever scanned it is told once, however many runs lay turned over.
    """
    groups: list[list[Side]] = []
    turned: list[list[list[Side]]] = []
    for run in _runs(stack):
        made, tied = _one_run(run, stack)
        groups += made
        turned += [tied] if tied else []
    return groups, [_backs_first(turned)] if turned else []


def _runs(stack: Sequence[Found]) -> list[list[Found]]:
    """Part a stack where one form ends and another begins."""
    runs: list[list[Found]] = [[]]
    last: Side | None = None
    for each in stack:
        if isinstance(each, Side):
            if last is not None and not shared_forms([last, each]):
                runs.append([])
            last = each
        runs[-1].append(each)
    return runs


def _one_run(
    run: Sequence[Found], stack: Sequence[Found]
) -> tuple[list[list[Side]], list[list[Side]]]:
    """Give the pages of each sheet, and those that were tied as back and front."""
    if _repeated(run):
        return _groups(run, 0), []
    onward, backward = (_groups(run, step) for step in (1, -1))
    if _lacking(onward, stack) <= _lacking(backward, stack) + _ONE_LOST:
        return onward, []
    return backward, [group for group in backward if len(group) > 1]


def shared_forms(sides: Sequence[Side]) -> list[str]:
    """Give the forms that all of these pages may be of, the likeliest first."""
    return [form for form in sides[0].forms if all(form in side.forms for side in sides[1:])]


def _groups(stack: Sequence[Found], step: int) -> list[list[Side]]:
    """Put pages together that follow one another by a step: 1, -1, or 0 for none."""
    groups: list[list[Side]] = []
    open_group: list[Side] = []
    for each in stack:
        if isinstance(each, Gap):
            open_group = []
        elif (
            open_group
            and step
            and each.page == open_group[-1].page + step
            and shared_forms([*open_group, each])
        ):
            open_group.append(each)
        else:
            open_group = [each]
            groups.append(open_group)
    return groups


def _repeated(stack: Sequence[Found]) -> bool:
    """Say whether a page mostly follows its like: fronts in a row, which nothing is tied to."""
    steps: Counter[int] = Counter()
    for before, after in pairwise(stack):
        if isinstance(before, Side) and isinstance(after, Side) and shared_forms([before, after]):
            steps[abs(after.page - before.page)] += 1
    return steps[0] > steps[1]


def _lacking(groups: Sequence[Sequence[Side]], stack: Sequence[Found]) -> int:
    """Count sheets that lack a page, but for those beside a page that was not read."""
    beside = {
        id(each)
        for before, after in pairwise(stack)
        for each, other in ((before, after), (after, before))
        if isinstance(other, Gap)
    }
    pages: Counter[str] = Counter()
    for group in groups:
        for side in group:
            pages[side.forms[0]] = max(pages[side.forms[0]], side.page)
    return sum(
        len(group) < pages[group[0].forms[0]]
        and not any(id(side) in beside for side in (group[0], group[-1]))
        for group in groups
    )


def _backs_first(turned: Sequence[Sequence[Sequence[Side]]]) -> Problem:
    first, last = turned[0][0][0], turned[-1][-1][-1]
    sheets = sum(map(len, turned))
    if len(turned) == 1:
        told = f"From here to {last.where} every back comes before a front"
    else:
        told = f"In {len(turned)} places from here to {last.where} backs come before fronts"
    return Problem(
        BACKS_FIRST,
        f"{told}: {sheets} {'sheet was' if sheets == 1 else 'sheets were'} put together as back "
        "and front.",
        first.where,
        hint="Look at the first page and the next one: if two people filled them in, a page is "
        "missing and all are tied wrongly. Then withdraw them (`kit responses withdraw`) and scan "
        "the stack again with the fronts first.",
        severity=Severity.WARNING,
    )
