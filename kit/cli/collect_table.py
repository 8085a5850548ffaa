"""`kit collect table`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.console import complain, counted, note, say, table
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED, INTERRUPTED, MISTAKEN

if TYPE_CHECKING:
    from kit.collecting.table import AnswerTable
    from kit.collecting.table_history import History
    from kit.exchange.system import Prefer
    from kit.library import Library


@guarded
def command(  # noqa: PLR0917 - Typer names every option
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The table, as .csv or .xlsx.")],
    session: Annotated[
        str | None,
        typer.Option(
            metavar="SESSION",
            help="Whose answers: COHORT/SESSION, or a workshop that has no cohort.",
        ),
    ] = None,
    follow_up: Annotated[
        bool, typer.Option("--follow-up", help="They answer the form that is sent months later.")
    ] = False,
    form: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="They answer a printed form: the code on its sheets."),
    ] = None,
    length: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A workshop’s length; the default when left out."),
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="A workshop’s language, such as es.")
    ] = None,
    version: Annotated[
        str | None,
        typer.Option(
            metavar="CODE", help="The form’s version when it was given out: kit export says it."
        ),
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="LETTER=FIELD",
            help="What a column is, such as C=pace, or C=none; may be given again.",
        ),
    ] = None,
    cells: Annotated[
        str | None,
        typer.Option(metavar="numbers|words", help="What the cells of choices hold."),
    ] = None,
    to_review: Annotated[
        bool,
        typer.Option("--to-review", help="Look later at cells that fit no answer, in kit review."),
    ] = False,
    other_people: Annotated[
        bool,
        typer.Option(
            "--other-people", help="Rows with the answers of some that are in are of others."
        ),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> int:
    """Take in answers from a table: typed in, or another system’s.

    It knows the kit’s own table (kit collect template) and what REDCap, Qualtrics, Google Forms,
    Microsoft Forms, SurveyMonkey and LimeSurvey export. Before anything is taken in, it shows which
    column is which question, and asks. Columns about people are left out. A file that was taken in
    before adds nothing; a later one adds its new rows.

    \b
    kit collect table managing-up-answers.csv
    kit collect table export.csv --session residents-2027/first
    kit collect table export.xlsx --session managing-up --follow-up --yes
    kit collect table export.csv --session managing-up --column F=recommend --column G=none
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.cli.taking_in import take_in
    from kit.collecting.table import Choices, read_answer_table
    from kit.collecting.table_form import Asked
    from kit.errors import Severity
    from kit.library import find_library
    from kit.pipeline.records.records_folder import records_folder

    library = find_library(Path.cwd())
    records_folder(library)  # without a project, that is told before anything is looked at
    choices = Choices(
        asked=Asked(session, follow_up, length, language, form, version),
        columns=tuple(column or ()),
        prefer=_prefer(cells),
        to_review=to_review,
        other_people=other_people,
    )
    read = read_answer_table(library, file.expanduser().absolute(), str(file), choices)
    _show(read, file)
    history = _history(library, read)
    _show_history(history)
    complain(read.problems)
    if any(each.severity is Severity.ERROR for each in read.problems):
        note("Nothing was taken in.")
        return MISTAKEN
    new = len(read.responses) - history.known
    if not new:
        say("All of this is in already. Nothing was added.")
        return FULFILLED
    if yes and read.doubt:
        complain([read.doubt])
        note("Nothing was taken in.")
        return MISTAKEN
    try:
        wanted = yes or _agreed(read, new)
    except KeyboardInterrupt:
        note("\nStopped. Nothing was taken in.")
        return INTERRUPTED
    if not wanted:
        say("Nothing was taken in.")
        return FULFILLED
    take_in(library, read.responses)
    return FULFILLED


def _agreed(read: AnswerTable, new: int) -> bool:
    from kit.cli.asking import agreed

    if read.doubt is None:
        return agreed(f"Take in {counted(new, 'response')}?", instead="`--yes` does not ask.")
    say(read.doubt.message)
    return agreed(f"Take in {counted(new, 'response')} all the same?", instead=read.doubt.hint)


def _prefer(cells: str | None) -> Prefer | None:
    from kit.pipeline.request import Options

    if cells is None:
        return None
    options = Options()
    said = options.one("--cells", cells, ("numbers", "words"))
    options.finish()
    return "numbers" if said == "numbers" else "words"


def _history(library: Library, read: AnswerTable) -> History:
    from kit.answers.store import existing_store
    from kit.collecting.table_history import history_of

    store = existing_store(library)
    if store is None:
        return history_of(read.responses, None)
    with store:
        return history_of(read.responses, store)


def _show(read: AnswerTable, file: Path) -> None:
    from kit.exchange.table import column_name

    form = read.form
    later = ", sent later" if form.phase == "follow-up" else ""
    say(f"{file}: {read.system}, {counted(len(read.responses), 'response')}.")
    say(f"Form: {form.title}{later} ({form.form}, version {form.version}), session {form.session}.")
    say()
    rows = [
        (
            column_name(at),
            _short(read.headings.get(at, ""), 44),
            target.field.key + (f" = {target.field.label_of(target.option)}" * bool(target.option)),
            _tally(read, target.field.key, target.option),
        )
        for at, target in sorted(read.targets.items())
    ]
    say(table(("Column", "Heading", "Answers", "Found"), rows))
    say()
    for line in _scales(read):
        say(line)
    for what, names in (
        ("Left out, about people", read.about_people),
        ("Left out, no answers", read.noted),
        ("Left out, not in this form", read.strange),
        ("Asked by the form, not in this table", read.missing),
    ):
        if names:
            say(f"{what}: {', '.join(names)}.")
    for count, what in ((read.trials, "of a trial"), (read.blank, "with no answer")):
        if count:
            say(f"{counted(count, 'row')} {what} left out.")


def _scales(read: AnswerTable) -> list[str]:
    """Say what the numbers mean, once for each scale: other systems may count the other way."""
    of_scale: dict[str, list[str]] = {}
    for target in read.targets.values():
        field = target.field
        if field.kind == "one":
            pairs = zip(field.values, field.labels, strict=True)
            meant = ", ".join(
                label if label.startswith(f"{value} (") else f"{value} = {label}"
                for value, label in pairs
                if value != label
            )
            of_scale.setdefault(meant, []).append(field.key)
    return [f"Numbers in {', '.join(keys)}: {meant}." for meant, keys in of_scale.items()]


def _tally(read: AnswerTable, key: str, option: str) -> str:
    field = read.form.field(key)
    tally = read.tally.get(key)
    if field is None or not tally:
        return "nothing"
    if option:
        return str(tally.get(option, 0))
    blank = [f"blank: {tally['']}"] if tally.get("") else []
    if field.kind == "text":
        return ", ".join([counted(sum(tally.values()) - tally.get("", 0), "text"), *blank])
    counts = [f"{value}: {tally[value]}" for value in field.values if tally.get(value)]
    return ", ".join(counts + blank)


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _show_history(history: History) -> None:
    if history.known:
        say(
            f"{counted(history.known, 'row')} with the same answers in already: not taken in again."
        )
        say("If they are of other people, from another pile of sheets: --other-people")
    if history.gone:
        shown = " ".join(history.gone[:10])
        say(
            f"{counted(len(history.gone), 'response')} from an earlier file not in this one: "
            "changed there or removed since. Changed ones come in as new and would count twice."
        )
        say(f"To take out the earlier ones: kit responses withdraw {shown}")
