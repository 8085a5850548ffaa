"""Translations: what went stale, what is missing, and what leads nowhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kit.definitions.citation import KEY
from kit.errors import Problem, Severity
from kit.reading.texts import digest_of, own_texts, shared_texts
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kit.errors import Place
    from kit.reading.overlay import Layer, Overlay
    from kit.reading.translated import TranslatedWorkshop

_MARKS: Final = re.compile(rf"\{{\{{\s*(\w+)\s*\}}\}}|(?<!\w)@({KEY})")
_MOST: Final = 20
"""How many missing texts are told one by one."""


def check_translation(translated: TranslatedWorkshop) -> tuple[Problem, ...]:
    """Hold a translation against the texts that it was made from."""
    overlay = translated.overlay
    if overlay is None:
        return ()
    plain = translated.plain
    own, shared = own_texts(plain), shared_texts(plain)
    return (
        *_of_layers(overlay.own, own, overlay, missing=own),
        *_of_layers(overlay.shared, overlay.known, overlay, missing=shared),
    )


def missing_in(layers: tuple[Layer, ...], texts: Mapping[str, str]) -> list[str]:
    """Name the texts that have no translation."""
    return [path for path in texts if not any(path in layer.texts for layer in layers)]


def is_stale(layer: Layer, path: str, english: str) -> bool:
    """Say whether a translation was made from another text than the one that stands now."""
    return path in layer.made_from and layer.made_from[path] != digest_of(english)


def _of_layers(
    layers: tuple[Layer, ...],
    known: Mapping[str, str],
    overlay: Overlay,
    missing: Mapping[str, str],
) -> Iterator[Problem]:
    told: set[str] = set()
    for layer in layers:
        for path, text in layer.texts.items():
            if path in told:  # Another file's, before this one, is what is read.
                continue
            told.add(path)
            if path in known:
                yield from _of_text(layer, path, text, known[path])
            elif layer in overlay.own:
                yield _unknown(path, known, layer.place(path))
        for path in layer.made_from:
            if path not in layer.texts:
                where = layer.source.place(("made_from", path), key=True)
                message = f"`{path}` has no text under `texts`."
                yield _warning("no-translation", message, where, "Take the line out.")
    yield from _lacking(missing_in(layers, missing), layers, overlay)


def _lacking(paths: list[str], layers: tuple[Layer, ...], overlay: Overlay) -> Iterator[Problem]:
    where = layers[0].source.place(("texts",), key=True) if layers else None
    command = f"kit translate {overlay.workshop.stem} --to {overlay.language}"
    hint = f"`{command}` writes it into the file, as it is, to be translated."
    for path in paths[:_MOST]:
        message = f"`{path}` is not translated: it stays as it is."
        yield _warning("missing-translation", message, where, hint)
    if len(paths) > _MOST:
        message = f"{len(paths) - _MOST} more texts are not translated: they stay as they are."
        yield _warning("missing-translation", message, where, hint)


def _of_text(layer: Layer, path: str, text: str, english: str) -> Iterator[Problem]:
    where = layer.place(path)
    if path not in layer.made_from:
        message = (
            f"Nothing says which text `{path}` was made from, so it cannot be told when stale."
        )
        hint = f"`kit translate` writes it: `made_from: {{{path}: {digest_of(english)}}}`."
        yield _warning("no-digest", message, where, hint)
    elif is_stale(layer, path, english):
        yield _warning(
            "stale-translation",
            f"`{path}` was made from another text: the original has changed since.",
            where,
            "Bring it up to date, then write `kit translate --looked`. Now it says: "
            f"“{_short(english)}”",
        )
    there, here = _marks(english), _marks(text)
    for mark in sorted(there - here):
        message = f"`{path}` has lost `{mark}`, which the original has."
        yield Problem("lost-mark", message, where, "Put it in where it belongs in this language.")
    for mark in sorted(here - there):
        message = f"`{path}` has `{mark}`, which the original does not have."
        yield Problem("added-mark", message, where, "Take it out, or write the word itself.")


def _marks(text: str) -> set[str]:
    """Give the substitutions and citations of a text: in another language, one may do for two."""
    found = _MARKS.finditer(text)
    return {f"{{{{ {each[1]} }}}}" if each[1] else f"[@{each[2]}]" for each in found}


def _unknown(path: str, known: Mapping[str, str], where: Place) -> Problem:
    hint = did_you_mean(path, known, "It may have gone from the workshop: then take it out here.")
    return _warning("unknown-path", f"The workshop has no text `{path}`.", where, hint)


def _short(text: str, most: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"


def _warning(code: str, message: str, where: Place | None, hint: str) -> Problem:
    return Problem(code, message, where, hint, Severity.WARNING)
