"""A document's HTML as a tree of elements, each with the rules that match it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cssselect2 import ElementWrapper, Matcher, compile_selector_list
from tinyhtml5 import parse

from kit.press.word import rules

if TYPE_CHECKING:
    from collections.abc import Iterator

_TABLES: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = (
    ("style", rules.STYLES),
    ("way", rules.WAYS),
    ("space", rules.SPACES),
    ("characters", rules.CHARACTERS),
    ("height", rules.ROW_HEIGHTS),
    ("width", rules.COLUMN_WIDTHS),
    ("share", rules.COLUMN_SHARES),
    ("mark", rules.MARKS),
    ("look", rules.LOOKS),
    ("side", rules.SIDES),
    ("tab", rules.TABS_BEFORE),
    ("keep", ((rules.KEPT, True),)),
    ("hold", rules.HELD),
    ("break", ((rules.BREAKS_BEFORE, True),)),
    ("tab after", ((rules.TABS_AFTER, True),)),
    ("tick", ((rules.TICKS, True),)),
    ("blank", ((rules.BLANKS, True),)),
    ("spaced", ((rules.SPACED, True),)),
    ("with page", ((rules.WITH_PAGE, True),)),
)


def _matcher() -> Any:
    matcher = Matcher()
    for name, table in _TABLES:
        for selectors, value in table:
            for selector in compile_selector_list(selectors):
                matcher.add_selector(selector, (name, value))
    return matcher


_MATCHER = _matcher()


@dataclass(frozen=True, slots=True)
class Element:
    """One element: its tag and classes, what the rules say of it, and what it holds."""

    wrapper: Any
    rules: dict[str, Any]

    @property
    def tag(self) -> str:
        """Give the tag's name; an SVG's parts have theirs in braces before it."""
        return str(self.wrapper.local_name)

    @property
    def classes(self) -> frozenset[str]:
        """Give the class names."""
        return frozenset(self.get("class").split())

    def get(self, name: str) -> str:
        """Give an attribute's value, empty where there is none."""
        return str(self.wrapper.etree_element.get(name) or "")

    @property
    def nodes(self) -> Iterator[str | Element]:
        """Give texts and elements in their order."""
        source = self.wrapper.etree_element
        if source.text:
            yield source.text
        for child in self.wrapper.iter_children():
            if isinstance(child.etree_element.tag, str):
                yield _element(child)
            if child.etree_element.tail:
                yield child.etree_element.tail

    @property
    def children(self) -> Iterator[Element]:
        """Give the elements in it."""
        return (node for node in self.nodes if isinstance(node, Element))

    def find(self, tag: str) -> Iterator[Element]:
        """Give all elements of a tag below this one."""
        for child in self.children:
            if child.tag == tag:
                yield child
            yield from child.find(tag)

    @property
    def words(self) -> str:
        """Give all text in it."""
        return "".join(node if isinstance(node, str) else node.words for node in self.nodes)


def _element(wrapper: Any) -> Element:
    found: dict[str, Any] = {}
    # In the order of the tables, whatever the specificity: one reads the tables from top to bottom.
    for _, _, _, (name, value) in sorted(_MATCHER.match(wrapper), key=lambda match: match[1]):
        found[name] = value
    return Element(wrapper, found)


def page_tree(html: str) -> Element:
    """Read a page; the element is its root, `html`."""
    tree = parse(html, namespace_html_elements=False)
    return _element(ElementWrapper.from_html_root(tree))
