"""Every rule, and how they are run."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kit.checking.alignment import alignment
from kit.checking.audiences import audiences
from kit.checking.citations import citations
from kit.checking.delivery import delivery
from kit.checking.evaluation import evaluation
from kit.checking.ids import ids
from kit.checking.links import links
from kit.checking.markup import markup
from kit.checking.minutes import minutes
from kit.checking.names import names
from kit.checking.readability import readability
from kit.checking.roles import roles
from kit.checking.safety import safety
from kit.checking.shapes import shapes
from kit.checking.stages import stages
from kit.checking.terms import terms
from kit.checking.usage import usage
from kit.errors import in_reading_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Final

    from kit.errors import Problem
    from kit.reading.workshop import LoadedWorkshop

RULES: Final[tuple[Callable[[LoadedWorkshop], Iterator[Problem]], ...]] = (
    ids,
    names,
    minutes,
    delivery,
    alignment,
    usage,
    roles,
    stages,
    audiences,
    terms,
    citations,
    links,
    markup,
    readability,
    evaluation,
    shapes,
    safety,
)


def check(loaded: LoadedWorkshop) -> tuple[Problem, ...]:
    """Hold a workshop against every rule.

    An error is what would make a packet wrong or its answers useless; a warning is what would make
    the session poorer, or a thing that is written and never shown.
    """
    return in_reading_order(chain.from_iterable(rule(loaded) for rule in RULES))
