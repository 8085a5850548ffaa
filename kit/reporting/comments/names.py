"""What in a comment may name a person: a first pass, for somebody to look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STAND_IN: Final = "[name]"
_CAPITAL: Final = r"[^\W\d_a-zà-öø-ÿ][^\W\d_]*(?:['’-][^\W\d_]+)*"
_TITLES: Final = r"Dra?s?|Doctora?|Prof(?:essora?|esora?|a)?|Mrs?|Ms|Mx|Miss|Sra?|Srta|Don|Doña"
_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE: Final = re.compile(r"(?<![\w.@])@\w{2,}")
_PHONE: Final = re.compile(
    r"(?<![\w/-])(?!\d{4}-\d\d-\d\d(?!\d))\+?\(?\d(?:[ ().-]{0,2}\d){6,14}(?![\w/])"
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_TITLED: Final = re.compile(rf"\b(?:{_TITLES})\b\.?\s+{_CAPITAL}(?:\s+{_CAPITAL}){{0,2}}")
_PAIR: Final = re.compile(rf"\b{_CAPITAL}(?:[ ]{_CAPITAL})+")
_BEGINS: Final = re.compile(r"(?:^|[.!?:;…\n])[\s\"“”'(¿¡*•–-]*$")
_WORD: Final = re.compile(r"[^\W\d_]+")
_OPENERS: Final = frozenset(
    {
        *("a", "about", "after", "all", "also", "an", "and", "any", "are", "as", "ask", "at", "be"),
        *("before", "both", "but", "by", "can", "do", "each", "even", "every", "everyone", "few"),
        *("first", "for", "from", "give", "great", "had", "have", "having", "he", "her", "his"),
        *("how", "i", "if", "in", "is", "it", "its", "just", "keep", "learning", "less", "like"),
        *("liked", "loved", "make", "many", "maybe", "meet", "more", "most", "much", "my", "no"),
        *("none", "not", "nothing", "of", "on", "one", "only", "or", "our", "please", "really"),
        *("same", "see", "she", "so", "some", "such", "talk", "talking", "than", "thank", "thanks"),
        *("that", "the", "their", "then", "there", "these", "they", "this", "those", "to", "too"),
        *("two", "use", "using", "very", "was", "we", "were", "what", "when", "where", "which"),
        *("who", "why", "with", "working", "write", "yes", "you", "your"),
        *("al", "algo", "con", "de", "del", "el", "ella", "en", "era", "es", "esta", "este", "fue"),
        *("gracias", "hay", "la", "las", "lo", "los", "más", "me", "mi", "mis", "mucho", "muy"),
        *("nada", "ningún", "nos", "nuestro", "para", "pero", "por", "que", "qué", "se", "sin"),
        *("sobre", "su", "sí", "todo", "todos", "un", "una", "y", "yo"),
    }
)
"""Words that begin a sentence, with a capital there, and are no part of a name."""
_ORDINARY: Final = frozenset(
    {
        *("will", "grace", "may", "mark", "hope", "faith"),
        *("joy", "april", "june", "rose", "art", "bill"),
        *("pat", "rich", "frank", "dean", "chase", "page"),
        *("young", "long", "best", "good", "white", "black"),
        *("brown", "green", "day", "king", "case", "price"),
    }
)
_NO_PERSON: Final = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday"),
        *("sunday", "january", "february", "march", "april", "may"),
        *("june", "july", "august", "september", "october", "november"),
        *("december", "new", "york", "united", "states", "i"),
        *("i'm", "i’d", "i’ll", "i’m", "department", "school"),
        *("college", "university", "hospital", "center", "centre", "institute"),
        *("clinic", "program", "office", "medicine", "surgery", "managing"),
        *("up", "mentoring", "mosaic", "zoom", "google", "teams"),
        *("microsoft", "redcap"),
    }
)


@dataclass(frozen=True, slots=True)
class NameFound:
    """A passage that may name a person: where it stands, its words, and why it was found."""

    start: int
    end: int
    words: str
    why: str


def find_names(
    text: str, known: Iterable[str], allowed: Iterable[str] = ()
) -> tuple[NameFound, ...]:
    """Find what may name a person, in the order of the text; none overlaps another.

    `known` are names of people; `allowed` titles and places that are no one's name.
    """
    taken: list[NameFound] = []
    for found in _all(text, _known(tuple(known)), {each.casefold() for each in allowed}):
        if all(found.end <= other.start or other.end <= found.start for other in taken):
            taken.append(found)
    return tuple(sorted(taken, key=lambda each: each.start))


def without(text: str, found: Iterable[NameFound], stand_in: str = STAND_IN) -> str:
    """Give a text with what was found replaced."""
    for each in sorted(found, key=lambda each: -each.start):
        text = text[: each.start] + stand_in + text[each.end :]
    return text


class _Known:
    """Names of people, in an order in which a text is not held against each of thousands."""

    def __init__(self, names: Iterable[str]) -> None:
        self.parts = frozenset(part.casefold() for name in names for part in _parts(name))
        self._by_first: dict[str, list[str]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        for name in sorted(filter(None, map(str.strip, names)), key=len, reverse=True):
            if len(name.split()) > 1:
                first = _WORD.search(name)
                self._by_first.setdefault(first[0].casefold() if first else "", []).append(name)

    def whole(self, text: str) -> Iterator[re.Pattern[str]]:
        """Give what finds the names, of two words or more, whose first word is in a text."""
        words = {each.casefold() for each in _WORD.findall(text)} | {""}
        near = {name for word in words for name in self._by_first.get(word, ())}
        for name in sorted(near, key=lambda name: (-len(name), name)):
            if name not in self._patterns:
                self._patterns[name] = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
            yield self._patterns[name]


@lru_cache(maxsize=4)
def _known(names: tuple[str, ...]) -> _Known:
    return _Known(names)


def _all(text: str, known: _Known, allowed: set[str]) -> Iterator[NameFound]:
    """Give everything that is found, what is surest first."""
    yield from _matches(_EMAIL, text, "e-mail address")
    for each in _matches(_ADDRESS, text, "web address"):
        if any(part in each.words.casefold() for part in known.parts):
            yield each
    yield from _matches(_HANDLE, text, "account")
    yield from _matches(_PHONE, text, "telephone number")
    yield from _matches(_TITLED, text, "title and name")
    for whole in known.whole(text):
        yield from _matches(whole, text, "known person")
    yield from _known_parts(text, known.parts)
    for match in _PAIR.finditer(text):
        start, pair = match.start(), _without_s(match[0])
        words = pair.casefold()
        while words.partition(" ")[0] in _OPENERS:
            gone = len(words.partition(" ")[0]) + 1
            start, pair, words = start + gone, pair[gone:], words[gone:]
        if " " not in words or pair.isupper() or _is_allowed(words, allowed):
            continue
        if not any(word in _NO_PERSON for word in words.split()):
            yield NameFound(start, start + len(pair), pair, "two words with capitals")


def _parts(name: str) -> list[str]:
    """Give the words of a name by which a person is called; “van der” and “the” are none."""
    words = re.findall(r"[^\W\d_]{3,}", name)
    capital = [word for word in words if not word[0].islower()]
    return [word for word in capital or words if word.casefold() not in _OPENERS]


def _is_allowed(words: str, allowed: set[str]) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", each) for each in allowed)


def _without_s(words: str) -> str:
    return words.removesuffix("’s").removesuffix("'s")


def _known_parts(text: str, known: frozenset[str]) -> Iterator[NameFound]:
    for match in re.finditer(_CAPITAL, text):
        word = _without_s(match[0])
        named = known.intersection(each.casefold() for each in _WORD.findall(word))
        begins = _BEGINS.search(text[: match.start()])
        if named and not (begins and named <= _ORDINARY):
            yield NameFound(match.start(), match.start() + len(word), word, "known person")


def _matches(pattern: re.Pattern[str], text: str, why: str) -> Iterator[NameFound]:
    for match in pattern.finditer(text):
        words = _without_s(match[0])
        yield NameFound(match.start(), match.start() + len(words), words, why)
