"""Evaluation items: one question each, with the form that its answer takes."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field

from kit.definitions.base import Count, Definition, Id, Lengths, Line, Positive


class _Item(Definition):
    id: Id
    text: Annotated[Line, Field(description="The question or statement, as participants read it.")]
    objective: Annotated[Id | None, Field(description="Id of the objective that it measures.")] = (
        None
    )
    lengths: Lengths = ()


class ScaleItem(_Item):
    """A statement rated on a scale."""

    kind: Literal["scale"] = "scale"
    scale: Annotated[Id, Field(description="Id of a scale in `shared/scales.yaml`.")] = "agreement"
    headline: Annotated[
        bool, Field(strict=True, description="true: its result opens the report.")
    ] = False


class BeforeNowItem(_Item):
    """A retrospective pair: one statement rated for before the session and for now."""

    kind: Literal["before-now"] = "before-now"
    scale: Annotated[Id, Field(description="Id of a scale in `shared/scales.yaml`.")] = "ability"


class ChoiceItem(_Item):
    """One answer, or several, out of a list."""

    kind: Literal["choice"] = "choice"
    options: Annotated[
        tuple[Line, ...],
        Field(min_length=2, max_length=12, description="The answers to choose from."),
    ]
    several: Annotated[bool, Field(strict=True, description="true: tick all that apply.")] = False
    other: Annotated[
        bool, Field(strict=True, description="true: with a line for another answer.")
    ] = False


class ZeroToTenItem(_Item):
    """A number from 0 to 10 with words at both ends."""

    kind: Literal["zero-to-ten"] = "zero-to-ten"
    lowest: Annotated[Line, Field(description="The words at 0.")] = "not at all likely"
    highest: Annotated[Line, Field(description="The words at 10.")] = "extremely likely"


class CommitmentItem(_Item):
    """One change a person will make: what, with whom, by when."""

    kind: Literal["commitment"] = "commitment"
    what: Annotated[Line, Field(description="Words before the first line.")] = "What I will do"
    with_whom: Annotated[Line, Field(description="Words before the second line.")] = "With whom"
    by_when: Annotated[Line, Field(description="Words before the third line.")] = "By when"


class TextItem(_Item):
    """An open question."""

    kind: Literal["text"] = "text"
    lines: Annotated[Positive, Field(le=12, description="Ruled lines to write on.")] = 3


class CodeItem(_Item):
    """A code that only the person can make again: it finds their answers to the later form.

    A form that asks for one is confidential, not anonymous, and says so.
    """

    kind: Literal["code"] = "code"


CODE_LETTERS: Final = 8
"""Letters and digits of a code. People remember some of them differently months later: see
`kit.answers.linking`."""

Item = Annotated[
    ScaleItem | BeforeNowItem | ChoiceItem | ZeroToTenItem | CommitmentItem | TextItem | CodeItem,
    Field(discriminator="kind"),
]


def answers_asked(item: Item) -> Count:
    """Count the answers that an item asks of one person: a pair two, a commitment three."""
    return {"before-now": 2, "commitment": 3}.get(item.kind, 1)
