"""A question and the people who were asked it ▶ what was found, as far as it may be shown."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from statistics import mean, median, stdev
from typing import TYPE_CHECKING, Final

from kit.instrument.answer_fields import NOT_APPLICABLE, OTHER
from kit.reporting.admission import Admitted
from kit.reporting.disclosure.unanimous import unanimous_adverse
from kit.reporting.findings import (
    Changed,
    Chosen,
    Commitment,
    Committed,
    Finding,
    Rated,
    Recommended,
    Withheld,
    Written,
)
from kit.reporting.same_people import same_people
from kit.reporting.statistics.carried import mean_allowed, percent_allowed, sd_allowed, test_allowed
from kit.reporting.statistics.distribution import Distribution
from kit.reporting.statistics.effect import rank_biserial, rank_biserial_interval
from kit.reporting.statistics.proportion import wilson
from kit.reporting.statistics.recommendation import DETRACTORS, recommendation
from kit.reporting.statistics.signed_rank import signed_rank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kit.reporting.admission import Admission
    from kit.reporting.question import Asked, Question
    from kit.reporting.respondent import Respondent

_FIRST: Final = 1
"""What the lowest box of a scale is worth."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """The people whose answers count, with what is missing beside them."""

    people: tuple[Respondent, ...]
    asked: int
    missing: int
    not_applicable: int
    late: int

    @property
    def sessions(self) -> tuple[str, ...]:
        """The sessions that their answers are of."""
        return tuple(sorted({each.session for each in self.people}))

    @property
    def are_people(self) -> bool:
        """Whether each of them is another person, as intervals and tests need it."""
        return not same_people(self.sessions)


def measured(question: Question, people: Sequence[Respondent], admission: Admission) -> Finding:
    """Measure the answers of a group of people to a question, if they may be shown."""
    answering = [each for each in people if _answered(question, each)]
    # Who did not answer is told beside the figures, and “not applicable” is an answer: so those
    # who were asked are a group that is shown, too.
    asked = admission.ask(f"asked/{question.id}", frozenset(each.id for each in people))
    if not isinstance(asked, Admitted):
        return Withheld(question, asked)
    known = [each for each in people if each.id in asked.members]
    settled = frozenset(each.id for each in answering) & asked.members
    admitted = admission.ask(question.id, settled)
    if not isinstance(admitted, Admitted):
        return Withheld(question, admitted)
    not_applicable = sum(_says_not_applicable(question, each) for each in known)
    counted = _Counted(
        tuple(each for each in answering if each.id in admitted.members),
        asked=len(known),
        missing=len(known) - len(settled) - not_applicable,
        not_applicable=not_applicable,
        late=len(answering) - len(admitted.members),
    )
    return _MEASURES[question.asked](question, counted)


def _says_not_applicable(question: Question, person: Respondent) -> bool:
    return all(NOT_APPLICABLE in person.values.get(key, ()) for key in question.keys)


def _answered(question: Question, person: Respondent) -> bool:
    """Say whether a person counts: for words, everybody does who could have written some."""
    if question.asked in {"text", "commitment"}:
        return True
    if question.several:
        return bool(person.values.get(question.id))
    return all(question.number(person.values.get(key, ())) is not None for key in question.keys)


def _numbers(key: str, question: Question, counted: _Counted) -> tuple[int, ...]:
    found = (question.number(each.values.get(key, ())) for each in counted.people)
    return tuple(number for number in found if number is not None)


def _rated(question: Question, counted: _Counted) -> Finding:
    numbers = _numbers(question.id, question, counted)
    spread = Distribution.of((_FIRST + each for each in numbers), len(question.values), _FIRST)
    n, top = spread.n, spread.top(question.boxes)
    return Rated(
        question,
        n,
        counted.missing,
        counted.not_applicable,
        counted.late,
        counted.asked,
        sessions=counted.sessions,
        distribution=spread,
        top=top,
        interval=wilson(top, n) if counted.are_people and percent_allowed(n) else None,
        mean=spread.mean if mean_allowed(n) else None,
        sd=spread.sd if sd_allowed(n) else None,
        unanimous=unanimous_adverse(spread.counts),
    )


def _changed(question: Question, counted: _Counted) -> Finding:
    first, second = question.keys
    before = tuple(_FIRST + each for each in _numbers(first, question, counted))
    now = tuple(_FIRST + each for each in _numbers(second, question, counted))
    changes = [after - earlier for earlier, after in zip(before, now, strict=True)]
    n, size = len(changes), len(question.values)
    tested = counted.are_people and test_allowed(n)
    return Changed(
        question,
        n,
        counted.missing,
        counted.not_applicable,
        counted.late,
        counted.asked,
        sessions=counted.sessions,
        before=Distribution.of(before, size, _FIRST),
        now=Distribution.of(now, size, _FIRST),
        pairs=tuple(
            (*pair, people)
            for pair, people in sorted(Counter(zip(before, now, strict=True)).items())
        ),
        up=sum(each > 0 for each in changes),
        same=sum(each == 0 for each in changes),
        down=sum(each < 0 for each in changes),
        median_change=median(changes),
        mean_change=mean(changes) if mean_allowed(n) else None,
        sd_change=stdev(changes) if sd_allowed(n) else None,
        test=signed_rank(before, now) if tested else None,
        effect=rank_biserial(before, now) if tested else None,
        effect_interval=rank_biserial_interval(before, now) if tested and any(changes) else None,
        unanimous=all(each < 0 for each in changes),
    )


def _chosen(question: Question, counted: _Counted) -> Finding:
    given = [each.values.get(question.id, ()) for each in counted.people]
    counts = tuple(sum(value in values for values in given) for value in question.values)
    others = (_words(each, f"{question.id}.{OTHER}") for each in counted.people)
    return Chosen(
        question,
        len(given),
        counted.missing,
        counted.not_applicable,
        counted.late,
        counted.asked,
        sessions=counted.sessions,
        counts=counts,
        others=shuffled(words for words in others if words),
    )


def _recommended(question: Question, counted: _Counted) -> Finding:
    numbers = _numbers(question.id, question, counted)
    spread = Distribution.of(numbers, len(question.values), 0)
    return Recommended(
        question,
        spread.n,
        counted.missing,
        counted.not_applicable,
        counted.late,
        counted.asked,
        sessions=counted.sessions,
        distribution=spread,
        mean=spread.mean if mean_allowed(spread.n) else None,
        recommendation=recommendation(numbers)
        if counted.are_people and percent_allowed(spread.n)
        else None,
        unanimous=spread.bottom(DETRACTORS) == spread.n,
    )


def _written(question: Question, counted: _Counted) -> Finding:
    texts = shuffled(_words(each, question.id) for each in counted.people)
    return Written(
        question,
        len(texts),
        counted.missing + len(counted.people) - len(texts),
        late=counted.late,
        asked=counted.asked,
        sessions=counted.sessions,
        comments=texts,
    )


def _committed(question: Question, counted: _Counted) -> Finding:
    parts = [tuple(_words(each, key) for key in question.keys) for each in counted.people]
    made = sorted({"\n".join(each): each for each in parts if any(each)}.items(), key=_shuffling)
    several = Counter("\n".join(each) for each in parts)
    commitments = tuple(Commitment(*each) for words, each in made for _ in range(several[words]))
    named = sum(bool(each.what) for each in commitments)
    return Committed(
        question,
        named,
        counted.missing + len(counted.people) - named,
        late=counted.late,
        asked=counted.asked,
        sessions=counted.sessions,
        commitments=commitments,
    )


def _words(person: Respondent, key: str) -> str:
    return " ".join(" ".join(person.values.get(key, ())).split())


def shuffled(texts: Iterable[str]) -> tuple[str, ...]:
    """Put texts in an order that tells nothing of who wrote them, the same every time."""
    return tuple(sorted((text for text in texts if text), key=lambda text: _shuffling((text,))))


def _shuffling(entry: tuple[str, ...] | tuple[str, tuple[str, ...]]) -> bytes:
    return blake2b(str(entry[0]).encode(), digest_size=8).digest()


_MEASURES: Final[dict[Asked, Callable[[Question, _Counted], Finding]]] = {
    "scale": _rated,
    "before-now": _changed,
    "choice": _chosen,
    "zero-to-ten": _recommended,
    "text": _written,
    "commitment": _committed,
}
"""Codes are no answers: nothing is measured of them."""
