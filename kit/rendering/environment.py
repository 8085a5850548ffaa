"""The Jinja environment: sandboxed, strict, with the user's templates before the bundled ones."""

from __future__ import annotations

from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from jinja2 import BaseLoader, TemplateNotFound, Undefined, pass_context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from kit.library import file_within
from kit.reading.text_file import read_text
from kit.reading.words import fill, named
from kit.rendering.figures import FIGURE_WORDS, FIGURES, figure_words
from kit.rendering.large_print import fits_large
from kit.rendering.last_words import last_words_together
from kit.rendering.markdown import inline, plain_text, prose
from kit.rendering.mistakes import Absent, TemplateMistake
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from jinja2.runtime import Context

BUNDLED_PREFIX = "bundled/"


class FolderLoader(BaseLoader):
    """Finds a template in the first folder that has it, and never outside of these folders.

    A name that begins with `bundled/` is looked up in the last folder alone, so that a user's
    template can extend the bundled one of the same name.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders

    def get_source(self, environment: object, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Read a template.

        Raises:
            KitError: it is a symbolic link that leads out of its folder, or no text.
        """
        del environment
        folders, name = self._folders, template
        if template.startswith(BUNDLED_PREFIX):
            folders, name = self._folders[-1:], template.removeprefix(BUNDLED_PREFIX)
        steps = PurePosixPath(name.replace("\\", "/"))
        if steps.is_absolute() or ".." in steps.parts:
            raise TemplateNotFound(template)
        for folder in folders:
            if path := file_within(folder, name):
                return read_text(path, f"templates/{name}"), str(path), lambda: True
        raise TemplateNotFound(template)


def make_environment(
    folders: tuple[Path, ...], strings: Mapping[str, str]
) -> ImmutableSandboxedEnvironment:
    """Make the environment for templates: `strings` are the words of the documents' language."""
    environment = ImmutableSandboxedEnvironment(
        loader=FolderLoader(folders),
        autoescape=_is_markup,
        undefined=Absent,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.do"],
    )
    environment.filters["prose"] = pass_context(partial(_marked, prose))
    environment.filters["inline"] = pass_context(partial(_marked, inline))
    environment.filters["plain"] = _plain
    environment.filters["ends_together"] = last_words_together
    environment.filters["stopped"] = stopped
    environment.globals["word"] = partial(_word, strings)
    environment.globals["fits_large"] = fits_large
    # A document in large print, and one to fill in on the screen, are given other values.
    environment.globals["large"] = environment.globals["fillable"] = False
    environment.globals["name"] = partial(named, strings)
    environment.globals["figure"] = partial(_figure, strings)
    return environment


def _is_markup(template: str | None) -> bool:
    return template is None or not template.endswith(".txt")


def stopped(text: str) -> str:
    """End a text with a full stop, unless it ends a sentence by itself."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def _marked(
    convert: Callable[[str, Mapping[str, int]], str], context: Context, text: object
) -> Markup:
    # Sanitised in `markdown`; nothing else may become markup.
    return Markup(convert(_text(text), context.get("citations") or {}))  # noqa: S704


def _plain(text: object) -> str:
    return plain_text(_text(text))


def _text(value: object) -> str:
    if isinstance(value, Undefined):
        str(value)  # tells what is missing
    if not isinstance(value, str):
        raise TemplateMistake(f"Only a text can be set here, and `{value!s:.60}` is none.")
    return value


def _word(strings: Mapping[str, str], key: str, /, **values: Any) -> str:
    """Look up one of the documents' own words; a missing one is a mistake in a template."""
    if key not in strings:
        raise TemplateMistake(
            f"The template asks for the word `{key}`, which is not in templates/strings.",
            did_you_mean(key, strings),
        )
    return fill(strings[key], values)


def _figure(strings: Mapping[str, str], name: str, /, *args: Any, **options: Any) -> Markup:
    if name not in FIGURES:
        raise TemplateMistake(f"There is no figure `{name}`.", did_you_mean(name, FIGURES))
    if name in FIGURE_WORDS:
        options.setdefault("words", figure_words(name, strings))
    return Markup(FIGURES[name](*args, **options))  # noqa: S704 - figures escape their texts
