from __future__ import annotations

from typing import TYPE_CHECKING

from kit.checking.texts import place_of_words, texts_of
from kit.library import Library
from kit.reading.workshop import load_workshops

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_every_text_is_given_once_with_its_place(project: Path) -> None:
    (loaded,), _ = load_workshops(Library(None, project), ["small"])
    texts = list(texts_of(loaded))
    keys = [(text.shared, text.location) for text in texts]
    assert len(keys) == len(set(keys))
    assert {text.shared for text in texts} == {
        None,
        ("scenario", "late-feedback"),
        ("worksheet", "agreement"),
        ("vocabulary", "two-sides"),
        ("vocabulary", "one-word"),
        ("item", "mentoring-improved"),
        ("item", "recommend"),
        ("item", "relationship-changed"),
        ("scale", "agreement"),
        ("scale", "ability"),
        ("scale", "importance"),
        ("scale", "met"),
    }
    agenda = [text for text in texts if text.location[0] == "agenda"]
    written = [text for text in agenda if "\n" not in text.words]
    assert len(written) > 50
    for text in written:
        assert text.words in place_of_words(loaded, text, text.words).source


def test_words_are_found_in_their_own_line(
    project: Path, edit: Callable[..., Path], line_of: Callable[..., int]
) -> None:
    edit("Promise nothing that you cannot keep.", "Promise {{ nothing }} that you cannot keep.")
    (loaded,), _ = load_workshops(Library(None, project), ["small"])
    (text,) = [each for each in texts_of(loaded) if "{{ nothing }}" in each.words]
    where = place_of_words(loaded, text, "{{ nothing }}")
    assert where.line == line_of("{{ nothing }}")
    assert where.source[where.column - 1 :].startswith("{{ nothing }}")
