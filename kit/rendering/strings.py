"""The documents' own words, by language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import KitError
from kit.library import file_within
from kit.reading.yaml_source import read_source

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def strings_for(language: str, folders: tuple[Path, ...]) -> Mapping[str, str]:
    """Read `strings/<language>.yaml`, English where there is none; the user's words win.

    KitError where a file of words cannot be read.
    """
    words: dict[str, str] = {}
    for code in dict.fromkeys(("en", language.partition("-")[0], language)):
        for folder in reversed(folders):
            if path := file_within(folder, f"strings/{code}.yaml"):
                source = read_source(path, f"templates/strings/{code}.yaml")
                if source.problems:
                    raise KitError(source.problems)
                data = source.data
                if isinstance(data, dict):
                    words.update({str(key): str(value) for key, value in data.items()})
    return words
