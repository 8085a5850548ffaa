"""Words of a fitted session that name minutes, where the minutes have changed."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from kit.tailoring.minutes_counted import counted
from kit.tailoring.retiming.steps import steps_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kit.definitions.activity import Activity
    from kit.definitions.worksheet import Worksheet
    from kit.reading.words import Words
    from kit.reading.workshop import LoadedWorkshop
    from kit.tailoring.tailor import TailoredWorkshop, TimedActivity

_ENGLISH: Final = (
    "half a|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    "fifteen|sixteen|seventeen|eighteen|nineteen|twenty|twenty-five|thirty|forty|forty-five|fifty|"
    "sixty|seventy-five|ninety"
)
_SPANISH: Final = (
    "medio|un|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|"
    "dieciséis|diecisiete|dieciocho|diecinueve|veinte|veinticinco|treinta|cuarenta|"
    "cuarenta y cinco|cincuenta|sesenta|setenta y cinco|noventa"
)
_WORDS: Final = f"{_ENGLISH}|{_SPANISH}"
_NAMED: Final = re.compile(
    rf"\b(?:\d+|{_WORDS})(?:\s*(?:–|-|to|or|and|a|o|y)\s*(?:\d+|{_WORDS}))?[\s-]*"
    r"(?:more |whole |más )?min(?:ut[eo])?s?\b",
    re.IGNORECASE,
)
"""Five minutes, 5 min, a five-minute talk, two or three minutes, cinco minutos."""

_EITHER_SIDE: Final = 28
"""Characters that are quoted before and after the minutes, to find the place by."""


def minutes_named(
    workshop: LoadedWorkshop, changed: LoadedWorkshop, tailored: TailoredWorkshop, words: Words
) -> Iterator[str]:
    """List the phrases to check, an activity a line: its title, its minutes, where and what.

    A step counts by its own minutes, everything else by those of its activity; what leads on also
    by those of the next. What a cohort has reworded is its own, and not listed. `workshop` is as it
    was written, `changed` with the cohort's changes in it.
    """
    fitted = tailored.fitted
    if fitted is None:
        return
    usual = {each.id: each for each in workshop.workshop.agenda}
    here = {each.id: each for each in changed.workshop.agenda}
    sheets = {each.id: each for each in tailored.worksheets}
    titles = (
        *(each.title for each in tailored.scenarios),
        *(each.title for each in tailored.worksheets),
        *(each.title for each in tailored.workshop.agenda),
    )
    before = {name: minutes for name, minutes, _ in fitted.changes}
    told: set[str] = set()
    for timed, following in zip_longest(tailored.agenda, tailored.agenda[1:]):
        name = timed.activity.id
        own, plain = here[name], usual.get(name)
        if name in before:
            here_now = counted(timed.minutes, words)
            retimed = words("fitted_minutes", here=here_now, usual=before[name])
            parts = (
                *_of_activity(timed, own, plain, tailored.length, words),
                *_of_sheets(timed, sheets, told, words),
            )
        elif following and following.activity.id in before:
            retimed, parts = "", tuple(_of_part("transition", timed, own, plain, words))
        else:
            continue
        found = [
            f"{part}, {' '.join(quotes)}"
            for part, text in parts
            if (quotes := _quotes(text, titles))
        ]
        if found:
            listed = "; ".join(found)
            stop = "" if _END.search(listed, len(listed) - 3) else "."
            title = f"“{timed.activity.title}”{f' ({retimed})' if retimed else ''}"
            yield f"{words('fitted_check', title=title, words=listed)}{stop}"


_Part: TypeAlias = tuple[str, str | None]
"""Where words stand, and the words."""


def _of_activity(
    timed: TimedActivity, own: Activity, plain: Activity | None, length: str, words: Words
) -> Iterator[_Part]:
    for part in ("participants", "set_up", "say"):
        yield from _of_part(part, timed, own, plain, words)
    written = {step.do for step in plain.instructor.steps} if plain else set()
    usual = steps_in(own, length)
    for number, (step, (raw, minutes)) in enumerate(zip(timed.steps, usual, strict=True), 1):
        if step.minutes != minutes and (plain is None or raw.do in written):
            yield words("fitted_step", n=number), step.do
    for part in ("transition", "virtual"):
        yield from _of_part(part, timed, own, plain, words)


def _of_part(
    part: str, timed: TimedActivity, own: Activity, plain: Activity | None, words: Words
) -> Iterator[_Part]:
    """Give a text of an activity, unless the cohort has reworded it."""
    if plain is None or _text(plain, part) == _text(own, part):
        yield words.name("part", part.replace("_", "-")), _text(timed.activity, part)


def _text(activity: Activity, part: str) -> Any:
    return getattr(activity if part == "participants" else activity.instructor, part)


def _of_sheets(
    timed: TimedActivity, sheets: Mapping[str, Worksheet], told: set[str], words: Words
) -> Iterator[_Part]:
    """Give what stands on top of the sheets that an activity uses, once for each sheet."""
    for name in timed.activity.uses:
        if name in sheets and name not in told:
            told.add(name)
            where = words("fitted_on_sheet", title=sheets[name].title.strip())
            yield where, sheets[name].instruction


def _quotes(words: str | None, titles: Iterable[str]) -> tuple[str, ...]:
    """Quote each mention of minutes with some words around it, those side by side as one.

    A title that names minutes is no mention: “Ten minutes with a mentor.”
    """
    flat = " ".join((words or "").replace("*", "").split())
    named = [
        match.span()
        for title in titles
        for match in re.finditer(re.escape(" ".join(title.split())), flat)
    ]
    spans: list[tuple[int, int]] = []
    for match in _NAMED.finditer(flat):
        if any(start <= match.start() < end for start, end in named):
            continue
        start, end = _around(flat, match.start(), match.end())
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(_quote(flat, start, end) for start, end in spans)


def _around(flat: str, start: int, end: int) -> tuple[int, int]:
    """Widen a place to its sentence, or to some whole words on either side."""
    left = max(0, start - _EITHER_SIDE)
    begins = [match.end() for match in _BEGIN.finditer(flat, left, start)]
    if begins:
        left = begins[-1]
    elif left:
        left = flat.index(" ", left, start) + 1 if " " in flat[left:start] else start
    right = min(len(flat), end + _EITHER_SIDE)
    if stop := _END.search(flat, end, right):
        right = stop.end()
    elif right < len(flat):
        right = max(flat.rfind(" ", end, right), end)
    return left, right


_BEGIN: Final = re.compile(r"[.!?:…][’”)]*\s+")
_END: Final = re.compile(r"[.!?](?=[’”)]*(?:\s|$))[’”]?")


def _quote(flat: str, start: int, end: int) -> str:
    """Quote a stretch of a text, with signs where a sentence is cut."""
    cut_before = start and not _BEGIN.search(flat, max(0, start - 4), start)
    cut_after = end < len(flat) and not _END.search(flat, max(0, end - 2), end)
    # Quotation marks inside of a quotation are single ones.
    inner = flat[start:end].replace("“", "\N{LEFT SINGLE QUOTATION MARK}").replace("”", "’")
    return f"“{'… ' if cut_before else ''}{inner}{' …' if cut_after else ''}”"
