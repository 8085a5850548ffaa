"""What is to be decided next: what the figures, the debrief log and the comments point to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.reporting.findings import Changed, Rated
from kit.reporting.phrases import said_of
from kit.reporting.view import Decision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kit.reporting.analysis import Analysis
    from kit.reporting.comments.coding import CodedWords
    from kit.reporting.phrases import Phrases
    from kit.reporting.session_facts import SessionFacts

WEAK_BELOW: Final = 0.75
"""A statement with which fewer than three in four agree is worth a decision."""
LONG_BY: Final = 1.2
LONG_MINUTES: Final = 3
"""An activity ran long that took a fifth more than planned, and three minutes at least."""


def decisions_of(
    analysis: Analysis,
    phrases: Phrases,
    coded: Iterable[CodedWords],
    named: Callable[[SessionFacts], str],
) -> tuple[tuple[str, tuple[Decision, ...]], ...]:
    """Give what to decide, under a heading for each kind; kinds with nothing are left out.

    `named` tells one of several sessions from the others.
    """
    words = phrases.words
    kinds = (
        ("report_weak", tuple(_weak(analysis, phrases))),
        ("report_unmoved", tuple(_unmoved(analysis, phrases))),
        ("report_ran_long", tuple(_long(analysis, phrases, named))),
        ("report_to_act_on", tuple(_asked_for(coded, phrases))),
        ("report_debrief", tuple(_debrief(analysis, named))),
    )
    return tuple((words(key), found) for key, found in kinds if found)


def _weak(analysis: Analysis, phrases: Phrases) -> Iterator[Decision]:
    several = len(analysis.end_forms) > 1
    for form in analysis.end_forms:
        for each in form.findings:
            if not isinstance(each, Rated) or not each.n or each.top / each.n >= WEAK_BELOW:
                continue
            detail = phrases.words(
                said_of("report_chose", forms=each.counts_forms),
                share=phrases.top(each),
                labels=phrases.boxes(each.question),
            )
            where = f"{form.title}: " if several else ""
            yield Decision(f"{where}{each.question.sentence}", detail)


def _unmoved(analysis: Analysis, phrases: Phrases) -> Iterator[Decision]:
    several = len(analysis.end_forms) > 1
    for form in analysis.end_forms:
        for each in form.findings:
            if isinstance(each, Changed) and each.n and each.median_change <= 0:
                detail = phrases.words("report_moved", up=each.up, same=each.same, down=each.down)
                where = f"{form.title}: " if several else ""
                yield Decision(f"{where}{each.question.sentence}", detail)


def _long(
    analysis: Analysis, phrases: Phrases, named: Callable[[SessionFacts], str]
) -> Iterator[Decision]:
    sessions = analysis.gathered.sessions
    for session in sessions:
        for each in session.activities:
            if each.taken is None or each.taken < each.planned + LONG_MINUTES:
                continue
            if each.taken < each.planned * LONG_BY:
                continue
            detail = phrases.words("report_took", taken=each.taken, planned=each.planned)
            where = f"{named(session)}: " if len(sessions) > 1 else ""
            yield Decision(f"{where}{each.title}", detail)


def _asked_for(coded: Iterable[CodedWords], phrases: Phrases) -> Iterator[Decision]:
    counts: dict[str, int] = {}
    for each in coded:
        for group in each.groups:
            if group.to_act_on:
                counts[group.title] = counts.get(group.title, 0) + group.count
    for title, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        yield Decision(title, phrases.counted("report_comments_of", count))


def _debrief(analysis: Analysis, named: Callable[[SessionFacts], str]) -> Iterator[Decision]:
    several = len(analysis.gathered.sessions) > 1
    for session in analysis.gathered.sessions:
        for question, answer in session.debrief:
            yield Decision(f"{named(session)}: {question}" if several else question, answer)
