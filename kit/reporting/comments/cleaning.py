"""Taking names out of everything that people wrote, before anything of it is counted or shown.

First every text is looked through, then somebody decides about what was found, then all texts are
replaced: whatever comes after sees the cleaned ones alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias
from unicodedata import normalize

from kit.pipeline.records.comment_names import words_key
from kit.reading.text_file import INVISIBLE
from kit.reporting.comments.names import STAND_IN, find_names, without
from kit.reporting.comments.people_known import PeopleKnown
from kit.reporting.disclosure.gate import THRESHOLD
from kit.reporting.measuring import shuffled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.answers.response import Answer
    from kit.answers.stored import StoredResponse
    from kit.instrument.answer_fields import AnswerField
    from kit.instrument.description import FormDescription
    from kit.reporting.comments.names import NameFound
    from kit.reporting.gathering import Gathered
    from kit.reporting.respondent import Respondent

_ENDS: Final = re.compile(r"(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bProf)(?<!\b\w)[.!?…]+\s+")
_UNSEEN: Final = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069]")
"""What is not seen and may stand within a name."""
_LONGEST: Final = 160
"""Letters of a sentence that are shown."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Words that may name somebody, the sentences in which they stand, and why they were found."""

    words: str
    sentences: tuple[str, ...]
    why: str

    @property
    def key(self) -> str:
        """Tell the same words by this, whatever their capitals."""
        return words_key(self.words)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken out, the sentence in which it stood, and why."""

    words: str
    sentence: str
    why: str


Decide: TypeAlias = Callable[[Sequence[Finding]], Collection[str]]
"""Gives the keys of those findings that are taken out."""
KnownPeople: TypeAlias = "Callable[[Gathered], PeopleKnown]"


def everything(findings: Sequence[Finding]) -> Collection[str]:
    """Decide to take out all that was found."""
    return {each.key for each in findings}


def _nobody(_: Gathered) -> PeopleKnown:
    return PeopleKnown()


class Cleaner:
    """Takes names out of what was gathered; `taken` are those that were taken out.

    What so few people wrote that a report shows none of it is shown to nobody here either: whatever
    is found there goes out unasked, and is not among `taken`.
    """

    def __init__(
        self,
        known: KnownPeople = _nobody,
        decide: Decide = everything,
        stand_in: Callable[[str], str] = lambda _: STAND_IN,
    ) -> None:
        """`stand_in` gives what stands in a name's place in a language, asked once of each."""
        self._known = known
        self._decide = decide
        self._stand_in = cache(stand_in)
        self.taken: tuple[Taken, ...] = ()

    def clean(self, gathered: Gathered) -> Gathered:
        """Give the same with names taken out of all words.

        Raises:
            KitError, KeyboardInterrupt: whoever decides would rather not.
        """
        people = self._known(gathered)
        texts = _Texts(gathered, people)
        findings = texts.findings()
        chosen = set(self._decide(findings)) if findings else set()
        left = {each.key for each in findings} - chosen
        self.taken = tuple(
            Taken(each.words, sentence, each.why)
            for each in findings
            if each.key in chosen
            for sentence in each.sentences
        )
        return texts.without(left, self._stand_in)


