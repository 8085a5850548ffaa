"""Pages of one stack ▶ those that belong together by their order.

A sheet's pages follow one another, from the front on. A stack that was scanned with its backs up
has them the other way round; but one whose first page was lost looks much like it. So does a stack
of which a part lay turned over look like one with two pages lost.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING, Final

from kit.collecting.scan.sides import Gap, Side
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.collecting.scan.sides import Found

BACKS_FIRST: Final = "backs-first"
TURNED_PART: Final = "part-turned"
_ONE_LOST: Final = 1
"""Sheets that lack a page, by which front to back may fall short and still be believed."""
_FRONT_AND_BACK: Final = 2


@dataclass(frozen=True, slots=True)
class OrderDoubt(Problem):
    """A doubt about pages that were tied by their order; `sides` are those it is about."""

    sides: tuple[Side, ...] = field(default=(), compare=False)


def in_order(stack: Sequence[Found]) -> tuple[list[list[Side]], list[Problem]]:
    """Give the pages of each sheet of a stack, and what is in doubt about their order.

    Which way up it lay is asked for each run of one form: a pile of another form, turned over,
    says nothing about this one. Whoever scanned it is told once, however many runs lay turned over.
    """
    groups: list[list[Side]] = []
    turned: list[list[list[Side]]] = []
    doubts: list[Problem] = []
    for run in _runs(stack):
        made, tied = _one_run(run, stack)
        groups += made
        turned += [tied] if tied else []
        doubts += map(_part_turned, _between_halves(run, made))
    return groups, [*([_backs_first(turned)] if turned else []), *doubts]


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


def _between_halves(
    run: Sequence[Found], groups: Sequence[Sequence[Side]]
) -> Iterator[list[Sequence[Side]]]:
    """Give the tied sheets between two halves, where fronts and backs alternate all the while.

    A pile that lay the other way than the rest begins and ends with a half, and every sheet in it
    is tied to its neighbour. With more pages than two nothing of it is tied.
    """
    of_side = {id(side): group for group in groups for side in group}
    if max((side.page for group in groups for side in group), default=0) != _FRONT_AND_BACK:
        return
    opening: Sequence[Side] = ()
    between: list[Sequence[Side]] = []
    for group, _ in groupby(of_side.get(id(each), ()) for each in run):
        if len(group) == _FRONT_AND_BACK:
            between.append(group)
            continue
        if opening and between and group and group[0].page != opening[0].page:
            pages = [side.page for side in chain(opening, *between, group)]
            if all(page != other for page, other in pairwise(pages)):
                yield between
        opening, between = group, []


def _part_turned(between: Sequence[Sequence[Side]]) -> Problem:
    first, last = between[0][0], between[-1][-1]
    one = len(between) == 1
    return OrderDoubt(
        TURNED_PART,
        f"The page before this one and the one after {last.where} are halves of forms. Either two "
        "pages are missing, or this part of the stack lay the other way round: then the "
        f"{'sheet' if one else f'{len(between)} sheets'} in between {'is' if one else 'are'} put "
        "together from two people’s pages.",
        first.where,
        hint="Look at the paper. If this part lay the other way, withdraw these responses and the "
        "two halves (`kit responses withdraw`), and scan that part again with the fronts first.",
        severity=Severity.WARNING,
        sides=tuple(chain.from_iterable(between)),
    )


def _backs_first(turned: Sequence[Sequence[Sequence[Side]]]) -> Problem:
    first, last = turned[0][0][0], turned[-1][-1][-1]
    sheets = sum(map(len, turned))
    if len(turned) == 1:
        told = f"From here to {last.where} every back comes before a front"
    else:
        told = f"In {len(turned)} places from here to {last.where} backs come before fronts"
    return OrderDoubt(
        BACKS_FIRST,
        f"{told}: {sheets} {'sheet was' if sheets == 1 else 'sheets were'} put together as back "
        "and front.",
        first.where,
        hint="Look at the first page and the next one: if two people filled them in, a page is "
        "missing and all are tied wrongly. Then withdraw them (`kit responses withdraw`) and scan "
        "the stack again with the fronts first.",
        severity=Severity.WARNING,
        sides=tuple(side for tied in turned for group in tied for side in group),
    )
