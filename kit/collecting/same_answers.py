"""Responses that say the same, word for word, as another: one person may have sent two files.

Most programs change a PDF when they save it, so that a second copy is not known by its bytes. Marks
alone prove nothing: people agree. Words of their own hardly ever do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from kit.errors import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.answers.response import Response
    from kit.answers.store import Store

_LEAST: Final = 12
"""Letters of somebody's own words: shorter ones, such as “Nothing”, are said by many."""

_Said: TypeAlias = tuple[str, str, str, frozenset[tuple[str, tuple[str, ...]]]]


def same_answers(responses: Mapping[str, Response], store: Store | None) -> list[Problem]:
    """Doubt each response that says what one in the store says, or one before it.

    `responses` are those that are about to come in, by the shown name of their file. What is in the
    store already by its bytes is no news.
    """
    new = {
        shown: each
        for shown, each in responses.items()
        if not (store and store.has_original(each.original))
    }
    first: dict[_Said, str] = {}
    for session in {each.form.session for each in new.values()}:
        for stored in store.responses(session=session) if store else ():
            if said := _said(stored.response):
                first.setdefault(said, f"response {stored.id}")
    problems = []
    for shown, each in new.items():
        if (said := _said(each)) and (other := first.setdefault(said, shown)) != shown:
            problems.append(_same(shown, other))
    return problems


def _said(response: Response) -> _Said | None:
    """Give what a response says; None where nothing in it is somebody's own words."""
    form = response.form
    texts = {each.key for each in form.fields if each.kind == "text"}
    own = (sum(map(len, each.values)) for each in response.answers if each.field in texts)
    if max(own, default=0) < _LEAST:
        return None
    said = frozenset((each.field, each.values) for each in response.answers if each.values)
    return form.session, form.form, form.version, said


def _same(shown: str, other: str) -> Problem:
    return Problem(
        "same-answers",
        f"This says the same as {other}, word for word. Both count.",
        Place(shown),
        hint="If one person sent it twice, take one back: `kit responses export` gives the ids of "
        "all, `kit responses withdraw ID` removes one.",
        severity=Severity.WARNING,
    )
