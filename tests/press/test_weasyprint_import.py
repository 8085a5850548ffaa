from __future__ import annotations

import subprocess
import sys

COUNT = """
import os, subprocess, sys
started = []
for owner, name in ((subprocess.Popen, "__init__"), (os, "system"), (os, "popen")):
    def counted(*arguments, _real=getattr(owner, name), **options):
        started.append(arguments)
        return _real(*arguments, **options)
    setattr(owner, name, counted)
{extra}
print(len(started), *sorted(
    name for name in ("fontTools.subset", "fontTools.varLib.instancer", "fontTools.varLib")
    if name in sys.modules
))
"""


def _run(extra: str) -> list[str]:
    ran = subprocess.run(
        [sys.executable, "-c", COUNT.format(extra=extra)],
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.split()


def test_the_import_starts_no_process_and_leaves_out_what_is_not_needed() -> None:
    assert _run("import kit.press.weasyprint_import") == ["0"]


def test_the_engine_loads_nothing_heavy_by_itself() -> None:
    heavy = (
        "import kit.press.engine; assert not {'weasyprint', 'fontTools', 'PIL'} & set(sys.modules)"
    )
    assert _run(heavy) == ["0"]


def test_nothing_stays_changed_for_others() -> None:
    extra = """
import ctypes.util
search = ctypes.util.find_library
import kit.press.weasyprint_import
assert ctypes.util.find_library is search
import fontTools.subset
assert fontTools.subset.Subsetter().__class__.__module__ == "fontTools.subset"
"""
    assert "fontTools.subset" in _run(extra)


def test_what_was_left_out_is_loaded_when_it_is_called() -> None:
    extra = """
import kit.press.weasyprint_import
from weasyprint.pdf import fonts
assert fonts.subset.Options(hinting=False).hinting is False
assert callable(fonts.instantiateVariableFont)
"""
    assert "fontTools.subset" in _run(extra)


def test_where_the_quick_way_finds_nothing_the_slow_one_is_taken() -> None:
    extra = """
import cffi, ctypes.util
real, searched = cffi.FFI.dlopen, []
def dlopen(self, name, flags=0):
    path = ctypes.util.find_library("pango-1.0")
    searched.append(path)
    if path is None:
        raise OSError(name)
    return real(self, name, flags)
cffi.FFI.dlopen = dlopen
ctypes.util.find_library = lambda name: "/found/" + name
import kit.press.weasyprint_import
assert None in searched and "/found/pango-1.0" in searched
"""
    if sys.platform == "linux":
        assert _run(extra)
