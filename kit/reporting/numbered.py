"""The questions of one form with their numbers, by which its tables and notes name them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from kit.reporting.findings import Base
from kit.reporting.phrases import said_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.reporting.analysis import FormFindings
    from kit.reporting.findings import Withheld
    from kit.reporting.phrases import Phrases

Found = TypeVar("Found", bound=Base)


@dataclass(frozen=True)
class Numbered:
    """The findings of a form, numbered in its order, and the words of the report."""

    form: FormFindings
    phrases: Phrases

    @cached_property
    def _numbers(self) -> Mapping[int, int]:
        return {id(each): n for n, each in enumerate(self.form.findings, 1)}

    def of(self, finding: Base | Withheld) -> int:
        """Give the number of a question."""
        return self._numbers[id(finding)]

    def label(self, finding: Base | Withheld) -> str:
        """Give the number and the words of a question."""
        return f"{self.of(finding)}  {finding.question.sentence}"

    def notes(self, found: Sequence[Base]) -> Iterator[str]:
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
                    words("report_note_count", number=self.of(each), n=count)
                    if count
                    else str(self.of(each))
                    for each, count in some
                ]
                of_forms = "missing" in kind and any(each.counts_forms for each, _ in some)
                key = said_of(f"report_note_{kind}", forms=of_forms)
                yield words(key, questions=", ".join(listed))

    def by_objective(
        self, found: Sequence[Found]
    ) -> tuple[list[Found], tuple[tuple[int, str], ...]]:
        """Order findings by their objectives, those of none last, and name the groups."""
        places = {name: place for place, (name, _) in enumerate(self.form.objectives, 1)}
        texts = dict(self.form.objectives)
        ordered = sorted(
            found, key=lambda each: places.get(each.question.objective, len(places) + 1)
        )
        if not any(each.question.objective in places for each in ordered):
            return ordered, ()
        groups: list[tuple[int, str]] = []
        last = None
        for row, each in enumerate(ordered):
            objective = each.question.objective if each.question.objective in places else ""
            if objective != last:
                title = (
                    self.phrases.words(
                        "report_objective", n=places[objective], text=texts[objective]
                    )
                    if objective
                    else self.phrases.words("report_no_objective")
                )
                groups.append((row, title))
                last = objective
        return ordered, tuple(groups)
