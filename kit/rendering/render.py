"""View ▶ HTML, twice: for the press, and as one self-contained file for the screen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kit.errors import KitError, Place, Problem
from kit.reading.strings import strings_for
from kit.reading.words import fill
from kit.rendering.environment import make_environment
from kit.rendering.markdown import plain_text
from kit.rendering.resources import Resources
from kit.rendering.scripts import digest_of, script_of
from kit.rendering.styles import Styles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from kit.editions.edition import Edition
    from kit.editions.parts import Work
    from kit.editions.setting import Paper

LARGEST = 20_000_000
"""Characters of a page."""
_PAGE_OF = '"page " counter(page) " of " counter(pages)'
_PAGE = '"page " counter(page)'
"""How the bundled styles number pages, where all are known and where not."""
_STYLES = "<!--styles-->"
_SCRIPT = "<!--script-->"
_MANY_GAPS = re.compile(r"\n{3,}")
_GAP = "\n\n"
_POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
    "font-src data:; style-src 'unsafe-inline'{more}\">"
)
"""What a browser may load for a page: what is written in it, and nothing else; and what it may run:
what its edition does on the screen, known by its digest."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document: `print_html` goes to the press with `stylesheet`, `screen_html` is a file.

    One that is plain text is `text` and nothing else.
    """

    print_html: str
    screen_html: str
    stylesheet: str
    text: str | None = None


class Renderer:
    """Renders views with the templates of these folders: the user's first, the bundled ones last.

    One renderer serves a whole build: templates, words and styles are read once.
    """

    def __init__(self, templates: tuple[Path, ...]) -> None:
        self._folders = templates
        # The bundled templates name nothing: only a user's are looked through.
        self._own = templates[0].resolve() if len(templates) > 1 else None
        self._resources = Resources(self._own) if self._own else None
        self._environments: dict[str, ImmutableSandboxedEnvironment] = {}
        self._words: dict[str, Mapping[str, str]] = {}

    @cached_property
    def _styles(self) -> Styles:
        return Styles(self._folders)

    def stylesheet(self, paper: Paper, *, large: bool = False, fillable: bool = False) -> str:
        """Give the CSS for the press, for one paper, for large print, and to fill in on screen."""
        return self._styles.press(paper, large=large, fillable=fillable)

    def edition_title(self, edition: Edition, language: str) -> str:
        """Name an edition in the language of the documents."""
        self._environment(language)
        return self._words[language].get(edition.name.replace("-", "_"), edition.title)

    def render(
        self, edition: Edition, view: Any, paper: Paper, *, fillable: bool = False
    ) -> Rendered:
        """Render one view; KitError where a template of the user's cannot be rendered."""
        if edition.write is not None:
            return Rendered("", "", "", edition.write(view, plain_text))
        language = view.identity.language
        html = self._render(
            edition.template,
            language,
            view=view,
            edition_title=self.edition_title(edition, language),
            citations=_citations(view),
            is_default_length=view.identity.is_default_length,
            large=view.identity.large,
            fillable=fillable,
        )
        if edition.text:
            return Rendered("", "", "", f"{_MANY_GAPS.sub(_GAP, html).strip()}\n")
        return Rendered(
            print_html=_without(_SCRIPT, html.replace(_STYLES, "", 1)),
            screen_html=self._for_screen(html, paper, edition),
            stylesheet=_paged(
                self.stylesheet(paper, large=view.identity.large, fillable=fillable),
                self._words[language],
            ),
        )

    def page_to_print(self, template: str, paper: Paper, **values: Any) -> tuple[str, str]:
        """Render a page that is no document of a workshop: its HTML and CSS for the press."""
        language = "en-US"
        html = self._render(template, language, **values)
        return html, _paged(self.stylesheet(paper), self._words[language])

    def report(self, template: str, view: Any, paper: Paper, style: str) -> Rendered:
        """Render a view that is no document of a packet, with a style sheet of its own.

        Raises:
            KitError: a template of the user's cannot be rendered.
        """
        language = view.identity.language
        html = self._render(
            template, language, view=view, edition_title=view.identity.kind, is_default_length=True
        )
        screen = self._complete(html, self._styles.screen(paper, more=style), ())
        return Rendered(
            print_html=_without(_SCRIPT, html.replace(_STYLES, "", 1)),
            screen_html=screen,
            stylesheet=_paged(self._styles.press(paper, more=style), self._words[language]),
        )

    def render_index(self, view: Any) -> str:
        """Render the page that lists what was made."""
        html = self._render("editions/index.html", view.language, view=view)
        return self._for_screen(html, "letter")

    def served(
        self, template: str, language: str, styles: tuple[str, ...], *scripts: str, **values: Any
    ) -> str:
        """Render a page that a local server gives out, and that may answer to that server alone.

        Raises:
            KitError: a template of the user's cannot be rendered.
        """
        html = self._render(template, language, **values)
        return self._complete(html, self._styles.small(*styles), scripts, served=True)

    def _for_screen(self, html: str, paper: Paper, edition: Edition | None = None) -> str:
        own = edition.screen_styles if edition else ()
        style = self._styles.small(*own) if own else self._styles.screen(paper)
        return self._complete(html, style, edition.scripts if edition else ())

    def _complete(
        self, html: str, style: str, scripts: tuple[str, ...], *, served: bool = False
    ) -> str:
        code = "\n".join(script_of(self._folders[-1], name) for name in scripts)
        more = f"; script-src '{digest_of(code)}'" if code else ""
        if served:
            more += "; connect-src 'self'; form-action 'self'; base-uri 'none'"
        head = f"{_POLICY.format(more=more)}\n<style>\n{style}</style>"
        page = html.replace(_STYLES, head, 1)
        return _without(_SCRIPT, page, f"<script>{code}</script>" if code else "")

    def _environment(self, language: str) -> ImmutableSandboxedEnvironment:
        if language not in self._environments:
            self._words[language] = strings_for(language, self._folders)
            self._environments[language] = make_environment(self._folders, self._words[language])
        return self._environments[language]

    def _render(self, template: str, language: str, **values: Any) -> str:
        # A mistake in a template may be of any kind; it stops one document, not the build.
        try:
            found = self._environment(language).get_template(template)
            html = _joined(found.generate(**values), template)
        except KitError:
            raise
        except Exception as error:
            from kit.rendering.mistakes import problem_of  # noqa: PLC0415 - loads Jinja

            raise KitError([problem_of(error, template, self._own)]) from error
        if self._resources is None:
            return html
        return _joined((self._resources.in_html(html, template),), template)


