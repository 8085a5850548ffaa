"""The command `kit`: its commands by name, each loaded when it is called."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

import kit
from kit.cli.commands import Commands
from kit.cli.console import prepare, say

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "list": "List the workshops that can be made.",
    "check": "Look for mistakes in workshops, and for what could be better.",
    "build": "Make the packets: instructor guide, worksheets, evaluation form and the rest.",
    "show": "Show a workshop as it comes out: length, audience and words applied.",
    "translate": "Begin a translation of a workshop, or bring its files up to date.",
    "cohort": "List the cohorts, or write the file of a new one.",
    "session": "Keep what happened in a session of a cohort, or show it.",
    "collect": "Bring answers back: what was filled in, from files and tables.",
    "export": "Write an evaluation form for another system, to be answered there.",
    "review": "Look at what could not be read for certain, and type in what was written.",
    "responses": "See, export, withdraw and back up the answers that came back.",
    "report": "Report what came back, in plain words, figures and tables.",
    "purge": "Remove what is about people: names in records, personal packets, tables.",
    "schema": "Write the JSON Schema of the definitions, for editors.",
    "doctor": "Look whether this machine has what the kit needs.",
    "init": "Make a folder of your own, with one workshop to start from.",
}
"""Every command, with the first sentence of its help; each is a module beside this one."""


class KitCommands(Commands):
    """The commands of `kit`."""

    listed = COMMANDS


app = typer.Typer(
    cls=KitCommands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        say(f"kit {kit.__version__}")
        raise typer.Exit


@app.callback()
def _kit(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Make complete workshop packets from YAML definitions.

    \b
    kit build                        make everything, in build/
    kit build challenging-scenarios  make one workshop
    kit check                        look for mistakes
    kit init my-workshops            start a folder of your own

    \b
    Exit codes: 0 done, 1 something failed, 2 something to mend in what you wrote,
    130 stopped with Ctrl-C.
    """  # noqa: D301 - \b keeps the lines below as they are


def run(arguments: Sequence[str]) -> int:
    """Run a command line and give its exit code."""
    prepare()
    _end_as_by_ctrl_c()
    try:
        given = list(arguments) or ["--help"]
        typer.main.get_command(app).main(args=given, prog_name="kit", obj=given)
    except SystemExit as end:
        code = end.code
        return code if isinstance(code, int) else int(code is not None)
    except KeyboardInterrupt:
        from kit.pipeline.report import INTERRUPTED

        return INTERRUPTED
    finally:
        _flush()
    return 0


def _end_as_by_ctrl_c() -> None:
    """Let a request to end (`kill`, a shutdown) clean up as Ctrl-C does."""
    from contextlib import suppress
    from signal import SIGTERM, default_int_handler, signal

    with suppress(ValueError):  # not the main thread: whoever runs it there handles signals
        signal(SIGTERM, default_int_handler)


def _flush() -> None:
    """Print what is left; whoever read it may have gone (`kit list | head -1`)."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = open_nothing()


def open_nothing() -> Any:
    """Open a place that swallows what is written, so that nothing is said at the end."""
    from io import StringIO

    return StringIO()
