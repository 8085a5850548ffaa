"""The entry of the command `kit`: answers without loading anything where it can."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit code: 0, 1 failed, 2 the user's mistake."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] == "build":
        from kit.pipeline.unchanged import unchanged  # noqa: PLC0415 - before anything heavy

        if standing := unchanged(given[1:]):
            from kit.cli.console import complain, prepare, say  # noqa: PLC0415

            prepare()
            complain(standing.problems)
            say(standing.line)
            return 0
    from kit.cli.app import run  # noqa: PLC0415

    return run(given)


if __name__ == "__main__":
    sys.exit(main())
