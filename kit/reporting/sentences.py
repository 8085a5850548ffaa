"""The paragraph that is read first, made of the figures that stand below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.reporting.findings import Changed, Committed, Rated, Withheld
from kit.reporting.phrases import said_of
from kit.reporting.same_people import same_people
from kit.reporting.statistics.carried import exploratory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kit.reporting.analysis import Analysis, FormFindings
    from kit.reporting.comments.coding import CodedWords
    from kit.reporting.phrases import Phrases

_MOST_NAMED: Final = 3
"""Changes that may share the first place in the paragraph."""


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
    yield from _headline_sentence(analysis, phrases)
    yield from _change_sentence([each for each in findings if isinstance(each, Changed)], phrases)
    yield from _commitment_sentence(analysis.end_forms, phrases, coded)
    yield from _later_sentence(analysis.later_forms, phrases)
    returned = returns_of(analysis).returned
    if returned and all(isinstance(each, Withheld) for each in findings):
        yield words("report_too_few" if returned < phrases.threshold else "report_none_shown")


def returned_sentence(analysis: Analysis, phrases: Phrases) -> str:
    """Say how many were invited, came, and returned the form."""
    words, found = phrases.words, returns_of(analysis)
    sessions = len(analysis.gathered.sessions)
    lead = words("report_over_sessions", n=phrases.number(sessions)) if sessions > 1 else ""
    text = f"{_people(found, phrases)}{_forms(analysis, found, phrases)}"
    return f"{lead}{text[:1].lower()}{text[1:]}" if lead else text


def _people(found: Returns, phrases: Phrases) -> str:
    """Begin the sentence with who was invited and who came, as far as it was recorded."""
    words = phrases.words
    if found.invited is None:
        came = phrases.counted("report_people_came", found.attended)
        return f"{came}; " if came else ""
    invited = phrases.counted("report_people_invited", found.invited)
    if found.attended is None:
        return f"{invited}. "
    return words("report_and_came", invited=invited, n=phrases.number(found.attended)) + "; "


def _forms(analysis: Analysis, found: Returns, phrases: Phrases) -> str:
    """End the sentence with the forms, as a share of those who came where that is known."""
    words, attended = phrases.words, found.attended
    text = phrases.counted("report_returned", found.returned)
    if not found.returned:
        later = sum(each.returned for each in analysis.later_forms)
        text = words("report_none_returned")
        text += phrases.counted("report_later_alone", later) if later else ""
    elif attended is None:
        partly = any(each.attended is not None for each in analysis.gathered.sessions)
        text += words("report_came_partly" if partly else "report_came_unknown")
    elif found.returned > attended:
        text += words("report_more_than_came")
    else:
        share = phrases.share(found.returned, attended)
        text = words("report_returned_of_attended", share=share)
    return text[:1].upper() + text[1:] if attended is None else text


def _headline_sentence(analysis: Analysis, phrases: Phrases) -> Iterator[str]:
    """Say the headline item of all sessions together; of one workshop where that is not shown."""
    words, several = phrases.words, len(analysis.end_forms) > 1
    found = [(each.together, "") for each in analysis.across]
    found += [
        (each, form.title if several else "")
        for form in analysis.end_forms
        for each in form.findings
    ]
    for headline, title in found:
        if isinstance(headline, Rated) and headline.question.headline:
            lead = words("report_after", title=title) if title else ""
            yield lead + words(
                said_of("report_headline", forms=headline.counts_forms),
                share=phrases.top(headline),
                labels=phrases.boxes(headline.question),
                text=phrases.ended(headline.question.sentence),
            )
            return


def _change_sentence(changes: list[Changed], phrases: Phrases) -> Iterator[str]:
    measured = [each for each in changes if each.before and each.now]
    if not measured:
        return
    words = phrases.words
    rose = [each for each in measured if each.median_change > 0]
    if not rose:
        yield phrases.counted("report_no_rise", len(measured))
        return
    best = max(rose, key=lambda each: (each.median_change, each.up - each.down))
    before, now = best.before, best.now
    first, second = before.median if before else 0, now.median if now else 0
    # The median of the changes may rise where the two medians are the same.
    by = (
        words("report_from_to", before=phrases.half(first), now=phrases.half(second))
        if second > first
        else words("report_rose_by", change=phrases.half(best.median_change))
    )
    values = {
        "text": best.question.sentence.rstrip("."),
        "by": by,
        "boxes": len(best.question.values),
        "rose": len(rose),
        "of": len(measured),
        "details": _details(best, phrases),
    }
    yield words("report_rise" if len(measured) > 1 else "report_rise_of_one", **values)


def _details(finding: Changed, phrases: Phrases) -> str:
    words = phrases.words
    if finding.test is None:
        return words("report_pairs", n=phrases.number(finding.n))
    key = "report_pairs_tested_exploratory" if exploratory(finding.n) else "report_pairs_tested"
    p, n = phrases.p_of(finding), phrases.number(finding.n)
    if finding.adjusted_p is not None:
        p = words("report_p_adjusted", p=p)
    return words(key, n=n, p=p, effect=phrases.effect(finding.effect))


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
    of_forms = n > 1 and same_people(name for each in committed for name in each.sessions)
    key = said_of("report_commitments", forms=of_forms)
    yield phrases.counted(key, n, most=_most_often(counts, phrases))


def _most_often(counts: Mapping[str, int], phrases: Phrases) -> str:
    """Name what was said most often; nothing where everything was said once, or much as often."""
    most = max(counts.values(), default=0)
    titles = [title for title, count in counts.items() if count == most]
    if most < 2 or len(titles) > _MOST_NAMED:  # noqa: PLR2004 - said by one person alone
        return ""
    key = "report_most_often" if len(titles) == 1 else "report_most_often_several"
    return phrases.words(key, titles=phrases.listed(titles), n=phrases.number(most))


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
        of_forms = same_people(name for each in done for name in each.sessions)
        yield phrases.words(
            said_of("report_later", forms=of_forms),
            share=phrases.share(top, n, forms=of_forms),
            labels=phrases.boxes(first.question),
        )
