"""Fonts that a file only names: another machine would print it with other letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf

from kit.press.preflight.proof import Proof, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.errors import Problem

_FILES = ("FontFile", "FontFile2", "FontFile3")


def unembedded(pdf: Any) -> tuple[str, ...]:
    """Name the fonts among a PDF's objects whose letters are not in the file."""
    objects = [item for item in pdf.objects if isinstance(item, pydyf.Dictionary)]
    described = {item.reference: item for item in objects if item.get("Type") == "/FontDescriptor"}
    missing = []
    for font in objects:
        # A composite font stands for the one below it, and a Type 3 font is its own drawings.
        if font.get("Type") != "/Font" or font.get("Subtype") in {"/Type0", "/Type3"}:
            continue
        descriptor = described.get(font.get("FontDescriptor"), {})
        if not any(file in descriptor for file in _FILES):
            missing.append(str(font.get("BaseFont", "/?"))[1:])
    return tuple(dict.fromkeys(missing))


def missing_fonts(proof: Proof) -> Iterator[Problem]:
    """Tell of fonts that are not in the file."""
    for name in proof.unembedded:
        yield warning(
            "font-not-embedded",
            f"The font “{name}” is not in the file; a printer may put another in its place.",
            "Use the kit's typefaces, or bring a font with @font-face that may be embedded.",
        )
