"""What the store gives back: responses with their history, what was new, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from kit.answers.response import Answer, Response, Way


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer as it was entered: `who` is empty where it came in with the response."""

    answer: Answer
    who: str
    day: date


@dataclass(frozen=True, slots=True)
class StoredResponse:
    """A response as the store has it now.

    `response` has the current answers, in the order of the form. `history` has, for every field
    that was corrected, all its entries, the oldest first; the last of a field is the current one.
    `aside` is true of a further copy of a numbered sheet, and of one that may be in already for
    another reason: it is kept and not counted until somebody has decided about it (`Store.admit`,
    `Store.withdraw`).
    """

    id: str
    response: Response
    history: tuple[Entry, ...] = ()
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """What became of responses that were added.

    `new` are the ids of those that are counted now, in the order given; `known` are the originals,
    or the tokens where those tell it, of what was in already; `aside` are the ids of those that are
    kept and not counted yet.
    """

    new: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How many responses came in for a form of one version, in a session, by one way.

    `doubtful` is the number of their answers that somebody has yet to look at; `aside` the number
    of those that may be in already, which are not among `responses`.
    """

    session: str
    form: str
    version: str
    way: Way
    responses: int
    doubtful: int = 0
    aside: int = 0
