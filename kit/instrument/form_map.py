"""The map of a form as it was printed: where every box and every place to write stands.

Places are in millimeters from the top left corner of the page. A scan is read with the map of the
form as printed, never with one of a form that was laid out again.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Final

from kit.instrument.description import FormDescription

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Box:
    """A box to mark: the outer edge of its outline, and the answer that a mark in it gives."""

    field: str
    value: str
    page: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class WritingArea:
    """A place for words."""

    field: str
    page: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class FormMap:
    """One form as it was printed. `form_hash` is what its code says."""

    form_hash: str
    description: FormDescription
    paper: str
    large: bool
    width: float
    height: float
    pages: int
    boxes: tuple[Box, ...]
    areas: tuple[WritingArea, ...]

    def to_json(self) -> str:
        """Write it as the file that `records/forms/` keeps."""
        data = {"format": FORMAT, **asdict(self)}
        return json.dumps(data, ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str) -> FormMap:
        """Read what `to_json` wrote.

        Raises:
            ValueError: it is no map, or one of a later kind.
        """
        data = json.loads(text)
        if not isinstance(data, dict) or data.get("format") != FORMAT:
            raise ValueError("not a map of a form that this version of the kit can read")
        try:
            return cls(
                form_hash=str(data["form_hash"]),
                description=FormDescription.from_data(data["description"]),
                paper=str(data["paper"]),
                large=bool(data["large"]),
                width=float(data["width"]),
                height=float(data["height"]),
                pages=int(data["pages"]),
                boxes=tuple(Box(**_placed(each, "value")) for each in data["boxes"]),
                areas=tuple(WritingArea(**_placed(each)) for each in data["areas"]),
            )
        except (TypeError, KeyError) as error:
            raise ValueError(f"not a map of a form: {error}") from error


def _placed(data: Any, *more: str) -> dict[str, Any]:
    words = {name: str(data[name]) for name in ("field", *more)}
    sides = {name: float(data[name]) for name in ("left", "top", "width", "height")}
    return {**words, "page": int(data["page"]), **sides}
