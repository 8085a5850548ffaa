"""The bundled typefaces: Source Serif and Source Sans, from their packages."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

FAMILIES = ("Kit Serif", "Kit Sans")
_PACKAGES = {
    "Kit Serif": ("font_source_serif_pro", "SourceSerifPro"),
    "Kit Sans": ("font_source_sans_pro", "SourceSansPro"),
}
_CUTS = (
    ("Regular", 400, "normal"),
    ("It", 400, "italic"),
    ("Semibold", 600, "normal"),
    ("Bold", 700, "normal"),
)


class Face(NamedTuple):
    """One cut of a bundled family, and its file."""

    family: str
    weight: int
    style: str
    file: Path


@cache
def faces() -> tuple[Face, ...]:
    """The faces that templates may use by name; FileNotFoundError when a font package is absent."""
    found = []
    for family, (package, stem) in _PACKAGES.items():
        # The packages list their whole folder when they are imported: ask only where they are.
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            raise FileNotFoundError(f"the Python package {package} with the fonts is not installed")
        folder = Path(spec.origin).parent / "files"
        for cut, weight, style in _CUTS:
            file = (folder / f"{stem}-{cut}.ttf").resolve()
            if not file.is_file():
                raise FileNotFoundError(f"the font file {file} is missing")
            found.append(Face(family, weight, style, file))
    return tuple(found)


def font_files() -> tuple[Path, ...]:
    """The files of all bundled faces, resolved."""
    return tuple(face.file for face in faces())
