"""The engine's boxes, read once for all checks. The only module here that knows the engine."""

from __future__ import annotations

from typing import Any

from kit.press.preflight.sheets import Key, Limit, Mark, Part, Sheet, Sheets, begins_by_style
from kit.press.weasyprint_import import boxes

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption", "thead", "dt", "legend"})
_TITLES = frozenset({"h2", "h3", "h4", "h5", "h6"})
"""What names a part of a document; its first heading names the whole."""
_PARTING = frozenset({"page", "left", "right", "recto", "verso", "always"})
_KEEPING = frozenset({"avoid", "avoid-page"})
_GROWING = (boxes.TableBox, boxes.TableRowGroupBox, boxes.TableRowBox, boxes.TableCellBox)
"""A table's parts grow with their text, whatever height a style gives them."""
_WHOLE = frozenset({"html", "body"})
"""They go on over all pages, whatever height a style gives them."""
_NO_LIMIT = float("inf")
_WITHOUT_FRAME = (boxes.TableRowBox, boxes.TableRowGroupBox)


def read_sheets(document: Any) -> Sheets:
    """Read the pages of a document that the engine has laid out."""
    titles: dict[Key, str] = {}
    pages: list[Sheet] = []
    for number, page in enumerate(document.pages, start=1):
        box = page._page_box  # noqa: SLF001  what is laid out stands there only
        sheet = Sheet(
            number,
            width=box.margin_width(),
            height=box.margin_height(),
            top=box.content_box_y(),
            bottom=box.content_box_y() + box.height,
            blank=box.page_type.blank,
            name=box.page_type.name,
        )
        before = pages[-1] if pages else None
        earlier = {part.key for part in before.parts} if before else set()
        _Reader(sheet, earlier, titles).read(box)
        sheet.begun = begins_by_style(before, sheet)
        pages.append(sheet)
    mains = document._html.etree_element.iter("main")  # noqa: SLF001  as above
    main: Any = next(iter(mains), {})
    return Sheets(pages, titles, main.get("data-blank", ""), large=bool(main.get("data-large")))


class _Reader:
    """Reads one page."""

    def __init__(self, sheet: Sheet, earlier: set[Key], titles: dict[Key, str]) -> None:
        self._sheet = sheet
        self._earlier = earlier
        self._titles = titles
        self._marks = sheet.marks
        self._moved = False

    def read(self, page: Any) -> None:
        """Read what stands on the page and in its margins."""
        for box in page.children:
            self._marks = (
                self._sheet.in_margins if isinstance(box, boxes.MarginBox) else self._sheet.marks
            )
            self._read(box, None)

    def _read(self, box: Any, within: Part | None) -> None:
        box = getattr(box, "_box", box)  # where something absolutely placed was taken from
        if isinstance(box, boxes.LineBox):
            if within is not None:
                self._line(box, within)
        elif isinstance(box, boxes.ReplacedBox):
            if within is not None:
                left, top, width, height = box.hit_area()
                self._marks.append(Mark("", left, top, left + width, top + height, within))
        else:
            part = self._part(box, within)
            self._frame(box, part)
            outer, self._moved = self._moved, self._moved or bool(box.style["transform"])
            for child in box.children:
                self._read(child, part)
            self._moved = outer

    def _line(self, line: Any, part: Part) -> None:
        """Note one line of text, then what stands in it without being text."""
        texts: list[Any] = []
        others: list[Any] = []
        _sort(line.children, texts, others)
        words = "".join(text.text for text in texts).strip()
        if words:
            left = min(text.position_x for text in texts)
            right = max(text.position_x + text.width for text in texts)
            top = min(text.position_y for text in texts)
            bottom = max(text.position_y + text.height for text in texts)
            self._marks.append(Mark(words, left, top, right, bottom, part))
            if not self._moved:
                self._sheet.runs += (_run(text, part) for text in texts if text.text.strip())
        for box in others:
            self._read(box, part)

    def _entitle(self, heading: Any, within: Part | None) -> None:
        """Name what holds a heading by it, where a finding may have to speak of that."""
        words = " ".join("".join(heading.element.itertext()).split())
        for part in within.chain() if within else ():
            if part.starts_page or part.fixed:
                self._titles.setdefault(part.key, words)

    def _part(self, box: Any, within: Part | None) -> Part:
        style = box.style
        tag = box.element_tag or ""
        # What has no element of its own, in a margin, is never the rest of something.
        key = (id(box.element if box.element is not None else box), tag)
        known = key in self._earlier and (within is None or within.continued)
        heading = tag in _HEADINGS
        part = Part(
            key,
            within,
            continued=known,
            starts_page=style["break_before"] in _PARTING,
            ends_page=style["break_after"] in _PARTING,
            leads=heading or style["break_after"] in _KEEPING,
            heading=heading,
        )
        if not isinstance(box, _WITHOUT_FRAME):
            part.right = box.border_box_x() + box.border_width()
        if within is not None:
            part.measured = within.measured
            part.limits = _reached(box, within) if box.is_absolutely_positioned() else within.limits
        self._limit(box, part)
        if tag in _TITLES:
            self._entitle(box, within)
        self._sheet.parts.append(part)
        return part

    @staticmethod
    def _limit(box: Any, part: Part) -> None:
        style = box.style
        part.fixed = not (
            isinstance(box, _GROWING) or box.is_table_wrapper or part.key[1] in _WHOLE
        ) and (_is_length(style["height"]) or _is_length(style["max_height"]))
        outer, edges = part.limits, part.limits
        if part.fixed:
            top, bottom = box.content_box_y(), box.content_box_y() + box.height
            part.limits = (*outer, Limit(part, top, bottom))
            edges = (*outer, Limit(part, top - box.padding_top, bottom + box.padding_bottom))
        if style["position"] != "static":
            part.measured = edges

    def _frame(self, box: Any, part: Part) -> None:
        if isinstance(box, _WITHOUT_FRAME):
            return
        left, top, width, height = box.hit_area()
        right, bottom = left + width, top + height
        upper, lower = box.border_top_width, box.border_bottom_width
        sides = box.border_left_width and box.border_right_width
        if sides or box.background is not None or ((upper or lower) and not box.children):
            self._marks.append(Mark("", left, top, right, bottom, part))
            return
        if upper:
            self._marks.append(Mark("", left, top, right, top + upper, part))
        if lower:
            self._marks.append(Mark("", left, bottom - lower, right, bottom, part))


def _sort(children: Any, texts: list[Any], others: list[Any]) -> None:
    for child in children:
        if isinstance(child, boxes.TextBox):
            if child.style["visibility"] == "visible":
                texts.append(child)
        elif isinstance(child, boxes.InlineBox):
            _sort(child.children, texts, others)
        else:
            others.append(child)


def _run(text: Any, part: Part) -> Mark:
    right, bottom = text.position_x + text.width, text.position_y + text.height
    return Mark(text.text.strip(), text.position_x, text.position_y, right, bottom, part)


def _is_length(height: Any) -> bool:
    """Say whether a height is one of its own: what is a part of another box's goes with that."""
    return height != "auto" and getattr(height, "unit", "") != "%" and height.value != _NO_LIMIT


def _reached(box: Any, within: Part) -> tuple[Limit, ...]:
    """Give the limits for what is placed absolutely; beside a box, it is meant to be there."""
    top, bottom = box.position_y, box.position_y + box.margin_height()
    return tuple(each for each in within.measured if top < each.bottom and bottom > each.top)
