"""From a workshop to its finished HTML texts: checked, tailored, projected, rendered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.checking import check
from kit.checking.beside import beside
from kit.checking.translations import check_translation
from kit.editions.registry import CORE_NAMES, EDITIONS, copies_of, note_of
from kit.editions.setting import Setting
from kit.errors import KitError, Problem
from kit.instrument.description import described
from kit.instrument.form import form_of
from kit.pipeline.naming import document_path, variant
from kit.pipeline.ready import Prepared, Ready, stopping
from kit.pipeline.request import Request
from kit.reading.translated import load_all, translated_names
from kit.reading.words import Words
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kit.editions.edition import Edition, OfficeFormat
    from kit.instrument.description import FormDescription
    from kit.library import Library
    from kit.reading.translated import TranslatedWorkshop
    from kit.rendering.render import Rendered, Renderer


_USUAL = Request()


@dataclass(frozen=True, slots=True)
class Document:
    """One document, rendered: its files' paths in the build folder and what they are made of."""

    workshop: str
    workshop_title: str
    language: str
    edition: str
    title: str
    side: str
    variant: str
    copies: int
    note: str
    html_path: str
    pdf_path: str
    office_paths: Mapping[OfficeFormat, str]
    text_path: str | None
    paper: str
    formats: tuple[str, ...]
    booklet: bool
    fillable: bool
    form: FormDescription | None
    rendered: Rendered

    def texts(self) -> Iterator[tuple[str, str]]:
        """Give the files of it that are text, of its formats: path and content."""
        if self.text_path and self.rendered.text is not None:
            yield self.text_path, self.rendered.text
        elif "html" in self.formats:
            yield self.html_path, self.rendered.screen_html


def prepare(names: Sequence[str], request: Request, library: Library) -> Prepared:
    """Read, check and tailor workshops and sessions: those without mistakes, and what was found."""
    sessions = [name for name in names if "/" in name]
    prepared = _workshops([name for name in names if "/" not in name], request, library)
    if sessions:
        from kit.pipeline.sessions import prepare_sessions  # noqa: PLC0415 - only for cohorts

        prepare_sessions(sessions, request, library, prepared)
        if "calendar-of-all-sessions" in request.editions:
            from kit.pipeline.course_calendar import add_calendars  # noqa: PLC0415

            add_calendars(prepared, library)
    return prepared


def _workshops(names: Sequence[str], request: Request, library: Library) -> Prepared:
    made, problems = load_all(library, names, request.language, request.roles)
    prepared = Prepared()
    loaded = [each.loaded for each in made]
    for translated, each in zip(made, loaded, strict=True):
        noted = (*check(each), *check_translation(translated))
        prepared.found += noted
        if stops := stopping(noted, strict=request.strict):
            prepared.mistakes[each.name] = stops
            continue
        try:
            prepared.ready.append(_ready(translated, request, library, len(noted)))
        except KitError as error:
            prepared.found += error.problems
            if request.length or request.audience or request.roles:
                prepared.misfits.append(each.name)
            else:
                prepared.mistakes[each.name] = error.problems
    unread = [name for name in names if name not in {each.name for each in loaded}]
    problems += beside(library, unread)
    prepared.found += problems
    known = set(library.workshop_names())
    asked = {each.code for each in problems if each.where is None}
    if "not-translated" in asked:
        known &= set(translated_names(library, request.language or ""))
    prepared.misfits += [name for name in unread if name not in known]
    for name in unread:
        if name in known:
            prepared.mistakes[name] = _problems_of(
                name, stopping(problems, strict=request.strict), library
            )
    return prepared