class _Texts:
    """Everything in words that was gathered, each text looked through once."""

    def __init__(self, gathered: Gathered, people: PeopleKnown) -> None:
        self._gathered = gathered
        self._people = people
        self._forms = {(each.session, each.form, each.version): each for each in gathered.forms}
        self._languages = {each.session: each.language for each in gathered.forms}
        self._found: dict[str, tuple[NameFound, ...]] = {}

    def findings(self) -> tuple[Finding, ...]:
        """Give what was found in texts that a report may show, the same words once.

        Their order tells nothing of who wrote what: neither which answers are one person's.
        """
        words: dict[str, tuple[str, str]] = {}
        sentences: dict[str, list[str]] = {}
        for text in self._shown():
            for each in self._names(text):
                key = words_key(each.words)
                words.setdefault(key, (each.words, each.why))
                sentences.setdefault(key, []).append(_sentence(text, each))
        return tuple(
            Finding(words[key][0], shuffled(dict.fromkeys(some)), words[key][1])
            for key, some in sorted(sentences.items())
        )

    def without(self, left: Collection[str], stand_in: Callable[[str], str]) -> Gathered:
        """Give all that was gathered, with names taken out but for those `left` standing."""

        def cleaned(values: Iterable[str], language: str) -> tuple[str, ...]:
            text = _plain(values)
            gone = [each for each in self._names(text) if words_key(each.words) not in left]
            return (without(text, gone, stand_in(language)),) if text else ()

        sessions = tuple(
            replace(
                each,
                debrief=tuple(
                    (question, " ".join(cleaned([answer], self._language(each.name))))
                    for question, answer in each.debrief
                ),
            )
            for each in self._gathered.sessions
        )
        people = tuple(
            replace(
                each,
                values={
                    key: cleaned(values, self._language_of(each))
                    if self._is_words(each, key)
                    else values
                    for key, values in each.values.items()
                },
            )
            for each in self._gathered.people
        )
        coded = tuple(_wordless(each) for each in self._gathered.coded)
        return replace(self._gathered, sessions=sessions, people=people, coded=coded)

    def _shown(self) -> Iterator[str]:
        few = self._of_few()
        for each in self._gathered.people:
            for key, values in each.values.items():
                if self._is_words(each, key) and (each.form, self._item(each, key)) not in few:
                    yield _plain(values)
        for session in self._gathered.sessions:
            yield from (_plain([answer]) for _, answer in session.debrief)

    def _of_few(self) -> set[tuple[str, str]]:
        """Give the items of forms that fewer people answered than a report shows."""
        answered = Counter(
            found
            for each in self._gathered.people
            for found in {(each.form, self._item(each, key)) for key in each.values}
        )
        return {item for item, people in answered.items() if people < THRESHOLD}

    def _names(self, text: str) -> tuple[NameFound, ...]:
        if text not in self._found:
            self._found[text] = find_names(text, self._people.names, self._people.allowed)
        return self._found[text]

    def _field(self, person: Respondent, key: str) -> AnswerField | None:
        form = self._form(person)
        return form.field(key) if form else None

    def _form(self, person: Respondent) -> FormDescription | None:
        return self._forms.get((person.session, person.form, person.version))

    def _is_words(self, person: Respondent, key: str) -> bool:
        """Say whether an answer is in words; what no form tells of is taken for words."""
        field = self._field(person, key)
        return field is None or (field.kind == "text" and not field.is_code)

    def _item(self, person: Respondent, key: str) -> str:
        field = self._field(person, key)
        return field.item if field else key

    def _language_of(self, person: Respondent) -> str:
        form = self._form(person)
        return form.language if form else self._language(person.session)

    def _language(self, session: str) -> str:
        return self._languages.get(session, "")


def _plain(values: Iterable[str]) -> str:
    """Give words in one line and one spelling, as reports have them, without what is not seen."""
    text = " ".join(" ".join(values).split())
    return normalize("NFC", _UNSEEN.sub("", INVISIBLE.sub("", text)))


def _sentence(text: str, found: NameFound) -> str:
    """Give the sentence around something that was found, shortened where it is long."""
    ends = [each.end() for each in _ENDS.finditer(text)]
    start = max((end for end in ends if end <= found.start), default=0)
    stop = min((end for end in ends if end >= found.end), default=len(text))
    spare = max(_LONGEST - (found.end - found.start), 0) // 2
    first, last = max(start, found.start - spare), min(stop, found.end + spare)
    before = text[first : found.start]
    after = text[found.end : last]
    if first > start:
        before = f"… {before.partition(' ')[2]}"
    if last < stop:
        after = f"{after.rpartition(' ')[0]} …"
    return f"{before}{text[found.start : found.end]}{after}".strip()


def _wordless(stored: StoredResponse) -> StoredResponse:
    """Give a response for its code and its marks alone: its words are told as written, no more."""
    form = stored.response.form
    words = {each.key for each in form.fields if each.kind == "text" and not each.is_code}

    def bare(answer: Answer) -> Answer:
        values = answer.values
        if answer.field in words or form.field(answer.field) is None:
            values = (STAND_IN,) if values else ()
        return replace(answer, values=values, evidence={})

    response = replace(
        stored.response, answers=tuple(map(bare, stored.response.answers)), received={}
    )
    history = tuple(replace(each, answer=bare(each.answer)) for each in stored.history)
    return replace(stored, response=response, history=history)
