"""A translation, put into the trees of a workshop's files: each text with its own place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kit.definitions.translation import Translation
from kit.errors import KitError, Place, Problem
from kit.library import WORKSHOPS
from kit.reading.nodes import Entry, Mapping, Node, Scalar, Sequence, copied
from kit.reading.validation import validate
from kit.reading.yaml_source import Source, read_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as Mapping_
    from pathlib import Path

    from kit.library import Library

SHARED: Final = "shared"
"""The name of the translation of what workshops share."""


@dataclass(frozen=True)
class Layer:
    """One file of translations: its texts and the digests of what they were made from."""

    source: Source
    texts: Mapping_[str, str]
    made_from: Mapping_[str, str]

    def place(self, path: str) -> Place:
        """Say where a text stands."""
        return self.source.place(("texts", path), key=True)


@dataclass(frozen=True)
class Overlay:
    """The translations of a workshop into one language, `own` of its file, `shared` of the others.

    What comes first in them counts: the project's before the bundled ones. `known` are the texts
    that are translated, by path; `workshop` is the file of the workshop.
    """

    language: str
    workshop: Path
    own: tuple[Layer, ...]
    shared: tuple[Layer, ...]
    known: Mapping_[str, str] = field(repr=False)

    def before(self, change: Callable[[Source], Source]) -> Callable[[Source], Source]:
        """Give what puts the translation into a file, and then another change into that."""
        return lambda source: change(self.apply(source))

    def apply(self, source: Source) -> Source:
        """Give a file with the translated texts in it; the file itself stays as it is."""
        if not isinstance(source.node, Mapping):
            return source
        is_own = source.path == self.workshop
        layers = self.own if is_own else self.shared
        tree, foreign = copied(source.node), dict[int, Source]()
        if is_own and layers:
            language = layers[0].source.place(("language",))
            named = Scalar(language.line, language.column, self.language)
            tree.entries["language"] = Entry(language.line, language.column, named)
            foreign[id(named)] = foreign[id(tree.entries["language"])] = layers[0].source
        put: set[str] = set()
        for layer in layers:
            written = _texts(layer.source)
            for path in layer.texts:
                if path not in self.known or path in put:
                    continue
                put.add(path)
                steps = path.split(".")
                if steps[0] in tree.entries or is_own:
                    _set(tree, steps, written[path], self.known)
                    foreign[id(written[path])] = layer.source
        return source.patched(tree, foreign)


def read_layers(
    library: Library, language: str, name: str
) -> tuple[tuple[Layer, ...], tuple[Problem, ...]]:
    """Read the translations of one name, the project's first, and tell what is wrong in them."""
    layers: list[Layer] = []
    problems: list[Problem] = []
    for path in overlay_files(library, language, name):
        try:
            source = read_source(path, library.shown(path))
        except KitError as error:
            problems += error.problems
            continue
        made, found = validate(source, Translation)
        problems += found
        if made is None:
            continue
        if made.language.partition("-")[0] != path.parent.name.partition("-")[0]:
            message = (
                f"This file is in the folder `{path.parent.name}`, and says `{made.language}`."
            )
            where = source.place(("language",))
            problems.append(Problem("other-language", message, where, "Mend one of the two."))
        layers.append(Layer(source, made.texts, made.made_from))
    return tuple(layers), tuple(problems)


def overlay_files(library: Library, language: str, name: str) -> tuple[Path, ...]:
    """Find the translations of one name; those into `es` serve for `es-MX` too, behind its own."""
    codes = dict.fromkeys((language, language.partition("-")[0]))
    return tuple(path for code in codes for path in library.shared_files(f"{code}/{name}.yaml"))


def may_be_read(library: Library, language: str, name: str) -> tuple[Path, ...]:
    """Name the files that a translation may consist of, there or not."""
    codes = dict.fromkeys((language, language.partition("-")[0]))
    return tuple(
        root / WORKSHOPS / code / f"{stem}.yaml"
        for root in library.roots
        for code in codes
        for stem in (name, SHARED)
    )


def _texts(source: Source) -> dict[str, Scalar]:
    texts = source.node.entries["texts"].value if isinstance(source.node, Mapping) else None
    entries = texts.entries if isinstance(texts, Mapping) else {}
    return {path: entry.value for path, entry in entries.items() if isinstance(entry.value, Scalar)}


def _set(node: Node, steps: list[str], text: Scalar, known: Mapping_[str, str]) -> None:
    """Put a text where a path leads; where the English is the kit's own, its list is made."""
    for number, step in enumerate(steps):
        last = number == len(steps) - 1
        if isinstance(node, Mapping):
            if last:
                place = node.entries.get(step)
                if place is None:
                    node.entries[step] = Entry(text.line, text.column, text)
                else:
                    place.value = text
                return
            if step not in node.entries:
                if number != len(steps) - 2:
                    return
                usual = _usual(".".join(steps[:-1]), known, text)
                node.entries[step] = Entry(text.line, text.column, usual)
            node = node.entries[step].value
        elif isinstance(node, Sequence):
            at = _index(node, step)
            if at is None:
                return
            if last:
                node.items[at] = text
                return
            node = node.items[at]
        else:
            return


def _usual(path: str, known: Mapping_[str, str], text: Scalar) -> Sequence:
    """Make the list that the definitions have where the file has none."""
    words = (words for each, words in known.items() if each.rpartition(".")[0] == path)
    return Sequence(
        text.line, text.column, [Scalar(text.line, text.column, each) for each in words]
    )


def _index(node: Sequence, step: str) -> int | None:
    """Find what a step names in a list: an id, or a number from 1."""
    for number, item in enumerate(node.items):
        entry = item.entries.get("id") if isinstance(item, Mapping) else None
        if entry is not None and isinstance(entry.value, Scalar) and entry.value.text == step:
            return number
    number = int(step) if step.isascii() and step.isdigit() else 0
    return number - 1 if 1 <= number <= len(node.items) else None
