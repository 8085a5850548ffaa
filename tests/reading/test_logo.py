from __future__ import annotations

import base64
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageOps

from kit.library import Library
from kit.reading.cohort import load_cohort
from kit.reading.logo import read_logo

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import WriteCohort

    from kit.errors import Problem
    from kit.reading.logo import Logo

    Read = Callable[..., tuple[Logo | None, tuple[Problem, ...]]]

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">{inside}</svg>'


def drawing(inside: str = '<path d="M0 0h9v9z"/>', size: str = "100 20") -> bytes:
    return SVG.format(inside=inside, size=size).encode()


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 40)) -> bytes:
    made = BytesIO()
    Image.new("L", size, 90).save(made, kind)
    return made.getvalue()


@pytest.fixture
def read(project: Path) -> Read:
    """Read the logo of a cohort whose file names it."""

    def run(content: bytes | None, name: str = "a.svg", head: str = "institution: A & B") -> Any:
        cohorts = project / "workshops" / "cohorts"
        (cohorts / "logos").mkdir(parents=True, exist_ok=True)
        if content is not None:
            (cohorts / "logos" / name).write_bytes(content)
        (cohorts / "group.yaml").write_text(
            f"kit: 1\ntitle: Group\n{head}\nlogo: logos/{name}\n"
            "sessions: [{id: one, workshop: small}]\n",
            encoding="utf-8",
        )
        library = Library(project, project)
        cohort, problems = load_cohort(library, "group")
        assert cohort, problems
        return read_logo(cohort, library)

    return run


@pytest.mark.parametrize(
    ("content", "name", "size"),
    [
        (drawing(size="100 20"), "a.svg", (50, 10)),
        (drawing(size="10,10"), "a.svg", (13, 13)),
        (picture(), "a.png", (13, 13)),
        (picture("JPEG", (400, 80)), "a.JPG", (50, 10)),
        (picture("JPEG"), "a.png", (13, 13)),
    ],
)
def test_a_logo_is_as_large_as_there_is_room(
    read: Read, content: bytes, name: str, size: tuple[float, float]
) -> None:
    logo, problems = read(content, name)

    assert not problems
    assert logo
    assert (logo.width, logo.height) == size
    assert logo.text == "A & B"
    assert logo.address.startswith("data:image/")


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (None, "a.svg", "no-such-file"),
        (b"GIF89a", "a.gif", "logo-kind"),
        (picture()[:-30], "a.png", "unreadable-logo"),
        (b"no picture", "a.jpeg", "unreadable-logo"),
        (b"<svg>", "a.svg", "unreadable-logo"),
        (b'<svg viewBox="0 0 1 1"/>', "a.svg", "unreadable-logo"),
        (drawing().decode().encode("utf-16"), "a.svg", "unreadable-logo"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + drawing(), "a.svg", "unreadable-logo"),
        (drawing("<g>" * 3000 + "</g>" * 3000), "a.svg", "unreadable-logo"),
        (drawing("<g/>" * 20_001), "a.svg", "too-large"),
        (b" " * 2_000_001, "a.svg", "too-large"),
        (picture(size=(6000, 5000)), "a.png", "too-large"),
        (drawing(size="0 5"), "a.svg", "logo-size"),
        (drawing(size="NaN 5"), "a.svg", "logo-size"),
        (drawing("<script/>"), "a.svg", "blocked-resource"),
        (drawing("<foreignObject/>"), "a.svg", "blocked-resource"),
        (drawing('<image href="https://example.org/a.png"/>'), "a.svg", "blocked-resource"),
        (drawing('<image href="file:///a.png"/>'), "a.svg", "blocked-resource"),
        (drawing('<image href="data:image/svg+xml;base64,AA"/>'), "a.svg", "blocked-resource"),
        (drawing('<use href="b.svg#a"/>'), "a.svg", "blocked-resource"),
        (drawing('<g onload="x()"/>'), "a.svg", "blocked-resource"),
        (drawing('<g fill="url( b.svg#a )"/>'), "a.svg", "blocked-resource"),
        (drawing('<g style="fill: u\\72l(b.svg)"/>'), "a.svg", "blocked-resource"),
        (drawing("<style>@import 'a.css'</style>"), "a.svg", "blocked-resource"),
    ],
)
def test_what_cannot_be_a_logo_is_told_at_its_line(
    read: Read, content: bytes | None, name: str, code: str
) -> None:
    logo, (problem,) = read(content, name)

    assert logo is None
    assert problem.code == code
    assert problem.hint
    assert problem.where
    assert (problem.where.line, problem.where.column) == (4, 7)


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a.png", "//example.org/a.png", "www.example.org/a.png", "file:///a.png"],
)
def test_an_address_is_told_what_to_do(cohort: WriteCohort, project: Path, address: str) -> None:
    cohort(head=f"institution: A & B\nlogo: {address}")
    library = Library(project, project)
    loaded, _ = load_cohort(library, "group")
    assert loaded

    logo, (problem,) = read_logo(loaded, library)

    assert logo is None
    assert problem.code == "logo-address"
    assert "local file" in problem.message
    assert "beside the cohort file" in problem.hint


