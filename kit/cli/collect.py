"""`kit collect`: its ways, each loaded when it is called."""

from __future__ import annotations

from kit.cli.commands import group_of
from kit.collecting.channels import CHANNELS

WAYS = {
    **{name: channel.summary for name, channel in CHANNELS.items()},
    "template": "Write an empty table to type answers into.",
    "scanner-test": "Find out whether your scanner is good enough for forms.",
    "sheets": "Print numbered forms, each with a code of its own.",
}
"""Every way with the first sentence of its help; `kit collect table` is `kit.cli.collect_table`."""


group = group_of(WAYS, "collect_")


@group.callback()
def command() -> None:
    """Bring answers back: what was filled in, from files and tables.

    Whichever way they come, they go into one store in the folder records of your project, with the
    day and without a name. Taking in the same thing twice adds nothing.

    \b
    kit collect web managing-up                        phones in the room
    kit collect template managing-up -o answers.csv    an empty table to type answers into
    kit collect table answers.csv                      take them in
    kit collect table export.xlsx --session residents-2027/first
    kit collect files answers/                         what the form for offline use saved
    kit collect pdf filled-in/                         forms that were filled in as PDFs
    kit collect sheets managing-up --number 24         forms that are each counted once
    """  # noqa: D301 - \b keeps the lines below as they are
