"""Pages of a scan ▶ sheets: which front and which back are of one person.

Pages of a numbered sheet belong together by its number, wherever they are. Those of a form from the
photocopier belong together by their order in the scan, and only where nothing is in between.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from kit.collecting.scan.sides import Gap, Side
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.collecting.scan.sides import Found


@dataclass(frozen=True, slots=True)
class Sheet:
    """The pages of one person's form that were found, in order. `copy` counts from 1."""

    form: str
    sides: tuple[Side, ...]
    token: str | None = None
    copy: int = 1


def put_together(found: Sequence[Found]) -> tuple[list[Sheet], list[Problem]]:
    """Put pages together; for those that cannot be told, why."""
    once, problems = _each_picture_once(found)
    sheets = [*_numbered(once)]
    for _, members in groupby(once, lambda each: each.stack):
        stack = [each for each in members if isinstance(each, Gap) or each.token is None]
        made, doubts = _by_order(stack)
        sheets += made
        problems += doubts
    return sheets, problems


def _each_picture_once(found: Iterable[Found]) -> tuple[list[Found], list[Problem]]:
    first: dict[str, Side] = {}
    once: list[Found] = []
    problems = []
    for each in found:
        if isinstance(each, Side) and (known := first.setdefault(each.digest, each)) is not each:
            problems.append(
                Problem(
                    "same-picture",
                    f"This is the same picture as {known.where}; it was taken once.",
                    each.where,
                    severity=Severity.WARNING,
                )
            )
        else:
            once.append(each)
    return once, problems


def _numbered(found: Iterable[Found]) -> Iterable[Sheet]:
    """Put pages with a number together; of a page that is there twice, each goes to a copy."""
    numbered: defaultdict[tuple[str, str], list[Side]] = defaultdict(list)
    for each in found:
        if isinstance(each, Side) and each.token is not None:
            numbered[each.forms[0], each.token].append(each)
    for (form, token), sides in numbered.items():
        copies: defaultdict[int, list[Side]] = defaultdict(list)
        seen: Counter[int] = Counter()
        for side in sides:
            seen[side.page] += 1
            copies[seen[side.page]].append(side)
        for copy, members in copies.items():
            in_order = tuple(sorted(members, key=lambda side: side.page))
            yield Sheet(form, in_order, token, copy)


def _by_order(stack: Sequence[Found]) -> tuple[list[Sheet], list[Problem]]:
    step = _direction(stack)
    groups: list[list[Side]] = []
    open_group: list[Side] = []
    for each in stack:
        if isinstance(each, Gap):
            open_group = []
        elif open_group and _belongs(open_group, each, step):
            open_group.append(each)
        else:
            open_group = [each]
            groups.append(open_group)
    sheets = []
    problems: list[Problem] = []
    for sides in groups:
        forms = _shared(sides)
        if len(forms) > 1:
            problems += (_which_form(side) for side in sides)
        else:
            in_order = tuple(sorted(sides, key=lambda side: side.page))
            sheets.append(Sheet(forms[0], in_order))
    return sheets, problems


def _direction(stack: Sequence[Found]) -> int:
    """Say in which order a stack has a sheet's pages: 1 for front to back, -1, or 0 for neither.

    Fronts in a row and then backs in a row cannot be tied: which way the stack was turned in
    between is not to be seen.
    """
    steps: Counter[int] = Counter()
    for before, after in pairwise(stack):
        if isinstance(before, Side) and isinstance(after, Side) and _shared([before, after]):
            steps[after.page - before.page] += 1
    if steps[0] > steps[1] + steps[-1]:
        return 0
    return 1 if steps[1] >= steps[-1] else -1


def _belongs(sides: Sequence[Side], side: Side, step: int) -> bool:
    return bool(step) and side.page == sides[-1].page + step and bool(_shared([*sides, side]))


def _shared(sides: Sequence[Side]) -> list[str]:
    """Give the forms that all of these pages may be of, the likeliest first."""
    return [form for form in sides[0].forms if all(form in side.forms for side in sides[1:])]


def _which_form(side: Side) -> Problem:
    return Problem(
        "which-form",
        f"Its code cannot be read, and it looks like {len(side.forms)} of the forms that were "
        "printed here; it was not taken.",
        side.where,
        hint="Scan it again together with its other side; or type its answers into the table that "
        "`kit collect template` makes.",
    )
