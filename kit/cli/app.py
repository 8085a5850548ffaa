"""The command `kit`: its commands by name, each loaded when it is called."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

import kit
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
    "purge": "Remove what is about people: names in records, personal packets, tables.",
    "schema": "Write the JSON Schema of the definitions, for editors.",
    "doctor": "Look whether this machine has what the kit needs.",
    "init": "Make a folder of your own, with one workshop to start from.",
}
"""Every command, with the first sentence of its help; each is a module beside this one."""


EXIT_CODES = (
    "Exit codes: 0 done, 1 something failed, 2 something to mend in what you wrote, "
    "130 stopped with Ctrl-C."
)


class Command(TyperCommand):
    """A command whose help speaks of names and numbers, not of a program's types."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read what was typed; a number that is none is told in words, not in a library's."""
        given = list(args)
        try:
            return super().parse_args(ctx, args)
        except Exception as error:
            said = getattr(error, "message", "")
            if said.startswith("Input should be"):
                error.message = _number_words(said, given, getattr(error, "param", None))  # type: ignore[attr-defined]
            raise

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """List arguments and options in the help."""
        for heading, kind in (("Arguments", "argument"), ("Options", "option")):
            records = [
                param.get_help_record(ctx)
                for param in self.get_params(ctx)
                if param.param_type_name == kind
            ]
            rows = [(name.partition(" <")[0], said) for name, said in filter(None, records)]
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Say what the exit codes mean, under every command."""
        del ctx
        formatter.write_paragraph()
        formatter.write_text(EXIT_CODES)


def _number_words(said: str, args: Sequence[str], param: Any) -> str:
    """Say what is wrong with a number, and name what was typed in its place."""
    names = getattr(param, "opts", ())
    typed = [after for option, after in pairwise(args) if option in names]
    typed += [
        each.partition("=")[2] for each in args if each.startswith(tuple(f"{n}=" for n in names))
    ]
    given = f"`{typed[-1]}` " if typed and typed[-1] else "this "
    if limit := re.search(r"(greater|less) than or equal to (-?\d+)", said):
        way = "at least" if limit[1] == "greater" else "at most"
        return f"{given}is too {'small' if way == 'at least' else 'large'}: {way} {limit[2]}."
    return f"{given}is no whole number. Write one in figures, such as 12."


class Commands(TyperGroup):
    """Knows the commands without loading them."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Name the commands, the daily ones first."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load one command."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(cmd_name, cls=Command)(import_module(f"kit.cli.{cmd_name}").command)
        return typer.main.get_command(single)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find a command; where there is none of that name, suggest one that is like it."""
        names: dict[str, Any] = dict.fromkeys(COMMANDS)
        self.commands = names
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands in the help."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


app = typer.Typer(
    cls=Commands,
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
