from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from kit.errors import Place, Problem, Severity
from kit.pipeline.manifest import DocumentRecord, RequestRecord, UnitRecord, load_manifest

if TYPE_CHECKING:
    from pathlib import Path


def document(folder: Path, name: str = "w/participants/a.pdf") -> DocumentRecord:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    stat = path.stat()
    warning = Problem("layout", "Odd.", Place("a.css", 1, 2, "x"), "Mend it.", Severity.WARNING)
    return DocumentRecord(
        path=name, workshop="w", workshop_title="W", edition="a", title="A", side="participants",
        format="pdf", variant="", copies=1, note="", paper="letter", made_from="m", content="c",
        size=stat.st_size, mtime_ns=stat.st_mtime_ns, pages=3, problems=(warning,),
    )  # fmt: skip


def test_it_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    manifest = load_manifest(tmp_path)
    assert not manifest.found
    manifest.record_document(document(tmp_path))
    manifest.record_unit(
        "w|", UnitRecord("w", "i", ("0:a.yaml",), (("w/participants/a.pdf", "c"),), 2)
    )
    manifest.record_request("k", RequestRecord(everything=True, workshops=("w",), options=""))
    manifest.files = {"a": (1, 2, "d")}
    manifest.save()
    again = load_manifest(tmp_path)
    assert again.found
    assert again.documents == manifest.documents
    assert again.units == manifest.units
    assert again.requests == manifest.requests
    assert again.files == manifest.files
    assert again.is_fresh("w/participants/a.pdf")


def test_a_file_that_was_touched_is_not_fresh(tmp_path: Path) -> None:
    manifest = load_manifest(tmp_path)
    manifest.record_document(document(tmp_path))
    (tmp_path / "w/participants/a.pdf").write_bytes(b"longer")
    assert not manifest.is_fresh("w/participants/a.pdf")
    (tmp_path / "w/participants/a.pdf").unlink()
    assert not manifest.is_fresh("w/participants/a.pdf")
    assert not manifest.is_fresh("unknown")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"name": "a web app"}', '{"workshop-kit": 1}',
     '{"workshop-kit": 1, "format": 99}', "[" * 100_000],
)  # fmt: skip
def test_what_cannot_be_read_counts_as_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    manifest = load_manifest(tmp_path)
    assert manifest.documents == {}
    assert manifest.found == ("workshop-kit" in text)


def spoil(data: dict[str, Any], part: str) -> None:
    data[part] = {"x": {"unknown": 1}} if part != "files" else {"x": [1]}


@pytest.mark.parametrize("part", ["documents", "units", "requests", "files"])
def test_a_part_that_is_spoiled_counts_as_nothing(tmp_path: Path, part: str) -> None:
    manifest = load_manifest(tmp_path)
    manifest.record_document(document(tmp_path))
    manifest.save()
    data = json.loads((tmp_path / "manifest.json").read_bytes())
    spoil(data, part)
    (tmp_path / "manifest.json").write_text(json.dumps(data), encoding="utf-8")
    again = load_manifest(tmp_path)
    assert again.found
    assert again.documents == {}


def test_old_requests_are_forgotten(tmp_path: Path) -> None:
    manifest = load_manifest(tmp_path)
    for number in range(100):
        manifest.record_request(
            str(number), RequestRecord(everything=False, workshops=(), options="")
        )
    assert len(manifest.requests) == 40
    assert list(manifest.requests)[-1] == "99"
