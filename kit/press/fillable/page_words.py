"""An HTML page as places to write are looked for in it: its elements, with what stands around."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class PageTree:
    """A page's elements, each with the one that it stands in."""

    def __init__(self, root: Any) -> None:
        self.root = root
        self._outer = {inner: outer for outer in root.iter() for inner in outer}

    def around(self, element: Any) -> Iterator[Any]:
        """Give an element and those that it stands in, the innermost first."""
        while element is not None:
            yield element
            element = self._outer.get(element)

    def said_around(self, element: Any, name: str) -> str:
        """Give an attribute of an element or of the nearest one around it that has it; or none."""
        return next((each.get(name) for each in self.around(element) if each.get(name)), "")

    def outer(self, element: Any) -> Any:
        """Give the element that another stands in."""
        return self._outer[element]

    def after(self, element: Any) -> Iterator[Any]:
        """Give the elements that follow one inside the same element."""
        siblings = list(self._outer[element])
        yield from siblings[siblings.index(element) + 1 :]


def is_of(element: Any, *classes: str) -> bool:
    """Say whether an element has one of these classes."""
    return not set(classes).isdisjoint((element.get("class") or "").split())


def inside(element: Any, *classes: str) -> list[Any]:
    """Give what stands in an element and has one of these classes, in its order."""
    return [each for each in element.iter() if each is not element and is_of(each, *classes)]


def first(element: Any, *tags: str) -> Any:
    """Give the first element of these tags in another, or None."""
    return next((each for each in element.iter() if each is not element and each.tag in tags), None)


def words(element: Any, *without: str) -> str:
    """Give the words of an element in one line, without those of inner ones of these classes."""
    return "" if element is None else " ".join("".join(_texts(element, without)).split())


def _texts(element: Any, without: tuple[str, ...]) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        if isinstance(inner.tag, str) and not is_of(inner, *without):
            yield from _texts(inner, without)
        yield inner.tail or ""
