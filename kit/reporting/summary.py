"""A summary in the form of a journal of teaching materials, from the definitions and the figures.

The order is that of educational summary reports in such journals: introduction, objectives,
methods, results, what follows from them, appendices, references. Every figure in it is one of the
report's.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kit.definitions.citation import CITATION, cited_keys
from kit.editions.registry import EDITIONS
from kit.pipeline.documents import prepare
from kit.pipeline.request import Request
from kit.reporting.view import Table

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from kit.definitions.reference import Reference
    from kit.library import Library
    from kit.pipeline.ready import Ready
    from kit.reporting.report import ReportMaker
    from kit.reporting.view import ReportIdentity, ReportView


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it: texts in Markdown, a numbered list, tables."""

    heading: str
    level: int = 2
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SummaryView:
    """The summary report."""

    identity: ReportIdentity
    sections: tuple[Section, ...]
    synthetic: bool = False


@dataclass
class SummaryMaker:
    """Makes the summary of a report; works get their numbers as they are cited."""

    library: Library
    maker: ReportMaker
    report: ReportView
    cited: dict[str, Reference] = field(default_factory=dict)

    def view(self) -> SummaryView:
        """Make the view."""
        return SummaryView(
            self.report.identity, tuple(self._sections()), synthetic=self.report.synthetic
        )

    def _sections(self) -> Iterator[Section]:
        words, ready = self.maker.phrases.words, self._ready()
        several = len(ready) > 1
        yield Section(
            words("summary_introduction"),
            paragraphs=tuple(
                self._numbered(text, each)
                for each in ready
                for text in _paragraphs(each.tailored.workshop.why)
            ),
        )
        for each in ready:
            title = each.tailored.workshop.title
            yield Section(
                words("summary_objectives_of", title=title) if several else words("objectives"),
                paragraphs=(words("objectives_lead"),),
                items=tuple(objective.text for objective in each.tailored.objectives),
            )
        yield Section(words("summary_methods"), paragraphs=tuple(self._setting()))
        for each in ready:
            title = each.tailored.workshop.title
            yield Section(
                words("summary_session_of", title=title) if several else words("summary_session"),
                level=3,
                paragraphs=(words("summary_agenda", n=each.tailored.minutes),),
                tables=(self._agenda(each),),
            )
        yield Section(words("summary_evaluation"), level=3, paragraphs=tuple(self._evaluation()))
        yield from self._results()
        limits = [
            self._numbered(text, each)
            for each in ready
            for text in _paragraphs(each.tailored.workshop.limitations or "")
        ]
        yield Section(
            words("summary_discussion"),
            paragraphs=tuple(self._decisions()),
        )
        yield Section(
            words("summary_limits"),
            paragraphs=(words("summary_limits_always"), *limits),
        )
        yield from self._appendices(ready)
        if self.cited:
            yield Section(words("references"), items=tuple(map(_reference, self.cited.values())))

    def _ready(self) -> tuple[Ready, ...]:
        """Prepare one session of each workshop: the first that still has its definitions."""
        names: dict[str, str] = {}
        for session in self.maker.analysis.gathered.sessions:
            if session.defined:
                names.setdefault(session.workshop, session.name)
        found = {
            each.name: each for each in prepare(list(names.values()), Request(), self.library).ready
        }
        return tuple(found[name] for name in names.values() if name in found)

    def _setting(self) -> Iterator[str]:
        words = self.maker.phrases.words
        for each in self.maker.analysis.gathered.sessions:
            parts = [each.cohort_title, each.institution]
            parts.append(words.day(each.date) if each.date else "")
            instructors = len(each.instructors)
            yield words(
                "summary_held" if each.minutes else "summary_held_once",
                title=each.title,
                where=", ".join(filter(None, parts)) or each.name,
                minutes=each.minutes,
                instructors=words(
                    "summary_instructors" if instructors != 1 else "summary_one_instructor",
                    n=instructors or words("summary_unknown"),
                ),
            )
        line = self.report.ways
        if line:
            yield line

    def _agenda(self, ready: Ready) -> Table:
        words = self.maker.phrases.words
        return Table(
            caption=words("summary_agenda_table"),
            heads=(
                words("activity"),
                words("minutes", n="").strip().capitalize(),
                words("grouping"),
            ),
            rows=tuple(
                (
                    timed.activity.title,
                    str(timed.minutes),
                    ", ".join(dict.fromkeys(words(each) for each in timed.activity.grouping)),
                )
                for timed in ready.tailored.agenda
            ),
            numeric=(1,),
        )

    def _evaluation(self) -> Iterator[str]:
        words = self.maker.phrases.words
        for form in self.maker.analysis.forms:
            kinds: dict[str, int] = {}
            for finding in form.findings:
                kinds[finding.question.asked] = kinds.get(finding.question.asked, 0) + 1
            asked = [
                self.maker.phrases.counted(f"summary_asked_{kind.replace('-', '_')}", n)
                for kind, n in kinds.items()
            ]
            key = "summary_form" if form.phase == "end" else "summary_later_form"
            yield words(key, title=form.title, asked=self.maker.phrases.listed(asked))
        methods = dict.fromkeys(
            line
            for part in (*self.report.forms, *self.report.later)
            for changes in part.changes
            for line in changes.method
        )
        yield " ".join((*self.report.method, *methods))

    def _results(self) -> Iterator[Section]:
        words = self.maker.phrases.words
        yield Section(
            words("summary_results"),
            paragraphs=(self.report.paragraph, *self.report.notices),
            tables=(self.report.returns,),
        )
        for part in (*self.report.forms, *self.report.later):
            tables = [replace(each.table, caption=each.heading) for each in part.ratings]
            changes = words("report_changes")
            tables += [replace(each.table, caption=changes) for each in part.changes]
            heading = part.heading or words(
                "report_items" if part in self.report.forms else "report_later_heading"
            )
            yield Section(
                heading,
                level=3,
                paragraphs=(" ".join((part.line, *part.withheld)),),
                tables=tuple(tables),
                after=tuple(
                    f"{self._quoted(each.title)} (n = {each.n}): "
                    + ", ".join(f"{label} ({count})" for label, count in each.rows if count)
                    + f". {each.line}".rstrip()
                    for each in part.counts
                ),
            )

    def _quoted(self, title: str) -> str:
        number, _, text = title.partition("  ")
        return self.maker.phrases.words("report_quoted", text=text or number)

    def _decisions(self) -> Iterator[str]:
        if not self.report.decisions:
            yield self.maker.phrases.words("report_nothing_to_decide")
        for heading, decisions in self.report.decisions:
            found = "; ".join(
                f"{each.text.rstrip('.')} ({each.detail.rstrip('.')})" if each.detail else each.text
                for each in decisions
            )
            yield f"{heading}: {found}."

    def _appendices(self, ready: Iterable[Ready]) -> Iterator[Section]:
        words, several = self.maker.phrases.words, len(tuple(ready)) > 1
        for each in ready:
            listed = EDITIONS["appendix-list"].view(each.tailored, each.setting)
            title = each.tailored.workshop.title
            yield Section(
                words("summary_appendices_of", title=title)
                if several
                else words("summary_appendices"),
                tables=(
                    Table(
                        caption=words("appendix_list"),
                        heads=(words("appendix"), words("packet_document"), words("packet_when")),
                        rows=tuple(
                            (
                                words("appendix_letter", letter=line.letter),
                                words(line.document.edition),
                                words(line.document.when),
                            )
                            for line in listed.appendices
                        ),
                    ),
                ),
            )

    def _numbered(self, text: str, ready: Ready) -> str:
        """Put numbers in the place of citations, in the order in which works are first cited."""

        def number(match: re.Match[str]) -> str:
            keys = cited_keys(match)
            for key in keys:
                if key in ready.tailored.references:
                    self.cited.setdefault(key, ready.tailored.references[key])
            places = [list(self.cited).index(key) + 1 for key in keys if key in self.cited]
            return f" ({', '.join(map(str, places))})" if places else ""

        return CITATION.sub(number, text)


def _paragraphs(text: str) -> list[str]:
    return [" ".join(each.split()) for each in text.split("\n\n") if each.strip()]


def _reference(work: Reference) -> str:
    title = work.title if work.title.endswith((".", "?", "!")) else f"{work.title}."
    start = f"{work.authors} ({work.year}). {title}" if work.authors else f"{title} ({work.year})."
    doi = f" https://doi.org/{work.doi}" if work.doi else ""
    return f"{start} *{work.source}*.{doi}"
