from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from PIL import Image

from kit.cli import collect_scan
from kit.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


@pytest.mark.slow
def test_an_empty_form_is_scanned_and_every_row_waits_for_a_person(
    kit: Call, project: Path
) -> None:
    assert kit("build", "small", "--edition", "evaluation-form", "--format", "pdf").returncode == 0
    (blank,) = (project / "records" / "forms").glob("*.pdf")
    document = pypdfium2.PdfDocument(blank)
    pages = [page.render(scale=200 / 72, grayscale=True).to_pil() for page in document]
    pages[0].save(project / "scan.pdf", save_all=True, append_images=pages[1:], resolution=200)
    Image.new("L", (1700, 2200), 255).save(project / "back.png")
    (project / "words.txt").write_text("no scan", encoding="utf-8")

    said = kit("collect", "scan", "scan.pdf", "back.png", "words.txt")
    assert said.returncode == 1
    assert "words.txt: error: This is no PDF, JPEG, PNG, TIFF or HEIC. [no-scan]" in said.stderr
    lines = said.stdout.splitlines()
    assert lines[0].endswith("1 blank back among them, 1 not read.")
    assert lines[1] == "Taken in: 1 sheet."
    assert lines[2].startswith("Rows: 0 taken, 0 to review. Blanks to confirm: ")
    assert lines[2].endswith("Comments to type in: 0.")

    scans = project / "scans"
    scans.mkdir()
    for name in ("scan.pdf", "words.txt"):
        (project / name).rename(scans / name)
    again = kit("collect", "scan", "scans")
    assert again.returncode == 0
    assert "In already: 1 sheet; nothing was added." in again.stdout
    assert "Not looked at, since its name ends otherwise: words.txt. [passed-over]" in again.stderr


def test_a_project_without_printed_forms_is_told_what_to_do(kit: Call, project: Path) -> None:
    (project / "scan.pdf").write_bytes(b"%PDF-1.7")
    said = kit("collect", "scan", "scan.pdf")
    assert said.returncode == 2
    assert "[no-forms]" in said.stderr
    assert "records/forms" in said.stderr


def test_without_the_extra_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from kit.press import extras  # noqa: PLC0415

    assert collect_scan.__doc__
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "cv2" else object())
    assert run(["collect", "scan", str(tmp_path / "scan.pdf")]) == 2
    assert 'pip install "workshop-kit[scan]"' in capsys.readouterr().err
