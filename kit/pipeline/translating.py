"""A translation's file, written anew: what stands in it stays, what is missing is put before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.checking import check
from kit.checking.translations import check_translation, is_stale, missing_in
from kit.errors import KitError, Problem
from kit.library import WORKSHOPS
from kit.pipeline.files import write_whole
from kit.reading.overlay import SHARED, Layer, read_layers
from kit.reading.shared import SharedFiles
from kit.reading.texts import digest_of, own_texts, shared_texts, texts_read
from kit.reading.translated import languages_of, load_translated
from kit.reading.workshop import load_with
from kit.rendering.overrides import no_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kit.library import Library

_HEAD: Final = """\
# yaml-language-server: $schema=../.schema/translation.json
# {what}
# Language: {language}. Each text stands under its path. `kit translate WORKSHOP --to {language}`
# writes what is missing here as comments, in the original's words: take the signs at the beginning
# of the lines away, and translate. Under `made_from` stands what each text was made from.
"""
_TAKE_AWAY: Final = "# Take this line away with the first text that you translate."
"""An empty list of texts has to be written as one, and would stand in the way of the first."""


@dataclass(frozen=True, slots=True)
class TranslationFile:
    """What was written: how many texts stand, and the paths of the missing and the stale ones."""

    path: Path
    texts: int
    missing: tuple[str, ...]
    stale: tuple[str, ...]


def write_translation(
    library: Library, name: str, language: str, *, looked: bool
) -> tuple[TranslationFile, ...]:
    """Write the files of one workshop's translation; with `looked`, what was stale is up to date.

    Raises:
        KitError: the workshop or what stands of the translation cannot be read.
    """
    if library.project is None:
        hint = "Go to a folder of yours, or make one: `kit init my-workshops`."
        raise KitError([Problem("no-project", "There is no project here to write to.", hint=hint)])
    files = SharedFiles(library)
    plain, problems = load_with(library, name, files)
    if plain is None:
        raise KitError([*problems, *files.problems])
    if language.partition("-")[0] == plain.workshop.language.partition("-")[0]:
        message = f"`{name}` is written in `{plain.workshop.language}`."
        raise KitError([Problem("same-language", message, hint="Name another language.")])
    folder = library.project / WORKSHOPS / language
    folder.mkdir(exist_ok=True)
    own, shared = own_texts(plain), shared_texts(plain)
    written = []
    for stem, texts, known in ((name, own, own), (SHARED, shared, shared | texts_read(files))):
        layers, problems = read_layers(library, language, stem)
        if problems:
            raise KitError(problems)
        path = folder / f"{stem}.yaml"
        mine = next((each for each in layers if each.source.path == path.resolve()), None)
        stale = tuple(
            each
            for each in (mine.texts if mine else ())
            if mine and each in known and is_stale(mine, each, known[each])
        )
        missing = tuple(missing_in(layers, texts))
        what = plain.workshop.title.strip() if stem == name else "What workshops share."
        head = _head(mine) or _HEAD.format(what=what, language=language)
        content = _content(
            head, language, mine, known, missing, () if looked else stale, looked=looked
        )
        write_whole(path, content.encode())
        standing = len(mine.texts) if mine else 0
        written.append(TranslationFile(path, standing, missing, () if looked else stale))
    return tuple(written)


def translation_problems(
    library: Library, name: str, templates: tuple[Path, ...]
) -> tuple[Problem, ...]:
    """Hold translations against their original, and what comes of them against the rules.

    What is said of the workshop itself is left out: it is told with the workshop.
    """
    return tuple(
        problem
        for language in languages_of(library, name)
        for problem in _problems_in(library, name, language, templates)
    )


def _problems_in(
    library: Library, name: str, language: str, templates: tuple[Path, ...]
) -> tuple[Problem, ...]:
    translated, problems = load_translated(library, name, language, SharedFiles(library))
    if translated is None or translated.overlay is None:
        return problems
    where = translated.loaded.place("language")
    here = {each.shown for each in translated.layers}
    return (
        *check_translation(translated),
        *(each for each in check(translated.loaded) if each.where and each.where.file in here),
        *no_words(translated.loaded.workshop.language, templates, where),
    )


def _head(mine: Layer | None) -> str:
    """Give the comments at the beginning of a file."""
    lines = mine.source.lines if mine else []
    kept = []
    for line in lines:
        if not line.startswith("#"):
            break
        kept.append(line.rstrip() + "\n")
    return "".join(kept)


def _content(  # noqa: PLR0917 - all that stands in the file
    head: str,
    language: str,
    mine: Layer | None,
    known: Mapping[str, str],
    missing: Sequence[str],
    stale: Sequence[str],
    *,
    looked: bool,
) -> str:
    texts = mine.texts if mine else {}
    order = [path for path in known if path in texts or path in missing]
    order += [path for path in texts if path not in known]
    lines = [head.rstrip(), "kit: 1", f"language: {language}", "texts:"]
    lines += [] if texts else [f"  {{}}  {_TAKE_AWAY}"]
    for path in order:
        if path in texts:
            if path in stale:
                lines += ["  # The original has changed. Now it says:"]
                lines += [f"  #   {line}".rstrip() for line in known[path].strip().splitlines()]
            lines += _entry(path, texts[path])
        else:
            lines += [f"  # {line}".rstrip() for line in _entry(path, known[path], indent="")]
    lines += ["made_from:"]
    lines += [] if texts else ["  {}"]
    for path in order:
        if path in texts:
            kept = mine.made_from.get(path) if mine and not looked else None
            digest = kept or (digest_of(known[path]) if path in known else "")
            lines += [f'  {path}: "{digest}"'] if digest else []
    return "\n".join(lines) + "\n"


def _entry(path: str, text: str, indent: str = "  ") -> list[str]:
    body = text.strip().splitlines()
    return [f"{indent}{path}: |-", *(f"{indent}  {line}".rstrip() for line in body)]
