"""Why answers were not taken: as a status for the page's script, and in words for a person.

The page's script has its own words for each, under the same names (`answers-web.js`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kit.serving.served import Served

STATUS: Final = {
    "unreadable": 400,
    "refused": 422,
    "empty": 422,
    "unknown-code": 422,
    "form-changed": 409,
    "counted": 409,
    "closed": 403,
    "not-open": 403,
    "too-large": 413,
    "too-late": 408,
    "kind": 415,
    "too-many": 429,
    "not-kept": 503,
}
SOON: Final = {"too-many": 2, "not-kept": 5}
"""Seconds after which it can be tried again."""


class RefusedError(Exception):
    """Answers that are not taken now; `after` so many seconds they may be sent again."""

    def __init__(self, problem: str, after: float = 0.0) -> None:
        self.problem = problem
        self.after = after
        super().__init__(problem)


def words_of(problem: str, served: Served) -> tuple[str, ...]:
    """Say it on a page, for whoever runs no script: what it is, and what to do."""
    words, opens = served.pages.words, served.opening.opens
    if problem == "not-open" and opens:
        return words("web_not_open_day"), words("web_not_open", clock=f"{opens:%H:%M}")
    said = {
        "closed": (words("web_is_closed"),),
        "counted": (words("answer_counted"),),
        "empty": (words("answer_empty"), words("web_go_back")),
        "unknown-code": (
            *(words("web_not_taken"), words("answer_code_unknown")),
            words("web_go_back"),
        ),
        "form-changed": (words("web_not_taken"), words("answer_changed")),
        "too-many": (words("web_not_taken"), words("web_too_many")),
    }
    return said.get(problem) or (words("web_not_taken"), words("web_go_back"))
