"""A drawing (SVG) from somebody's file: kept is what draws, refused what runs or loads anything."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from kit.reading.picture_notes import without_notes

if TYPE_CHECKING:
    from kit.errors import KitError

Refusal = Callable[[str, str, str], "KitError"]
"""Makes the error of a code, a message and a hint."""

_SVG: Final = "http://www.w3.org/2000/svg"
_LINK: Final = "{http://www.w3.org/1999/xlink}href"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_RUNS: Final = ("script", "foreignObject", "iframe", "audio", "video", "handler", "listener")
_UNSEEN: Final = ("metadata", "title", "desc")
_MOST_ELEMENTS: Final = 20_000
_LOADS: Final = re.compile(
    r"@import|\\|url\(\s*['\"]?\s*(?!#)[^\s'\")]|image-set|expression\(", re.IGNORECASE
)
_WITHIN: Final = re.compile(r"#|data:image/(?:png|jpeg);base64,", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\s*\+?(\d*\.?\d+)\s*(?:px|pt|mm|cm|in|pc)?\s*\Z")

ET.register_namespace("", _SVG)
ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")


def safe_drawing(content: bytes, name: str, refusal: Refusal) -> tuple[bytes, tuple[float, float]]:
    """Write a drawing anew, without the notes of drawing programs; give its width and height too.

    Raises:
        KitError: it is no drawing, has no size, or would run or load something.
    """
    root = _root(content, name, refusal)
    elements = list(root.iter())
    if len(elements) > _MOST_ELEMENTS:
        message = f"The drawing `{name}` has more than {_MOST_ELEMENTS} parts."
        raise refusal("too-large", message, "Save it as PNG, 1200 points wide.")
    for element in elements:
        for child in list(element):
            if not _draws(child):
                element.remove(child)
    if any(not _is_harmless(element) for element in root.iter()):
        raise refusal(
            "blocked-resource",
            f"The logo `{name}` holds a script, or asks for another file.",
            "Save it as plain SVG with everything in it, or as PNG.",
        )
    size = _size(root)
    if size is None:
        message = f"The drawing `{name}` does not say how wide and high it is."
        raise refusal("logo-size", message, "Save it again with a size, or as PNG.")
    if root.get("viewBox") is None:
        root.set("viewBox", f"0 0 {size[0]:g} {size[1]:g}")
    return ET.tostring(root, encoding="utf-8"), size


def _is_harmless(element: ET.Element) -> bool:
    """Take out attributes that draw nothing, and say whether the others load and run nothing."""
    for key in list(element.attrib):
        if key.startswith("data-") or (key.startswith("{") and key not in (_LINK, _SPACE)):
            del element.attrib[key]
    kind = _local(element.tag)
    if kind in _RUNS or (kind == "style" and _LOADS.search(element.text or "")):
        return False
    _take_notes_out(element)
    return all(
        _WITHIN.match(value.strip())
        if key in ("href", _LINK)
        else not (key.lower().startswith("on") or _LOADS.search(value))
        for key, value in element.attrib.items()
    )


def _take_notes_out(element: ET.Element) -> None:
    """Take the notes out of pictures in the drawing; what is no picture is refused by its kind."""
    for key in ("href", _LINK):
        head, comma, data = element.get(key, "").strip().partition(",")
        if comma and _WITHIN.match(f"{head},") and not head.startswith("#"):
            try:
                plain = without_notes(b64decode(data))
            except ValueError:
                del element.attrib[key]
            else:
                element.set(key, f"{head},{b64encode(plain).decode('ascii')}")


def _root(content: bytes, name: str, refusal: Refusal) -> ET.Element:
    try:
        text = content.decode("utf-8-sig")
        # Entities can grow without end, and name other files.
        root = None if "<!ENTITY" in text else ET.fromstring(text)  # noqa: S314
        if root is not None and root.tag == f"{{{_SVG}}}svg":
            ET.tostring(root)
            return root
    except (UnicodeDecodeError, ET.ParseError, RecursionError):
        pass
    raise refusal(
        "unreadable-logo",
        f"`{name}` is no drawing in SVG that can be read.",
        "Open it in a program for drawings, and save it as plain SVG, or as PNG.",
    )


def _draws(element: ET.Element) -> bool:
    """Say whether an element is of the drawing, and no note of the program that made it."""
    return element.tag.startswith(f"{{{_SVG}}}") and _local(element.tag) not in _UNSEEN


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _size(root: ET.Element) -> tuple[float, float] | None:
    box = re.split(r"[\s,]+", (root.get("viewBox") or "").strip())
    given = box[2:] if len(box) == 4 else (root.get("width", ""), root.get("height", ""))  # noqa: PLR2004
    found = [float(match[1]) for each in given if (match := _NUMBER.match(each))]
    if len(found) != 2 or not all(1e-3 < each < 1e6 for each in found):  # noqa: PLR2004
        return None
    return found[0], found[1]
