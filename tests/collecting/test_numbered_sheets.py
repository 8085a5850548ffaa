from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pypdfium2
import pytest
import zxingcpp

from kit.collecting.numbered_sheets import print_numbered
from kit.errors import KitError
from kit.instrument.sheet_code import read_code
from kit.library import Library, find_library
from kit.pipeline.build import build
from kit.pipeline.records.kept_forms import kept_forms
from kit.pipeline.records.sheet_tokens import tokens_of
from kit.pipeline.request import Request

if TYPE_CHECKING:
    from pathlib import Path


class Silent:
    """A progress that nobody looks at."""

    def expect(self, files: int) -> None: ...
    def working(self, on: str) -> None: ...
    def done(self, path: str, pages: int | None) -> None: ...
    def kept(self, path: str) -> None: ...
    def end(self) -> None: ...


def read_codes(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as opened:
        pages = [
            np.array(page.render(scale=150 / 72, grayscale=True).to_pil().convert("L"))
            for page in opened
        ]
    return [each.text for page in pages for each in zxingcpp.read_barcodes(page)]


def test_numbered_forms_are_those_of_the_packet_with_a_token(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    library = find_library(project)
    request = Request(workshops=("small",), editions=("evaluation-form",), formats=("pdf",))
    build(request, library, Silent())
    (kept,) = kept_forms(library)
    made = print_numbered(library, "small", 2, Request(workshops=("small",)))
    assert [each.form_map for each in kept_forms(library)] == [kept.form_map]
    codes = [read_code(text) for text in read_codes(made.path)]
    assert all(code and code.form_hash == kept.form_map.form_hash for code in codes)
    tokens = tokens_of(library, kept.form_map.form_hash)
    assert [code.token for code in codes if code] == [tokens[0], tokens[0], tokens[1], tokens[1]]
    assert (made.sheets, made.pages) == (2, 4)
    before = made.path.read_bytes()
    assert print_numbered(library, "small", 2, Request(workshops=("small",))).path == made.path
    assert made.path.read_bytes() == before


def test_without_a_project_nothing_is_printed(project: Path) -> None:
    with pytest.raises(KitError) as caught:
        print_numbered(Library(None, project), "small", 2, Request(workshops=("small",)))
    assert [each.code for each in caught.value.problems] == ["no-project"]
