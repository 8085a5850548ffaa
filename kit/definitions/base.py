"""What every definition shares: strictness, ids, texts, the mark of what is the instructor's."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Final, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)


class Definition(BaseModel):
    """A part of a definition file: frozen, no unknown keys, built when first needed."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        coerce_numbers_to_str=True,
        str_strip_whitespace=True,
        defer_build=True,
        hide_input_in_errors=True,
    )


class ForInstructor:
    """Marks a field that participants never see: projections for them leave it out."""

    def __repr__(self) -> str:
        return "INSTRUCTOR"


INSTRUCTOR: Final = ForInstructor()


class Words:
    """Marks a text in the language of the workshop: translations replace it."""

    def __repr__(self) -> str:
        return "WORDS"


WORDS: Final = Words()


class Verbatim:
    """Marks a field whose text stays as it is in every language: a name, a version."""

    def __repr__(self) -> str:
        return "VERBATIM"


VERBATIM: Final = Verbatim()


def is_for_instructor(model: type[BaseModel], field: str) -> bool:
    """Say whether a field of a definition is marked as the instructor's."""
    metadata = model.model_fields[field].metadata
    return any(isinstance(entry, ForInstructor) for entry in metadata)


def is_words(model: type[BaseModel], field: str) -> bool:
    """Say whether the texts of a field are translated."""
    found = model.model_fields[field]
    if VERBATIM in found.metadata:
        return False
    return WORDS in found.metadata or _has_words(found.annotation)


def _has_words(annotation: object) -> bool:
    return annotation is WORDS or any(_has_words(part) for part in get_args(annotation))


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60),
    Field(description="A stable name: small letters, figures and hyphens, unique in its workshop."),
]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=400, pattern=r"^[^\n]*$"), WORDS]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=20_000), WORDS]
Doi = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$", max_length=200)]
Count = Annotated[int, Field(strict=True, ge=0, le=10_000)]
Positive = Annotated[int, Field(strict=True, ge=1, le=10_000)]
Minutes = Annotated[int, Field(strict=True, ge=1, le=600)]


def _freeze(value: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(value))


READ_ONLY: Final = AfterValidator(_freeze)
"""Makes a validated mapping read-only, as tuples are."""

LengthName = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=20)
]


def _one_or_each(value: object) -> str:
    return "each" if isinstance(value, Mapping) else "all"


ByLength = Annotated[
    Annotated[Minutes, Tag("all")]
    | Annotated[Mapping[LengthName, Minutes], READ_ONLY, Tag("each")],
    Discriminator(_one_or_each),
]
"""Whole minutes: one number for every length, or one for each; a length not named is left out."""

ProseByLength = Annotated[
    Annotated[Prose, Tag("all")] | Annotated[Mapping[LengthName, Prose], READ_ONLY, Tag("each")],
    Discriminator(_one_or_each),
]
"""One text for every length, or one for each; a length not named has none."""

Lengths = Annotated[
    tuple[LengthName, ...],
    Field(description="The lengths that it belongs to; all of them when left out."),
]


def minutes_in(minutes: int | Mapping[str, int], length: str) -> int | None:
    """Give the minutes in one length, or None where the length is not named."""
    return minutes if isinstance(minutes, int) else minutes.get(length)


def text_in(text: str | Mapping[str, str] | None, length: str) -> str | None:
    """Give a text as it stands in one length, or None where it has none there."""
    return text if text is None or isinstance(text, str) else text.get(length)


def belongs_to(lengths: tuple[str, ...], length: str) -> bool:
    """Say whether something that lists its lengths is part of this one; no list means all."""
    return not lengths or length in lengths
