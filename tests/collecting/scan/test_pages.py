from __future__ import annotations

import multiprocessing
import random
import struct
import subprocess
import sys
import zlib
from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pikepdf
import pytest
from pikepdf import Dictionary, Name
from PIL import Image

from kit.collecting.scan import pdf_pages, scanned_page
from kit.collecting.scan.page_read import read
from kit.collecting.scan.pages import pages_of
from kit.collecting.scan.scanned_page import MOST_PAGES, ScannedPage
from kit.errors import Problem

if TYPE_CHECKING:
    from kit.collecting.scan.known_forms import KnownForms

GRAY = np.tile(np.arange(0, 200, dtype=np.uint8), (300, 2))


def codes(path: Path) -> list[str]:
    return [each.code if isinstance(each, Problem) else "page" for each in pages_of(path, "x")]


def write_pdf(path: Path, count: int) -> Path:
    first, *rest = [Image.fromarray(GRAY)] * count
    first.save(path, save_all=True, append_images=rest)
    return path


@pytest.mark.parametrize("ending", ["png", "jpg", "tif", "pdf"])
def test_a_page_comes_as_it_was_scanned(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"page.{ending}"
    Image.fromarray(GRAY).save(path, **({"quality": 95} if ending == "jpg" else {}))
    (page,) = pages_of(path, "x")
    assert isinstance(page, ScannedPage)
    assert page.pixels.shape == GRAY.shape
    assert np.abs(page.pixels.astype(int) - GRAY).mean() < 3


HEIC = b64decode(
    "AAAAHGZ0eXBoZWl4AAAAAG1pZjFoZWl4bWlhZgAAAU9tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAA"
    "AAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAABcwABAAAAAAAAAHcAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAA"
    "AAABAABodmMxAAAAAA5waXRtAAAAAAABAAAAz2lwcnAAAACwaXBjbwAAAHNodmNDAQQIAAAAn/gAAAAAP/AA/Pz4"
    "+AAADwNgAAEAF0ABDAH//wQIAAADAJ/4AAADAAA/ugJAYQABACdCAQEECAAAAwCf+AAAAwAAP8AoIBkWW6kkprmw"
    "IAAAAwMgAAADACFiAAEAB0QBwXKwYkAAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAABQAAAAZAAAAAO"
    "cGl4aQAAAAABCAAAABdpcG1hAAAAAAAAAAEAAQSBAgMEAAAAf21kYXQAAABzKAGuMnNHGMMMLOKw4Pafoo501m6W"
    "v+6TU25Jh84HdWG1ZPERgxYOfO04pCKISKe4wxCPyRtFgqALeI9ZpdV2A0Bp6hSq8rRc3i0Vq/zLop32gJ2HNd4A"
    "BSyHAAADAAyoAAADAAD7gAAAAwAGfAAAAwAQkA=="
)
"""A white page with a black square, as a phone writes it."""


def test_a_picture_as_phones_keep_it_is_read(tmp_path: Path) -> None:
    pytest.importorskip("pi_heif")
    path = tmp_path / "IMG_0001.HEIC"
    path.write_bytes(HEIC)
    (page,) = pages_of(path, "x")
    assert isinstance(page, ScannedPage)
    assert page.pixels.shape == (400, 320)
    assert page.pixels[50:110, 50:110].mean() < 20
    assert page.pixels[200:, 200:].mean() > 240
    chance = random.Random(3)  # noqa: S311 - no secret
    for _ in range(40):
        damaged = bytearray(HEIC)
        for _ in range(chance.randrange(1, 9)):
            damaged[chance.randrange(12, len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged[: chance.randrange(12, len(damaged))])
        for each in pages_of(path, "x"):
            assert isinstance(each, ScannedPage | Problem)


def test_where_it_cannot_be_read_one_line_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    path = tmp_path / "IMG_0001.HEIC"
    path.write_bytes(HEIC)
    (found,) = pages_of(path, "x")
    assert isinstance(found, Problem)
    assert found.code == "heic-picture"
    assert "JPEG" in (found.hint or "")


def test_all_pages_of_a_file_come_in_order(tmp_path: Path) -> None:
    for name in ("many.pdf", "many.tif"):
        shades = [Image.new("L", (400, 500), shade) for shade in (250, 150, 50)]
        shades[0].save(tmp_path / name, save_all=True, append_images=shades[1:])
        found = list(pages_of(tmp_path / name, name))
        assert all(isinstance(each, ScannedPage) for each in found)
        assert [str(each.where) for each in found] == [f"{name}, page {at}" for at in (1, 2, 3)]  # type: ignore[union-attr]
        means = [float(each.pixels.mean()) for each in found]  # type: ignore[union-attr]
        assert means == pytest.approx([250, 150, 50], abs=2)


def test_black_and_white_is_told_from_grey(tmp_path: Path) -> None:
    drawn = Image.fromarray(np.where(GRAY > 90, 255, 0).astype(np.uint8))
    for name in ("two.png", "two.tif", "two.pdf"):
        drawn.convert("1").save(tmp_path / name)
        (page,) = pages_of(tmp_path / name, name)
        assert isinstance(page, ScannedPage)
        assert page.two_tone, name
    assert not ScannedPage("x", 1, GRAY).two_tone


def test_transparent_and_deep_pictures_are_read(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    clear.save(tmp_path / "clear.png")
    (page,) = pages_of(tmp_path / "clear.png", "x")
    assert isinstance(page, ScannedPage)
    assert page.pixels.min() == 255
    deep = Image.fromarray((GRAY.astype(np.uint16)) * 256)
    deep.save(tmp_path / "deep.png")
    (page,) = pages_of(tmp_path / "deep.png", "x")
    assert isinstance(page, ScannedPage)
    assert page.pixels.max() > 200


def test_the_same_picture_is_known_in_another_kind_of_file(tmp_path: Path) -> None:
    Image.fromarray(GRAY).save(tmp_path / "a.png")
    Image.fromarray(GRAY).save(tmp_path / "a.tif")
    one, two = (next(iter(pages_of(tmp_path / name, name))) for name in ("a.png", "a.tif"))
    assert one.digest == two.digest  # type: ignore[union-attr]
    changed = GRAY.copy()
    changed[0, 0] ^= 1
    assert ScannedPage("x", 1, changed).digest != one.digest  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-scan"),
        (b"\0" * 5000, "no-scan"),
        (b"name,value\n1,2\n", "no-scan"),
        (b"%PDF-1.7\n", "damaged-scan"),
        (b"%PDF-1.7\n" + b"[" * 300_000, "damaged-scan"),
        (b"GIF89a" + b"\0" * 100, "no-scan"),
    ],
)
def test_what_is_no_scan_is_said(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(content)
    assert codes(path) == [code]


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    assert codes(tmp_path / "none.pdf") == ["not-read"]
    assert codes(tmp_path) == ["not-read"]


def png_that_says(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packed = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "size", [(50_000, 50_000), (60_000, 60_000), (20_000, 8_000), (2**31 - 1, 2**31 - 1)]
)
def test_a_picture_that_would_fill_the_memory_is_refused(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(png_that_says(*size))
    assert codes(path) == ["page-too-large"]


def test_a_pdf_with_such_a_picture_is_refused_and_the_next_page_read(tmp_path: Path) -> None:
    write_pdf(tmp_path / "plain.pdf", 2)
    with pikepdf.open(tmp_path / "plain.pdf") as pdf:
        (image,) = pdf.pages[0].get_images().values()
        image.Width = image.Height = 60_000
        pdf.save(tmp_path / "bomb.pdf")
    assert codes(tmp_path / "bomb.pdf") == ["page-too-large", "page"]


def endless(path: Path, before: int = 1) -> Path:
    """Write a PDF of which a page asks for twelve drawings, each for twelve more, nine deep."""
    pdf = pikepdf.new()
    for _ in range(before):
        pdf.add_blank_page()
    page = pdf.add_blank_page()
    drawing = pikepdf.Stream(pdf, b"0 0 1 1 re f")
    for _ in range(9):
        drawing.Type, drawing.Subtype = Name.XObject, Name.Form
        drawing.BBox = pikepdf.Array([0, 0, 600, 800])
        inner = Dictionary(XObject=Dictionary(F=pdf.make_indirect(drawing)))
        drawing = pikepdf.Stream(pdf, b"/F Do " * 12, Resources=inner)
    page.Contents = drawing
    page.Resources = drawing.Resources
    pdf.add_blank_page()
    pdf.save(path)
    return path


def test_a_page_that_is_drawn_forever_is_said_and_the_next_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert codes(write_pdf(tmp_path / "warm.pdf", 1)) == ["page"]
    monkeypatch.setattr(pdf_pages, "PATIENCE", 1.0)
    path = endless(tmp_path / "endless.pdf")
    _, slow, _ = pages_of(path, "x")
    assert isinstance(slow, Problem)
    assert str(slow.where) == "x, page 2"
    assert codes(path) == ["page", "page-too-slow", "page"]
    assert codes(write_pdf(tmp_path / "plain.pdf", 2)) == ["page", "page"]
    children = multiprocessing.active_children()
    assert len(children) == 1, "those that were stopped are gone"


def test_a_file_of_such_pages_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = endless(tmp_path / "endless.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages.extend([pdf.pages[1]] * 3)
        pdf.save(path)
    assert codes(write_pdf(tmp_path / "warm.pdf", 1)) == ["page"]
    monkeypatch.setattr(pdf_pages, "PATIENCE", 1.0)
    assert codes(path) == ["page", "page-too-slow", "page", "page-too-slow", "scan-too-slow"]


def test_where_what_draws_dies_the_page_is_said_and_the_next_one_read(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "three.pdf", 3)
    found = []
    for each in pages_of(path, "x"):
        found.append(each.code if isinstance(each, Problem) else "page")
        if len(found) == 1:
            # It may have drawn the next page already, which then comes.
            for child in multiprocessing.active_children():
                child.kill()
                child.join()
    assert sorted(found) == ["damaged-page", "page", "page"]
    assert codes(path) == ["page"] * 3


def test_what_is_not_wanted_any_more_is_not_drawn_on(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "three.pdf", 3)
    next(iter(pages_of(path, "x")))
    assert codes(path) == ["page"] * 3


def test_paper_as_large_as_a_wall_is_drawn_small(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(14_400, 14_400))
    pdf.save(tmp_path / "wall.pdf")
    (page,) = pages_of(tmp_path / "wall.pdf", "x")
    assert isinstance(page, ScannedPage)
    assert max(page.pixels.shape) <= 4400


def test_a_file_of_too_many_pages_is_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kit.collecting.scan import image_pages  # noqa: PLC0415

    assert MOST_PAGES >= 500
    for module in (scanned_page, pdf_pages, image_pages):
        monkeypatch.setattr(module, "MOST_PAGES", 2)
    write_pdf(tmp_path / "many.pdf", 3)
    assert codes(tmp_path / "many.pdf") == ["too-many-pages"]
    first, *rest = [Image.fromarray(GRAY)] * 3
    first.save(tmp_path / "many.tif", save_all=True, append_images=rest)
    assert codes(tmp_path / "many.tif") == ["too-many-pages"]


def test_a_locked_pdf_is_said(tmp_path: Path) -> None:
    write_pdf(tmp_path / "plain.pdf", 1)
    with pikepdf.open(tmp_path / "plain.pdf") as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="u", owner="o"))
    assert codes(tmp_path / "locked.pdf") == ["locked-pdf"]


@pytest.mark.parametrize("ending", ["pdf", "png", "jpg", "tif"])
def test_a_damaged_file_is_never_more_than_a_problem(tmp_path: Path, ending: str) -> None:
    whole = tmp_path / f"whole.{ending}"
    Image.fromarray(GRAY).save(whole)
    content = whole.read_bytes()
    chance = random.Random(7)  # noqa: S311 - no secret
    path = tmp_path / f"damaged.{ending}"
    for at in range(60):
        damaged = bytearray(content)
        if at % 2:
            del damaged[chance.randrange(1, len(damaged)) :]
        for _ in range(chance.randrange(1, 30)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged)
        for each in pages_of(path, "x"):
            assert isinstance(each, ScannedPage | Problem)
            if isinstance(each, Problem):
                assert each.where
                assert each.message.endswith(".")


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (20_000, 3), (299, 299)])
def test_a_picture_too_small_to_read_is_no_form(
    tmp_path: Path, known: KnownForms, size: tuple[int, int]
) -> None:
    Image.new("L", size, 0).save(tmp_path / "dot.png")
    (page,) = pages_of(tmp_path / "dot.png", "x")
    assert isinstance(page, ScannedPage)
    found = read(page, known)
    assert isinstance(found, Problem)
    assert found.code == "not-a-form"


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is asked of Linux")
def test_memory_stays_flat_over_a_long_scan(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    noise = rng.integers(0, 255, (3000, 1700), dtype=np.uint8)
    sheets = [Image.fromarray(np.roll(noise, 7 * at)[:2200]) for at in range(160)]
    sheets[0].save(tmp_path / "long.pdf", save_all=True, append_images=sheets[1:], quality=60)
    del sheets
    program = """if True:
        import sys
        from multiprocessing import active_children
        from pathlib import Path
        from kit.collecting.scan.pages import pages_of

        held = {}
        for number, _ in enumerate(pages_of(Path(sys.argv[1]), "x"), start=1):
            status = Path("/proc/self/status").read_text()
            held[number] = int(status.split("VmRSS:")[1].split()[0])
            for each in active_children():
                status = Path(f"/proc/{each.pid}/status").read_text()
                held[number] += int(status.split("VmRSS:")[1].split()[0])
        print(len(held), max(held[number] for number in held if number > 40) - held[40])
    """
    said = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "long.pdf")],
        capture_output=True,
        text=True,
        check=True,
    )
    count, more = map(int, said.stdout.split())
    assert count == 160
    assert more < 25_000, f"{more} kB more after 160 pages than after 40"
