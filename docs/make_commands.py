# ruff: noqa: INP001
"""Write docs/commands.md from what the commands say about themselves.

Run by `make reference`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "commands.md"

INTRODUCTION = """\
# Commands

What each command says with `--help`. This page is made from the program (`make reference`).

In a copy of the kit, `make build` and `make check` do the same as `kit build` and `kit check`; the
command itself is `.venv/bin/kit` there.

Every command ends with a code that scripts can read: `0` all is well, `1` something failed, `2`
there is a mistake in a file or in the command.
"""


def help_of(*words: str) -> str:
    """Ask a command for its help, as wide as a page and without color."""
    shown = subprocess.run(
        [sys.executable, "-m", "kit", *words, "--help"],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "92", "TERMINAL_WIDTH": "92", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line.rstrip() for line in shown.stdout.strip().splitlines()]
    return "\n".join(lines).replace("python -m kit", "kit")


def names_in(overview: str) -> list[str]:
    """Read the names of the commands from the overview."""
    listed = overview.partition("Commands:")[2]
    return re.findall(r"^  ([a-z][a-z-]*)\b", listed, re.MULTILINE)


def commands() -> str:
    """Write the whole page."""
    overview = help_of()
    parts = [INTRODUCTION, f"```text\n{overview}\n```\n"]
    for name in names_in(overview):
        said = help_of(name)
        parts.append(f"## kit {name}\n\n```text\n{said}\n```\n")
        parts += [
            f"### kit {name} {each}\n\n```text\n{help_of(name, each)}\n```\n"
            for each in names_in(said)
        ]
    return "\n".join(parts)


def main() -> None:
    """Write the page to its file."""
    TARGET.write_text(commands(), encoding="utf-8")
    sys.stdout.write(f"Wrote {TARGET.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
