"""Answers out of a list, and from 0 to 10 ▶ their figures."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kit.reporting.findings import Chosen, Recommended
from kit.reporting.phrases import MINUS
from kit.reporting.view import Counts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.reporting.numbered import Numbered
    from kit.reporting.phrases import Phrases


def counts_of(numbered: Numbered) -> Iterator[Counts]:
    """Give the figures of questions with answers to choose from, and of those from 0 to 10."""
    words = numbered.phrases.words
    for each in numbered.form.findings:
        title = numbered.label(each)
        figure_id = f"{numbered.form.form}-{each.question.id}"
        notes = " ".join(numbered.notes([each])) if isinstance(each, Chosen | Recommended) else ""
        if isinstance(each, Chosen):
            rows = tuple(zip(each.question.labels, each.counts, strict=True))
            line = words("report_several") if each.question.several else ""
            texts = "; ".join(_each_once(each.others, numbered.phrases))
            other = words("report_other", texts=texts) if texts else ""
            yield Counts(
                figure_id, title, rows, each.n, " ".join(filter(None, (line, other, notes)))
            )
        elif isinstance(each, Recommended) and each.distribution:
            rows = tuple(zip(each.question.labels, each.distribution.counts, strict=True))
            line = _recommended(each, numbered.phrases)
            yield Counts(figure_id, title, rows, each.n, " ".join(filter(None, (line, notes))))


def _each_once(texts: Sequence[str], phrases: Phrases) -> Iterator[str]:
    """Give the same words once, with how many wrote them."""
    for text, n in Counter(texts).items():
        yield text if n == 1 else phrases.words("report_code_count", title=text, n=n)


def _recommended(each: Recommended, phrases: Phrases) -> str:
    words, score = phrases.words, each.recommendation
    median = phrases.half(each.distribution.median) if each.distribution else ""
    if score is None:
        return words("report_recommend_few", median=median)
    return words(
        "report_recommend",
        median=median,
        mean=phrases.rounded(each.mean, each.n),
        promoters=score.promoters,
        passives=score.passives,
        detractors=score.detractors,
        score=_signed(score.score),
        low=_signed(score.low),
        high=_signed(score.high),
        resamples=phrases.number(score.resamples),
        seed=score.seed,
    )


def _signed(number: int) -> str:
    return f"+{number}" if number > 0 else str(number).replace("-", MINUS)
