from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from kit.press import availability
from kit.press.engine import missing

WITHOUT_PANGO = """
import cffi
real = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if "pango" in str(name):
        raise OSError(f"cannot load library {name!r}")
    return real(self, name, flags)
cffi.FFI.dlopen = dlopen
"""
ASK = """
from kit.press.engine import missing
problem = missing()
print(problem.code, "|", problem.message, "|", problem.hint)
"""
REFUSED = """
from pathlib import Path
from kit.errors import KitError
from kit.press.engine import Press
try:
    Press((Path("."),))
except KitError as error:
    print(error.problems[0].code)
"""


def _run(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_nothing_is_missing_here() -> None:
    assert missing() is None


def test_without_pango_there_is_one_problem_and_no_trace_back() -> None:
    ran = _run(WITHOUT_PANGO + ASK + ASK)
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    first, second = ran.stdout.splitlines()
    assert first == second
    code, message, hint = first.split(" | ")
    assert code == "no-pango"
    assert "Pango" in message
    assert hint


def test_without_pango_a_press_is_refused_as_a_mistake_of_the_set_up() -> None:
    ran = _run(WITHOUT_PANGO + REFUSED)
    assert (ran.stdout.strip(), ran.stderr) == ("no-pango", "")


def test_a_missing_layout_engine_is_named() -> None:
    ran = _run("import sys; sys.modules['weasyprint'] = None\n" + ASK)
    assert ran.stderr == ""
    assert ran.stdout.startswith("no-weasyprint")
    assert "weasyprint" in ran.stdout


def test_a_missing_font_package_is_named() -> None:
    hide = """
import importlib.util as util
real = util.find_spec
util.find_spec = lambda name, *rest: None if name == "font_source_sans_pro" else real(name, *rest)
"""
    ran = _run(hide + ASK)
    assert ran.stderr == ""
    assert ran.stdout.startswith("no-fonts")
    assert "font_source_sans_pro" in ran.stdout
    assert "from the folder that you unpacked (docs/installation.md)" in ran.stdout


def test_an_old_pango_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kit.press.weasyprint_import.PANGO_VERSION", 14200)
    problem = missing()
    assert problem is not None
    assert problem.code == "old-pango"


@pytest.mark.parametrize(
    ("system", "release", "words"),
    [
        ("linux", {"ID": "debian"}, "apt-get install libpango-1.0-0 libpangoft2-1.0-0"),
        ("linux", {"ID": "linuxmint", "ID_LIKE": "ubuntu debian"}, "apt-get install"),
        ("linux", {"ID": "fedora"}, "dnf install pango"),
        ("linux", {"ID": "something"}, "Pango 1.44"),
        ("darwin", {}, "brew install pango"),
        ("win32", {}, "WEASYPRINT_DLL_DIRECTORIES"),
    ],
)
def test_the_hint_is_this_systems(
    system: str, release: dict[str, str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(availability.sys, "platform", system)
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: release)
    assert words in availability.install_hint()
