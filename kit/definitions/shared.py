"""The files that workshops share."""

from __future__ import annotations

from typing import Literal

from kit.definitions.base import Definition
from kit.definitions.item import Item
from kit.definitions.reference import Reference
from kit.definitions.scale import Scale
from kit.definitions.scenario import Scenario


class SharedReferences(Definition):
    """The file `shared/references.yaml`."""

    kit: Literal[1]
    references: tuple[Reference, ...]


class SharedScales(Definition):
    """The file `shared/scales.yaml`."""

    kit: Literal[1]
    scales: tuple[Scale, ...]


class SharedItems(Definition):
    """The file `shared/items.yaml`."""

    kit: Literal[1]
    items: tuple[Item, ...]


class SharedScenarios(Definition):
    """A file of scenarios, such as `shared/scenarios.yaml`."""

    kit: Literal[1]
    scenarios: tuple[Scenario, ...]
