"""`kit export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.console import complain, note, say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED

if TYPE_CHECKING:
    from kit.exchange.systems.formats import Format
    from kit.instrument.form import Phase


@guarded
def command(  # noqa: PLR0917 - Typer names every option
    to: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="redcap, redcap-dictionary, qualtrics, limesurvey, google-forms, microsoft-forms.",
        ),
    ],
    workshop: Annotated[
        str | None,
        typer.Argument(metavar="WORKSHOP", help="Whose form; or a session, with --session."),
    ] = None,
    session: Annotated[
        str | None,
        typer.Option(metavar="COHORT/SESSION", help="The form of a session of a cohort."),
    ] = None,
    phase: Annotated[
        str,
        typer.Option(
            metavar="end|follow-up", help="The form at the end, or the one sent months later."
        ),
    ] = "end",
    length: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A workshop’s length; the default when left out."),
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="A workshop’s language, such as es.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="The file to write."),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write over the file if it is there.")
    ] = False,
) -> int:
    """Write an evaluation form for another system, to be answered there.

    It asks what the paper form asks. What the other system exports afterwards comes back with kit
    collect table: from REDCap, Qualtrics and LimeSurvey by the names of the questions, from Google
    Forms and Microsoft Forms by their words.

    \b
    kit export redcap managing-up             one instrument, to add to a project
    kit export redcap-dictionary managing-up  for a new project: it replaces everything
    kit export qualtrics --session junior-faculty-2027/mosaic
    kit export limesurvey mentee-driven-relationship --language es
    kit export google-forms managing-up --phase follow-up
    kit export microsoft-forms managing-up --length short --out form.docx
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.collecting.current_form import current_questionnaire
    from kit.exchange.form_file import write_form
    from kit.exchange.same_words import same_words
    from kit.library import find_library

    kind = _format(to)
    form = _one(workshop, session)
    chosen = _phase(phase)
    library = find_library(Path.cwd())
    asked = current_questionnaire(library, form, chosen, length=length, language=language)
    later = "-follow-up" * (chosen == "follow-up")
    target = out or Path(f"{form.replace('/', '-')}{later}{kind.ending}")
    write_form(asked, kind, target.expanduser().absolute(), str(target), replace=replace)
    say(str(target))
    _tell(kind)
    if kind.by_words:
        complain(same_words(asked))
    options = [f"--session {form}", "--follow-up" * bool(later)]
    options += [f"--length {length}" * bool(length), f"--language {language}" * bool(language)]
    options.append(f"--version {asked.form.version}")
    say()
    say(f"Then: kit collect table EXPORT {' '.join(filter(None, options))}")
    return FULFILLED


def _tell(kind: Format) -> None:
    say()
    for number, step in enumerate(kind.steps, start=1):
        say(f"{number}. {step}")
    for words in kind.beware:
        note(f"\nTake care: {words}")
    for words in kind.unconfirmed:
        note(f"\nNot confirmed: {words}")


def _format(name: str) -> Format:
    from kit.errors import KitError, Problem
    from kit.exchange.systems.formats import FORMATS
    from kit.suggestion import did_you_mean

    found = FORMATS.get(name.strip().lower())
    if found is None:
        message = f"There is no format `{name}`."
        raise KitError([Problem("unknown-choice", message, hint=did_you_mean(name, FORMATS))])
    return found


def _one(workshop: str | None, session: str | None) -> str:
    from kit.errors import KitError, Problem

    if workshop and session:
        message = "A workshop’s form, or a session’s: name one of them."
        raise KitError([Problem("one-choice", message)])
    if not workshop and not session:
        message = "Whose form?"
        hint = "Name a workshop, or a session with `--session COHORT/SESSION`."
        raise KitError([Problem("which-session", message, hint=hint)])
    return workshop or session or ""


def _phase(given: str) -> Phase:
    from kit.pipeline.request import Options

    options = Options()
    said = options.one("--phase", given, ("end", "follow-up"))
    options.finish()
    return "follow-up" if said == "follow-up" else "end"
