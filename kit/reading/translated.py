"""Workshops in another language: read in their own, then with the translated texts in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.definitions.translation import LANGUAGE
from kit.errors import KitError, Problem, in_reading_order
from kit.library import WORKSHOPS
from kit.reading.overlay import SHARED, Overlay, may_be_read, read_layers
from kit.reading.shared import SharedFiles
from kit.reading.texts import own_texts, texts_read
from kit.reading.workshop import LoadedWorkshop, load_with

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kit.errors import Place
    from kit.library import Library
    from kit.reading.yaml_source import Source


@dataclass(frozen=True)
class TranslatedWorkshop:
    """A workshop in another language, and what it was made of.

    `plain` is the workshop as it was written, `overlay` the translations, None where the workshop
    is in this language anyway; `files` the shared files as they were read, translated.
    """

    plain: LoadedWorkshop
    loaded: LoadedWorkshop
    overlay: Overlay | None
    files: SharedFiles

    @property
    def layers(self) -> tuple[Source, ...]:
        """The files of the translation."""
        overlay = self.overlay
        return tuple(each.source for each in (*overlay.own, *overlay.shared)) if overlay else ()

    def files_read(self, library: Library) -> tuple[Path, ...]:
        """Name the files that were read, and the translations that would be if they were there."""
        paths = [source.path for source in self.loaded.sources]
        if self.overlay is not None:
            paths += may_be_read(library, self.overlay.language, self.plain.name)
        return tuple(dict.fromkeys(paths))


def speaks(written: str, wanted: str | None) -> bool:
    """Say whether a workshop's own texts are in the language that is asked for."""
    if not wanted:
        return True
    return wanted == written or wanted == written.partition("-")[0]


def load_translated(
    library: Library,
    name: str,
    language: str | None,
    files: SharedFiles,
    where: Place | None = None,
) -> tuple[TranslatedWorkshop | None, tuple[Problem, ...]]:
    """Read one workshop in a language, or in its own where none is asked for.

    `where` is the place that asks for the language, if a file does.

    Returns:
        The workshop, or None, and the problems of its own file and of its translations; those of
        the shared ones are in `files.problems`.
    """
    plain, problems = load_with(library, name, files)
    if plain is None or speaks(plain.workshop.language, language) or not language:
        return (TranslatedWorkshop(plain, plain, None, files) if plain else None), problems
    own, found = read_layers(library, language, name)
    shared, found_too = read_layers(library, language, SHARED)
    problems = (*found, *found_too)
    if not own and not problems:
        problems = (untranslated(library, name, language, where),)
    if problems:
        return None, problems
    known = own_texts(plain) | texts_read(files)
    overlay = Overlay(language, plain.source.path, own, shared, known)
    theirs = SharedFiles(library, overlay.apply, files.roles)
    loaded, problems = load_with(library, name, theirs)
    if loaded is None:
        return None, (*problems, *theirs.problems)
    made = TranslatedWorkshop(plain, loaded, overlay, theirs)
    whole = replace(loaded, sources=(*loaded.sources, *made.layers))
    return replace(made, loaded=whole), problems


def load_all(
    library: Library, names: Iterable[str], language: str | None, roles: str | None = None
) -> tuple[tuple[TranslatedWorkshop, ...], tuple[Problem, ...]]:
    """Read workshops in a language; see `load_workshops`."""
    files = SharedFiles(library, roles=roles)
    made: list[TranslatedWorkshop] = []
    problems: list[Problem] = []
    for name in dict.fromkeys(names):
        each, found = load_translated(library, name, language, files)
        problems += found
        if each is not None:
            made.append(each)
    return tuple(made), in_reading_order([*problems, *files.problems])


def those_in(language: str, names: tuple[str, ...], library: Library) -> tuple[str, ...]:
    """Leave those of all workshops that there are in a language; all of them where none is."""
    there = translated_names(library, language)
    return tuple(name for name in names if name in there) or names


def languages_of(library: Library, name: str) -> tuple[str, ...]:
    """Name the languages that a workshop is translated into."""
    folders = (folder for root in library.roots for folder in (root / WORKSHOPS).glob("*/"))
    return tuple(
        sorted(
            {
                folder.name
                for folder in folders
                if re.match(LANGUAGE, folder.name) and (folder / f"{name}.yaml").is_file()
            }
        )
    )


def untranslated(library: Library, name: str, language: str, where: Place | None) -> Problem:
    """Say that there is no translation, and of which workshops there is one."""
    there = translated_names(library, language)
    listed = ", ".join(f"`{each}`" for each in there)
    hint = (
        f"Translated into `{language}`: {listed}."
        if there
        else (f"`kit translate {name} --to {language}` begins a translation.")
    )
    message = f"There is no translation of `{name}` into `{language}`."
    return Problem("not-translated", message, where, hint)


def translated_names(library: Library, language: str) -> tuple[str, ...]:
    """Name the workshops that there is a translation of."""
    codes = dict.fromkeys((language, language.partition("-")[0]))
    found: list[str] = []
    for name in library.workshop_names():
        try:
            if any(library.shared_files(f"{code}/{name}.yaml") for code in codes):
                found.append(name)
        except KitError:  # a link that leads out of the project: told when it is asked for
            continue
    return tuple(found)
