"""Why a packet is printed directly."""

from __future__ import annotations


class Misfit(Exception):  # noqa: N818 - nothing went wrong: the other way is taken
    """A text, or a whole body, that cannot be compiled exactly. Says why in a few words."""

    @property
    def reason(self) -> str:
        """Why it does not fit."""
        return str(self)
