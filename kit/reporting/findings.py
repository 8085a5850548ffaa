"""What was found for each question: figures that may be shown, and nothing else.

Everything that the report says in words, tables and pictures is taken from these values, so that
they cannot disagree. What n does not carry is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from kit.reporting.same_people import same_people

if TYPE_CHECKING:
    from kit.reporting.question import Question
    from kit.reporting.statistics.distribution import Distribution
    from kit.reporting.statistics.effect import EffectInterval
    from kit.reporting.statistics.proportion import Interval
    from kit.reporting.statistics.recommendation import Recommendation
    from kit.reporting.statistics.signed_rank import SignedRank


class Why(StrEnum):
    """Why figures are withheld.

    `none`: nobody answered. `few`: fewer than the threshold did. `rest`: with what is shown beside
    it, or was released before, a group under the threshold could be worked out.
    """

    NONE = "none"
    FEW = "few"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Withheld:
    """A question whose answers are not shown, and why."""

    question: Question
    why: Why


@dataclass(frozen=True, slots=True)
class Base:
    """How many answers a finding counts.

    `n` are the answers that count; `missing` were left blank or are waiting for a person to look at
    them; `not_applicable` said so; `late` came in after figures were released, too few to be added.
    `asked` are the people whose forms are looked at, be it that they left it blank.
    `unanimous` is true where everybody agrees on something adverse. `sessions` are those whose
    answers are added up.
    """

    question: Question
    n: int
    missing: int = 0
    not_applicable: int = 0
    late: int = 0
    asked: int = 0
    unanimous: bool = False
    sessions: tuple[str, ...] = ()

    @property
    def counts_forms(self) -> bool:
        """Whether the same people may be in it more than once: then it counts forms, not people."""
        return same_people(self.sessions)

    @property
    def much_missing(self) -> bool:
        """Whether more than a fifth of those who could have answered did not."""
        return self.missing > (self.n + self.missing) / 5


@dataclass(frozen=True, slots=True)
class Rated(Base):
    """A statement on a scale: its distribution, and the share of the uppermost boxes.

    `interval` is Wilson's 95 % interval of that share; none where it counts forms.
    """

    distribution: Distribution | None = None
    top: int = 0
    interval: Interval | None = None
    mean: float | None = None
    sd: float | None = None


@dataclass(frozen=True, slots=True)
class Changed(Base):
    """A pair of ratings, for before and for now, of those who gave both.

    `pairs` are the two ratings and how many people gave them; `median_change` is the median of the
    differences. `p` is adjusted where the report prints more than one.
    """

    before: Distribution | None = None
    now: Distribution | None = None
    pairs: tuple[tuple[int, int, int], ...] = ()
    up: int = 0
    same: int = 0
    down: int = 0
    median_change: float = 0.0
    mean_change: float | None = None
    sd_change: float | None = None
    test: SignedRank | None = None
    adjusted_p: float | None = None
    effect: float | None = None
    effect_interval: EffectInterval | None = None


@dataclass(frozen=True, slots=True)
class Chosen(Base):
    """A choice: how many gave each answer, in the order of the form; `others` wrote another."""

    counts: tuple[int, ...] = ()
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recommended(Base):
    """An answer from 0 to 10."""

    distribution: Distribution | None = None
    mean: float | None = None
    recommendation: Recommendation | None = None


@dataclass(frozen=True, slots=True)
class Written(Base):
    """What people wrote, word for word, in an order that tells nothing of when it came in."""

    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commitment:
    """One change that a person will make; parts that were left out are empty."""

    what: str
    with_whom: str = ""
    by_when: str = ""


@dataclass(frozen=True, slots=True)
class Committed(Base):
    """The changes that people will make: `n` of them say what, others only with whom or by when."""

    commitments: tuple[Commitment, ...] = ()


Finding: TypeAlias = Rated | Changed | Chosen | Recommended | Written | Committed | Withheld
