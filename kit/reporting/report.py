"""An analysis ▶ the report's view: what is read, in the order in which it is read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.reporting.across_part import across_table
from kit.reporting.decisions import decisions_of
from kit.reporting.findings import Rated, Withheld
from kit.reporting.form_part import PartMaker
from kit.reporting.over_time_part import over_time, repeated
from kit.reporting.same_people import same_people
from kit.reporting.sentences import paragraph, returns_of
from kit.reporting.view import ReportIdentity, ReportView, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from kit.reporting.analysis import Analysis
    from kit.reporting.comments.coding import CodedWords
    from kit.reporting.phrases import Phrases
    from kit.reporting.session_facts import SessionFacts


@dataclass(frozen=True)
class ReportMaker:
    """Makes the view of a report; `coded` are the comments by form and question."""

    analysis: Analysis
    phrases: Phrases
    day: date
    coded: Mapping[tuple[str, str], CodedWords] = field(default_factory=dict)

    def view(self) -> ReportView:
        """Make the view."""
        analysis, words = self.analysis, self.phrases.words
        maker = PartMaker(self.phrases, self.coded)
        several = len(analysis.end_forms) > 1
        text = paragraph(analysis, self.phrases, self.coded.values())
        title, subtitle = self.titles()
        by_date = {each.asked.question.id for each in repeated(analysis)}
        return ReportView(
            identity=ReportIdentity(
                kind=words("report_title"),
                title=title,
                subtitle=subtitle,
                summary=text,
                language=words.language,
                day=words.day(self.day.isoformat()),
            ),
            paragraph=text,
            notices=tuple(self._notices()),
            returns=self._returns(),
            ways=self._ways(),
            forms=tuple(
                maker.part(form, heading=form.title if several else "")
                for form in analysis.end_forms
            ),
            over_time=over_time(analysis, self.phrases),
            across=tuple(
                across_table(each, self._names(), self.phrases)
                for each in analysis.across
                if each.is_shown and each.question.id not in by_date
            ),
            across_lines=tuple(self._across_lines()),
            later=tuple(
                maker.part(form, heading=form.title if len(analysis.later_forms) > 1 else "")
                for form in analysis.later_forms
            ),
            linked=tuple(self._linked()),
            quality=self._quality(),
            quality_lines=tuple(self._quality_lines()),
            decisions=decisions_of(analysis, self.phrases, self.coded.values(), self.named),
            method=tuple(self._method()),
            synthetic=analysis.gathered.synthetic,
        )

    def titles(self) -> tuple[str, str]:
        """Name what the report is about, and say more of it."""
        gathered, words = self.analysis.gathered, self.phrases.words
        first = gathered.sessions[0]
        cohorts = dict.fromkeys(filter(None, (each.cohort_title for each in gathered.sessions)))
        match gathered.scope.kind:
            case "session":
                more = (first.cohort_title, first.institution, self._day(first))
                return first.title, " · ".join(filter(None, more))
            case "cohort":
                return first.cohort_title or gathered.scope.name, first.institution
            case "workshop":
                return first.title, " · ".join(cohorts)
            case "series":
                return first.series, " · ".join(cohorts)
            case _:
                return words("report_of_all"), " · ".join(cohorts)

    def _day(self, session: SessionFacts) -> str:
        return self.phrases.words.day(session.date) if session.date else ""

    def _notices(self) -> Iterator[str]:
        """Say what a reader must know before the first figure."""
        phrases, words, gathered = self.phrases, self.phrases.words, self.analysis.gathered
        unsettled = sum(len(each.unsettled) for each in gathered.people)
        if unsettled:
            yield phrases.counted("report_notice_unsettled", unsettled)
        if gathered.aside:
            yield phrases.counted("report_notice_aside", gathered.aside)
        late = [
            each.late
            for form in self.analysis.forms
            for each in form.findings
            if not isinstance(each, Withheld) and each.late
        ]
        if late:
            yield words("report_notice_late", n=phrases.number(max(late)))

    def _returns(self) -> Table:
        words = self.phrases.words
        sessions = self.analysis.gathered.sessions
        end = {form.form for form in self.analysis.end_forms}
        people = self.analysis.gathered.people
        rows = []
        for each in sessions:
            returned = sum(p.session == each.name and p.form in end for p in people)
            rows.append(self._returned(self.named(each), each.invited, each.attended, returned))
        if len(sessions) > 1:
            total = returns_of(self.analysis)
            rows.append(
                self._returned(
                    words("report_together"), total.invited, total.attended, total.returned
                )
            )
        heads = ("report_session", "report_invited", "report_attended", "report_returned_head")
        return Table(
            caption=words("report_returns_table"),
            heads=(*map(words, heads), words("report_rate")),
            rows=tuple(rows),
            numeric=(1, 2, 3, 4),
            widths=(0, 13, 13, 13, 18),
            notes=tuple(self._returns_notes()),
        )

    def _returns_notes(self) -> Iterator[str]:
        words = self.phrases.words
        if same_people(each.name for each in self.analysis.gathered.sessions):
            yield words("report_returns_together")
        yield words("report_rate_note")

    def _returned(
        self, name: str, invited: int | None, attended: int | None, returned: int
    ) -> tuple[str, ...]:
        unknown = self.phrases.words("report_not_recorded")
        return (
            name,
            unknown if invited is None else self.phrases.number(invited),
            unknown if attended is None else self.phrases.number(attended),
            self.phrases.number(returned),
            self.phrases.short_share(returned, attended) if attended else "–",
        )

    def named(self, session: SessionFacts) -> str:
        """Name a session as a row: its title, its cohort where there are several, its day."""
        cohorts = {each.cohort for each in self.analysis.gathered.sessions}
        titles = {each.title for each in self.analysis.gathered.sessions}
        parts = [session.title] if len(titles) > 1 or len(cohorts) < 2 else []  # noqa: PLR2004
        parts += [session.cohort_title] if len(cohorts) > 1 and session.cohort_title else []
        parts += [self._day(session)] if session.date else []
        return " · ".join(parts) or session.title

    def _names(self) -> dict[tuple[str, str], str]:
        """Name sessions and cohorts as rows, by their kind and name."""
        found = {}
        for each in self.analysis.gathered.sessions:
            found["session", each.name] = self.named(each)
            title = each.cohort_title or each.cohort
            found["cohort", each.cohort] = self.phrases.words("report_cohort_row", title=title)
        return found

    def _ways(self) -> str:
        """Say how the forms of the end came in, where so much may be said."""
        if self.analysis.quality is None:
            return ""
        phrases, words = self.phrases, self.phrases.words
        end = {form.form for form in self.analysis.end_forms}
        counts = Counter(each.way for each in self.analysis.gathered.people if each.form in end)
        ways = [
            words("report_way", n=phrases.number(count), way=words(f"report_way_{way}"))
            for way, count in counts.most_common()
        ]
        if not ways:
            return ""
        n = phrases.number(sum(counts.values()))
        return words("report_ways", n=n, ways=phrases.listed(ways))

    def _across_lines(self) -> Iterator[str]:
        words = self.phrases.words
        if not self.analysis.across:
            return
        yield words("report_across_lead")
        if any(
            isinstance(group.finding, Withheld)
            for each in self.analysis.across
            for group in each.groups
        ):
            yield words("report_across_withheld", threshold=self.phrases.threshold)
        if any(
            not isinstance(found, Withheld) and found.counts_forms
            for each in self.analysis.across
            for found in (each.together, *(group.finding for group in each.groups))
        ):
            yield words("report_across_forms")

    def _linked(self) -> Iterator[str]:
        words = self.phrases.words
        for each in self.analysis.linked:
            if each.forms < self.phrases.threshold:
                continue
            yield words(
                "report_linked",
                title=each.title,
                n=self.phrases.number(each.pairs),
                ambiguous=self.phrases.number(each.ambiguous),
                alone=self.phrases.number(each.alone),
            )
            for found in each.done:
                if isinstance(found, Rated):
                    yield words(
                        "report_linked_done",
                        text=self.phrases.ended(found.question.sentence),
                        # Of people with codes of their own, one pair of forms each.
                        share=self.phrases.share(found.top, found.n),
                        labels=self.phrases.boxes(found.question),
                    )
                else:
                    yield words("report_linked_withheld", threshold=self.phrases.threshold)

    def _quality(self) -> Table | None:
        words, found = self.phrases.words, self.analysis.quality
        number = self.phrases.number
        if found is None:
            return None
        rows = (
            ("report_quality_forms", number(found.forms)),
            ("report_quality_missing", self.phrases.short_share(found.missing, found.asked)),
            ("report_quality_two_marks", number(found.two_marks)),
            ("report_quality_out_of_range", number(found.out_of_range)),
            ("report_quality_unsettled", number(found.unsettled)),
            ("report_quality_confirmed", number(found.confirmed)),
            ("report_quality_corrected", number(found.corrected)),
            ("report_quality_straight", number(found.straight)),
            ("report_quality_aside", number(found.aside)),
        )
        return Table(
            caption=words("report_quality_table"),
            heads=(words("report_quality_what"), words("report_quality_count")),
            rows=tuple((words(key), value) for key, value in rows),
            numeric=(1,),
            widths=(0, 18),
        )

    def _quality_lines(self) -> Iterator[str]:
        yield self.phrases.words("report_quality_kept")

    def _method(self) -> Iterator[str]:
        words = self.phrases.words
        yield words("report_method_threshold", threshold=self.phrases.threshold)
        yield words("report_method_shares")
        yield words("report_method_not_validated")