def held(logo: Logo | None) -> bytes:
    assert logo
    return base64.b64decode(logo.address.partition(",")[2])


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photograph_loses_its_notes_and_stands_upright(read: Read, kind: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Ann Author"
    exif[0x0112] = 6
    made = BytesIO()
    photograph = Image.new("L", (20, 80), 90)
    photograph.paste(255, (0, 0, 20, 8))
    photograph.save(made, kind, exif=exif)
    assert b"Ann Author" in made.getvalue()

    logo, problems = read(made.getvalue(), f"a.{kind.lower()}")

    assert not problems
    assert logo
    assert (logo.width, logo.height) == (50, 12.5)
    assert b"Ann Author" not in held(logo)
    assert logo.address.startswith(f"data:image/{kind.lower()};")
    with Image.open(BytesIO(held(logo))) as picture:
        shown = ImageOps.exif_transpose(picture)
    assert shown.size == (80, 20)
    assert shown.getpixel((78, 10)) > 200
    assert shown.getpixel((2, 10)) < 120


def test_pictures_in_a_drawing_lose_their_notes_too(read: Read) -> None:
    made = BytesIO()
    Image.new("L", (9, 9)).save(made, "JPEG", comment=b"Ann Author")
    address = f"data:image/jpeg;base64,{base64.b64encode(made.getvalue()).decode()}"
    broken = "data:image/png;base64,AAAA"

    logo, problems = read(drawing(f'<image href="{address}"/><image href="{broken}"/>'))

    assert not problems
    root = ET.fromstring(held(logo))  # noqa: S314
    first, second = root
    plain = base64.b64decode(first.attrib["href"].partition(",")[2])
    assert plain.startswith(b"\xff\xd8")
    assert b"Ann" not in plain
    assert "href" not in second.attrib


def test_a_part_is_missed_where_the_engine_is_loaded_too(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PIL.ImageFile.LOAD_TRUNCATED_IMAGES", True)

    _, (problem,) = read(picture()[:-30], "a.png")

    assert problem.code == "unreadable-logo"


def test_it_has_to_say_whose_it_is(read: Read) -> None:
    _, (problem,) = read(drawing(), head="")
    assert problem.code == "logo-without-name"


def test_it_lies_in_the_project(read: Read, project: Path) -> None:
    (project.parent / "a.svg").write_bytes(drawing())
    _, (problem,) = read(None, "../../../../a.svg")
    assert problem.code == "outside-project"


def test_a_link_out_of_the_project_is_not_followed(read: Read, project: Path) -> None:
    outside = project.parent / "elsewhere.svg"
    outside.write_bytes(drawing())
    link = project / "workshops" / "cohorts" / "logos" / "a.svg"
    link.parent.mkdir(parents=True)
    link.symlink_to(outside)
    _, (problem,) = read(None)
    assert problem.code == "outside-project"


def test_one_that_may_not_be_read_is_told(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    logo, (problem,) = read(drawing())
    assert logo is None
    assert problem.code == "unreadable-logo"
    assert "Permission denied" in problem.message


def test_what_a_drawing_program_notes_is_left_out(read: Read) -> None:
    noted = (
        "<metadata>Ann Author</metadata><title>Ann</title><desc>Ann</desc>"
        '<!-- Ann --><x:view xmlns:x="urn:x" name="Ann"/>'
        '<g xmlns:x="urn:x" x:file="/home/ann" data-name="Ann" fill="url(#a)"><path d="M0 0"/></g>'
        '<use href="#b"/>'
    )
    logo, problems = read(b'<?xml version="1.0"?><?xml-stylesheet href="a.css"?>' + drawing(noted))

    assert not problems
    assert logo
    kept = base64.b64decode(logo.address.partition(",")[2]).decode()
    assert "nn" not in kept
    assert "a.css" not in kept
    kinds = [element.tag.rpartition("}")[2] for element in ET.fromstring(kept).iter()]  # noqa: S314
    assert kinds == ["svg", "g", "path", "use"]
