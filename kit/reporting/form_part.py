"""The findings of one form ▶ its part of the report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.reporting.changes_part import changes_of
from kit.reporting.counts_part import counts_of
from kit.reporting.findings import Committed, Why, Withheld, Written
from kit.reporting.numbered import Numbered
from kit.reporting.phrases import said_of
from kit.reporting.ratings_part import ratings_of
from kit.reporting.same_people import same_people
from kit.reporting.view import Comments, FormPart, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kit.reporting.analysis import FormFindings
    from kit.reporting.comments.coding import CodedWords
    from kit.reporting.phrases import Phrases


@dataclass(frozen=True)
class PartMaker:
    """Makes the parts of a report in one language; `coded` are the comments by question."""

    phrases: Phrases
    coded: Mapping[tuple[str, str], CodedWords]

    def part(self, form: FormFindings, *, heading: str) -> FormPart:
        """Make the part of a form."""
        numbered = Numbered(form, self.phrases)
        return FormPart(
            heading=heading,
            line=self._line(form),
            ratings=tuple(ratings_of(numbered)),
            counts=tuple(counts_of(numbered)),
            changes=tuple(changes_of(numbered)),
            commitments=self._commitments(form),
            comments=tuple(self._comments(form)),
            withheld=tuple(self._withheld(numbered)),
        )

    def _line(self, form: FormFindings) -> str:
        words = self.phrases.words
        line = self.phrases.counted("report_form_line", form.returned)
        if same_people(form.sessions):
            n, sessions = map(self.phrases.number, (form.returned, len(form.sessions)))
            line = words("report_form_line_forms", n=n, sessions=sessions)
        more = words("report_versions", n=form.versions) if form.versions > 1 else ""
        return f"{line} {more}".rstrip()

    def _commitments(self, form: FormFindings) -> Table | None:
        words = self.phrases.words
        found = [each for each in form.findings if isinstance(each, Committed)]
        n = sum(len(each.commitments) for each in found)
        if not n:
            return None
        of_forms = n > 1 and any(each.counts_forms for each in found)
        return Table(
            caption=self.phrases.counted(said_of("report_commitment_table", forms=of_forms), n),
            heads=tuple(map(words, ("report_what", "report_with_whom", "report_by_when"))),
            rows=tuple(
                (made.what or "–", made.with_whom or "–", made.by_when or "–")
                for each in found
                for made in each.commitments
            ),
        )

    def _comments(self, form: FormFindings) -> Iterator[Comments]:
        words = self.phrases.words
        for each in form.findings:
            if isinstance(each, Written) and each.n:
                groups = self.coded.get((form.form, each.question.id))
                yield Comments(
                    heading=each.question.sentence,
                    line=words(
                        said_of("report_comments_line", forms=each.counts_forms),
                        n=each.n,
                        of=each.n + each.missing,
                    ),
                    groups=tuple((group.title, group.comments) for group in groups.groups)
                    if groups
                    else (),
                    rest_heading=words("report_uncoded") if groups and groups.groups else "",
                    rest=groups.uncoded if groups else each.comments,
                )

    def _withheld(self, numbered: Numbered) -> Iterator[str]:
        words, form = self.phrases.words, numbered.form
        threshold = self.phrases.threshold
        reasons: dict[str, list[int]] = {}
        for each in form.findings:
            if isinstance(each, Withheld):
                reasons.setdefault(each.why, []).append(numbered.of(each))
        if form.returned < threshold and reasons:
            yield words("report_withheld_few_whole", threshold=threshold)
            return
        for why, numbers in reasons.items():
            if len(numbers) == len(form.findings) and why != Why.FEW:
                yield words(f"report_withheld_{why}_whole", threshold=threshold)
                continue
            listed = self.phrases.listed([str(number) for number in numbers])
            key = f"report_withheld_{why}"
            yield self.phrases.counted(key, len(numbers), numbers=listed, threshold=threshold)
