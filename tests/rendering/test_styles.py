from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from kit.errors import KitError
from kit.rendering.styles import Styles

REPOSITORY = Path(__file__).parents[2]
SLOW = {
    "columns": r"(?<![-\w])columns?(-count|-width)?\s*:\s*\d",
    "grid": r"display\s*:\s*(inline-)?grid",
    "flex": r"display\s*:\s*(inline-)?flex",
    "leader": r"leader\(",
    "opacity": r"(?<![-\w])opacity\s*:",
    "automatic hyphens": r"hyphens\s*:\s*auto",
}


@pytest.mark.parametrize("rule", SLOW)
def test_the_press_is_given_nothing_that_is_slow_or_breaks_tags(bundled: Path, rule: str) -> None:
    assert not re.search(SLOW[rule], Styles((bundled,)).press("letter"))


def test_paper_is_the_only_difference_between_letter_and_a4(bundled: Path) -> None:
    styles = Styles((bundled,))
    letter, a4 = styles.press("letter").splitlines(), styles.press("a4").splitlines()
    assert letter[0] == "@page { size: letter } @page wide { size: letter landscape }"
    assert a4[0] == "@page { size: A4 } @page wide { size: A4 landscape }"
    assert letter[1] == ":root { --page-height: 279.4mm; --page-width: 215.9mm }"
    assert a4[1] == ":root { --page-height: 297mm; --page-width: 210mm }"
    assert letter[2:] == a4[2:]


def test_the_screens_fonts_are_made_from_the_installed_ones(tmp_path: Path) -> None:
    script = (REPOSITORY / ".ci" / "make_fonts.py").read_text("utf-8")
    run = f"{script.split('if __name__')[0]}\nmake(Path({str(tmp_path)!r}))"
    subprocess.run([sys.executable, "-c", run], check=True)
    for face in tmp_path.glob("*.woff2"):
        assert (REPOSITORY / "templates" / "fonts" / face.name).read_bytes() == face.read_bytes()


def test_a_style_that_is_a_link_out_of_the_folder_is_refused(tmp_path: Path, bundled: Path) -> None:
    (tmp_path / "id_rsa").write_text("private", encoding="utf-8")
    styles = tmp_path / "templates" / "styles"
    styles.mkdir(parents=True)
    (styles / "own.css").symlink_to(tmp_path / "id_rsa")
    with pytest.raises(KitError) as refused:
        Styles((tmp_path / "templates", bundled)).screen("letter")
    (problem,) = refused.value.problems
    assert problem.code == "outside-project"
    assert problem.where
    assert problem.where.file == "templates/styles/own.css"


def test_a_style_that_is_not_utf_8_is_told_with_its_place(tmp_path: Path, bundled: Path) -> None:
    (tmp_path / "styles").mkdir()
    (tmp_path / "styles" / "own.css").write_bytes(b":root {}\n/* caf\xe9 */")
    with pytest.raises(KitError) as refused:
        Styles((tmp_path, bundled)).press("letter")
    (problem,) = refused.value.problems
    assert problem.code == "encoding"
    assert str(problem.where) == "templates/styles/own.css:2:7"
