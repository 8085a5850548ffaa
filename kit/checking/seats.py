"""What a cohort wishes for its tables comes to something: there are names, and both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reading.cohort import LoadedCohort


def seats(cohort: LoadedCohort) -> Iterator[Problem]:
    """Warn of wishes where nobody is seated, and refuse to keep somebody apart from nobody."""
    wishes = cohort.cohort.tables
    if cohort.cohort.roster is None:
        written: list[tuple[str | int, ...]] = [
            *(("tables", name) for name in sorted(wishes.model_fields_set)),
            *(
                ("sessions", at, "tables")
                for at, session in enumerate(cohort.cohort.sessions)
                if session.tables
            ),
        ]
        for location in written:
            yield Problem(
                "changes-nothing",
                "This cohort has no list of names, so nobody is seated, and this changes nothing.",
                cohort.place(*location, key=True),
                "Name the list: `roster: rosters/name.csv`. Or take this out.",
                Severity.WARNING,
            )
    for at, wish in enumerate(wishes.apart):
        where = cohort.place("tables", "apart", at)
        if wish.by is None and not (wish.one.strip() and wish.other.strip()):
            yield Problem(
                "apart-from-whom",
                "This keeps nobody apart: it takes two people.",
                where,
                "Write both, by name or e-mail address: `{one: Ana Diaz, other: Bo Chen}`.",
            )
        elif wish.by and bool(wish.one.strip()) != bool(wish.other.strip()):
            yield Problem(
                "apart-from-whom",
                f"This keeps nobody apart: it takes two values of `{wish.by}`.",
                where,
                f"Write both, as the roster has them. With `by: {wish.by}` alone, nobody shares a "
                "table with somebody of another value.",
            )
