from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from pypdf import PdfReader

from kit.errors import Severity

if TYPE_CHECKING:
    from kit.press.engine import Press, Printed

HERE = Path(__file__).parent
DIGEST = """
import hashlib, runpy, sys
from pathlib import Path
from kit.press.engine import Press
sample = runpy.run_path(sys.argv[1])
folder = Path(sys.argv[2])
press = Press((folder,))
html = sample["document"](2, extra='<p><img src="logo.png" alt="The logo"></p>')
for _ in range(2):
    print(hashlib.sha256(press.print(html, sample["STYLESHEET"], folder).pdf).hexdigest())
"""


def _logo(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (8, 8), "black").save(folder / "logo.png")


def test_a_rich_document_conforms_to_pdf_ua_and_has_no_problems(
    printed_sample: Printed, findings: Any
) -> None:
    assert printed_sample.problems == ()
    assert findings(printed_sample.pdf) == []
    assert printed_sample.pages == len(PdfReader(io.BytesIO(printed_sample.pdf)).pages) > 10


def test_the_file_is_sound(printed_sample: Printed, tmp_path: Path) -> None:
    file = tmp_path / "sample.pdf"
    file.write_bytes(printed_sample.pdf)
    checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_title_author_language_and_bookmarks_are_there(printed_sample: Printed) -> None:
    reader = PdfReader(io.BytesIO(printed_sample.pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == "Managing up"
    assert reader.metadata.author == "Workshop Kit"
    assert reader.root_object["/Lang"] == "en"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert len(reader.outline) >= 1


def test_only_the_kits_faces_are_in_it(printed_sample: Printed) -> None:
    fonts = set()
    for page in PdfReader(io.BytesIO(printed_sample.pdf)).pages:
        for font in page["/Resources"]["/Font"].values():
            fonts.add(str(font.get_object()["/BaseFont"]).partition("+")[2])
    assert fonts
    assert all(name.startswith(("Kit-Serif", "Kit-Sans")) for name in fonts)


def test_the_same_input_gives_the_same_bytes_in_any_process_and_folder(tmp_path: Path) -> None:
    digests = set()
    for number, seed in enumerate(("0", "1", "random")):
        folder = tmp_path / f"project-{number}"
        _logo(folder)
        ran = subprocess.run(
            [sys.executable, "-c", DIGEST, HERE / "sample.py", folder],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{number}"},
            capture_output=True,
            text=True,
            check=True,
        )
        digests.update(ran.stdout.split())
    assert len(digests) == 1


def test_a_press_serves_many_documents_without_mixing_them(
    press: Press, root: Path, sample: dict[str, Any], printed_sample: Printed
) -> None:
    other = press.print(
        '<html lang="en"><title>O</title><h1>Other</h1>', "@page { size: a4 }", root
    )
    again = press.print(sample["document"](6), sample["STYLESHEET"], root)
    assert other.pages == 1
    assert hashlib.sha256(again.pdf).digest() == hashlib.sha256(printed_sample.pdf).digest()
    width = float(PdfReader(io.BytesIO(other.pdf)).pages[0].mediabox.width)
    assert width == pytest.approx(595.3, abs=0.1)


def test_a_mistake_in_the_style_sheet_is_told_for_every_document(print_body: Any) -> None:
    css = "p { colour: red; text-shadow: 1px 1px black }"
    for _ in range(2):
        problems = print_body("<p>text</p>", css).problems
        assert {problem.code for problem in problems} == {"layout"}
        assert any("colour" in problem.message for problem in problems)
        assert all(problem.severity is Severity.WARNING for problem in problems)


def test_a_link_that_leads_nowhere_is_a_warning(print_body: Any) -> None:
    css = "a::after { content: target-counter(attr(href), page) }"
    problems = print_body('<p><a href="#nowhere">there</a></p>', css).problems
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    assert {problem.code for problem in problems} == {"broken-link", "layout"}
    assert all("#nowhere" in problem.message for problem in problems)


def test_a_document_without_a_language_is_an_error(press: Press, root: Path) -> None:
    printed = press.print("<title>T</title><h1>T</h1>", "", root)
    assert [problem.severity for problem in printed.problems] == [Severity.ERROR]


def test_links_never_name_a_folder_of_this_machine(print_body: Any, root: Path) -> None:
    pdf = print_body('<p><a href="handouts/more.html">More</a></p>').pdf
    link = PdfReader(io.BytesIO(pdf)).pages[0]["/Annots"][0].get_object()
    assert link["/A"]["/URI"] == "handouts/more.html"
    texts = (
        b"".join(obj.get_data() for obj in _streams(PdfReader(io.BytesIO(pdf))))
        + repr(link).encode()
    )
    assert str(root).encode() not in texts


def _streams(reader: PdfReader) -> list[Any]:
    numbers = [*reader.xref[0], *reader.xref_objStm]
    objects = [reader.get_object(number) for number in numbers if number]
    return [item for item in objects if hasattr(item, "get_data")]


def test_nested_lists_and_code_stay_in_the_kits_faces(print_body: Any) -> None:
    nested = "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul><pre>x</pre><code>y</code>"
    assert print_body(nested).problems == ()
