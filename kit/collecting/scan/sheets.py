"""Pages of a scan ▶ sheets: which front and which back are of one person.

Pages of a numbered sheet belong together by its number, wherever they are. Those of a form from the
photocopier belong together by their order in the scan, and only where nothing is in between.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from kit.collecting.scan.page_order import in_order, shared_forms
from kit.collecting.scan.sides import Gap, Side
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

from kit.collecting.scan.sides import Found

SAME_PICTURE: Final = "same-picture"


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
                    SAME_PICTURE,
                    f"This is the same picture as {known.where}; it was taken once.",
                    each.where,
                    severity=Severity.WARNING,
                )
            )
            # A copy beside its picture is as if it were not there; elsewhere, a page was here.
            if once[-1] is not known:
                once.append(Gap(each.stack))
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
    forms = _turned_in_between(stack)
    problems: list[Problem] = [_fronts_then_backs(sides) for sides in forms.values()]
    groups, doubts = in_order(
        [
            Gap(each.stack) if isinstance(each, Side) and each.forms[0] in forms else each
            for each in stack
        ]
    )
    problems += doubts
    sheets = []
    for sides in groups:
        shared = shared_forms(sides)
        if len(shared) > 1:
            problems += (_which_form(side) for side in sides)
        else:
            sheets.append(Sheet(shared[0], tuple(sorted(sides, key=lambda side: side.page))))
    return sheets, problems


def _turned_in_between(stack: Sequence[Found]) -> dict[str, list[Side]]:
    """Give the sides of each form of which a stack has all fronts and then all backs, or so turned.

    Which way the stack was turned in between is not to be seen, so nobody can tell whose is whose.
    """
    of_form: defaultdict[str, list[Side]] = defaultdict(list)
    for each in stack:
        if isinstance(each, Side):
            of_form[each.forms[0]].append(each)
    return {
        form: sides
        for form, sides in of_form.items()
        if len(runs := [len(list(run)) for _, run in groupby(side.page for side in sides)]) > 1
        and min(runs) > 1
    }


def _which_form(side: Side) -> Problem:
    return Problem(
        "which-form",
        f"Its code cannot be read, and it looks like {len(side.forms)} of the forms that were "
        "printed here; it was not taken.",
        side.where,
        hint="Scan it again together with its other side; or type its answers into the table that "
        "`kit collect template` makes.",
    )


def _fronts_then_backs(sides: Sequence[Side]) -> Problem:
    first, last = sides[0], sides[-1]
    return Problem(
        "sides-apart",
        f"All pages {first.page} come first here and the others after them, up to {last.where}: "
        "which belong to one person cannot be told, and none of them was taken.",
        first.where,
        hint="Scan both sides of each sheet in a row: with both sides at once, or front, back, "
        "front, back.",
    )
