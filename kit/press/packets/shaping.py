"""A text shaped in the style of a place: what the engine would draw there, without a layout."""

from __future__ import annotations

import logging
import re
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kit.press.packets.misfit import Misfit
from kit.press.weasyprint_import import Matrix, PageStream, draw_first_line, split_first_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_STYLE = (
    *("font_family", "font_style", "font_stretch", "font_weight", "font_size", "font_kerning"),
    *("font_variant_ligatures", "font_variant_position", "font_variant_caps"),
    *("font_variant_numeric", "font_variant_alternates", "font_variant_east_asian"),
    *("font_feature_settings", "font_variation_settings", "font_language_override", "lang"),
    *("letter_spacing", "word_spacing", "text_transform", "white_space", "direction"),
    *("text_decoration_line", "overflow_wrap", "tab_size"),
)
_FONT = re.compile(rb"^(/\w+) \S+ Tf$", re.MULTILINE)
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Shape:
    """Operators that show a text, its measures in pixels, and the glyphs of each font in it.

    `texts` and `widths` are by font and glyph: what a glyph stands for, and its advance.
    """

    operators: bytes
    width: float
    height: float
    baseline: float
    texts: Mapping[int, Mapping[int, str]]
    widths: Mapping[int, Mapping[int, int]]


def style_key(box: Any) -> tuple[str, ...]:
    """Name all in a text box's style that decides how its text is shaped."""
    return tuple(str(box.style[name]) for name in _STYLE)


class Shaper:
    """Shapes texts in the style of one text box, exactly as the engine does when it draws it.

    Each style has fonts of its own, so that a text leaves no trace in the document that it may turn
    out not to fit.
    """

    def __init__(self, box: Any, token: str) -> None:
        self._box = box
        self._fonts: dict[int, Any] = {}
        self._stream = PageStream(self._fonts, (0, 0, 0, 0), {}, {}, None, {}, None)
        self._known: dict[str, Shape | Misfit] = {}
        self._token = self._shape(token)
        if len(self._token.texts) != 1:
            raise Misfit("a slot's style has a font that lacks plain letters")
        self._font = next(iter(self._token.texts))

    @property
    def token(self) -> Shape:
        """How the slot's token is shaped in this style."""
        return self._token

    def shape(self, text: str) -> Shape:
        """Shape a text.

        Raises:
            Misfit: it would be drawn in another way than the token is.
        """
        if text not in self._known:
            try:
                self._known[text] = self._checked(text)
            except Misfit as misfit:
                self._known[text] = misfit
        known = self._known[text]
        if isinstance(known, Misfit):
            raise known
        return known

    def _checked(self, text: str) -> Shape:
        if not text.strip():
            raise Misfit("nothing but spaces")
        shape = self._shape(text)
        if set(shape.texts) != {self._font} or _fonts_set(shape) != _fonts_set(self._token):
            raise Misfit("signs that the style's font lacks")
        token = self._token
        if (shape.height, shape.baseline) != (token.height, token.baseline):
            raise Misfit("another height of the line")
        return shape

    def _shape(self, text: str) -> Shape:
        for font in self._fonts.values():
            font.to_unicode, font.widths, font.missing = {}, {}, {}
        box = self._box.copy_with_text(text)
        box.process_text_transform()
        with _silence():
            layout, _, resume, width, height, baseline = split_first_line(
                box.text, box.style, None, None, 0
            )
            if resume is not None:
                raise Misfit("a text of several lines")
            box.pango_layout = layout
            self._stream.stream.clear()
            self._stream._current_font = None  # noqa: SLF001 - as at the begin of each text
            layout.reactivate(box.style)
            pictures = draw_first_line(self._stream, box, "clip", "none", Matrix(d=-1))
            layout.deactivate()
        used = {key: font for key, font in self._fonts.items() if font.to_unicode}
        if pictures or any(font.missing for font in self._fonts.values()):
            raise Misfit("signs that the style's font lacks")
        _, *operators = self._stream.stream  # the first says where: that is the place's own
        return Shape(
            b"\n".join(operators),
            width,
            height,
            baseline,
            {key: dict(font.to_unicode) for key, font in used.items()},
            {key: dict(font.widths) for key, font in used.items()},
        )


def check_plain(text: str) -> None:
    """Let no text pass whose signs are not shown, or are shown in another order.

    Raises:
        Misfit: there is one.
    """
    if any(_is_special(sign) for sign in text):
        raise Misfit("signs that are not shown, or that run from right to left")


def _fonts_set(shape: Shape) -> set[bytes]:
    """Name the fonts that are set, also for signs that draw nothing."""
    return set(_FONT.findall(shape.operators))


def _is_special(sign: str) -> bool:
    return (
        unicodedata.category(sign) in _INVISIBLE
        or unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT
    )


@contextmanager
def _silence() -> Iterator[None]:
    # What the font lacks is told when the packet is printed directly.
    logger = logging.getLogger("weasyprint")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before
