"""Where in the pages' operators the slots' texts are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kit.press.packets.misfit import Misfit
from kit.press.packets.places import slot_of
from kit.press.tag_tree import marked_content

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kit.press.packets.places import Place


@dataclass(slots=True)
class Marks:
    """Notes while pages are painted which numbered content is which slot's text.

    The engine forgets it when it builds the tags.
    """

    streams: dict[int, Any]
    numbers: dict[int, int]
    """By the place's position in the list of places."""

    @classmethod
    def watch(
        cls, document: Any, places: Sequence[Place], when_painted: Callable[[], None]
    ) -> Marks:
        """Watch a document being painted; `when_painted` is called after its last page."""
        marks = cls({}, {})
        last = len(document.pages) - 1
        for number, page in enumerate(document.pages):
            mine = {place.box: at for at, place in enumerate(places) if place.page == number}
            then = when_painted if number == last else None
            page.paint = marks._painter(page.paint, number, mine, then)
        return marks

    def _painter(
        self,
        paint: Callable[..., None],
        page: int,
        mine: Mapping[Any, int],
        then: Callable[[], None] | None,
    ) -> Callable[..., None]:
        def paint_and_note(stream: Any, scale: float = 1) -> None:
            paint(stream, scale)
            self.streams[page] = stream
            for box, tag in stream._tags.items():  # noqa: SLF001 - the engine's only record of it
                if box in mine:
                    self.numbers[mine[box]] = tag["mcid"]
                elif slot_of(box):
                    raise Misfit("a slot's text is painted in a way that is not foreseen")
            if then:
                then()

        return paint_and_note

    def text_of(self, place: Place, at: int) -> tuple[int, int]:
        """Give where a place's text begins, with its position, and where it ends.

        Raises:
            Misfit: it is drawn elsewhere than on the page itself, or in an unforeseen way.
        """
        stream = self.streams[place.page]
        number = self.numbers.get(at)
        start = next((at for at, each in marked_content(stream) if each == number), None)
        if number is None or start is None:
            raise Misfit("a slot's text is painted in a group")
        operators = stream.stream
        end = operators.index(b"EMC", start)
        try:
            begin = operators.index(b"BT", start, end) + 1
            close = operators.index(b"ET", begin, end)
        except ValueError:
            raise Misfit("a slot's text is painted in a way that is not foreseen") from None
        if close + 1 != end or not operators[begin].endswith(b" Tm"):
            raise Misfit("a slot's text is painted in a way that is not foreseen")
        return begin, close
