from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" class="figure" width="50mm" height="20mm" '
    'viewBox="0 0 50 20"><title>A half black field</title>'
    '<rect x="0" y="0" width="25" height="20" fill="#000"/></svg>'
)
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def pictures(made: Any) -> list[Image.Image]:
    found = [name for name in sorted(made.parts) if name.startswith("word/media/")]
    return [Image.open(io.BytesIO(made.parts[name])) for name in found]


def test_a_figure_is_a_picture_of_its_size_with_its_words(word: Call) -> None:
    made = word(f"<div>{SVG}</div>")
    assert made.made.problems == ()
    (shape,) = made.document.inline_shapes
    assert (shape.width.mm, shape.height.mm) == pytest.approx((50, 20), abs=0.1)
    said = [each.get("descr") for each in made.body.iter(f"{DRAWING}docPr")]
    assert said == ["A half black field"]
    (picture,) = pictures(made)
    assert picture.width == pytest.approx(50 / 25.4 * 300, abs=2)
    middle = picture.height // 2
    assert picture.getpixel((picture.width // 4, middle)) == 0
    assert picture.getpixel((picture.width * 3 // 4, middle)) == 255


def test_a_figure_is_no_wider_than_its_place(word: Call) -> None:
    wide = SVG.replace('"50mm"', '"500mm"').replace('"20mm"', '"200mm"')
    (shape,) = word(f"<div>{wide}</div>").document.inline_shapes
    assert shape.width.mm == pytest.approx(215.9 - 19 - 17, abs=0.2)
    assert shape.height.mm == pytest.approx(shape.width.mm * 0.4, abs=0.2)


def test_a_figure_without_a_size_has_that_of_its_place(word: Call) -> None:
    bare = SVG.replace('width="50mm" height="20mm" ', "")
    (shape,) = word(f"<div>{bare}</div>").document.inline_shapes
    assert shape.width.mm == pytest.approx(215.9 - 19 - 17, abs=0.2)
    assert shape.height.mm == pytest.approx(shape.width.mm * 0.4, abs=0.2)


def test_a_photograph_stays_as_it_is(word: Call, root: Path) -> None:
    Image.new("RGB", (96, 48), "red").save(root / "red.png")
    made = word('<p>See <img src="red.png" alt="A red field"> here</p>')
    assert made.made.problems == ()
    assert made.parts["word/media/image1.png"] == (root / "red.png").read_bytes()
    (shape,) = made.document.inline_shapes
    assert (shape.width.mm, shape.height.mm) == pytest.approx((25.4, 12.7), abs=0.1)
    assert made.words == "See  here"


def test_a_picture_without_words_is_an_ornament(word: Call, root: Path) -> None:
    Image.new("L", (10, 10)).save(root / "grey.png")
    made = word('<p><img src="grey.png" alt=""></p>')
    (drawn,) = made.body.iter(f"{DRAWING}docPr")
    assert drawn.get("descr") is None
    assert b"decorative" in made.parts["word/document.xml"]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("absent.png", "missing-resource"),
        ("https://example.org/a.png", "blocked-resource"),
        ("file:///etc/hostname", "blocked-resource"),
        ("text.png", "unreadable-resource"),
    ],
)
def test_what_cannot_be_shown_is_told(word: Call, root: Path, address: str, code: str) -> None:
    (root / "text.png").write_text("no picture", encoding="utf-8")
    made = word(f'<p>before <img src="{address}" alt="x"> after</p>')
    assert [problem.code for problem in made.made.problems] == [code]
    assert made.words == "before after"
