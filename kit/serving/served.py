"""What the server for the day serves: one form, when, and to whom; and how it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from kit.serving.limits import Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from kit.instrument.description import FormDescription
    from kit.serving.answer_pages import AnswerPages
    from kit.serving.opening import Opening


def now() -> datetime:
    """Give the time of day here."""
    return datetime.now().astimezone()


@dataclass(slots=True)
class Standing:
    """How many answers have arrived, and what went wrong last: the terminal shows it."""

    received: int = 0
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Served:
    """What is served: one form, when, and to whom.

    `key` is part of the address of the page to project; `address` is the one that it shows. A
    `sheet` is the token of a numbered sheet that was given out with this form.
    """

    form: FormDescription
    pages: AnswerPages
    opening: Opening
    address: str
    hosts: frozenset[str]
    key: str
    sheets: Container[str] = frozenset()
    limits: Limits = field(default_factory=Limits)
    clock: Callable[[], datetime] = now

    def state(self) -> str:
        """Say in the form's language whether it is open."""
        opening, words = self.opening, self.pages.words
        match opening.state(self.clock()):
            case "before" if opening.opens:
                return words("web_opens", clock=f"{opening.opens:%H:%M}")
            case "open" if opening.closes:
                return words("web_open_until", clock=f"{opening.closes:%H:%M}")
            case "open":
                return words("web_open")
            case _:
                return words("web_closed")
