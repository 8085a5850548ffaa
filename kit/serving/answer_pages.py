"""The pages of the server for the day: the form, what is projected, and a few words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from kit.rendering.figures.qr_code import qr_code

if TYPE_CHECKING:
    from kit.editions.answer_page import AnswerPageView
    from kit.reading.words import Words
    from kit.rendering.render import Renderer
    from kit.serving.known_sheets import KnownSheets

_TOKEN: Final = "KIT-TOKEN-KIT"  # noqa: S105 - a mark in the page, in place of one
_SHEET: Final = "KIT-SHEET-KIT"
_STYLES: Final = ("small-page.css", "answer.css")
_POLICY: Final = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Page:
    """A page, and the policy that its browser has to hold to."""

    html: str
    policy: str


class AnswerPages:
    """Renders the pages of one form; the form itself once, however often it is asked for.

    Once there are numbered sheets of it, the form asks for a sheet's code.
    """

    def __init__(
        self, renderer: Renderer, view: AnswerPageView, words: Words, sheets: KnownSheets
    ) -> None:
        self._renderer = renderer
        self._view = view
        self.words = words
        self._sheets = sheets
        self._asks_code = bool(sheets)
        self._plain = self._form("", asks_code=self._asks_code)
        self._of_sheet = self._form(_SHEET, asks_code=False)

    def form(self, token: str, sheet: str = "") -> Page:
        """Give the form under a token of its own; `sheet` is that of a sheet of paper."""
        if not self._asks_code and self._sheets:  # the first were printed meanwhile
            self._asks_code = True
            self._plain = self._form("", asks_code=True)
        page = self._of_sheet if sheet else self._plain
        html = page.html.replace(_SHEET, sheet) if sheet else page.html
        return Page(html.replace(_TOKEN, token), page.policy)

    def message(self, said: str, *lines: str) -> Page:
        """Give a page with a few words."""
        return self._page("message.html", _STYLES, said=said, lines=lines, title=self._title)

    def projected(self, address: str, count_address: str, received: int, state: str) -> Page:
        """Give the page to project: the code, the address, and how many have answered."""
        return self._page(
            "projected.html",
            ("projected.css",),
            "projected.js",
            title=self._title,
            kind=self.words(
                "follow_up_form" if self._view.phase == "follow-up" else "evaluation_form"
            ),
            code=Markup(qr_code(address, self.words("slide_code"))),  # noqa: S704 - of our own
            address_parts=re.findall(r"[^:/.]*[:/.]*", address.removeprefix("http://")),
            count_address=count_address,
            confidential=self._view.is_confidential,
            received=received,
            state=state,
        )

    @property
    def _title(self) -> str:
        return self._view.identity.title

    def _form(self, sheet: str, *, asks_code: bool) -> Page:
        html = self._renderer.served(
            "serving/answer-form.html",
            self.words.language,
            _STYLES,
            *("answers.js", "answers-web.js"),
            view=self._view,
            edition_title=self.words("evaluation_form"),
            is_default_length=True,
            citations={},
            token=_TOKEN,
            sheet=sheet,
            asks_code=asks_code,
        )
        return _page(html)

    def _page(self, template: str, styles: tuple[str, ...], *scripts: str, **values: Any) -> Page:
        language = self.words.language
        made = self._renderer.served(
            f"serving/{template}", language, styles, *scripts, lang=language, **values
        )
        return _page(made)


def _page(html: str) -> Page:
    found = _POLICY.search(html)
    policy = found[1] if found else "default-src 'none'"
    return Page(html, f"{policy}; frame-ancestors 'none'")
