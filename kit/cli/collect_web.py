"""`kit collect web`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.console import counted, note, say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED

if TYPE_CHECKING:
    from kit.serving.reach import Reach
    from kit.serving.served import Served, Standing


@guarded
def command(  # noqa: PLR0917 - Typer names every option
    session: Annotated[
        str,
        typer.Argument(
            metavar="SESSION|WORKSHOP",
            help="Whose form: COHORT/SESSION (see kit cohort list), or a workshop.",
        ),
    ],
    room: Annotated[
        bool,
        typer.Option("--room", help="Open it to the room's network; without, to this computer."),
    ] = False,
    opens: Annotated[
        str | None, typer.Option("--from", metavar="TIME", help="Open it at a time: 15:45.")
    ] = None,
    closes: Annotated[
        str | None, typer.Option("--until", metavar="TIME", help="Close it at a time: 16:30.")
    ] = None,
    follow_up: Annotated[
        bool, typer.Option("--follow-up", help="The form that is sent months later.")
    ] = False,
    length: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A workshop's length: short, standard, long."),
    ] = None,
    host: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Listen at this address alone.")
    ] = None,
    port: Annotated[
        int | None, typer.Option(metavar="NUMBER", help="The port; 8000 where it is free.")
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="Show this address, by which phones reach this computer, too."
        ),
    ] = None,
) -> int:
    """Take answers in from phones in the room.

    A small server on this computer gives the form out.

    Project the page whose address is printed: it shows a QR code, a short address and how many
    have answered, never what. Answers go into the store in the folder records of your project, with
    the day and without a name; no address is kept. Ctrl-C ends it.

    \b
    kit collect web managing-up                              to try it on this computer
    kit collect web junior-faculty-2027/mosaic --room        in the room
    kit collect web junior-faculty-2027/mosaic --room --until 16:30
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.errors import KitError, Problem
    from kit.library import find_library
    from kit.press.extras import missing

    if lacking := missing("web"):
        raise KitError([lacking])
    if room and host:
        message = "`--room` opens the form to the room, `--host` at one address: give one of them."
        raise KitError([Problem("one-choice", message)])

    from secrets import token_urlsafe

    from kit.answers.store import open_store
    from kit.collecting.group_writer import GroupWriter
    from kit.serving.answer_app import AnswerServer
    from kit.serving.answer_server import serve
    from kit.serving.form_served import form_served
    from kit.serving.opening import opening_of
    from kit.serving.reach import EVERYWHERE, HERE, listening, reach_of
    from kit.serving.served import Served, Standing, now

    opening = opening_of(opens, closes, now())
    library = find_library(Path.cwd())
    made = form_served(library, session, follow_up=follow_up, length=length)
    with open_store(library) as store:
        place = listening(EVERYWHERE if room else host or HERE, port)
        with place:
            listens_at, its_port = place.getsockname()[:2]
            reach = reach_of(listens_at, its_port, address)
            served = Served(
                form=made.form,
                pages=made.pages,
                opening=opening,
                address=reach.addresses[0],
                hosts=reach.hosts,
                key=token_urlsafe(9),
                sheets=made.sheets,
            )
            before = sum(
                each.responses
                for each in store.counts()
                if (each.session, each.form, each.way) == (made.form.session, made.form.form, "web")
            )
            standing = Standing(before)
            _introduce(served, reach)
            with GroupWriter(store) as writer:
                app = AnswerServer(served, writer.put, standing).app()
                serve(app, place, served, standing, _Shown(before))
    new = standing.received - before
    say()
    kept = f"{counted(new, 'response')} came in, and can be seen with `kit responses list`"
    say(f"Closed. {kept if new else 'Nothing came in'}.")
    return FULFILLED


def _introduce(served: Served, reach: Reach) -> None:
    """Say where everything is, and what was opened to whom."""
    form = served.form
    say(f"{form.title}: {'follow-up form' if form.phase == 'follow-up' else 'evaluation form'}")
    say()
    say(f"  To project   {reach.own_address}/show/{served.key}")
    say(f"  For phones   {reach.addresses[0]}")
    for other in reach.addresses[1:]:
        say(f"  or           {other}")
    say()
    if reach.is_here_alone:
        say("This computer alone can open it. `--room` opens it to the room’s network.")
    else:
        say(
            "Open to the network that this computer is in: whoever can reach it can open the form "
            "and\nsend answers. Nobody can read any here. What is sent is not encrypted on its way."
        )
    if served.opening.opens:
        say(f"It opens at {served.opening.opens:%H:%M}.")
    if served.opening.closes:
        say(
            f"It closes at {served.opening.closes:%H:%M}; answers that phones still hold then are "
            "taken for ten\nminutes more."
        )
    say("Ctrl-C closes it.")
    sys.stdout.flush()


class _Shown:
    """Tells in the terminal how many came in, and what went wrong."""

    def __init__(self, before: int) -> None:
        self._before = before
        self._trouble = ""

    def __call__(self, standing: Standing) -> None:
        if standing.trouble and standing.trouble != self._trouble:
            note(
                f"\nAnswers could not be kept; phones hold them and try again:\n{standing.trouble}"
            )
        self._trouble = standing.trouble
        if sys.stderr.isatty():
            print(f"\r{standing.received} received ", end="", file=sys.stderr, flush=True)
