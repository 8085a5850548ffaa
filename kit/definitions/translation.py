"""A translation: the texts of a workshop, or of what is shared, in another language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from kit.definitions.base import READ_ONLY, Definition, Prose

LANGUAGE: Final = r"^[a-z]{2}(-[A-Z]{2})?$"
"""How a language is written: `en`, `en-US`."""

Language = Annotated[str, StringConstraints(pattern=LANGUAGE)]


class Translation(Definition):
    """A file in a folder of a language beside the workshops: `es/<workshop>.yaml`.

    A path names a text: fields joined by dots; of a list, what has an id is named by it, the others
    by their number from 1.
    """

    kit: Annotated[Literal[1], Field(description="Version of this format.")]
    language: Annotated[Language, Field(description="The language of its texts, as its folder.")]
    texts: Annotated[
        Mapping[str, Prose], READ_ONLY, Field(description="Path of a text, and its translation.")
    ]
    made_from: Annotated[
        Mapping[str, str],
        READ_ONLY,
        Field(description="Path, and the short digest of what was translated; written by the kit."),
    ] = Field(default_factory=dict)
