"""Whether a machine has what the kit needs, and what to do where it has not."""

from __future__ import annotations

import platform
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import kit
from kit.pipeline.out_folder import default_out

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit.library import Library

_OLDEST_PYTHON = (3, 11)
_ROOM = 50 * 2**20
"""Bytes: a few dozen packets with room to spare."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: what was found, and what to do where it is not well."""

    what: str
    found: str
    well: bool = True
    advice: str = ""


def examine(library: Library) -> tuple[Finding, ...]:
    """Look at everything; nothing is changed but a test file that is removed again."""
    return (
        _python(),
        Finding("Workshop Kit", kit.__version__),
        *_engine(),
        *_extras(),
        *_project(library),
        _disk(library),
    )


def _python() -> Finding:
    version = platform.python_version()
    if sys.version_info[:2] >= _OLDEST_PYTHON:
        return Finding("Python", version)
    return Finding("Python", version, well=False, advice="Install Python 3.11 or newer.")


def _engine() -> Iterator[Finding]:
    from kit.press.engine import missing  # noqa: PLC0415 - loads the layout engine

    problem = missing()
    if problem is not None:
        yield Finding("PDF", problem.message, well=False, advice=problem.hint)
        return
    from kit.press import weasyprint_import as engine  # noqa: PLC0415
    from kit.press.availability import install_hint  # noqa: PLC0415
    from kit.press.fonts import FAMILIES, font_files  # noqa: PLC0415

    major, rest = divmod(engine.PANGO_VERSION, 10000)
    pango = f"{major}.{rest // 100}.{rest % 100}"
    yield Finding("PDF", f"WeasyPrint {engine.weasyprint.__version__}, Pango {pango}")
    yield Finding("Fonts", f"{', '.join(FAMILIES)} ({len(font_files())} faces)")
    if not engine.HAS_SUBSETTER:
        yield Finding(
            "Font subsets",
            "HarfBuzz's subset library is not here: PDFs take longer",
            well=False,
            advice=install_hint(),
        )


def _extras() -> Iterator[Finding]:
    from kit.press.extras import missing  # noqa: PLC0415 - as above

    # Nothing is wrong where nobody asked for them.
    for what, made, does in (
        ("Word", "docx", "python-docx"),
        ("PowerPoint", "pptx", "python-pptx"),
        ("Workbooks", "table", "openpyxl"),
        ("Scans", "scan", "opencv-python-headless, zxing-cpp"),
        ("Reports", "report", "scipy"),
    ):
        problem = missing(made)
        yield Finding(what, problem.message if problem else does)


def _project(library: Library) -> Iterator[Finding]:
    names = library.own_workshop_names()
    counted = f"{len(names)} workshop{'' if len(names) == 1 else 's'}"
    if library.project is None:
        yield Finding(
            "Project",
            f"none here: the {counted} that came with the kit are used",
            advice="`kit init my-workshops` makes a folder of your own.",
        )
    elif names:
        yield Finding("Project", f"{library.project} ({counted})")
    else:
        yield Finding(
            "Project",
            f"{library.project} has no workshops",
            well=False,
            advice="`kit init my-workshops` makes a folder with one to start from.",
        )
    if broken := _unreadable(library, names):
        yield Finding(
            "Workshops",
            f"with mistakes: {', '.join(broken)}",
            well=False,
            advice=f"kit check {' '.join(broken)}",
        )


def _unreadable(library: Library, names: tuple[str, ...]) -> list[str]:
    from kit.reading.workshop import load_workshops  # noqa: PLC0415 - loads YAML

    loaded, _ = load_workshops(library, names)
    fine = {each.name for each in loaded}
    return [name for name in names if name not in fine]


def _disk(library: Library) -> Finding:
    folder = default_out(library)
    above: Path = next(each for each in (folder, *folder.parents) if each.exists())
    try:
        free = shutil.disk_usage(above).free
        probe = above / ".kit-probe"
        probe.touch(exist_ok=False)
        probe.unlink()
    except OSError as error:
        return Finding(
            "Disk",
            f"{folder} cannot be written to: {error.strerror or error}",
            well=False,
            advice="Choose another folder: kit build --out FOLDER",
        )
    room = f"{free // 2**20:,} MB free in {above}"
    if free < _ROOM:
        return Finding("Disk", room, well=False, advice="Make room before the next build.")
    return Finding("Disk", room)
