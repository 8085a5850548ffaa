"""`kit responses`: what is done with answers that came back, each loaded when it is called."""

from __future__ import annotations

from kit.cli.commands import group_of

ACTIONS = {
    "list": "Count the answers that came back, by session and way.",
    "export": "Write the answers into a table or a file for other programs.",
    "link": "Find which answers to two forms are one person's, by the codes that people made.",
    "withdraw": "Remove one response and every trace of it.",
    "backup": "Pack the answers and their pictures into one ZIP file, also while others write.",
}
"""Every action with the first sentence of its help; `list` is `kit.cli.responses_list`."""


group = group_of(ACTIONS, "responses_")


@group.callback()
def command() -> None:
    """See, export, withdraw and back up the answers that came back.

    They lie in one file, records/answers.db in your project, tied to nobody. Answers come in with
    `kit collect`.

    \b
    kit responses list
    kit responses export answers.xlsx
    kit responses link interns-2027/needs
    kit responses withdraw k7f3-9xqm-2t4b
    kit responses backup /media/stick/answers.zip
    """  # noqa: D301 - \b keeps the lines below as they are
