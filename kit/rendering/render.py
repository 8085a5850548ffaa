"""View ▶ HTML, twice: for the press, and as one self-contained file for the screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kit.errors import KitError, Place, Problem
from kit.rendering.environment import make_environment
from kit.rendering.resources import Resources
from kit.rendering.strings import strings_for
from kit.rendering.styles import Styles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from kit.editions.parts import Work
    from kit.editions.registry import Edition
    from kit.editions.setting import Paper

_STYLES = "<!--styles-->"
_POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
    "font-src data:; style-src 'unsafe-inline'\">"
)
"""What a browser may load for a page: what is written in it, and nothing else."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document: `print_html` goes to the press with `stylesheet`, `screen_html` is a file."""

    print_html: str
    screen_html: str
    stylesheet: str


class Renderer:
    """Renders views with the templates of these folders: the user's first, the bundled ones last.

    One renderer serves a whole build: templates, words and styles are read once.
    """

    def __init__(self, templates: tuple[Path, ...]) -> None:
        self._folders = templates
        # The bundled templates name nothing: only a user's are looked through.
        self._resources = Resources(templates[0]) if len(templates) > 1 else None
        self._environments: dict[str, ImmutableSandboxedEnvironment] = {}
        self._words: dict[str, Mapping[str, str]] = {}

    @cached_property
    def _styles(self) -> Styles:
        return Styles(self._folders)

    def stylesheet(self, paper: Paper) -> str:
        """Give the CSS for the press, for one paper."""
        return self._styles.press(paper)

    def edition_title(self, edition: Edition, language: str) -> str:
        """Name an edition in the language of the documents."""
        self._environment(language)
        return self._words[language].get(edition.name.replace("-", "_"), edition.title)

    def render(self, edition: Edition, view: Any, paper: Paper) -> Rendered:
        """Render one view; KitError where a template of the user's cannot be rendered."""
        language = view.identity.language
        html = self._render(
            edition.template,
            language,
            view=view,
            edition_title=self.edition_title(edition, language),
            citations=_citations(view),
            is_default_length=view.identity.is_default_length,
        )
        return Rendered(
            print_html=html.replace(_STYLES, "", 1),
            screen_html=self._for_screen(html, paper),
            stylesheet=self.stylesheet(paper),
        )

    def render_index(self, view: Any) -> str:
        """Render the page that lists what was made."""
        html = self._render("editions/index.html", "en-US", view=view)
        return self._for_screen(html, "letter")

    def _for_screen(self, html: str, paper: Paper) -> str:
        style = f"<style>\n{self._styles.screen(paper)}</style>"
        return html.replace(_STYLES, f"{_POLICY}\n{style}", 1)

    def _environment(self, language: str) -> ImmutableSandboxedEnvironment:
        if language not in self._environments:
            self._words[language] = strings_for(language, self._folders)
            self._environments[language] = make_environment(self._folders, self._words[language])
        return self._environments[language]

    def _render(self, template: str, language: str, **values: Any) -> str:
        from jinja2 import TemplateError, TemplateSyntaxError  # noqa: PLC0415 - as the environment

        try:
            html = self._environment(language).get_template(template).render(**values)
        except TemplateSyntaxError as error:
            place = Place(_shown(error.filename or template), error.lineno, 1)
            raise KitError([_problem(place, str(error.message))]) from error
        except (TemplateError, KeyError, TypeError, ValueError, ArithmeticError) as error:
            raise KitError([_problem(_place(error, template), _words_of(error))]) from error
        return self._resources.in_html(html, template) if self._resources else html


def _citations(view: Any) -> dict[str, int]:
    works: tuple[Work, ...] = getattr(view, "references", ()) or getattr(view, "reading", ())
    return {work.id: work.number for work in works}


def _problem(place: Place, message: str) -> Problem:
    return Problem(
        "template",
        f"This template cannot be rendered: {message}",
        place,
        hint="Compare it with the bundled template of the same name, or remove yours.",
    )


def _words_of(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"there is no word {error.args[0]!r} in templates/strings."
    return str(error) or type(error).__name__


def _place(error: BaseException, template: str) -> Place:
    """Find the innermost template line in a traceback, as Jinja rewrites them."""
    place, trace = Place(template), error.__traceback__
    while trace is not None:
        filename = trace.tb_frame.f_code.co_filename
        if filename.endswith(".html"):
            place = Place(_shown(filename), trace.tb_lineno, 1)
        trace = trace.tb_next
    return place


def _shown(filename: str) -> str:
    path = Path(filename)
    if "templates" in path.parts:
        index = len(path.parts) - 1 - path.parts[::-1].index("templates")
        return str(Path(*path.parts[index:]))
    return path.name
