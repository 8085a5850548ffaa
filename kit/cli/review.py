"""`kit review`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.console import counted, say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED

if TYPE_CHECKING:
    from kit.answers.store import Store
    from kit.collecting.review import Copies


@guarded
def command(  # noqa: PLR0917 - Typer names every option
    session: Annotated[
        str | None,
        typer.Argument(metavar="SESSION", help="COHORT/SESSION or a workshop; all if left out."),
    ] = None,
    response: Annotated[
        str | None,
        typer.Option(metavar="ID", help="All answers of one response, also those that were taken."),
    ] = None,
    who: Annotated[
        str,
        typer.Option(metavar="WORD", help="Who decides, as it is kept with each decision."),
    ] = "reviewer",
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the page in your browser.")
    ] = True,
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, metavar="NUMBER", help="A port of your own.")
    ] = None,
    count: Annotated[
        bool, typer.Option("--count", help="Only say how much there is to look at.")
    ] = False,
) -> int:
    """Look at what could not be read for certain, and type in what was written.

    A page in your browser shows each place as it stands on paper beside the choices: press its
    number, N where nothing is answered, U to take the last decision back; W shows the whole sheet,
    and Z enlarges it. What seems blank comes last, many at once. With --response, all answers of a
    sheet are shown beside it, to find what was read wrong. Everything is saved as you decide; leave
    when you like and go on later. Only this computer can open the page. Ctrl-C ends it.

    \b
    kit review
    kit review junior-faculty-2027/mosaic
    kit review --who "M. R."
    kit review --response k7f3-9xqm-2t4b
    kit review --count
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.answers.store import existing_store
    from kit.collecting.review import answers_of, copies, doubts
    from kit.errors import KitError
    from kit.library import find_library
    from kit.press.extras import missing

    library = find_library(Path.cwd())
    store = existing_store(library)
    if store is None:
        say("No answers have come back yet: see `kit collect`.")
        return FULFILLED
    with store:
        _refuse_unknown(store, session)
        if response:
            waiting = answers_of(store, response)
            aside: tuple[Copies, ...] = ()
        else:
            waiting, aside = doubts(store, session), copies(store, session)
        say(_left(len(waiting), sum(each.is_blank for each in waiting), len(aside)))
        if count or not (waiting or aside):
            return FULFILLED
        if lacking := missing("web"):
            raise KitError([lacking])
        from secrets import token_urlsafe
        from webbrowser import open_new_tab

        from kit.serving.reach import HERE, listening, reach_of
        from kit.serving.review_app import ReviewServer
        from kit.serving.review_server import review_page, run

        with listening(HERE, port) as place:
            reach = reach_of(*place.getsockname()[:2])
            key = token_urlsafe(9)
            page = review_page(library, f"/{key}", session)
            server = ReviewServer(
                store,
                page,
                key=key,
                who=who,
                session=session,
                response=response,
                hosts=reach.hosts,
            )
            address = f"{reach.own_address}/{key}/"
            say(f"Open {address}")
            say("Ctrl-C ends it; what is decided is saved.")
            sys.stdout.flush()
            run(server.app(), place, lambda: browser and open_new_tab(address))
        left, aside_left = len(doubts(store, session)), len(copies(store, session))
        say()
        said = _left(left, 0, aside_left)
        say(f"{counted(max(server.decided, 0), 'decision')} saved. {said}")
    return FULFILLED


def _refuse_unknown(store: Store, session: str | None) -> None:
    """Refuse a session from which nothing has come back."""
    from kit.errors import KitError, Problem
    from kit.suggestion import did_you_mean

    known = dict.fromkeys(each.session for each in store.counts())
    if session and session not in known:
        message = f"Nothing has come back from `{session}`."
        raise KitError([Problem("no-answers", message, hint=did_you_mean(session, tuple(known)))])


def _left(answers: int, blanks: int, copies: int) -> str:
    if not answers and not copies:
        return "Nothing is left to look at."
    said = f"{counted(answers, 'answer')} to look at"
    if blanks:
        said += f", {blanks} of them seem blank"
    return f"{said}; {counted(copies, 'sheet')} that may be in already." if copies else f"{said}."
