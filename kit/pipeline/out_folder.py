"""The folder that a build writes into: which one, and whether it may."""

from __future__ import annotations

import errno
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kit.errors import KitError, Problem
from kit.library import PROJECT_FILE
from kit.pipeline.files import storage_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.library import Library

_KEPT = ("workshops", "templates", "cohorts", "records")
"""Folders of a project that hold what people wrote or gathered."""
_HELD = (errno.EWOULDBLOCK, errno.EACCES)
_PAUSE = 0.02


def default_out(library: Library) -> Path:
    """Give the folder used without `--out`: `build` in the project, or here without one."""
    return (library.project or Path.cwd()) / "build"


def out_folder(out: Path | None, library: Library) -> Path:
    """Give the folder to write into, made if need be.

    Raises:
        KitError: it is a file, it holds definitions or other people's things, or cannot be made.
    """
    folder = (out or default_out(library)).expanduser().absolute()
    shown = str(out) if out else "build"
    if danger := _danger(folder, library):
        raise KitError(
            [
                Problem(
                    "out-folder",
                    f"`{shown}` is no place to write to: {danger}.",
                    hint="Choose a folder of its own with `--out`, for example `--out packets`.",
                )
            ]
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KitError([storage_problem(error, shown)]) from error
    return folder


def _danger(folder: Path, library: Library) -> str | None:
    """Say why a folder must not be written into; the first reason that holds."""
    resolved = folder.resolve()
    kept = [(root / name).resolve() for root in library.roots for name in _KEPT]
    reasons = {
        "it is a file": resolved.exists() and not resolved.is_dir(),
        "it holds much that is not the kit's": resolved
        in (Path(resolved.anchor), Path.home().resolve()),
        "it holds your definitions": any(root.is_relative_to(resolved) for root in library.roots)
        or (resolved / PROJECT_FILE).exists()
        or any((resolved / "workshops").glob("*.yaml")),
        "it is among what you wrote": any(resolved.is_relative_to(each) for each in kept),
        "it is part of the kit itself": resolved.is_relative_to(
            Path(__file__).resolve().parent.parent
        ),
        "it is part of a version history": ".git" in resolved.parts,
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


@contextmanager
def locked(folder: Path, busy: Problem | None = None, *, patience: float = 0.0) -> Iterator[None]:
    """Hold the folder against a second run at the same time, where the system can.

    `busy` is said where another run still holds it after `patience` seconds.

    Raises:
        KitError: another run, a build if nothing else is said, is writing into it.
    """
    try:
        import fcntl  # noqa: PLC0415 - Windows has none
        import os  # noqa: PLC0415

        handle = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        until = time.monotonic() + patience
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                if error.errno in _HELD and time.monotonic() < until:
                    time.sleep(_PAUSE)
                    continue
                if error.errno in _HELD:
                    raise KitError([busy or _busy(folder)]) from error
            break
        yield
    finally:
        with suppress(OSError):
            os.close(handle)


def _busy(folder: Path) -> Problem:
    return Problem(
        "out-busy",
        f"Another build is writing into `{folder.name}`.",
        hint="Wait until it has ended, or choose another folder with `--out`.",
    )


def refuse_strangers(folder: Path, planned: set[str], *, made_here: bool) -> None:
    """Refuse to write over files that no build made: other tools write into a `build` too.

    `made_here`: the folder has a build's manifest.

    Raises:
        KitError: a file of that name is there, and nothing says that it was made by a build.
    """
    if made_here:
        return
    for name in sorted({*planned, "index.html", "manifest.json"}):
        if (folder / name).exists():
            problem = Problem(
                "out-folder",
                f"`{folder.name}` already has a `{name}` that no build made.",
                hint="Choose another folder with `--out`, or remove that one.",
            )
            raise KitError([problem])
