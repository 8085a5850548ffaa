"""Imported once by the process that workers are copied from, so that none of them starts cold."""

from __future__ import annotations

import gc
from contextlib import suppress
from pathlib import Path

_PAGE = "<html lang=en><title>Warm</title><h1>Warm</h1><p>up <b>the</b> <i>fonts</i></p></html>"
_STYLE = "body { font-family: 'Kit Serif' } h1 { font-family: 'Kit Sans' }"

with suppress(Exception):  # what is missing is reported by the first job, in words
    from kit.library import find_library
    from kit.pipeline.job import press_for

    here = Path.cwd()
    press_for(find_library(here).roots).print(_PAGE, _STYLE, here)
    gc.freeze()
