"""A code: what comments are about, in the educator's own words, and how it is seen in them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool

from kit.definitions.base import Definition, Id, Line


class Code(Definition):
    """One thing that people write about; the report groups comments by it, and counts them."""

    id: Id
    title: Annotated[
        Line, Field(max_length=60, description="What the report calls it: “More practice”.")
    ]
    words: Annotated[
        tuple[Line, ...],
        Field(
            description="Words or phrases by which it is seen in a comment; `practi*` stands for "
            "every word that begins so. Capitals and accents do not matter."
        ),
    ] = ()
    items: Annotated[
        tuple[Id, ...],
        Field(description="Ids of the questions whose answers it is for; all when left out."),
    ] = ()
    act: Annotated[
        StrictBool,
        Field(description="true: it asks for a change, and stands among what to decide next."),
    ] = False
    comments: Annotated[
        tuple[Line, ...],
        Field(
            description="Comments that it fits although none of its words is in them: their first "
            "words, or all of them."
        ),
    ] = ()
