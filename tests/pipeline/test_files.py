from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from kit.pipeline.files import is_hopeless, part_of, remove_parts, storage_problem, write_whole

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.txt"
    stat = write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.st_size == 3
    assert [each.name for each in path.parent.iterdir()] == ["c.txt"]


def test_what_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "c.txt"
    path.mkdir()
    with pytest.raises(OSError, match="directory"):
        write_whole(path, b"new")
    assert not part_of(path).exists()


def test_parts_are_cleared_and_nothing_else(tmp_path: Path) -> None:
    for name in (".a.pdf.kit-part", "a.pdf", ".hidden", "b.kit-part"):
        (tmp_path / name).touch()
    remove_parts({tmp_path, tmp_path / "absent"})
    assert {path.name for path in tmp_path.iterdir()} == {"a.pdf", ".hidden", "b.kit-part"}


@pytest.mark.parametrize(
    ("number", "code", "hopeless"),
    [
        (errno.ENOSPC, "disk-full", True),
        (errno.EDQUOT, "disk-full", True),
        (errno.EROFS, "read-only", True),
        (errno.EACCES, "not-writable", False),
        (errno.EBUSY, "not-writable", False),
        (errno.EISDIR, "in-the-way", False),
        (errno.EIO, "not-written", False),
    ],
)
def test_every_failure_is_put_into_words(number: int, code: str, *, hopeless: bool) -> None:
    error = OSError(number, "some words")
    problem = storage_problem(error, "build/a.pdf")
    assert problem.code == code
    assert "`build/a.pdf`" in problem.message
    assert problem.hint
    assert is_hopeless(error) == hopeless
