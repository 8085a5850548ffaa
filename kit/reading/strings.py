"""The documents' own words, by language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kit.errors import KitError, Problem
from kit.library import file_within
from kit.reading.yaml_source import read_source
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_GAP = re.compile(r"\{[^{}]*\}")


def strings_for(language: str, folders: tuple[Path, ...]) -> Mapping[str, str]:
    """Read `strings/<language>.yaml`, English where there is none; the user's words win.

    KitError where a file of words cannot be read, or holds what is no word.
    """
    words: dict[str, str] = {}
    kit_words: dict[str, str] = {}
    for code in dict.fromkeys(("en", language.partition("-")[0], language)):
        for folder in reversed(folders):
            found = words_in(folder, code, kit_words)
            words.update(found)
            if folder == folders[-1]:
                kit_words.update(found)
    return words


def words_in(folder: Path, code: str, kit_words: Mapping[str, str]) -> dict[str, str]:
    """Read one file of words of one folder; `kit_words` tell what is put into their gaps.

    KitError where it cannot be read, or holds what is no word.
    """
    path = file_within(folder, f"strings/{code}.yaml")
    if path is None:
        return {}
    source = read_source(path, f"templates/strings/{code}.yaml")
    problems = list(source.problems)
    data = source.data
    if data is not None and not isinstance(data, dict):
        message = "This file holds no words: each line is a key, a colon and the words."
        problems.append(Problem("not-words", message, source.place(())))
    words: dict[str, str] = {}
    for key, value in data.items() if isinstance(data, dict) else ():
        if isinstance(value, (dict, list)) or value is None:
            message = f"`{key}` must be a text."
            problems.append(
                Problem("not-words", message, source.place((key,)), "Write it in quotes.")
            )
            continue
        words[str(key)] = str(value)
        known = _GAP.findall(kit_words.get(str(key), str(value)))
        for gap in _GAP.findall(str(value)):
            if gap not in known:
                message = f"Nothing is put in for `{gap}` here."
                hint = did_you_mean(gap, known, "The kit's own words have no gap to fill here.")
                problems.append(Problem("unknown-gap", message, source.place((key,)), hint))
    if problems:
        raise KitError(problems)
    return words
