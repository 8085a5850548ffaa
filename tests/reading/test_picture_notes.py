"""Pictures lose their notes and not a point."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageOps
from PIL.PngImagePlugin import PngInfo

from kit.reading.picture_notes import without_notes

SECRET = b"Ann Author, 40.7 N"
TURNED = range(1, 9)


def sample(mode: str = "RGB") -> Image.Image:
    """A picture each corner of which is different."""
    made = Image.new(mode, (48, 32))
    for x in range(48):
        for y in range(32):
            made.putpixel((x, y), (x * 5, y * 7, 90, 0)[: len(mode)] if len(mode) > 1 else x * 5)
    return made


def jpeg(mode: str = "RGB", turned: int = 0, **options: bool) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = SECRET.decode()
    if turned:
        exif[0x0112] = turned
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = BytesIO()
    sample(mode).save(
        made, "JPEG", exif=exif, comment=SECRET, icc_profile=profile, restart_marker_rows=1,
        **options,
    )  # fmt: skip
    return made.getvalue()


def png() -> bytes:
    notes = PngInfo()
    notes.add_text("Author", SECRET.decode())
    notes.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    notes.add_text("Comment", SECRET.decode(), zip=True)
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    made = BytesIO()
    sample("RGBA").save(made, "PNG", pnginfo=notes, exif=exif, dpi=(300, 300))
    return made.getvalue()


def points(content: bytes) -> bytes:
    with Image.open(BytesIO(content)) as picture:
        return picture.tobytes()


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
@pytest.mark.parametrize("options", [{}, {"progressive": True}])
def test_a_jpeg_keeps_its_points_and_colors(mode: str, options: dict[str, bool]) -> None:
    content = jpeg(mode, **options)
    assert content.count(SECRET) == 3

    plain = without_notes(content)

    assert SECRET not in plain
    assert b"Exif" not in plain
    assert points(plain) == points(content)
    with Image.open(BytesIO(plain)) as picture:
        assert picture.info["icc_profile"]
        assert not picture.getexif()
    assert without_notes(plain) == plain


@pytest.mark.parametrize("turned", TURNED)
def test_the_side_that_is_up_stays_and_nothing_else(turned: int) -> None:
    content = jpeg(turned=turned)

    plain = without_notes(content)

    assert SECRET not in plain
    with Image.open(BytesIO(plain)) as mine, Image.open(BytesIO(content)) as theirs:
        assert dict(mine.getexif()) == ({0x0112: turned} if turned > 1 else {})
        assert ImageOps.exif_transpose(mine).tobytes() == (
            ImageOps.exif_transpose(theirs).tobytes()
        )


def test_what_stands_behind_the_end_is_left_out() -> None:
    for content in (jpeg(), png()):
        assert without_notes(content + SECRET) == without_notes(content)


def test_a_png_keeps_its_points_and_size_on_paper() -> None:
    content = png()

    plain = without_notes(content)

    assert SECRET in content
    for kind in (b"tEXt", b"iTXt", b"zTXt", b"eXIf", SECRET):
        assert kind not in plain
    assert points(plain) == points(content)
    with Image.open(BytesIO(plain)) as picture:
        assert picture.info["dpi"]


# Without ids of its own a test would be called by bytes in which the second of the run stands.
@pytest.mark.parametrize(
    "content",
    [jpeg()[:-2], jpeg()[:30], png()[:-4], b"GIF89a", b""],
    ids=["jpeg without its end", "head of a jpeg", "png without its end", "gif", "empty"],
)
def test_half_a_file_is_none(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"early|neither"):
        without_notes(content)


@given(st.sampled_from([b"\xff\xd8", b"\x89PNG\r\n\x1a\n", jpeg()[:60]]), st.binary())
def test_rubbish_is_refused_in_one_way(begin: bytes, rest: bytes) -> None:
    with suppress(ValueError):
        assert without_notes(begin + rest).startswith(begin[:2])
