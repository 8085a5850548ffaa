"""The paragraph that is read first, made of the figures that stand below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.reporting.findings import Changed, Committed, Rated
from kit.reporting.statistics.carried import exploratory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.reporting.analysis import Analysis, FormFindings
    from kit.reporting.comments.coding import CodedWords
    from kit.reporting.findings import Finding
    from kit.reporting.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Returns:
    """How many were invited, came, and returned the form of the end; None: not recorded."""

    invited: int | None
    attended: int | None
    returned: int


def returns_of(analysis: Analysis) -> Returns:
    """Count people over all sessions, as far as every session says."""
    sessions = analysis.gathered.sessions
    invited = [each.invited for each in sessions]
    attended = [each.attended for each in sessions]
    return Returns(
        invited=sum(map(int, filter(None, invited))) if None not in invited else None,
        attended=sum(map(int, filter(None, attended))) if None not in attended else None,
        returned=sum(each.returned for each in analysis.end_forms),
    )


def paragraph(analysis: Analysis, phrases: Phrases, coded: Iterable[CodedWords] = ()) -> str:
    """Say in plain words what came out."""
    return " ".join(_sentences(analysis, phrases, tuple(coded)))


def _sentences(
    analysis: Analysis, phrases: Phrases, coded: tuple[CodedWords, ...]
) -> Iterator[str]:
    words = phrases.words
    yield returned_sentence(analysis, phrases)
    findings = [each for form in analysis.end_forms for each in form.findings]
    together = [each.together for each in analysis.across]
    if headline := _headline([*together, *findings]):
        yield words(
            "report_headline",
            share=phrases.top(headline),
            labels=phrases.boxes(headline.question),
            text=headline.question.text,
        )
    yield from _change_sentence([each for each in findings if isinstance(each, Changed)], phrases)
    yield from _commitment_sentence(analysis.end_forms, phrases, coded)
    yield from _later_sentence(analysis.later_forms, phrases)
    if not analysis.end_forms or not any(
        isinstance(each, Rated | Changed | Committed) for each in findings
    ):
        yield words("report_too_few") if returns_of(analysis).returned else ""


def returned_sentence(analysis: Analysis, phrases: Phrases) -> str:
    """Say how many were invited, came, and returned the form."""
    words, found = phrases.words, returns_of(analysis)
    sessions = len(analysis.gathered.sessions)
    lead = words("report_over_sessions", n=sessions) if sessions > 1 else ""
    values = {"invited": found.invited, "attended": found.attended, "returned": found.returned}
    if not found.returned:
        key = "report_none_of_invited" if found.invited is not None else "report_none_returned"
        return lead + words(key, **values)
    if found.attended is None:
        key = "report_returned" if found.returned > 1 else "report_one_returned"
        return lead + words(key, **values)
    share = phrases.share(found.returned, found.attended)
    if found.invited is None:
        return lead + words("report_returned_of_attended", share=share, **values)
    return lead + words("report_returned_of_invited", share=share, **values)


def _headline(findings: Iterable[Finding]) -> Rated | None:
    return next(
        (each for each in findings if isinstance(each, Rated) and each.question.headline), None
    )


def _change_sentence(changes: list[Changed], phrases: Phrases) -> Iterator[str]:
    measured = [each for each in changes if each.before and each.now]
    if not measured:
        return
    words = phrases.words
    rose = [each for each in measured if each.median_change > 0]
    if not rose:
        yield words("report_no_rise", n=len(measured))
        return
    best = max(rose, key=lambda each: (each.median_change, each.up - each.down))
    before, now = best.before, best.now
    values = {
        "text": best.question.text.rstrip("."),
        "before": phrases.half(before.median if before else 0),
        "now": phrases.half(now.median if now else 0),
        "rose": len(rose),
        "of": len(measured),
        "details": _details(best, phrases),
    }
    yield words("report_rise" if len(measured) > 1 else "report_rise_of_one", **values)


def _details(finding: Changed, phrases: Phrases) -> str:
    words = phrases.words
    if finding.test is None:
        return words("report_pairs", n=finding.n)
    key = "report_pairs_tested_exploratory" if exploratory(finding.n) else "report_pairs_tested"
    p = phrases.p_of(finding)
    if finding.adjusted_p is not None:
        p = words("report_p_adjusted", p=p)
    return words(key, n=finding.n, p=p, effect=phrases.effect(finding.effect))


def _commitment_sentence(
    forms: Iterable[FormFindings], phrases: Phrases, coded: tuple[CodedWords, ...]
) -> Iterator[str]:
    committed = [
        each for form in forms for each in form.findings if isinstance(each, Committed) and each.n
    ]
    if not committed:
        return
    ids = {each.question.id for each in committed}
    counts: dict[str, int] = {}
    for each in coded:
        if each.question in ids:
            for group in each.groups:
                counts[group.title] = counts.get(group.title, 0) + group.count
    n = sum(each.n for each in committed)
    key = "report_commitments" if n > 1 else "report_one_commitment"
    if not counts:
        yield phrases.words(key, n=n, most="")
        return
    title = max(counts, key=lambda each: counts[each])
    most = phrases.words("report_most_often", title=title, n=counts[title])
    yield phrases.words(key, n=n, most=most)


def _later_sentence(forms: Iterable[FormFindings], phrases: Phrases) -> Iterator[str]:
    done = [
        each
        for form in forms
        for each in form.findings
        if isinstance(each, Rated) and each.question.scale == "done" and not each.question.objective
    ]
    if done:
        first = done[0]
        n = sum(each.n for each in done)
        top = sum(each.top for each in done)
        yield phrases.words(
            "report_later", share=phrases.share(top, n), label=first.question.labels[-1]
        )
