"""`kit show`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.console import say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.library import Library
    from kit.reading.workshop import LoadedWorkshop
    from kit.tailoring.session import LoadedSession
    from kit.tailoring.tailor import TailoredWorkshop


@guarded
def command(  # noqa: PLR0917 - Typer names every option
    workshops: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORKSHOP", help="Which ones; all of yours when left out."),
    ] = None,
    length: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The agenda's length; the default when left out."),
    ] = None,
    audience: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Whose wording of the cases; the default when left out."),
    ] = None,
    roles: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Which list of roles; the default when left out."),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="In another language, such as es; see kit list."),
    ] = None,
    cohort: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A cohort: its session of the workshop is shown."),
    ] = None,
    changes: Annotated[
        bool, typer.Option("--changes", help="With --cohort: only what differs, in words.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON in place of YAML.")] = False,
) -> int:
    """Show a workshop as it comes out: length, audience and words applied.

    What is shared is filled in, minutes are whole, what is not in this length is left out. In
    the YAML, comments say in which file and line things are written.

    \b
    kit show challenging-scenarios
    kit show challenging-scenarios --length short --json
    kit show mentee-driven-relationship --language es
    kit show managing-up --cohort interns-2027
    kit show mentoring-mosaic --cohort junior-faculty-2027 --changes
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.errors import KitError
    from kit.library import find_library
    from kit.pipeline.request import Options
    from kit.reading.translated import load_all, those_in
    from kit.tailoring.choice import Choice
    from kit.tailoring.tailor import tailor

    library = find_library(Path.cwd())
    options = Options()
    for option, given in (
        ("--length", length),
        ("--audience", audience),
        ("--roles", roles),
        ("--language", language),
    ):
        if cohort is not None and given is not None:
            options.refuse(option, "the cohort’s file says what its sessions are like")
    if changes and cohort is None:
        options.refuse("--changes", "it tells how a session of a `--cohort` differs")
    if changes and as_json:
        options.refuse("--json", "the changes are told in words")
    options.finish()
    if cohort is not None:
        return _show_cohort(library, cohort, workshops or [], changes=changes, as_json=as_json)
    names = tuple(workshops or library.own_workshop_names())
    if language and not workshops:
        names = those_in(language, names, library)
    made, problems = load_all(library, names, language, roles)
    if problems:
        raise KitError(problems)
    choice = Choice(length=length, audience=audience, roles=roles)
    loaded = [each.loaded for each in made]
    return _print([(tailor(each, choice), each, None) for each in loaded], as_json=as_json)


def _show_cohort(
    library: Library, name: str, workshops: list[str], *, changes: bool, as_json: bool
) -> int:
    from kit.pipeline.sessions import sessions_of

    ready = sessions_of(name, workshops, library)
    if changes:
        for each in ready:
            occasion = each.setting.occasion
            say(f"{each.name}: {each.tailored.workshop.title}")
            for line in occasion.differences if occasion else ():
                say(f"- {line}")
            say()
        return FULFILLED
    made = [(each.tailored, each.session.loaded, each.session) for each in ready if each.session]
    return _print(made, as_json=as_json)


def _print(
    made: Sequence[tuple[TailoredWorkshop, LoadedWorkshop, LoadedSession | None]], *, as_json: bool
) -> int:
    from kit.pipeline.provenance import provenance
    from kit.pipeline.resolved import as_yaml, resolved
    from kit.pipeline.session_shown import SESSION, session_shown

    shown = [
        {SESSION: session_shown(session), **resolved(tailored, session.cohort.cohort)}
        if session
        else resolved(tailored)
        for tailored, _, session in made
    ]
    if as_json:
        import json

        say(json.dumps(shown[0] if len(shown) == 1 else shown, indent=2, ensure_ascii=False))
        return FULFILLED
    texts = [as_yaml(data, provenance(data, *each)) for data, each in zip(shown, made, strict=True)]
    say("\n---\n".join(text.rstrip() for text in texts))
    return FULFILLED
