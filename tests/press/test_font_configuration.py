from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

import pytest

from kit.press.font_configuration import ProcessFonts


def _folder_of_its_own(answer: multiprocessing.connection.Connection) -> None:
    global fonts  # noqa: PLW0603  as a worker keeps its press
    fonts = ProcessFonts()
    answer.send(str(fonts._folder))


def _forget(inherited: list[ProcessFonts]) -> None:
    inherited.clear()


def test_a_worker_leaves_nothing_behind() -> None:
    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "fork")
    ours, theirs = context.Pipe()
    worker = context.Process(target=_folder_of_its_own, args=(theirs,))
    worker.start()
    folder = Path(ours.recv())
    worker.join()
    assert not folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
def test_a_fork_that_forgets_the_fonts_leaves_them_to_their_maker() -> None:
    kept = [ProcessFonts()]
    folder = kept[0]._folder
    worker = multiprocessing.get_context("fork").Process(target=_forget, args=(kept,))
    worker.start()
    worker.join()
    assert folder.exists()
    kept.clear()
    assert not folder.exists()
