"""WeasyPrint, imported once and cheaply. The rest of the press takes its names from here.

Importing this module raises what WeasyPrint raises when Pango is absent (`OSError`); ask
`kit.press.availability.missing` first.
"""

from __future__ import annotations

import contextlib
import ctypes.util
import importlib
import io
import sys
import warnings
import zlib
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# Only WeasyPrint's way without libharfbuzz-subset, and variable fonts, need these; loading them
# costs a fifth of the whole import.
_LATER = {
    "fontTools.subset": ("Options", "Subsetter"),
    "fontTools.varLib.instancer": ("instantiateVariableFont",),
}


def _loaded_when_called(module: str, name: str) -> Any:
    def call(*arguments: Any, **options: Any) -> Any:
        return getattr(importlib.import_module(module), name)(*arguments, **options)

    return call


@contextlib.contextmanager
def _loading_later() -> Iterator[None]:
    stand_ins = {}
    for name, functions in _LATER.items():
        if name not in sys.modules:
            stand_in = ModuleType(name)
            for function in functions:
                setattr(stand_in, function, _loaded_when_called(name, function))
            stand_ins[name] = stand_in
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


@contextlib.contextmanager
def _asking_no_compiler() -> Iterator[None]:
    # On Linux the search for a library's file runs gcc, ld and ldconfig, eighty processes for names
    # that exist on other systems only; the loader knows the Linux names without it.
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None  # noqa: ARG005
    try:
        yield
    finally:
        ctypes.util.find_library = search


def _weasyprint() -> Any:
    # WeasyPrint prints advice for programmers when a library is missing; ours is `missing()`.
    with (
        _loading_later(),
        contextlib.redirect_stdout(io.StringIO()),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        try:
            with _asking_no_compiler():
                return importlib.import_module("weasyprint")
        except OSError:
            # A system that keeps its libraries elsewhere: let the slow search try.
            return importlib.import_module("weasyprint")


weasyprint = _weasyprint()

import pydyf  # noqa: E402
from weasyprint import CSS, HTML  # noqa: E402
from weasyprint.draw.text import draw_first_line  # noqa: E402
from weasyprint.formatting_structure import boxes  # noqa: E402
from weasyprint.matrix import Matrix  # noqa: E402
from weasyprint.pdf.stream import Stream as PageStream  # noqa: E402
from weasyprint.text.constants import FONTCONFIG_STYLE as FONT_SLANTS  # noqa: E402
from weasyprint.text.constants import FONTCONFIG_WEIGHT as FONT_WEIGHTS  # noqa: E402
from weasyprint.text.ffi import ffi, fontconfig, harfbuzz_subset, pango, pangoft2  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # noqa: E402
from weasyprint.text.line_break import split_first_line  # noqa: E402
from weasyprint.urls import URLFetcher, URLFetcherResponse  # noqa: E402

# pydyf asks for the slowest compression: a twentieth of the time, for a hundredth of the bytes.
pydyf.zlib = SimpleNamespace(compressobj=lambda level: zlib.compressobj(level=min(level, 6)))

HAS_SUBSETTER = harfbuzz_subset is not None
PANGO_VERSION: int = pango.pango_version()

__all__ = [
    "CSS",
    "FONT_SLANTS",
    "FONT_WEIGHTS",
    "HAS_SUBSETTER",
    "HTML",
    "PANGO_VERSION",
    "FontConfiguration",
    "Matrix",
    "PageStream",
    "URLFetcher",
    "URLFetcherResponse",
    "boxes",
    "draw_first_line",
    "ffi",
    "fontconfig",
    "pangoft2",
    "split_first_line",
    "weasyprint",
]
