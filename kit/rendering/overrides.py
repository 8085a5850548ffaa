"""What lies in the user's own templates folder and would be passed over without a word."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kit.errors import KitError, Place, Problem, Severity, in_reading_order
from kit.library import file_within
from kit.reading.strings import strings_for, words_in
from kit.reading.yaml_source import read_source
from kit.rendering.resources import PASSED_ON
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kit.rendering.own_templates import OwnTemplates

_KINDS = ("editions", "parts", "layouts", "styles", "strings")
_OWN_STYLE = "styles/own.css"
_LANGUAGE = re.compile(r"[a-z]{2}(-[A-Z]{2})?")
_BACKUPS = ("~", ".bak", ".orig", ".swp", ".tmp")
_ENGLISH = "en"


def override_problems(folders: tuple[Path, ...]) -> tuple[Problem, ...]:
    """Look through the user's own templates: the first of the folders, the bundled are the last."""
    if len(folders) < 2:  # noqa: PLR2004 - the user's and the bundled
        return ()
    names = _names(folders[0])
    pages = [name for name in names if name.endswith(".html")]
    templates = _templates(folders, pages) if pages else None
    known = [name for name in _names(folders[-1]) if _kind(name) in _KINDS]
    passed_over = {
        name for name in names if not _has_use(name, known) and not _is_loaded(name, templates)
    }
    problems = [_unknown_template(name, known) for name in sorted(passed_over)]
    if templates:
        problems += templates.problems(name for name in pages if name not in passed_over)
    asked_for = templates.texts if templates else {}
    for name in names:
        if _kind(name) == "strings" and name not in passed_over and name.endswith(".yaml"):
            problems += _words(name, folders, asked_for)
    return in_reading_order(problems)


def no_words(language: str, folders: tuple[Path, ...], place: Place) -> tuple[Problem, ...]:
    """Warn of a workshop's language in which the documents have no words of their own."""
    base = language.partition("-")[0]
    files = [f"strings/{code}.yaml" for code in dict.fromkeys((base, language))]
    if base == _ENGLISH:
        return ()
    if any((folder / file).is_file() for folder in folders for file in files):
        return _missing_words(language, folders, place)
    message = f"There are no words in `{language}`: the documents' own words will be in English."
    hint = f"Write them into templates/{files[0]}; the keys are those of the kit's strings/en.yaml."
    return (Problem("no-words", message, place, hint, Severity.WARNING),)


def _missing_words(language: str, folders: tuple[Path, ...], place: Place) -> tuple[Problem, ...]:
    """Warn of the words that a language lacks: they will be in English."""
    bundled = folders[-1]
    codes = dict.fromkeys((language.partition("-")[0], language))
    try:
        english = words_in(bundled, _ENGLISH, {})
        there = {key for each in folders for code in codes for key in words_in(each, code, english)}
    except KitError:  # told with the file of words
        return ()
    lacking = [key for key in english if key not in there]
    if not lacking:
        return ()
    shown = ", ".join(f"`{key}`" for key in lacking[:5]) + (" …" if len(lacking) > 5 else "")  # noqa: PLR2004
    message = (
        f"{len(lacking)} of the documents' own words are not there in `{language}`, and will be in "
        f"English: {shown}"
    )
    hint = f"Write them into templates/strings/{next(iter(codes))}.yaml."
    return (Problem("missing-words", message, place, hint, Severity.WARNING),)


def _names(folder: Path) -> tuple[str, ...]:
    """List the files of a folder by their paths from it, without hidden ones and backups."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return tuple(
        sorted(
            path.as_posix()
            for path in paths
            if not any(part.startswith((".", "#")) for part in path.parts)
            and not path.name.endswith(_BACKUPS)
        )
    )


def _kind(name: str) -> str:
    return name.partition("/")[0] if "/" in name else ""


def _templates(folders: tuple[Path, ...], pages: Iterable[str]) -> OwnTemplates:
    from kit.rendering.own_templates import OwnTemplates  # noqa: PLC0415 - loads Jinja

    return OwnTemplates(folders, pages)


def _has_use(name: str, known: Iterable[str]) -> bool:
    path = PurePosixPath(name)
    if _kind(name) not in _KINDS or name in known or name == _OWN_STYLE:
        return True
    if path.name == "README.md" or path.suffix.lower() in PASSED_ON:
        return True
    is_words = path.parent.name == "strings" and path.suffix == ".yaml"
    return is_words and len(path.parts) == 2 and bool(_LANGUAGE.fullmatch(path.stem))  # noqa: PLR2004


def _is_loaded(name: str, templates: OwnTemplates | None) -> bool:
    texts = templates.texts if templates else {}
    return any(name in found for other, found in texts.items() if other != name)


def _unknown_template(name: str, known: Iterable[str]) -> Problem:
    kind = _kind(name)
    message = f"The kit has no template `{name}`, and none of yours loads it: it has no effect."
    if kind == "strings":
        hint = "Words are in a file named after their language: `en.yaml`, `es.yaml`, `es-MX.yaml`."
    else:
        files = [each.removeprefix(f"{kind}/") for each in known if _kind(each) == kind]
        files += [PurePosixPath(_OWN_STYLE).name] if kind == "styles" else []
        hint = _nearest_file(name.removeprefix(f"{kind}/"), files)
    place = Place(f"templates/{name}")
    return Problem("unknown-template", message, place, hint, Severity.WARNING)


def _nearest_file(name: str, files: list[str]) -> str:
    """Suggest a file by its name without the ending, which all of a kind have in common."""
    stems = {PurePosixPath(file).stem: file for file in files}
    hint = did_you_mean(PurePosixPath(name).stem, stems)
    return re.sub(r"`([^`]+)`", lambda stem: f"`{stems.get(stem[1], stem[1])}`", hint)


def _words(
    name: str, folders: tuple[Path, ...], asked_for: Mapping[str, frozenset[str]]
) -> tuple[Problem, ...]:
    """Check one file of words; a word that a template of the user's asks for is known too."""
    code = PurePosixPath(name).stem
    kit_words = strings_for(code, folders[-1:])
    unusable: tuple[Problem, ...] = ()
    try:
        words_in(folders[0], code, kit_words)
    except KitError as error:
        unusable = error.problems
    try:
        path = file_within(folders[0], name)
        source = read_source(path or folders[0] / name, f"templates/{name}")
    except KitError:  # told already
        return unusable
    known = kit_words.keys() | {text for texts in asked_for.values() for text in texts}
    unknown = tuple(
        Problem(
            "unknown-word",
            f"The kit has no word `{key}`, and no template of yours asks for it.",
            source.place((str(key),), key=True),
            did_you_mean(str(key), kit_words),
            Severity.WARNING,
        )
        for key in (source.data if isinstance(source.data, dict) else ())
        if str(key) not in known
    )
    return unusable + unknown
