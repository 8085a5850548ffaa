"""The way to the evaluation on a slide for office programs: address and code, or room for both."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any, Final

import segno

from kit.press.slide_shapes import BOLD, INK, POINT, Box, draw_rule, fitting, put, shade, write_line

CODE: Final = Box(18, 86, 74, 74)
"""Where the code is, or a picture of one is put."""
_LEFT: Final = 104
_WORDS: Final = 339 - 18 - _LEFT
_ONLINE: Final = Box(_LEFT, 88, _WORDS, 9)
_ADDRESS: Final = Box(_LEFT, 100, _WORDS, 36)
_RULE: Final = Box(_LEFT, 118, _WORDS, 0)
_PAPER: Final = Box(_LEFT, 140, _WORDS, 18)
_SIZES: Final = (40, 36, 32, 28, 24, 20, 18)
PICTURE_LAYOUT: Final = "Picture with Caption"
"""The layout that has a place for a picture, where the code is not known yet."""


@dataclass(frozen=True, slots=True)
class FormPlace:
    """What the slide says of the form: `shown` is the `address` as people type it.

    Without an address there is room to write one and to put a picture of its code; `code` says
    what the picture is, or what is to be put there.
    """

    online: str
    paper: str
    code: str
    address: str = ""
    shown: str = ""


def write_form(slide: Any, form: FormPlace) -> None:
    """Draw the code and write the address in large type, or leave room for both."""
    write_line(slide, _ONLINE, form.online, size=20, name="Online", bold=True)
    if form.address:
        size = fitting([form.shown], _ADDRESS, _SIZES, wide=BOLD)
        run = write_line(slide, _ADDRESS, form.shown, size=size, name="Address", bold=True)
        run.hyperlink.address = form.address
        _draw_code(slide, form)
    else:
        draw_rule(slide, _RULE, points=1.5, name="Line for the address")
        _leave_room(slide, form.code)
    write_line(slide, _PAPER, form.paper, size=20, name="Paper")


def _draw_code(slide: Any, form: FormPlace) -> None:
    drawn = io.BytesIO()
    segno.make(form.address, error="m", micro=False).save(drawn, kind="png", scale=12, border=0)
    picture = slide.shapes.add_picture(io.BytesIO(drawn.getvalue()), 0, 0)
    put(picture, CODE)
    picture.name = "Code"
    picture._element.nvPicPr.cNvPr.set("descr", form.code)  # noqa: SLF001 - no other way


def _leave_room(slide: Any, words: str) -> None:
    """Show where the picture goes: a frame, which every office shows, behind the place for it."""
    from pptx.enum.dml import MSO_LINE  # noqa: PLC0415 - of the extra, and slow to load
    from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE  # noqa: PLC0415

    put(slide.placeholders[1], CODE)
    slide.placeholders[1].name = words
    frame = slide.shapes.add_textbox(0, 0, 0, 0)
    put(frame, CODE)
    frame.name = "Frame"
    frame.line.width = POINT
    frame.line.dash_style = MSO_LINE.DASH
    frame.line.color.rgb = shade(INK)
    frame.text_frame.word_wrap = True
    frame.text_frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    run = frame.text_frame.paragraphs[0].add_run()
    run.text = words
    run.font.size = 14 * POINT
    run.font.color.rgb = shade(INK)
    slide.shapes._spTree.insert(2, frame._element)  # noqa: SLF001 - behind all others
