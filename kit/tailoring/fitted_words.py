"""What gave way in a session that was fitted to its minutes, in an educator's words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from kit.definitions.base import belongs_to, minutes_in, text_in
from kit.tailoring.minutes_counted import counted
from kit.tailoring.minutes_named import minutes_named
from kit.tailoring.retiming.retime import GIVING_WAY, nearest_length
from kit.tailoring.tailor import end_items
from kit.tailoring.terms import apply_terms, substitute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.reading.words import Words
    from kit.reading.workshop import LoadedWorkshop
    from kit.tailoring.retiming.retime import Fitted
    from kit.tailoring.tailor import TailoredWorkshop


def fitted_words(
    workshop: LoadedWorkshop, changed: LoadedWorkshop, tailored: TailoredWorkshop, words: Words
) -> Iterator[str]:
    """Say what gave way and in which order, what is not taught and asked, and what to check.

    `workshop` is as it was written, and `changed` has the cohort's changes in it.
    """
    fitted = tailored.fitted
    if fitted is None:
        return
    yield words(
        "fitted_from",
        n=tailored.minutes,
        length=words.name("length", tailored.length),
        usual=tailored.workshop.lengths[tailored.length],
    )
    yield from _gave_way(fitted, words)
    yield from _could_stay(fitted, tailored, words)
    yield from _gained(fitted, words)
    yield from _sheets(fitted, changed, tailored, words)
    yield from _objectives(fitted, changed, tailored, words)
    yield from _not_in_length(fitted, changed, tailored, words)
    yield from _clock(fitted, changed, tailored, words)
    if fitted.changes or fitted.left_out:
        yield from _leads_nowhere(fitted, tailored, words)
        yield from minutes_named(workshop, changed, tailored, words)
        yield words("fitted_other_words")


def _gave_way(fitted: Fitted, words: Words) -> Iterator[str]:
    """Tell what was shortened and then what was left out, in the order in which it gave way."""
    kind = {slot.id: slot.priority for slot in fitted.slots}
    begin = "fitted_first"
    for priority in GIVING_WAY:
        shorter = [
            words("fitted_takes", title=fitted.titles[name], here=counted(now, words), usual=before)
            for name, before, now in fitted.changes
            if now < before and kind[name] is priority
        ]
        if shorter:
            name = words.name("priority", priority)
            yield words(begin, priority=name, changes="; ".join(shorter))
            begin = "fitted_then"
    for priority in GIVING_WAY:
        gone = [f"“{fitted.titles[name]}”" for name in fitted.left_out if kind[name] is priority]
        if gone:
            name = words.name("priority", priority)
            yield words("fitted_left_out", priority=name, titles=", ".join(gone))


def _could_stay(fitted: Fitted, tailored: TailoredWorkshop, words: Words) -> Iterator[str]:
    if not fitted.left_out:
        return
    minutes = tailored.minutes + fitted.to_keep
    # From another length, something else may give way.
    if nearest_length(tailored.workshop.lengths, minutes) == tailored.length:
        title = fitted.titles[fitted.left_out[-1]]
        yield words("fitted_could_stay", n=minutes, more=fitted.to_keep, title=title)


def _gained(fitted: Fitted, words: Words) -> Iterator[str]:
    longer = [
        words("fitted_takes", title=fitted.titles[name], here=counted(now, words), usual=before)
        for name, before, now in fitted.changes
        if now > before
    ]
    if longer:
        yield words("fitted_longer", changes="; ".join(longer))


def _sheets(
    fitted: Fitted, changed: LoadedWorkshop, tailored: TailoredWorkshop, words: Words
) -> Iterator[str]:
    here = {each.id for each in tailored.worksheets}
    gone = dict.fromkeys(
        sheet.title
        for activity in changed.workshop.agenda
        if activity.id in fitted.left_out
        for name in activity.uses
        if (sheet := changed.worksheets.get(name)) is not None
        and belongs_to(sheet.lengths, tailored.length)
        and name not in here
    )
    if gone:
        titles = ", ".join(f"“{_filled(title, tailored)}”" for title in gone)
        yield words("fitted_no_sheet", titles=titles)


def _objectives(
    fitted: Fitted, changed: LoadedWorkshop, tailored: TailoredWorkshop, words: Words
) -> Iterator[str]:
    if not fitted.not_taught:
        return
    yield words("fitted_not_taught", texts=_listed(each.text for each in fitted.not_taught))
    gone = {each.id for each in fitted.not_taught}
    follow_up = changed.workshop.evaluation.follow_up
    later = (*follow_up.core, *(item.id for item in follow_up.items)) if follow_up else ()
    for when, names in (
        ("fitted_not_asked", end_items(changed.workshop)),
        ("fitted_not_asked_later", later),
    ):
        texts = [
            _filled(item.text, tailored)
            for name in dict.fromkeys(names)
            if (item := changed.items.get(name)) is not None
            and item.objective in gone
            and belongs_to(item.lengths, tailored.length)
        ]
        if texts:
            yield words(when, texts=_listed(texts))


def _not_in_length(
    fitted: Fitted, changed: LoadedWorkshop, tailored: TailoredWorkshop, words: Words
) -> Iterator[str]:
    """Tell what the usual length has beyond the one that was fitted, which nobody has chosen."""
    own, default = tailored.length, next(iter(changed.workshop.lengths))
    if own == default:
        return
    name = words.name("length", default)
    without = [
        fitted.titles[each.id]
        for each in changed.workshop.agenda
        if minutes_in(each.minutes, own) is None and minutes_in(each.minutes, default) is not None
    ]
    if without:
        yield words("fitted_only_in", length=name, texts=_listed(without))
    untaught = [
        _filled(each.text, tailored)
        for each in changed.workshop.objectives
        if belongs_to(each.lengths, default) and not belongs_to(each.lengths, own)
    ]
    if untaught:
        yield words("fitted_taught_only_in", length=name, texts=_listed(untaught))


def _clock(
    fitted: Fitted, changed: LoadedWorkshop, tailored: TailoredWorkshop, words: Words
) -> Iterator[str]:
    written, here = changed.workshop.checkpoint, tailored.workshop.checkpoint
    if written is None or text_in(written.do, tailored.length) is None:
        return
    if here is None and any(slot.id == written.after for slot in fitted.slots):
        yield words("fitted_no_clock")
    elif here is not None and here != apply_terms(
        written, tailored.workshop.terms, tailored.workshop.language
    ):
        yield words("fitted_clock", title=fitted.titles[here.after])


def _leads_nowhere(fitted: Fitted, tailored: TailoredWorkshop, words: Words) -> Iterator[str]:
    """Tell of words that lead on to an activity which is left out."""
    following = dict(pairwise(slot.id for slot in fitted.slots))
    for timed in tailored.agenda:
        gone = following.get(timed.activity.id)
        if gone is not None and timed.activity.instructor.transition and gone in fitted.left_out:
            title = timed.activity.title
            yield words("fitted_leads_on", title=title, gone=fitted.titles[gone])


def _filled(text: str, tailored: TailoredWorkshop) -> str:
    return substitute(text, tailored.workshop.terms, tailored.workshop.language)


def _listed(texts: Iterable[str]) -> str:
    return "; ".join(f"“{text.strip().rstrip('.')}”" for text in texts)
