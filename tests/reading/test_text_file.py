from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from kit.errors import KitError, Problem
from kit.reading.text_file import MOST_BYTES, describe_character, lines_of, read_text


def refused(path: Path) -> tuple[Problem, ...]:
    with pytest.raises(KitError) as error:
        read_text(path, "my.yaml")
    return error.value.problems


def written(folder: Path, content: bytes) -> Path:
    path = folder / "my.yaml"
    path.write_bytes(content)
    return path


def test_text_is_read_as_it_is(tmp_path: Path) -> None:
    assert read_text(written(tmp_path, "title: Grüße – 谢谢\n".encode()), "x") == (
        "title: Grüße – 谢谢\n"
    )


def test_a_byte_order_mark_is_taken_off(tmp_path: Path) -> None:
    assert read_text(written(tmp_path, b"\xef\xbb\xbfkit: 1\n"), "x") == "kit: 1\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_unicode_encodings_are_told(tmp_path: Path, encoding: str) -> None:
    (problem,) = refused(written(tmp_path, "kit: 1\ntitle: ü\n".encode(encoding)))
    assert problem.code in {"encoding", "not-text"}


def test_an_old_encoding_is_told_at_the_first_strange_letter(tmp_path: Path) -> None:
    (problem,) = refused(written(tmp_path, "kit: 1\ntitle: Grüße\n".encode("cp1252")))
    assert problem.code == "encoding"
    assert "UTF-8" in problem.message
    assert "encoding UTF-8" in problem.hint
    assert problem.where
    assert (problem.where.line, problem.where.column) == (2, 10)
    assert problem.where.source == "title: Grüße"


@pytest.mark.parametrize(
    "content", [b"\x00" * 100, b"%PDF-1.7\n\x00\xff", b"PK\x03\x04\x00\x00\x80"]
)
def test_a_file_that_is_no_text_is_told(tmp_path: Path, content: bytes) -> None:
    (problem,) = refused(written(tmp_path, content))
    assert problem.code == "not-text"


def test_a_large_file_is_refused(tmp_path: Path) -> None:
    (problem,) = refused(written(tmp_path, b"# " + b"x" * MOST_BYTES))
    assert problem.code == "too-large"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path)[0].code == "not-a-file"
    assert refused(tmp_path / "none.yaml")[0].code == "no-such-file"
    assert refused(tmp_path / ("x" * 300))[0].code == "not-readable"
    assert refused(tmp_path / "a\0b")[0].code == "not-readable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    found: list[Problem] = []
    thread = threading.Thread(target=lambda: found.extend(refused(tmp_path / "pipe.yaml")))
    thread.daemon = True
    thread.start()
    thread.join(timeout=5)
    assert [problem.code for problem in found] == ["not-a-file"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
def test_a_device_is_refused() -> None:
    assert refused(Path("/dev/zero"))[0].code == "not-a-file"


@pytest.mark.parametrize(
    ("character", "words"),
    [
        ("\x0b", "slide or a word processor (U+000B)"),
        ("\u2028", "web page or a slide (U+2028)"),
        ("\ufeff", "byte order mark (U+FEFF)"),
        ("\uf0b7", "symbol of one font that others lack (U+F0B7)"),
        ("\ue000", "symbol of one font that others lack (U+E000)"),
        ("\x85", "from another system (U+0085)"),
        ("\x07", "control character (U+0007)"),
    ],
)
def test_invisible_characters_are_told_each_at_its_place(
    tmp_path: Path, character: str, words: str
) -> None:
    text = f"kit: 1\ntitle: one{character}two\nwhy: a{character}b\n"
    problems = refused(written(tmp_path, text.encode()))
    assert [problem.code for problem in problems] == ["invisible-character"] * 2
    places = [(each.where.line, each.where.column) for each in problems if each.where]
    assert places == [(2, 11), (3, 7)]
    assert words in problems[0].message


def test_there_is_an_end_to_the_list_of_invisible_characters(tmp_path: Path) -> None:
    assert len(refused(written(tmp_path, b"\x07" * 5000))) == 20


def test_lines_are_counted_as_editors_count_them() -> None:
    assert lines_of("a\r\nb\rc\nd\x0ce") == ["a", "b", "c", "d\x0ce"]


def test_a_character_without_words_of_ours_has_its_own_name() -> None:
    assert describe_character("\u200b") == "zero width space (U+200B)"
