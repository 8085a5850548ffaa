"""Lays fields over a document that the engine has laid out, while its PDF is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.press.fillable.field_font import mend_typefaces
from kit.press.fillable.field_tree import make_field_tree
from kit.press.fillable.form_places import form_places
from kit.press.fillable.named_places import named_places
from kit.press.fillable.places import stamp_of, told_apart
from kit.press.fillable.placing import place_fields
from kit.press.fillable.sheet_places import sheet_places

if TYPE_CHECKING:
    from kit.press.finisher import Finisher


def with_fields(document: Any, finish: Finisher) -> Finisher:
    """Give a finisher that also makes the fields; the document is ready to be written with it."""
    root = document._html.etree_element  # noqa: SLF001  the engine keeps the parsed page there only
    large = any(main.get("data-large") for main in root.iter("main"))
    places = told_apart([*form_places(root), *sheet_places(root), *named_places(root)])
    placed = place_fields(document, places, large=large)
    stamp = stamp_of(root)

    def finish_with_fields(document: Any, pdf: Any) -> None:
        finish(document, pdf)
        make_field_tree(pdf, placed, stamp, large=large)
        mend_typefaces(document, pdf)

    return finish_with_fields
