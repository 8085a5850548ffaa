from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf
import pytest

from kit.press.engine import VARIANT

if TYPE_CHECKING:
    from pathlib import Path

    from kit.press.engine import Press
    from kit.press.finisher import Finisher

HTML = "<!doctype html><html lang=en><title>T</title><h1>Title</h1><p><em>some</em> text</p></html>"
STYLES = "h1 { font: 600 20pt 'Kit Sans' }"


def _printed_without(press: Press, root: Path, family: str) -> Any:
    """Print, and take the letters of a family out of the file before it is looked at."""

    def write(document: Any, finish: Finisher) -> bytes:
        def spoilt(document: Any, pdf: Any) -> None:
            for item in pdf.objects:
                if (
                    isinstance(item, pydyf.Dictionary)
                    and item.get("Type") == "/FontDescriptor"
                    and family in str(item["FontName"])
                ):
                    for file in ("FontFile", "FontFile2", "FontFile3"):
                        item.pop(file, None)
            finish(document, pdf)

        pdf: bytes = document.write_pdf(finisher=spoilt, pdf_variant=VARIANT)
        return pdf

    return press.make(HTML, STYLES, root, write)


@pytest.mark.parametrize("family", ["Kit-Sans", "Kit-Serif"])
def test_a_font_that_is_not_in_the_file_is_named(press: Press, root: Path, family: str) -> None:
    problems = _printed_without(press, root, family).problems
    assert {problem.code for problem in problems} == {"font-not-embedded"}
    assert all(family in problem.message for problem in problems)


def test_every_font_of_a_document_is_embedded(press: Press, root: Path) -> None:
    assert _printed_without(press, root, "no such family").problems == ()
