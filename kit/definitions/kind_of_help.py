"""A kind of help with an id of its own: what a spoke of a map or a row of a mosaic stands for."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Discriminator, Field, Tag

from kit.definitions.base import Definition, Id, Line


class KindOfHelp(Definition):
    """A spoke of a map or a row of a mosaic. Its id holds where its words are changed."""

    id: Id
    title: Annotated[Line, Field(description="Its name, as the spoke or the row shows it.")]
    sponsors: Annotated[
        bool,
        Field(
            strict=True,
            description="Whether it is the help of those who speak for one in one’s absence; the "
            "network map on the screen names first that nobody gives it. Where none is marked, one "
            "whose words name a sponsor is taken.",
        ),
    ] = False


def _words_or_named(value: object) -> str:
    return "named" if isinstance(value, dict | BaseModel) else "words"


WordsOrKind = Annotated[
    Annotated[Line, Tag("words")] | Annotated[KindOfHelp, Tag("named")],
    Discriminator(_words_or_named),
]
"""Either the words alone, or the words with an id."""


def as_kind(written: str | KindOfHelp) -> KindOfHelp:
    """Give words alone the words themselves as an id."""
    if isinstance(written, KindOfHelp):
        return written
    return KindOfHelp.model_construct(id=written, title=written, sponsors=False)
