"""Names in comments, at the prompt of `kit report`: each in its sentence, and asked about."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from kit.cli.asking import ask as asked
from kit.cli.console import counted, note
from kit.pipeline.records.comment_names import decide_names, decided_names
from kit.reading.words import Words
from kit.reporting.comments.cleaning import Cleaner
from kit.reporting.comments.people_known import people_known

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kit.library import Library
    from kit.reporting.comments.cleaning import Finding
    from kit.reporting.making import Source

_MOST_LISTED: Final = 20
_MOST_SENTENCES: Final = 3
_YES: Final = frozenset({"", "y", "yes"})
_NO: Final = frozenset({"n", "no"})
_ALL: Final = frozenset({"a", "all"})


def cleaner_of(library: Library, source: Source, *, again: bool, ask: bool) -> Cleaner:
    """Give what takes names out of comments: asking at a terminal, or else taking out all.

    What was decided is kept in the records, and not asked again, unless `again`: then it is
    forgotten. Of made-up answers nothing is asked and nothing is kept.

    Raises:
        KitError: there is no project, or the record of what was decided is damaged.
    """
    if source.synthetic:
        decide = _list_all
    else:
        earlier = {} if again else decided_names(library)
        at_terminal = ask and sys.stdin.isatty() and sys.stderr.isatty()
        decide = _Deciding(library, earlier, ask=at_terminal, again=again).decide
    return Cleaner(
        lambda gathered: people_known(library, gathered, source.records),
        decide,
        lambda language: _stand_in(library, language),
    )


def _stand_in(library: Library, language: str) -> str:
    return Words(language or "en-US", library.folders("templates"))("report_name")


class _Deciding:
    def __init__(
        self, library: Library, earlier: dict[str, bool], *, ask: bool, again: bool
    ) -> None:
        self._library = library
        self._earlier = earlier
        self._ask = ask
        self._again = again

    def decide(self, findings: Sequence[Finding]) -> Collection[str]:
        out = {each.key for each in findings if self._earlier.get(each.key)}
        new = [each for each in findings if each.key not in self._earlier]
        if not self._ask:
            out |= {each.key for each in new}
            if self._again:
                decide_names(self._library, {}, anew=True)
            _list([each for each in findings if each.key in out])
            if new:
                note(
                    "To be asked about each, run it in a terminal without `--yes`; what you leave "
                    "standing there stays."
                )
            return out
        decided = _answers(new)
        decide_names(self._library, decided, anew=self._again)
        return out | {key for key, taken in decided.items() if taken}


def _answers(findings: Sequence[Finding]) -> dict[str, bool]:
    """Ask about each finding, and give by key whether it is taken out."""
    decided: dict[str, bool] = {}
    if not findings:
        return decided
    found = counted(len(findings), "passage")
    note(f"{found} in what people wrote may name somebody. Enter takes it out of the report, n")
    note("leaves it standing, a takes out this one and all that are left.")
    for at, finding in enumerate(findings):
        note("")
        for sentence in finding.sentences[:_MOST_SENTENCES]:
            note(f"  {sentence}")
        if (more := len(finding.sentences) - _MOST_SENTENCES) > 0:
            note(f"  … and in {counted(more, 'more sentence')}")
        answer = _answer(finding)
        if answer in _ALL:
            return decided | {each.key: True for each in findings[at:]}
        decided[finding.key] = answer in _YES
    return decided


def _answer(finding: Finding) -> str:
    while True:
        answer = asked(
            f"Take out “{finding.words}”? [Y/n/a]",
            instead="`kit report --yes` takes out everything that was found, and does not ask.",
            aside=True,
        ).lower()
        if answer in _YES | _NO | _ALL:
            return answer
        note("Press Enter or type y to take it out, n to leave it, a for all that are left.")


def _list_all(findings: Sequence[Finding]) -> Collection[str]:
    _list(findings)
    return {each.key for each in findings}


def _list(findings: Sequence[Finding]) -> None:
    if not findings:
        return
    note("Taken out of what people wrote, since it may name somebody:")
    for each in findings[:_MOST_LISTED]:
        times = len(each.sentences)
        more = f" (and in {counted(times - 1, 'more sentence')})" if times > 1 else ""
        note(f"  “{each.words}” in: {each.sentences[0]}{more}")
    if (more_lines := len(findings) - _MOST_LISTED) > 0:
        note(f"  … and {more_lines} more")
