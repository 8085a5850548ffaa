"""What is in of a table already, and what is in of an earlier one that is in this one no more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.answers.response import Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.answers.response import Response
    from kit.answers.store import Store


@dataclass(frozen=True, slots=True)
class History:
    """`known` counts the rows that are in already.

    `gone` are the ids of responses that came in from an earlier table which this one goes on with,
    and that it does not have: they were changed or removed there.
    """

    known: int = 0
    gone: tuple[str, ...] = ()


def history_of(responses: Sequence[Response], store: Store | None) -> History:
    """Compare a table with what came in from tables before.

    Raises:
        KitError: the store is damaged or cannot be read.
    """
    if store is None or not responses:
        return History()
    here = {each.original for each in responses}
    form = responses[0].form
    stored = [
        (each.id, each.response.original, _rows(each.response))
        for each in store.responses(session=form.session, form=form.form, way=Way.TABLE)
    ]
    gone_on_with = {rows for _, original, rows in stored if original in here}
    gone = [each for each, original, rows in stored if rows in gone_on_with - {None}]
    lacking = {original for _, original, _ in stored} - here
    ids = {each: original for each, original, _ in stored}
    return History(
        known=sum(1 for _, original, _ in stored if original in here),
        gone=tuple(each for each in gone if ids[each] in lacking),
    )


def _rows(response: Response) -> str | None:
    """Give the digest of the rows among which a response came in."""
    found = (each.evidence.get("rows") for each in response.answers)
    return next((str(each) for each in found if each), None)
