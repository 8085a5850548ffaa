"""JSON Schema of the definition files, for editors: completion and checks while one types.

Editors' YAML support knows draft-07, so what pydantic writes for a later draft is put into that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kit.definitions.cohort import Cohort
from kit.definitions.shared import (
    SharedCodes,
    SharedDocuments,
    SharedFollowUps,
    SharedItems,
    SharedReferences,
    SharedScales,
    SharedScenarios,
    SharedVocabularies,
    SharedWorksheets,
)
from kit.definitions.translation import Translation
from kit.definitions.workshop import Workshop

if TYPE_CHECKING:
    from pydantic import BaseModel

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
SCHEMA_FOLDER: Final = ".schema"
"""The folder of the schema files, in the folder of the workshops."""

_MODELS: dict[str, type[BaseModel]] = {
    "workshop": Workshop,
    "items": SharedItems,
    "scales": SharedScales,
    "scenarios": SharedScenarios,
    "references": SharedReferences,
    "cohort": Cohort,
    "worksheets": SharedWorksheets,
    "follow-up": SharedFollowUps,
    "roles": SharedVocabularies,
    "codes": SharedCodes,
    "documents": SharedDocuments,
    "translation": Translation,
}
_ONE_LINE = r"^[^\n]*$"
# A text after `|` ends with a line break, which the kit takes off and an editor does not.
_ONE_LINE_AND_BREAK = r"^\s*[^\n]*\s*$"


def json_schema() -> dict[str, dict[str, Any]]:
    """Give the schema of each kind of file by its name: `workshop`, `items` and so on."""
    return {kind: _schema(kind, model) for kind, model in _MODELS.items()}


def _schema(kind: str, model: type[BaseModel]) -> dict[str, Any]:
    written = model.model_json_schema(by_alias=True)
    definitions = written.pop("$defs", {})
    schema = _draft_07(written)
    schema["definitions"] = {name: _draft_07(each) for name, each in definitions.items()}
    return {"$schema": DRAFT, "title": f"Workshop Kit: {kind}", **schema}


def _draft_07(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_draft_07(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {
        key: {name: _draft_07(each) for name, each in value.items()}
        if key in {"properties", "patternProperties"}
        else _draft_07(value)
        for key, value in schema.items()
        # Titles are made of names and say nothing; `discriminator` belongs to another standard.
        if key not in {"title", "discriminator", "$ref", "default"}
    }
    if "prefixItems" in made:
        made["items"] = made.pop("prefixItems")
        made["additionalItems"] = False
    if made.get("type") == "object" and "minLength" in made:
        # What pydantic writes for a mapping that may not be empty.
        made["minProperties"] = made.pop("minLength")
    if "patternProperties" in made:
        made["additionalProperties"] = False
    if made.get("type") == "string":
        _as_the_kit_reads(made)
    if "default" in schema:
        made["default"] = schema["default"]
    if "$ref" in schema:
        reference = {"$ref": schema["$ref"].replace("#/$defs/", "#/definitions/")}
        # Draft-07 overlooks whatever stands beside a `$ref`.
        return {**made, "allOf": [reference]} if made else reference
    return made


def _as_the_kit_reads(made: dict[str, Any]) -> None:
    if made.get("pattern") == _ONE_LINE:
        made["pattern"] = _ONE_LINE_AND_BREAK
    if made.get("pattern", _ONE_LINE_AND_BREAK) == _ONE_LINE_AND_BREAK and not (
        {"enum", "const"} & made.keys()
    ):
        made["type"] = ["string", "number"]
