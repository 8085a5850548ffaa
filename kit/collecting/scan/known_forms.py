"""The forms that a scan may show: all that were printed here, found by hash or by their look."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import cv2
import numpy as np
import pypdfium2

from kit.collecting.scan.afar import seen_from_afar
from kit.collecting.scan.flattening import flattened
from kit.collecting.scan.guide import PageGuide, guide_to
from kit.collecting.scan.likeness import LEAST, likeness
from kit.collecting.scan.picture import DPI, dots
from kit.collecting.scanner_test.rows import SCANNER_TEST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.collecting.scan.picture import Gray
    from kit.instrument.form_map import FormMap
    from kit.pipeline.records.kept_forms import KeptForm

_AT_ONCE: Final = 24
"""Pages of blanks that are held ready: 4 MB each."""
_NEAR: Final = 0.03
"""Blanks that a page is about as like as the best: they cannot be told apart by their look."""


class KnownForms:
    """Every form that was printed in this project, its blanks opened when they are needed."""

    def __init__(self, kept: Iterable[KeptForm]) -> None:
        self._kept = {each.form_map.form_hash: each for each in kept}
        self._guide = lru_cache(maxsize=_AT_ONCE)(self._made)

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def papers(self) -> tuple[tuple[float, float], ...]:
        """Give every size of paper that forms were printed on, in millimeters."""
        return tuple(
            dict.fromkeys(
                (each.form_map.width, each.form_map.height) for each in self._kept.values()
            )
        )

    def form(self, form_hash: str) -> FormMap | None:
        """Find a form by the hash that its code says."""
        found = self._kept.get(form_hash)
        return found.form_map if found else None

    def is_test(self, form_hash: str) -> bool:
        """Say whether it is the page that scanners are tried with, and no form."""
        found = self.form(form_hash)
        return found is not None and found.description.form == SCANNER_TEST

    def guide(self, form_hash: str, page: int) -> PageGuide | None:
        """Prepare the reading of a page; None where its blank is gone or damaged."""
        return self._guide(form_hash, page)

    def alike(self, straight: Gray, page: int, paper: tuple[float, float]) -> tuple[str, ...]:
        """Give the forms whose blank a straightened page without a code looks like, best first."""
        small = seen_from_afar(flattened(straight))
        scores: dict[str, float] = {}
        for form_hash, each in self._kept.items():
            form_map = each.form_map
            if (form_map.width, form_map.height) != paper or page > form_map.pages:
                continue
            guide = self.guide(form_hash, page)
            if guide is not None:
                scores[form_hash] = likeness(small, guide)
        best = max(scores.values(), default=0.0)
        if best < LEAST:
            return ()
        near = [form_hash for form_hash, score in scores.items() if score > best - _NEAR]
        return tuple(sorted(near, key=lambda form_hash: -scores[form_hash]))

    def _made(self, form_hash: str, page: int) -> PageGuide | None:
        kept = self._kept.get(form_hash)
        if kept is None or not 1 <= page <= kept.form_map.pages:
            return None
        try:
            document = pypdfium2.PdfDocument(kept.blank)
            try:
                blank = _straight(document[page - 1], kept.form_map)
            finally:
                document.close()
        except (OSError, pypdfium2.PdfiumError, IndexError):
            return None
        return guide_to(kept.form_map, page, blank)


def _straight(page: pypdfium2.PdfPage, form_map: FormMap) -> Gray:
    bitmap = page.render(scale=DPI / 72, grayscale=True)
    drawn = np.array(bitmap.to_numpy(), dtype=np.uint8).reshape(bitmap.height, -1)
    drawn = drawn[:, : bitmap.width]
    size = (dots(form_map.width), dots(form_map.height))
    # A library may round a page up where another rounds it down.
    across, down = size[0] - drawn.shape[1], size[1] - drawn.shape[0]
    padded = cv2.copyMakeBorder(
        drawn, 0, max(0, down), 0, max(0, across), cv2.BORDER_CONSTANT, value=255
    )
    return np.asarray(padded[: size[1], : size[0]], dtype=np.uint8)
