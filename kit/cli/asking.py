"""Asking at the prompt."""

from __future__ import annotations

import sys

from kit.cli.console import note
from kit.errors import KitError, Problem


def ask(question: str, *, instead: str, aside: bool = False) -> str:
    """Ask one question and give the answer, which may be empty.

    `aside` asks on standard error, where standard output is what was asked for and may be a file.

    Raises:
        KitError: there is nobody to answer; `instead` says what to do.
        KeyboardInterrupt: the person would rather stop.
    """
    sys.stderr.flush()
    stream = sys.stderr if aside else sys.stdout
    stream.write(f"{question} ")
    stream.flush()
    try:
        return input().strip()
    except EOFError:
        note("")
        message = "Nobody answered, so nothing was changed."
        raise KitError([Problem("no-answer", message, hint=instead)]) from None
    except UnicodeDecodeError:
        note("")
        message = "The answer has letters in an encoding that this terminal does not announce."
        raise KitError([Problem("encoding", message, hint=instead)]) from None


def agreed(question: str, *, instead: str) -> bool:
    """Ask for a yes; anything else is a no."""
    return ask(f"{question} [y/N]", instead=instead).lower() in {"y", "yes"}
