"""Commands that know their names without being loaded: those of `kit`, and those of `kit collect`.

Each is a module of this folder with a function `command`, which is loaded when it is called.
"""

from __future__ import annotations

import re
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

EXIT_CODES = (
    "Exit codes: 0 done, 1 something failed, 2 something to mend in what you wrote, "
    "130 stopped with Ctrl-C."
)


def say_exit_codes(formatter: Any) -> None:
    """End a help with what the exit codes mean."""
    formatter.write_paragraph()
    formatter.write_text(EXIT_CODES)


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
        say_exit_codes(formatter)


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
    """A group of commands. `listed` has the first sentence of the help of each.

    `modules` is what stands before a command's name in that of its module.
    """

    listed: ClassVar[Mapping[str, str]] = {}
    modules: ClassVar[str] = "kit.cli."

    def list_commands(self, ctx: Any) -> list[str]:
        """Name the commands, the daily ones first."""
        del ctx
        return list(self.listed)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load one command."""
        del ctx
        if cmd_name not in self.listed:
            return None
        module = import_module(f"{self.modules}{cmd_name.replace('-', '_')}")
        made = getattr(module, "group", None)
        if made is None:
            made = typer.Typer(add_completion=False, rich_markup_mode=None)
            made.command(cmd_name, cls=Command)(module.command)
        found = typer.main.get_command(made)
        found.name = cmd_name
        return found

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find a command; where there is none of that name, suggest one that is like it."""
        names: dict[str, Any] = dict.fromkeys(self.listed)
        self.commands = names
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands in the help."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(self.listed.items()))


class Subcommands(Commands):
    """The commands under one of the kit's, such as the ways of `kit collect`."""

    def format_epilog(self, ctx: Any, formatter: Any) -> None:
        """Say what the exit codes mean."""
        del ctx
        say_exit_codes(formatter)


def group_of(commands: Mapping[str, str], before: str) -> typer.Typer:
    """Make a group of commands with the first sentence of the help of each.

    `before` is what stands before a command's name in that of its module.
    """
    made = type("Group", (Subcommands,), {"listed": commands, "modules": f"kit.cli.{before}"})
    return typer.Typer(
        cls=made,
        add_completion=False,
        rich_markup_mode=None,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
