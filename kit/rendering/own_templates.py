"""The user's own templates, read without rendering them: what they name, and what is amiss."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound, TemplateSyntaxError, nodes

from kit.errors import KitError, Place, Problem, Severity
from kit.reading.text_file import lines_of
from kit.rendering.environment import FolderLoader, make_environment
from kit.rendering.mistakes import problem_of, shown
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_QUOTED = re.compile(r"""["']([^"'\n]+)["']""")


class OwnTemplates:
    """The templates of the first folder, by their names.

    `texts` are the texts that each of them writes in quotes: what it loads, the words it asks for.
    """

    def __init__(self, folders: tuple[Path, ...], names: Iterable[str]) -> None:
        self._own = folders[0]
        self._loader = FolderLoader(folders)
        self._environment = make_environment(folders, {})
        self._trees: dict[str, nodes.Template | None] = {}
        self._mistakes: dict[str, tuple[Problem, ...]] = {}
        self.texts = {name: self._texts(name) for name in names}

    def problems(self, names: Iterable[str]) -> Iterator[Problem]:
        """Tell what is wrong with these templates."""
        for name in names:
            yield from self._mistakes.get(name, ())
            yield from self._unknown_blocks(name)

    def _texts(self, name: str) -> frozenset[str]:
        tree = self._tree(name)
        if tree is None:  # what it would load is loaded once it is mended
            found = _QUOTED.findall(self._source(name))
        else:
            found = [each.value for each in tree.find_all(nodes.Const)]
        texts = {text for text in found if isinstance(text, str)}
        return frozenset(
            texts | {PurePosixPath(text.replace("\\", "/")).as_posix() for text in texts}
        )

    def _source(self, name: str) -> str:
        try:
            return self._loader.get_source(self._environment, name)[0]
        except (KitError, TemplateNotFound):
            return ""

    def _tree(self, name: str) -> nodes.Template | None:
        """Parse a template of any folder; None where it cannot be read."""
        if name not in self._trees:
            self._trees[name] = None
            try:
                source, file, _ = self._loader.get_source(self._environment, name)
                self._trees[name] = self._environment.parse(source, name, file)
            except KitError as error:
                self._mistakes[name] = error.problems
            except TemplateNotFound:
                pass  # told by the build, at the line that loads it
            except (TemplateSyntaxError, RecursionError) as error:
                self._mistakes[name] = (problem_of(error, name, self._own),)
        return self._trees[name]

    def _unknown_blocks(self, name: str) -> Iterator[Problem]:
        tree = self._tree(name)
        known = self._inherited(tree) if tree else None
        if tree is None or not known:
            return
        lines = lines_of(self._source(name))
        # A new block inside of one that the ancestors have is shown with it.
        for block in _outer_blocks(tree):
            if block.name not in known:
                line = lines[block.lineno - 1] if block.lineno <= len(lines) else ""
                at = re.search(rf"\b{re.escape(block.name)}\b", line)
                yield Problem(
                    "unknown-block",
                    f"There is no block `{block.name}` in what this template extends: "
                    "it has no effect.",
                    Place(
                        shown(str(self._own / name)),
                        block.lineno,
                        at.start() + 1 if at else 1,
                        line,
                    ),
                    did_you_mean(block.name, known),
                    Severity.WARNING,
                )

    def _inherited(self, tree: nodes.Template) -> tuple[str, ...] | None:
        """Name the blocks of all that a template extends; None where that cannot be told."""
        known: dict[str, None] = {}
        seen: set[str] = set()
        while (extends := tree.find(nodes.Extends)) is not None:
            parent = extends.template
            name = str(parent.value) if isinstance(parent, nodes.Const) else None
            above = self._tree(name) if name and name not in seen else None
            if name is None or above is None:
                return None
            seen.add(name)
            known |= {block.name: None for block in above.find_all(nodes.Block)}
            tree = above
        return tuple(known)


def _outer_blocks(node: nodes.Node) -> Iterator[nodes.Block]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outer_blocks(child)
