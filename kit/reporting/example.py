"""The example report: of made-up answers to the forms of the example cohorts."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from kit.collecting.example_responses import (
    example_cohorts,
    example_responses,
    example_store,
)
from kit.reporting.making import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.library import Library


@contextmanager
def example_source(library: Library) -> Iterator[Source]:
    """Give the made-up answers in a store that is gone afterwards; no ledger has them.

    Raises:
        KitError: they do not fit the forms as they are now.
    """
    examples = [example_responses(library, cohort) for cohort in example_cohorts(library)]
    records = {session.name: session.record for example in examples for session in example.sessions}
    with example_store(*examples) as store:
        yield Source(store, records, synthetic=True)
