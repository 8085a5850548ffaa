"""The questions that a program asks again and again ▶ figure, table and words, by date.

Nothing is measured here: what each occasion may show was decided where sessions are compared, and
what is withheld there is withheld here. No occasion is tested against another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.reporting.findings import Rated
from kit.reporting.view import Bars, OverTime, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.reporting.analysis import AcrossSessions, Analysis, GroupFinding
    from kit.reporting.phrases import Phrases
    from kit.reporting.session_facts import SessionFacts

_LEAST: Final = 2
"""How many occasions make a course of time."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A question, and what was found of it on each occasion, in the order of their dates."""

    asked: AcrossSessions
    occasions: tuple[tuple[SessionFacts, GroupFinding], ...]


def repeated(analysis: Analysis) -> tuple[Repeated, ...]:
    """Give what a program asked on several dates, where a report is about one program alone."""
    sessions = analysis.gathered.sessions
    if len({each.cohort for each in sessions}) != 1 or not all(each.program for each in sessions):
        return ()
    dated = {each.name: each for each in sessions if each.date}
    found = []
    for asked in analysis.across:
        if asked.question.asked != "scale" or not asked.is_shown:
            continue
        groups = [each for each in asked.groups if each.kind == "session" and each.name in dated]
        occasions = [(dated[each.name], each) for each in groups]
        occasions.sort(key=lambda each: (each[0].date, each[0].name))
        shown = any(isinstance(each.finding, Rated) for _, each in occasions)
        if shown and len(occasions) == len(asked.groups) >= _LEAST:
            found.append(Repeated(asked, tuple(occasions)))
    return tuple(found)


def over_time(analysis: Analysis, phrases: Phrases) -> tuple[OverTime, ...]:
    """Show each repeated question by date."""
    return tuple(_shown(each, phrases) for each in repeated(analysis))


def _shown(each: Repeated, phrases: Phrases) -> OverTime:
    question = each.asked.question
    return OverTime(
        heading=question.sentence,
        line=_line(each, phrases),
        bars=Bars(
            id=f"over-time-{question.id}",
            rows=tuple(
                (_day(facts, phrases), found.distribution.counts)
                for facts, found in _rated(each)
                if found.distribution
            ),
            labels=question.labels,
        ),
        table=_table(each, phrases),
    )


def _rated(each: Repeated) -> Iterator[tuple[SessionFacts, Rated]]:
    for facts, group in each.occasions:
        if isinstance(group.finding, Rated) and group.finding.distribution:
            yield facts, group.finding


def _line(each: Repeated, phrases: Phrases) -> str:
    """Say the medians in words, in the order of the dates, gaps and all."""
    words, labels = phrases.words, each.asked.question.labels
    said = [_median(facts, group, phrases) for facts, group in each.occasions]
    return words(
        "report_over_time_line",
        medians=phrases.listed(said),
        low=phrases.number(1),
        low_label=labels[0],
        high=phrases.number(len(labels)),
        high_label=labels[-1],
    )


def _median(facts: SessionFacts, group: GroupFinding, phrases: Phrases) -> str:
    when, found = _day(facts, phrases), group.finding
    if not isinstance(found, Rated) or found.distribution is None:
        return phrases.words("report_over_time_gap", when=when)
    median = phrases.half(found.distribution.median)
    n = phrases.number(found.n)
    return phrases.words("report_over_time_median", median=median, when=when, n=n)


def _table(each: Repeated, phrases: Phrases) -> Table:
    words, question = phrases.words, each.asked.question
    heads = [words("report_occasion"), words("report_n")]
    heads += [phrases.number(at) for at in range(1, len(question.labels) + 1)]
    heads += [words("report_top"), words("report_median")]
    rows = [_row(facts, group, len(question.labels), phrases) for facts, group in each.occasions]
    notes = []
    if len(tuple(_rated(each))) < len(each.occasions):
        notes.append(words("report_across_withheld", threshold=phrases.threshold))
    if any(group.other_version for _, group in each.occasions):
        notes.append(words("report_other_version"))
    if question.reworded:
        notes.append(words("report_reworded"))
    return Table(
        caption=words("report_over_time_table"),
        heads=tuple(heads),
        rows=tuple(rows),
        numeric=tuple(range(1, len(heads))),
        widths=(0, 10, *(6 for _ in question.labels), 17, 10),
        notes=tuple(notes),
        key=words(
            "report_over_time_key", labels=phrases.key(question), boxes=phrases.boxes(question)
        ),
    )


def _row(
    facts: SessionFacts, group: GroupFinding, values: int, phrases: Phrases
) -> tuple[str, ...]:
    name = f"{_day(facts, phrases)} · {facts.title}" + ("*" if group.other_version else "")
    found = group.finding
    if not isinstance(found, Rated) or found.distribution is None:
        return (name, phrases.words("report_not_shown"), *("–" for _ in range(values + 2)))
    return (
        name,
        phrases.number(found.n),
        *map(phrases.number, found.distribution.counts),
        phrases.short_share(found.top, found.n),
        phrases.half(found.distribution.median),
    )


def _day(facts: SessionFacts, phrases: Phrases) -> str:
    return phrases.words.short_day(facts.date)


OVER_TIME_HEAD: Final = ("item", "text", "session", "date", "n", "median", "upper boxes", "counts")


def over_time_rows(analysis: Analysis) -> Iterator[Sequence[str]]:
    """Give the same as rows for other programs; an occasion that is withheld has empty cells.

    The counts stand from the lowest value to the highest, with a space between them.
    """
    for each in repeated(analysis):
        question = each.asked.question
        for facts, group in each.occasions:
            first = (question.id, question.sentence, facts.name, facts.date)
            found = group.finding
            if isinstance(found, Rated) and found.distribution:
                spread = found.distribution
                counts = " ".join(map(str, spread.counts))
                yield (*first, str(found.n), f"{spread.median:g}", str(found.top), counts)
            else:
                yield (*first, "", "", "", "")
