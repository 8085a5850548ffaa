"""The files of the example report: printed in both papers, and looked at as paper and as tags."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import page as page_validation
import pypdfium2
import pytest

from kit.library import Library, bundled_folder
from kit.reporting.comments.codebook import load_codebook
from kit.reporting.example import example_source
from kit.reporting.making import Computed, Source, Wanted, computed
from kit.reporting.report_files import report_files
from kit.reporting.scope import Scope
from tests.second_checker import errors_in

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from kit.editions.setting import Paper

pytestmark = pytest.mark.xdist_group("example-report")

BUNDLED = Library(None, bundled_folder())
DAY = date(2027, 12, 1)
NEEDS = Scope("session", "interns-2027/needs")
FEW = Scope("session", "junior-faculty-2027/hard-cases")


@pytest.fixture(scope="module")
def source() -> Generator[Source]:
    with example_source(BUNDLED) as opened:
        yield opened


def found_of(source: Source, wanted: Wanted) -> Computed:
    return computed(BUNDLED, source, wanted, lambda each: each, load_codebook(BUNDLED))


@pytest.mark.parametrize(
    ("scope", "paper", "language"),
    [
        (NEEDS, "letter", "en-US"),
        pytest.param(NEEDS, "a4", "es", marks=pytest.mark.slow),
        (FEW, "letter", "en-US"),
        pytest.param(Scope(), "letter", "en-US", marks=pytest.mark.slow),
        pytest.param(Scope("cohort", "junior-faculty-2027"), "a4", "en-US", marks=pytest.mark.slow),
    ],
    ids=lambda each: each.key if isinstance(each, Scope) else None,
)
def test_a_report_is_printed_tagged_and_without_a_warning(
    source: Source, scope: Scope, paper: Paper, language: str, tmp_path: Path
) -> None:
    wanted = Wanted(scope=scope, paper=paper, language=language, outputs=("pdf",), out=tmp_path)
    made = report_files(BUNDLED, wanted, found_of(source, wanted), DAY)
    assert made.problems == ()
    (file,) = tmp_path.rglob("report.pdf")
    pdf = file.read_bytes()
    report = page_validation.validate_pdf_bytes(
        pdf, profile=page_validation.ValidationProfile.PDF_UA_1
    )
    assert [f"{each.rule_id} {each.message}" for each in report.failures] == []
    assert errors_in(pdf) == []
    with pypdfium2.PdfDocument(pdf) as document:
        synthetic = "Made-up answers" if language == "en-US" else "Respuestas inventadas"
        assert all(synthetic in page.get_textpage().get_text_range() for page in document)


def test_the_same_answers_give_the_same_bytes(source: Source, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        out = tmp_path / name
        outputs = ("html", "pdf", "figures", "data", "summary")
        wanted = Wanted(scope=NEEDS, outputs=outputs, out=out)
        report_files(BUNDLED, wanted, found_of(source, wanted), DAY)
        made.append(
            {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
        )
    assert len(made[0]) > 10
    alone = [path.name for path in made[0] if path.suffix in {".svg", ".csv"}]
    assert alone
    assert all(name.startswith("made-up-") for name in alone)
    assert made[0] == made[1]
