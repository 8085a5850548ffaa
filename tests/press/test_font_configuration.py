from __future__ import annotations

import gc
import multiprocessing
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kit.press.engine import Press
from kit.press.font_configuration import ProcessFonts
from kit.press.fonts import faces

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

HTML = '<html lang="en"><title>T</title><h1 style="font-family: Mine">T</h1>'
CSS = f'@font-face {{ font-family: Mine; src: url("{faces()[0].file.as_uri()}") }}'


def _fonts_of_its_own(answer: Connection) -> None:
    global press  # noqa: PLW0603  as a worker keeps its press
    press = Press((Path.cwd(),))
    printed = press.print(HTML, CSS, Path.cwd())
    answer.send((str(press._fonts._folder), printed.problems))


def _forget(inherited: list[Press]) -> None:
    inherited.clear()


def test_the_bundled_faces_need_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    printed = Press((tmp_path,)).print('<html lang="en"><title>T</title><h1>T</h1>', "", tmp_path)
    assert printed.problems == ()
    assert list(tmp_path.iterdir()) == []


def test_a_font_that_cannot_be_loaded_is_told(tmp_path: Path) -> None:
    absent = faces()[0]._replace(file=tmp_path / "absent.ttf")
    with pytest.raises(OSError, match=r"absent\.ttf"):
        ProcessFonts([absent])


def test_a_worker_leaves_nothing_behind() -> None:
    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "fork")
    ours, theirs = context.Pipe()
    worker = context.Process(target=_fonts_of_its_own, args=(theirs,))
    worker.start()
    folder, problems = ours.recv()
    worker.join()
    assert problems == ()
    assert not Path(folder).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
def test_a_fork_that_forgets_the_fonts_leaves_them_to_their_maker(tmp_path: Path) -> None:
    kept = [Press((tmp_path,))]
    kept[0].print(HTML, CSS, tmp_path)
    folder = kept[0]._fonts._folder
    worker = multiprocessing.get_context("fork").Process(target=_forget, args=(kept,))
    worker.start()
    worker.join()
    assert folder.exists()
    kept.clear()
    gc.unfreeze()
    gc.collect()
    assert not folder.exists()
