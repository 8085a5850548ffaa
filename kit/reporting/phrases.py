"""Figures in words: the one place where a number of the report becomes text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.reporting.disclosure.gate import THRESHOLD
from kit.reporting.statistics.carried import p_value, percent, percent_allowed, rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.reading.words import Words
    from kit.reporting.findings import Changed, Rated
    from kit.reporting.question import Question
    from kit.reporting.statistics.proportion import Interval

MINUS: Final = "\N{MINUS SIGN}"


def said_of(key: str, *, forms: bool) -> str:
    """Give the words for forms in place of those for people."""
    return f"{key}_forms" if forms else key


@dataclass(frozen=True)
class Phrases:
    """Writes figures in the words of one language, with no more digits than n carries.

    `threshold` is the number of people of the smallest group that is shown.
    """

    words: Words
    threshold: int = THRESHOLD

    def number(self, number: int) -> str:
        """Write a whole number: “1,200”."""
        return self.words.number(number)

    def counted(self, key: str, n: int | None, **values: object) -> str:
        """Write words about a number of things, other ones where it is one; none of no number."""
        if n is None:
            return ""
        return self.words(f"{key}_one" if n == 1 else key, n=self.number(n), **values)

    def ended(self, text: str) -> str:
        """Write words that end as a sentence does."""
        return text if text.endswith((".", "?", "!", "…")) else f"{text}."

    def share(self, part: int, n: int, *, forms: bool = False) -> str:
        """Write x of n, with percents where n allows: “19 of 20 (95%)”.

        Where it counts `forms`, it says that these are answers and not people.
        """
        x, of = self.number(part), self.number(n)
        if n and percent_allowed(n) and 0 <= part <= n:
            key = said_of("report_share", forms=forms)
            return self.words(key, x=x, n=of, percent=self.percent(part, n))
        return self.words(said_of("report_share_of_few", forms=forms), x=x, n=of)

    def short_share(self, part: int, n: int) -> str:
        """Write x of n for a table: “19/20 (95%)”."""
        x, of = self.number(part), self.number(n)
        if n and percent_allowed(n) and 0 <= part <= n:
            return f"{x}/{of} ({self.percent(part, n)})"
        return f"{x}/{of}"

    def percent(self, part: int, n: int) -> str:
        """Write a share in whole percents."""
        return self.words("report_percent", n=percent(part, n).removesuffix("%"))

    def interval(self, interval: Interval | None) -> str:
        """Write the bounds of a share in whole percents."""
        if interval is None:
            return ""
        low, high = (int(100 * each + 0.5) for each in (interval.low, interval.high))
        return self.words("report_percent", n=f"{low}–{high}")

    def half(self, number: float) -> str:
        """Write a median or a difference of two: whole, or with its half."""
        text = str(int(number)) if number == int(number) else f"{number:.1f}"
        return self.words.decimal(text).replace("-", MINUS)

    def rounded(self, number: float | None, n: int) -> str:
        """Write a mean or a standard deviation of n answers; nothing where n carries none."""
        return "" if number is None else self.words.decimal(rounded(number, n)).replace("-", MINUS)

    def p(self, value: float) -> str:
        """Write a p-value: “p = .03”."""
        sign, _, number = p_value(value).removeprefix("p ").partition(" ")
        return f"p {sign} {self._without_zero(number)}"

    def effect(self, value: float | None) -> str:
        """Write an effect between -1 and 1 with two decimals, as correlations are."""
        if value is None:
            return ""
        text = f"{abs(value):.2f}"
        shown = text if text == "1.00" else text.removeprefix("0")
        sign = MINUS if value < 0 and float(text) else ""
        return sign + (self._without_zero(shown) if shown.startswith(".") else shown[:1])

    def _without_zero(self, number: str) -> str:
        whole = self.words.decimal(f"0{number}")
        return whole if not whole.startswith("0.") else number

    def effect_of(self, finding: Changed) -> str:
        """Write the effect of a change with its interval: “.80 (.52 to 1)”."""
        found = finding.effect_interval
        effect = self.effect(finding.effect)
        if not effect or found is None:
            return effect
        low, high = self.effect(found.low), self.effect(found.high)
        return self.words("report_effect", effect=effect, low=low, high=high)

    def p_of(self, finding: Changed) -> str:
        """Write the p-value of a change, adjusted where it was."""
        if finding.test is None:
            return ""
        adjusted = finding.adjusted_p
        return self.p(finding.test.p if adjusted is None else adjusted)

    def boxes(self, question: Question) -> str:
        """Name the uppermost answers: “Agree” or “Strongly agree”."""
        return self.listed(
            [self.words("report_quoted", text=each) for each in question.labels[-question.boxes :]],
            "report_or",
        )

    def key(self, question: Question) -> str:
        """Name the answers by their numbers: “1 Strongly disagree · 2 Disagree”."""
        return " · ".join(
            str(n) if label == str(n) else f"{n} {label}"
            for n, label in enumerate(question.labels, 1)
        )

    def top(self, finding: Rated) -> str:
        """Write the share of the uppermost answers."""
        return self.share(finding.top, finding.n, forms=finding.counts_forms)

    def listed(self, texts: Sequence[str], last: str = "report_and") -> str:
        """Put several into one sentence: “a, b and c”."""
        if len(texts) < 2:  # noqa: PLR2004 - nothing to join
            return "".join(texts)
        return self.words(last, first=", ".join(texts[:-1]), last=texts[-1])