def _ready(
    translated: TranslatedWorkshop, request: Request, library: Library, warnings: int
) -> Ready:
    loaded, is_translated = translated.loaded, translated.overlay is not None
    # Asked for all workshops at once, a list of roles is for those that offer any.
    offers = loaded.vocabularies or request.workshops
    roles = request.roles if offers else None
    choice = Choice(length=request.length, audience=request.audience, roles=roles)
    tailored = tailor(loaded, choice)
    sources = translated.files_read(library)
    language = tailored.workshop.language
    setting = Setting(
        start=request.start,
        form_address=request.form_address,
        paper=request.paper,
        large=request.large,
        fillable=request.fillable,
        language=language if is_translated else "",
        words=Words(language, library.folders("templates")),
    )
    return Ready(loaded.name, tailored, setting, loaded.source.path.parent, sources, warnings)


def _problems_of(name: str, found: Sequence[Problem], library: Library) -> tuple[Problem, ...]:
    """Pick the problems that stand in a workshop's own file, or else those of shared ones."""
    try:
        own = library.shown(library.workshop_file(name))
    except KitError as error:
        return error.problems
    mine = tuple(each for each in found if each.where and each.where.file == own)
    return mine or tuple(found)


def editions_of(request: Request) -> tuple[Edition, ...]:
    """Give the editions that a request asks for, in the order of the registry."""
    names = request.editions or CORE_NAMES
    return tuple(
        edition
        for name, edition in EDITIONS.items()
        if name in names
        and (edition.large or not request.large)
        and (edition.fillable or not request.fillable)
    )


def formats_of(edition: Edition, request: Request) -> tuple[str, ...]:
    """Give the formats that an edition is made in: those asked for, or its one of plain text.

    Large print, booklets and what has fields to fill in are PDFs and nothing else: a screen
    enlarges and reflows the HTML by itself, and fills it in.
    """
    if edition.text:
        return (edition.text,)
    pdf_alone = edition.booklet or request.large or request.fillable
    if edition.screen_styles:
        made = {"html"}
    else:
        made = {"pdf"} if pdf_alone else {"html", "pdf", *edition.offices}
    return tuple(name for name in request.formats if name in made)


def render(
    edition: Edition, ready: Ready, renderer: Renderer, request: Request = _USUAL
) -> Document | None:
    """Render one edition of a workshop, or give None where it does not apply.

    `request` says in which formats it is wanted.

    Raises:
        KitError: a template of the user's cannot be rendered.
    """
    tailored, setting = ready.tailored, ready.setting
    view = edition.view(tailored, setting)
    if view is None:
        return None
    return Document(
        workshop=ready.name,
        workshop_title=tailored.workshop.title,
        language=tailored.workshop.language,
        edition=edition.name,
        title=renderer.edition_title(edition, tailored.workshop.language),
        side=str(edition.side),
        variant=variant(tailored, setting, edition),
        copies=copies_of(edition, tailored, setting),
        note=_note(edition, setting),
        html_path=document_path(edition, ready.name, tailored, setting, "html"),
        pdf_path=document_path(edition, ready.name, tailored, setting, "pdf"),
        office_paths={
            ending: document_path(edition, ready.name, tailored, setting, ending)
            for ending in edition.offices
        },
        text_path=document_path(edition, ready.name, tailored, setting, edition.text)
        if edition.text
        else None,
        paper=edition.paper(setting.paper),
        formats=formats_of(edition, request),
        booklet=edition.booklet,
        fillable=setting.fillable,
        form=_form(edition, ready),
        rendered=renderer.render(edition, view, setting.paper, fillable=setting.fillable),
    )


def _note(edition: Edition, setting: Setting) -> str:
    if setting.fillable:
        return setting.words("fillable_note")
    if setting.large:
        return setting.words("large_print_note")
    return note_of(edition, setting.words)


def _form(edition: Edition, ready: Ready) -> FormDescription | None:
    """Describe the form that an edition is, where it is one."""
    if edition.form is None:
        return None
    form = form_of(ready.tailored, edition.form)
    return described(form, ready.name, ready.tailored.workshop.language) if form else None


def possible_paths(ready: Iterable[Ready], request: Request) -> set[str]:
    """Name every file that a request may write."""
    return {
        document_path(edition, each.name, each.tailored, each.setting, ending)
        for each in ready
        for edition in editions_of(request)
        for ending in formats_of(edition, request)
    }
