"""The findings of one form ▶ its part of the report."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final, TypeVar

from kit.reporting.findings import (
    Base,
    Changed,
    Chosen,
    Committed,
    Rated,
    Recommended,
    Withheld,
    Written,
)
from kit.reporting.phrases import MINUS
from kit.reporting.statistics.carried import exploratory
from kit.reporting.view import Bars, Changes, Comments, Counts, FormPart, Pairs, Ratings, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.reporting.analysis import FormFindings
    from kit.reporting.comments.coding import CodedWords
    from kit.reporting.phrases import Phrases

Found = TypeVar("Found", bound=Base)
_BESIDE: Final = 3
"""Plots of pairs that stand side by side, in a figure of their own so that pages can break."""
_WIDTH: Final = 178.0
"""Millimetres of a whole row of them."""


@dataclass(frozen=True)
class PartMaker:
    """Makes the parts of a report in one language; `coded` are the comments by question."""

    phrases: Phrases
    coded: Mapping[tuple[str, str], CodedWords]

    def part(self, form: FormFindings, *, heading: str) -> FormPart:
        """Make the part of a form."""
        numbered = {id(each): n for n, each in enumerate(form.findings, 1)}
        return FormPart(
            heading=heading,
            line=self._line(form),
            ratings=tuple(self._ratings(form, numbered)),
            counts=tuple(self._counts(form, numbered)),
            changes=tuple(self._changes(form, numbered)),
            commitments=self._commitments(form),
            comments=tuple(self._comments(form)),
            withheld=tuple(self._withheld(form, numbered)),
        )

    def _line(self, form: FormFindings) -> str:
        words = self.phrases.words
        key = "report_form_line" if form.returned != 1 else "report_form_line_of_one"
        line = words(key, n=form.returned)
        return f"{line} {words('report_versions', n=form.versions)}" if form.versions > 1 else line

    def _ratings(self, form: FormFindings, numbered: Mapping[int, int]) -> Iterator[Ratings]:
        by_scale: dict[tuple[str, ...], list[Rated]] = {}
        for each in form.findings:
            if isinstance(each, Rated):
                by_scale.setdefault(each.question.labels, []).append(each)
        for place, (labels, found) in enumerate(by_scale.items(), 1):
            ordered, groups = _by_objective(found, form, self.phrases)
            yield Ratings(
                heading=self.phrases.words(
                    "report_ratings" if len(by_scale) == 1 else "report_ratings_of",
                    low=labels[0],
                    high=labels[-1],
                ),
                bars=Bars(
                    id=f"{form.form}-ratings-{place}",
                    rows=tuple(
                        (f"{numbered[id(each)]}  {each.question.text}", _counts_of(each))
                        for each in ordered
                    ),
                    labels=labels,
                ),
                table=self._rating_table(ordered, groups, numbered),
            )

    def _rating_table(
        self,
        found: Sequence[Rated],
        groups: tuple[tuple[int, str], ...],
        numbered: Mapping[int, int],
    ) -> Table:
        words = self.phrases.words
        labels = found[0].question.labels
        means = any(each.mean is not None for each in found)
        heads = [words("report_statement"), "n", *(str(n) for n in range(1, len(labels) + 1))]
        heads += [words("report_top"), words("report_median")]
        heads += [words("report_mean"), words("report_sd")] if means else []
        rows = []
        for each in found:
            row = [f"{numbered[id(each)]}  {each.question.text}", str(each.n)]
            row += [str(count) for count in _counts_of(each)]
            row.append(self._top(each))
            row.append(self.phrases.half(each.distribution.median) if each.distribution else "")
            if means:
                row += [self.phrases.rounded(each.mean, each.n)]
                row += [self.phrases.rounded(each.sd, each.n)]
            rows.append(tuple(row))
        return Table(
            caption=words("report_rating_table"),
            heads=tuple(heads),
            rows=tuple(rows),
            groups=groups,
            numeric=tuple(range(1, len(heads))),
            widths=(0, 5, *(4 for _ in labels), 23, *(8 for _ in heads[len(labels) + 3 :])),
            notes=tuple(self._notes(found, numbered)),
            key=words(
                "report_key",
                labels=" · ".join(f"{n} {label}" for n, label in enumerate(labels, 1)),
                boxes=self.phrases.boxes(found[0].question),
            ),
        )

    def _top(self, each: Rated) -> str:
        share = self.phrases.short_share(each.top, each.n)
        interval = self.phrases.interval(each.interval)
        return f"{share} [{interval}]" if interval else share

    def _notes(self, found: Sequence[Base], numbered: Mapping[int, int]) -> Iterator[str]:
        """Say of which questions something is missing, and what else stands out."""
        words = self.phrases.words
        counts = {
            "missing": [(each, each.missing) for each in found if each.missing],
            "much_missing": [(each, 0) for each in found if each.much_missing],
            "na": [(each, each.not_applicable) for each in found if each.not_applicable],
            "late": [(each, each.late) for each in found if each.late],
            "reworded": [(each, 0) for each in found if each.question.reworded],
        }
        for kind, some in counts.items():
            if some:
                listed = [
                    words("report_note_count", number=numbered[id(each)], n=count)
                    if count
                    else str(numbered[id(each)])
                    for each, count in some
                ]
                yield words(f"report_note_{kind}", questions=", ".join(listed))

    def _counts(self, form: FormFindings, numbered: Mapping[int, int]) -> Iterator[Counts]:
        words = self.phrases.words
        for each in form.findings:
            title = f"{numbered[id(each)]}  {each.question.text}"
            figure_id = f"{form.form}-{each.question.id}"
            notes = (
                " ".join(self._notes([each], numbered))
                if isinstance(each, Chosen | Recommended)
                else ""
            )
            if isinstance(each, Chosen):
                rows = tuple(zip(each.question.labels, each.counts, strict=True))
                line = words("report_several") if each.question.several else ""
                other = words("report_other", texts="; ".join(each.others)) if each.others else ""
                yield Counts(
                    figure_id, title, rows, each.n, " ".join(filter(None, (line, other, notes)))
                )
            elif isinstance(each, Recommended) and each.distribution:
                rows = tuple(zip(each.question.labels, each.distribution.counts, strict=True))
                line = self._recommended(each)
                yield Counts(figure_id, title, rows, each.n, " ".join(filter(None, (line, notes))))

    def _recommended(self, each: Recommended) -> str:
        words, score = self.phrases.words, each.recommendation
        median = self.phrases.half(each.distribution.median) if each.distribution else ""
        if score is None:
            return words("report_recommend_few", median=median)
        return words(
            "report_recommend",
            median=median,
            mean=self.phrases.rounded(each.mean, each.n),
            promoters=score.promoters,
            passives=score.passives,
            detractors=score.detractors,
            score=_signed(score.score),
            low=_signed(score.low),
            high=_signed(score.high),
            resamples=f"{score.resamples:,}",
            seed=score.seed,
        )

    def _changes(self, form: FormFindings, numbered: Mapping[int, int]) -> Iterator[Changes]:
        by_scale: dict[tuple[str, ...], list[Changed]] = {}
        for each in form.findings:
            if isinstance(each, Changed):
                by_scale.setdefault(each.question.labels, []).append(each)
        for place, (labels, found) in enumerate(by_scale.items(), 1):
            ordered, groups = _by_objective(found, form, self.phrases)
            rows = _in_rows(ordered)
            yield Changes(
                pairs=tuple(
                    Pairs(
                        id=f"{form.form}-changes-{place}-{row}",
                        rows=tuple(
                            (f"{numbered[id(each)]}  {each.question.text}", each.pairs)
                            for each in some
                        ),
                        labels=labels,
                        width=_WIDTH * len(some) / len(rows[0]),
                    )
                    for row, some in enumerate(rows, 1)
                ),
                table=self._change_table(ordered, groups, numbered),
                method=tuple(self._method(ordered)),
            )

    def _change_table(
        self,
        found: Sequence[Changed],
        groups: tuple[tuple[int, str], ...],
        numbered: Mapping[int, int],
    ) -> Table:
        words = self.phrases.words
        tested = any(each.test for each in found)
        means = any(each.mean_change is not None for each in found)
        heads = ["report_statement", "report_n_pairs", "report_before", "report_now"]
        heads += ["report_median_change", "report_up_same_down"]
        heads += ["report_mean_change"] if means else []
        heads += ["report_p", "report_r"] if tested else []
        rows = []
        for each in found:
            row = [f"{numbered[id(each)]}  {each.question.text}", str(each.n)]
            row += [
                self.phrases.half(spread.median) if spread else ""
                for spread in (each.before, each.now)
            ]
            row.append(self.phrases.half(each.median_change))
            row.append(f"{each.up} / {each.same} / {each.down}")
            if means:
                mean = self.phrases.rounded(each.mean_change, each.n)
                sd = self.phrases.rounded(each.sd_change, each.n)
                row.append(words("report_mean_and_sd", mean=mean, sd=sd) if mean else "")
            if tested:
                no_change = words("report_no_change") if not each.up + each.down else ""
                row.append(self.phrases.p_of(each).removeprefix("p = ") or no_change)
                row.append(self.phrases.effect_of(each))
            rows.append(tuple(row))
        return Table(
            caption=words("report_change_table"),
            heads=tuple(map(words, heads)),
            rows=tuple(rows),
            groups=groups,
            numeric=tuple(range(1, len(heads))),
            widths=(0, 6, 8, 6, 8, 12, *((12,) if means else ()), *((8, 14) if tested else ())),
            notes=tuple(self._notes(found, numbered)),
            key=words(
                "report_change_key",
                labels=" · ".join(
                    f"{n} {label}" for n, label in enumerate(found[0].question.labels, 1)
                ),
            ),
        )

    def _method(self, found: Sequence[Changed]) -> Iterator[str]:
        words = self.phrases.words
        yield words("report_method_retrospective")
        tested = [each for each in found if each.test]
        if not tested:
            yield words("report_method_no_test")
            return
        methods = {each.test.method for each in tested if each.test}
        yield words("report_method_exact" if methods == {"exact"} else "report_method_wilcoxon")
        if any(each.adjusted_p is not None for each in tested):
            yield words("report_method_holm")
        interval = next((each.effect_interval for each in tested if each.effect_interval), None)
        if interval:
            yield words(
                "report_method_effect", resamples=f"{interval.resamples:,}", seed=interval.seed
            )
        if any(exploratory(each.n) for each in tested):
            yield words("report_method_exploratory")

    def _commitments(self, form: FormFindings) -> Table | None:
        words = self.phrases.words
        found = [each for each in form.findings if isinstance(each, Committed) and each.n]
        if not found:
            return None
        return Table(
            caption=words("report_commitment_table", n=sum(each.n for each in found)),
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
                    heading=each.question.text,
                    line=words("report_comments_line", n=each.n, of=each.n + each.missing),
                    groups=tuple((group.title, group.comments) for group in groups.groups)
                    if groups
                    else (),
                    rest_heading=words("report_uncoded") if groups and groups.groups else "",
                    rest=groups.uncoded if groups else each.comments,
                )

    def _withheld(self, form: FormFindings, numbered: Mapping[int, int]) -> Iterator[str]:
        words = self.phrases.words
        reasons: dict[str, list[int]] = {}
        for each in form.findings:
            if isinstance(each, Withheld):
                reasons.setdefault(each.why, []).append(numbered[id(each)])
        for why, numbers in reasons.items():
            whole = len(numbers) == len(form.findings)
            listed = self.phrases.listed([str(number) for number in numbers])
            key = f"report_withheld_{why}"
            if whole:
                yield words(f"{key}_whole", threshold=self.phrases.threshold)
            else:
                yield words(key, numbers=listed, threshold=self.phrases.threshold)


def _in_rows(found: Sequence[Changed]) -> list[Sequence[Changed]]:
    """Put plots in rows of nearly the same number, the longer ones first."""
    count = -(-len(found) // _BESIDE)
    least, longer = divmod(len(found), count)
    ends = list(accumulate(least + (row < longer) for row in range(count)))
    return [found[start:end] for start, end in pairwise((0, *ends))]


def _counts_of(each: Rated) -> tuple[int, ...]:
    return each.distribution.counts if each.distribution else ()


def _signed(number: int) -> str:
    return f"+{number}" if number > 0 else str(number).replace("-", MINUS)


def _by_objective(
    found: Sequence[Found], form: FormFindings, phrases: Phrases
) -> tuple[list[Found], tuple[tuple[int, str], ...]]:
    """Order findings by the objectives that they measure, those of none last; name the groups."""
    places = {name: place for place, (name, _) in enumerate(form.objectives, 1)}
    texts = dict(form.objectives)
    ordered = sorted(found, key=lambda each: places.get(each.question.objective, len(places) + 1))
    if not any(each.question.objective in places for each in ordered):
        return ordered, ()
    groups: list[tuple[int, str]] = []
    last = None
    for row, each in enumerate(ordered):
        objective = each.question.objective if each.question.objective in places else ""
        if objective != last:
            title = (
                phrases.words("report_objective", n=places[objective], text=texts[objective])
                if objective
                else phrases.words("report_no_objective")
            )
            groups.append((row, title))
            last = objective
    return ordered, tuple(groups)
