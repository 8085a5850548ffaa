"""What stands around every command: mistakes are told in words, and the exit code says whose."""

from __future__ import annotations

import functools
import os
import traceback
from typing import TYPE_CHECKING, ParamSpec

import typer

from kit.cli.console import complain, note
from kit.errors import KitError
from kit.pipeline.report import FAILED, INTERRUPTED, MISTAKEN

if TYPE_CHECKING:
    from collections.abc import Callable

Given = ParamSpec("Given")


def guarded(command: Callable[Given, int]) -> Callable[Given, None]:
    """Make a command print the user's mistakes, say so when it is stopped, and never give a trace.

    The command returns its exit code.
    """

    @functools.wraps(command)
    def run(*args: Given.args, **kwargs: Given.kwargs) -> None:
        try:
            code = command(*args, **kwargs)
        except KitError as error:
            complain(error.problems)
            code = MISTAKEN
        except KeyboardInterrupt:
            note("\nStopped. What was finished is kept; the next run goes on from there.")
            code = INTERRUPTED
        except (typer.Exit, typer.Abort, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001 - the last resort
            _apologise(error)
            code = FAILED
        raise typer.Exit(code)

    return run


def _apologise(error: Exception) -> None:
    if os.environ.get("KIT_DEBUG"):
        note("".join(traceback.format_exception(error)).rstrip())
        return
    said = str(error).splitlines()
    note(
        f"Something went wrong in the kit itself: {type(error).__name__}: {said[0] if said else ''}"
    )
    note(
        "This is not your mistake. Please report it with the command that you typed and what it\n"
        "prints when you set KIT_DEBUG=1 before it."
    )
