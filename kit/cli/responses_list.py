"""`kit responses list`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kit.cli.console import complain, counted, note, say, table
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED, MISTAKEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.answers.tally import Tally
    from kit.answers.wordings import Differs, GivenOut, Variants


@guarded
def command() -> int:
    """Count the answers that came back, by session and way.

    How many were invited and came is shown where it was recorded (kit session record). Answers to
    different versions of a form are counted apart. Where a session had more than one version or
    wording of a form, it says how many answered each, and which items are different.

    \b
    kit responses list
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.answers.store import existing_store
    from kit.answers.tally import tallies
    from kit.answers.wordings import variants
    from kit.library import find_library

    library = find_library(Path.cwd())
    store = existing_store(library)
    if store is None:
        say("Nothing has come back yet. `kit collect` takes answers in.")
        return FULFILLED
    with store:
        found, problems = tallies(library, store.counts())
        several = variants(store.given_out())
    if not found:
        say("There are no answers now. `kit collect` takes them in.")
        return FULFILLED
    say(_table(found))
    for each in several:
        say()
        _say_variants(each)
    _say_waiting(found)
    complain(problems)
    return MISTAKEN if problems else FULFILLED


def _table(found: Sequence[Tally]) -> str:
    ways = list(dict.fromkeys(way for each in found for way in sorted(each.by_way)))
    head = ["Session", "Form", "Version", *(str(way).capitalize() for way in ways), "Together"]
    people = any(each.invited is not None or each.attended is not None for each in found)
    rows = []
    for each in found:
        row = [each.session, each.form, each.version]
        row += [str(each.by_way.get(way, "")) for way in ways]
        row.append(str(each.responses))
        if people:
            row += [_number(each.attended), _number(each.invited), each.share]
        rows.append(row)
    if people:
        head += ["Attended", "Invited", "Came back"]
    return table(head, rows, right=range(3, len(head)))


def _say_variants(found: Variants) -> None:
    form = found.first.form
    say(f"{form.form} in {form.session} was given out in {len(found.others) + 1} variants:")
    say(f"  {_named(found.first)}")
    for each, differs in found.others:
        say(f"  {_named(each)}")
        if each.form.version == form.version:
            say("    the same questions: these answers add up with the first")
        if each.form.language != form.language:
            say(f"    in {each.form.language} in place of {form.language}")
        for line in _different(differs, reworded=each.form.language == form.language):
            say(f"    {line}")


def _named(each: GivenOut) -> str:
    return (
        f"version {each.form.version}, wording {each.form.wording}: "
        f"{counted(each.responses, 'response')}"
    )


def _different(differs: Differs, *, reworded: bool) -> Iterator[str]:
    parts = {
        "asked besides": differs.added,
        "not asked": differs.gone,
        "with other answers to choose from": differs.answers,
        "in other words": differs.reworded if reworded else (),
    }
    for what, keys in parts.items():
        if keys:
            yield f"{what}: {', '.join(keys)}"


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _say_waiting(found: Sequence[Tally]) -> None:
    doubtful = sum(each.doubtful for each in found)
    aside = sum(each.aside for each in found)
    if doubtful:
        verb = "waits" if doubtful == 1 else "wait"
        note(f"{counted(doubtful, 'answer')} {verb} for somebody to look at: kit review")
    if aside:
        note(f"Not counted: {counted(aside, 'sheet')} that may be in already: kit review")
