"""One page for the lectern: clock times, activities, and what to do when time is short."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from kit.definitions.activity import EVALUATION_FORM, PLACARDS, Lead
from kit.definitions.base import text_in
from kit.editions import parts
from kit.editions.setting import clock_after

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.reading.words import Words
    from kit.tailoring.tailor import TailoredWorkshop, TimedActivity


_DOORS: Final = 20
"""Minutes before the start at which everything is ready."""


@dataclass(frozen=True, slots=True)
class ShowLine:
    """One row of the run of show."""

    number: int
    clock: str
    elapsed: int
    minutes: int
    title: str
    lead: int
    groupings: tuple[tuple[int, str], ...]
    handouts: tuple[str, ...]
    if_short: str
    protected: bool


@dataclass(frozen=True, slots=True)
class CheckpointLine:
    """When to look at the clock, after which activity, and what to drop when it is late."""

    clock: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class RunOfShowView:
    """The rows, the end, and one look at the clock; `two_lead`: a column says who of two leads."""

    identity: Identity
    doors: str
    start: str
    end: str
    lines: tuple[ShowLine, ...]
    two_lead: bool
    checkpoint: CheckpointLine | None
    density: str


def view(tailored: TailoredWorkshop, setting: Setting) -> RunOfShowView:
    """Lay the agenda on the clock."""
    lines = tuple(
        ShowLine(
            number=number,
            clock=clock_after(setting.start, passed),
            elapsed=passed,
            minutes=timed.minutes,
            title=timed.activity.title,
            lead=lead(timed),
            groupings=splits(timed),
            handouts=handouts(tailored, timed.activity.uses, setting.words),
            if_short=timed.activity.instructor.if_short,
            protected=timed.activity.protected,
        )
        for number, (passed, timed) in enumerate(parts.starts(tailored.agenda), 1)
    )
    checkpoint = _checkpoint(tailored, setting)
    return RunOfShowView(
        identity=parts.identity(tailored, setting),
        doors=clock_after(setting.start, -_DOORS),
        start=clock_after(setting.start, 0),
        end=clock_after(setting.start, tailored.minutes),
        lines=lines,
        two_lead=any(line.lead > 1 for line in lines),
        checkpoint=checkpoint,
        density=_density(lines, checkpoint, dated=setting.occasion is not None),
    )


def lead(timed: TimedActivity) -> int:
    """Say which of two instructors leads: 1 or 2."""
    return 2 if timed.activity.lead is Lead.SECOND else 1


def _checkpoint(tailored: TailoredWorkshop, setting: Setting) -> CheckpointLine | None:
    checkpoint = tailored.workshop.checkpoint
    words = text_in(checkpoint.do, tailored.length) if checkpoint else None
    if checkpoint is None or words is None:
        return None
    return next(
        (
            CheckpointLine(
                clock_after(setting.start, passed + timed.minutes), timed.activity.title, words
            )
            for passed, timed in parts.starts(tailored.agenda)
            if timed.activity.id == checkpoint.after
        ),
        None,
    )


def splits(timed: TimedActivity) -> tuple[tuple[int, str], ...]:
    """Give the minutes of an activity by how people sit, stretches of one kind drawn together."""
    return tuple(
        (sum(step.minutes for step in stretch), str(grouping))
        for grouping, stretch in groupby(timed.steps, lambda step: step.grouping)
    )


def handouts(tailored: TailoredWorkshop, uses: tuple[str, ...], words: Words) -> tuple[str, ...]:
    """Name the sheets and cases that an activity uses: “Sheet 2”, “Cases 1–8”."""
    numbers = parts.sheet_numbers(tailored)
    before = tailored.prework.uses if tailored.prework else ()
    named = [
        words("sheet_pre_work" if use in before else "sheet", n=numbers[use])
        for use in uses
        if use in numbers
    ]
    order = {scenario.id: number for number, scenario in enumerate(tailored.scenarios, 1)}
    cases = sorted(order[use] for use in uses if use in order)
    if cases:
        named.append(words("case" if len(cases) == 1 else "cases_used", n=spans(cases)))
    if PLACARDS in uses:
        named.append(words("placards"))
    if EVALUATION_FORM in uses:
        named.append(words("evaluation_form"))
    return tuple(named)


def spans(numbers: list[int]) -> str:
    """Write sorted numbers with runs drawn together: 1–3, 5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _density(lines: tuple[ShowLine, ...], checkpoint: CheckpointLine | None, *, dated: bool) -> str:
    """Choose the type size so that everything stays on one page.

    A row takes as many lines as its longest cell: about 19 characters of the title or 32 of
    “if short” in the largest size, and never fewer than clock and elapsed minutes need.
    """
    rows = sum(
        max(len(line.groupings), -(-len(line.title) // 19), -(-len(line.if_short) // 32), 1.7) + 0.6
        for line in lines
    )
    rows += 1.6  # the doors
    if dated:
        rows += 1.5
    if checkpoint:
        rows += 2 + (len(checkpoint.title) + len(checkpoint.text)) / 110
    sizes = {"roomy": 28.5, "normal": 32, "tight": 38}
    return next((size for size, most in sizes.items() if rows <= most), "dense")
