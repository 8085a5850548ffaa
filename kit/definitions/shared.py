"""The files that workshops share."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.definitions.base import Definition
from kit.definitions.code import Code
from kit.definitions.document import Document
from kit.definitions.evaluation import SharedFollowUp
from kit.definitions.item import Item
from kit.definitions.reference import Reference
from kit.definitions.scale import Scale
from kit.definitions.scenario import Scenario
from kit.definitions.vocabulary import Vocabulary
from kit.definitions.worksheet import Worksheet


class SharedReferences(Definition):
    """The file `shared/references.yaml`."""

    kit: Annotated[Literal[1], Field(description="Version of this format.")]
    references: Annotated[tuple[Reference, ...], Field(description="The works, in any order.")]


class SharedScales(Definition):
    """The file `shared/scales.yaml`."""

    kit: Annotated[Literal[1], Field(description="Version of this format.")]
    scales: Annotated[tuple[Scale, ...], Field(description="The scales, in any order.")]


class SharedItems(Definition):
    """The file `shared/items.yaml`."""

    kit: Annotated[Literal[1], Field(description="Version of this format.")]
    items: Annotated[tuple[Item, ...], Field(description="The items, in any order.")]


class SharedScenarios(Definition):
    """A file of scenarios, such as `shared/scenarios.yaml`."""

    kit: Annotated[Literal[1], Field(description="Version of this format.")]
    scenarios: Annotated[tuple[Scenario, ...], Field(description="The cases, in any order.")]


class SharedWorksheets(Definition):
    """The file `shared/worksheets.yaml`."""

    kit: Annotated[Literal[1], Field(description="Version of this format.")]
    worksheets: Annotated[tuple[Worksheet, ...], Field(description="The sheets, in any order.")]


class SharedDocuments(Definition):
    """The file `shared/documents.yaml`: sheets that are documents of their own."""

    kit: Annotated[Literal[1], Field(description="Version of this format.")]
    documents: Annotated[tuple[Document, ...], Field(description="The documents, in any order.")]


class SharedFollowUps(Definition):
    """The file `shared/follow-up.yaml`."""

    kit: Annotated[Literal[1], Field(description="Version of this format.")]
    follow_ups: Annotated[tuple[SharedFollowUp, ...], Field(description="The forms, in any order.")]


class SharedCodes(Definition):
    """The file `shared/codes.yaml`, by which the report groups comments."""

    kit: Annotated[Literal[1], Field(description="Version of this format.")]
    codes: Annotated[
        tuple[Code, ...],
        Field(description="The codes, in any order; this file stands in place of the kit’s own."),
    ]


class SharedVocabularies(Definition):
    """A file of role vocabularies, such as `shared/roles.yaml`."""

    kit: Annotated[Literal[1], Field(description="Version of this format.")]
    vocabularies: Annotated[
        tuple[Vocabulary, ...], Field(description="The vocabularies, in any order.")
    ]
