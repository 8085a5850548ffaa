"""The fonts that a process knows: the system's, the bundled ones, and those of style sheets."""

from __future__ import annotations

from multiprocessing.util import Finalize
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from kit.press.weasyprint_import import (
    FONT_SLANTS,
    FONT_WEIGHTS,
    FontConfiguration,
    ffi,
    fontconfig,
    pangoft2,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.press.fonts import Face


class ProcessFonts(FontConfiguration):  # type: ignore[misc]
    """A font configuration that workers may inherit, with the bundled faces where they lie.

    WeasyPrint copies each font of a style sheet to a folder that is left behind when a worker ends,
    and that any process which forgets the configuration removes, a forked one too. The bundled
    faces need no copies; a folder for others is removed by the process that made it.
    """

    _folder: Path | None

    def __init__(self, faces: Iterable[Face]) -> None:
        super().__init__()
        self._add_faces(tuple(faces))

    def add_font_face(self, rule_descriptors: Any, url_fetcher: Any) -> None:
        """Add a font that a style sheet brings."""
        if self._folder is None:
            self._folder = Path(mkdtemp(prefix="kit-fonts-"))
            Finalize(self, rmtree, (self._folder, True), exitpriority=0)
        super().add_font_face(rule_descriptors, url_fetcher)

    def __del__(self) -> None:
        """Leave the folder to the finalizer."""

    def _add_faces(self, faces: tuple[Face, ...]) -> None:
        rules = ET.Element("fontconfig")
        for face in faces:
            rule = ET.SubElement(rules, "match", target="scan")
            test = ET.SubElement(rule, "test", name="file", compare="eq")
            ET.SubElement(test, "string").text = face.file.as_posix()
            # Put before the file's own name: Pango still finds the face by that.
            _edit(rule, "family", "prepend", "string", face.family)
            _edit(rule, "slant", "assign_replace", "const", FONT_SLANTS[face.style])
            _edit(rule, "weight", "assign_replace", "int", str(FONT_WEIGHTS[face.weight]))
        head = b'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        xml = head + ET.tostring(rules, encoding="utf-8")
        fontconfig.FcConfigParseAndLoadFromMemory(self._config, xml, True)  # noqa: FBT003  C's own
        for face in faces:
            if not fontconfig.FcConfigAppFontAddFile(self._config, str(face.file).encode()):
                raise OSError(f"the font file {face.file} cannot be loaded")
        pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", self.font_map))


def _edit(rule: ET.Element, name: str, mode: str, kind: str, value: str) -> None:
    ET.SubElement(ET.SubElement(rule, "edit", name=name, mode=mode), kind).text = value
