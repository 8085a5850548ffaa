"""The glyphs of people's texts, put into a document's fonts before these are cut down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kit.press.packets.misfit import Misfit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kit.press.packets.shaping import Shape


class _Glyph(NamedTuple):
    text: str
    width: int


class Glyphs:
    """What has to be in the fonts of a document besides what its pages need.

    Ask when the pages are drawn: a glyph stands for what it stood for first. Two texts in which one
    glyph stands for different signs cannot share a font without one of them reading wrong.
    """

    def __init__(self, fonts: Mapping[int, Any]) -> None:
        self._fonts = fonts
        self._taken: dict[tuple[int, int], _Glyph] = {}
        self._shapes: dict[int, Shape] = {}

    def add(self, shapes: Iterable[Shape]) -> None:
        """Take the glyphs of one person's texts, all or none.

        Raises:
            Misfit: they read or measure otherwise in this document.
        """
        new: dict[tuple[int, int], _Glyph] = {}
        fresh = {id(shape): shape for shape in shapes if id(shape) not in self._shapes}
        for shape in fresh.values():
            for font, texts in shape.texts.items():
                widths = shape.widths[font]
                for glyph, text in texts.items():
                    wanted = _Glyph(text, widths[glyph])
                    known = self._known(font, glyph) or new.setdefault((font, glyph), wanted)
                    if known.text != wanted.text:
                        raise Misfit("signs that another text shows with the same glyph")
                    if known.width != wanted.width:
                        raise Misfit("signs whose width is rounded in another way elsewhere")
        self._taken.update(new)
        self._shapes.update(fresh)

    def put_in(self) -> None:
        """Put all that was taken into the fonts.

        In the order of the glyphs: in that of the texts, a file would spell other people's names.
        """
        for (key, glyph), each in sorted(self._taken.items()):
            self._fonts[key].to_unicode[glyph] = each.text
            self._fonts[key].widths[glyph] = each.width

    def _known(self, key: int, glyph: int) -> _Glyph | None:
        font = self._fonts.get(key)
        if font is None:
            raise Misfit("signs that the style's font lacks")
        if glyph in font.to_unicode:
            return _Glyph(font.to_unicode[glyph], font.widths[glyph])
        return self._taken.get((key, glyph))
