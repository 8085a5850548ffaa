"""Decisions of one sitting at the review: each can be taken back, the last one first.

Taking back is another entry, which says again what was there before. What that was is remembered
here: from the history alone, a decision that was taken back would look like one that stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.answers.response import Answer, Status
from kit.collecting.review import BLANK, settle, settle_blanks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.answers.store import Store

_ABSENT: Final = {"kind": BLANK, "reason": "nothing of it came in"}


class Sitting:
    """Somebody who decides, and what was there before each decision; `who` is kept with them."""

    def __init__(self, store: Store, who: str) -> None:
        self._store = store
        self._who = who
        self._before: dict[tuple[str, str], list[Answer]] = {}

    def settle(self, response: str, field: str, said: Sequence[str]) -> None:
        """Settle a doubt, or correct an answer: see `review.settle`.

        Raises:
            KitError: there is no such answer, it cannot be that, or it cannot be written.
        """
        before = self._answer(response, field)
        settle(self._store, response, field, said, self._who)
        self._remember(response, field, before)

    def settle_blanks(self, places: Iterable[tuple[str, str]]) -> int:
        """Confirm that nothing was answered at these places; give how many were in doubt.

        Raises:
            KitError: they cannot be written.
        """
        befores = [(*place, self._answer(*place)) for place in places]
        for place in befores:
            self._remember(*place)
        return settle_blanks(self._store, [place[:2] for place in befores], self._who)

    def take_back(self, response: str, field: str) -> None:
        """Say again what was there before the last decision here; nothing where there was none.

        Raises:
            KitError: it was withdrawn, or it cannot be written.
        """
        before = self._before.get((response, field))
        if before:
            self._store.correct(response, before[-1], self._who)
            before.pop()

    def _answer(self, response: str, field: str) -> Answer:
        found = self._store.find(response)
        answers = found.response.answers if found else ()
        return next(
            (each for each in answers if each.field == field),
            Answer(field, (), Status.DOUBTFUL, _ABSENT),
        )

    def _remember(self, response: str, field: str, before: Answer) -> None:
        self._before.setdefault((response, field), []).append(before)
