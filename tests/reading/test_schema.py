from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kit.library import bundled_folder
from kit.reading.schema import SCHEMA_FOLDER, json_schema
from kit.reading.text_wording import PATTERNS
from kit.reading.yaml_source import read_source

EXAMPLES = Path(__file__).parents[1] / "examples" / "project"
SCHEMAS = json_schema()
FILES = [
    (path, path.stem if path.parent.name == "shared" else "workshop")
    for root in (EXAMPLES, bundled_folder())
    for path in sorted((root / "workshops").rglob("*.yaml"))
    if path.parent.name in {"shared", "workshops"}
]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schemas_are_draft_07(kind: str) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMAS[kind])
    text = json.dumps(SCHEMAS[kind])
    for later in ("prefixItems", "$defs", "unevaluated", "dependentRequired", '"discriminator"'):
        assert later not in text


@pytest.mark.parametrize("kind", SCHEMAS)
def test_nothing_stands_beside_a_reference(kind: str) -> None:
    def check(schema: Any) -> None:
        if isinstance(schema, dict):
            if "$ref" in schema:
                assert set(schema) == {"$ref"}
                assert schema["$ref"].removeprefix("#/definitions/") in SCHEMAS[kind]["definitions"]
            for each in schema.values():
                check(each)
        elif isinstance(schema, list):
            for each in schema:
                check(each)

    check(SCHEMAS[kind])


@pytest.mark.parametrize(("path", "kind"), FILES, ids=lambda each: getattr(each, "name", each))
def test_the_files_that_come_with_the_kit_fit(path: Path, kind: str) -> None:
    validator = jsonschema.Draft7Validator(SCHEMAS[kind])
    data = read_source(path, path.name).data
    assert [f"{each.json_path}: {each.message}" for each in validator.iter_errors(data)] == []


@pytest.mark.parametrize(("path", "kind"), FILES, ids=lambda each: getattr(each, "name", each))
def test_the_files_that_come_with_the_kit_name_their_schema(path: Path, kind: str) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    # Workshops lie beside the schema folder, shared files one folder deeper.
    up = "" if kind == "workshop" else "../"
    assert first == f"# yaml-language-server: $schema={up}{SCHEMA_FOLDER}/{kind}.json"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minimum: 3", "minimun: 3"),
        ("minimum: 3", "minimum: three"),
        ("kind: box", "kind: boxx"),
        ("bloom: apply", "bloom: applied"),
        ("short: 25}", "Short One: 25}"),
        ("lengths: {standard: 40, short: 25}", "lengths: {}"),
        ("fields: [keep, cherish, drop, talk about]", "fields: [keep]"),
        ("language: en-US", "language: English"),
    ],
)
def test_an_editor_sees_what_the_kit_sees(project: Path, edit: Any, old: str, new: str) -> None:
    edit(old, new)
    data = read_source(project / "workshops" / "small.yaml", "small.yaml").data
    assert not jsonschema.Draft7Validator(SCHEMAS["workshop"]).is_valid(data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Welcome", "title: 2027"),
        ("title: Welcome", "title: |\n      Welcome"),
        ("safe_contact: the ombuds office", "safe_contact:"),
    ],
)
def test_an_editor_accepts_what_the_kit_accepts(
    project: Path, edit: Any, old: str, new: str
) -> None:
    edit(old, new)
    data = read_source(project / "workshops" / "small.yaml", "small.yaml").data
    assert jsonschema.Draft7Validator(SCHEMAS["workshop"]).is_valid(data)


def test_keys_are_described_for_whoever_types_them() -> None:
    described = SCHEMAS["workshop"]["definitions"]["Activity"]["properties"]["minutes"]
    assert "Minutes in each length" in described["description"]


def test_every_pattern_has_words() -> None:
    used = set()
    for schema in SCHEMAS.values():
        text = json.dumps(schema)
        used |= {json.loads(each) for each in re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', text)}
        used |= {
            pattern
            for keys in re.findall(r'"patternProperties": ({.*?"(?:[^"\\]|\\.)*")', text)
            for pattern in json.loads(keys + ": 0}")
        }
    used = {pattern.replace(r"^\s*[^\n]*\s*$", r"^[^\n]*$") for pattern in used}
    assert used == set(PATTERNS)


def test_the_schemas_are_made_alike_every_time() -> None:
    assert json.dumps(json_schema()) == json.dumps(SCHEMAS)