def _without(mark: str, html: str, instead: str = "") -> str:
    """Replace the last of a mark: one that stands in a text comes before it."""
    before, found, after = html.rpartition(mark)
    return f"{before}{instead}{after}" if found else html


def _paged(stylesheet: str, words: Mapping[str, str]) -> str:
    """Let pages count themselves in the documents' language: “page 1 of 4”, or “page 1”."""
    counters = {"n": '" counter(page) "', "of": '" counter(pages) "'}
    for english, key in ((_PAGE_OF, "page_of"), (_PAGE, "page_alone")):
        counted = fill(words[key].replace("\\", "").replace('"', ""), counters)
        stylesheet = stylesheet.replace(english, f'"{counted}"'.replace(' ""', ""))
    return stylesheet


def _citations(view: Any) -> dict[str, int]:
    works: tuple[Work, ...] = getattr(view, "references", ()) or getattr(view, "reading", ())
    return {work.id: work.number for work in works}


def _joined(parts: Iterable[str], template: str) -> str:
    """Join what a template gives, as long as it is of a size that a browser can open."""
    size, kept = 0, []
    for part in parts:
        size += len(part)
        if size > LARGEST:
            message = f"This document would be larger than {LARGEST // 1_000_000} MB."
            hint = "Look for a loop in your template that does not end, or for very long texts."
            raise KitError([Problem("too-large", message, Place(f"templates/{template}"), hint)])
        kept.append(part)
    return "".join(kept)
