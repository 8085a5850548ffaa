"""“A” or “an”, by the sound with which English words begin."""

from __future__ import annotations

import re
from typing import Final
from unicodedata import combining, normalize

_NAMED_WITH_A_VOWEL: Final = "AEFHILMNORSX"
"""Letters whose names begin with a vowel: an F, an MD."""

_OTHER_SOUND: Final = re.compile(
    r"uni(?!n|m[apm]|dent|ss)|unanim|u[st][aeiou]|ur[aeiou]|ubi|uga|ukr|eu|ewe"
    r"|(?:one|ones|oneself|once)$"
)
"""Words that are written with a vowel and do not begin with one: university, urologist, one."""

_SILENT: Final = re.compile(r"hour|honest|honou?r|heir")
"""Words whose h is not heard."""

_NUMBER: Final = re.compile(r"8|(?:11|18)(?:,\d{3})*$")
"""Numbers that begin with eight, eleven or eighteen: an 8-week course."""

_CONSONANT: Final = "[B-DF-HJ-NP-TV-XZ]"
_BY_LETTER: Final = re.compile(
    rf"[A-Z]{{1,3}}|[A-Z][a-z][A-Z]|[A-Z]{{2,}}[a-z]\w*|{_CONSONANT}+|U?{_CONSONANT}{{3}}[A-Z]{{,2}}"
)
"""How abbreviations look that are read letter by letter: RN, SHO, SpR, MSc, NBME; but not STEM."""

_FIRST_WORD: Final = re.compile(r"[^\W\d_]+\d*|\d+(?:,\d{3})*", re.ASCII)


def article_for(words: str) -> str | None:
    """Give “a” or “an” as it stands before words; None where they begin in another script."""
    # An accent changes no sound that matters here.
    plain = "".join(each for each in normalize("NFD", words) if not combining(each))
    first = re.search(r"[^\W_]", plain)
    word = _FIRST_WORD.match(plain, first.start()) if first else None
    if word is None:
        return None
    return "an" if _begins_with_a_vowel(word[0]) else "a"


def _begins_with_a_vowel(word: str) -> bool:
    lower = word.lower()
    if word[0].isdigit():
        return bool(_NUMBER.match(word))
    if _SILENT.match(lower):
        return True
    if _is_read_by_letter(word):
        return word[0].upper() in _NAMED_WITH_A_VOWEL
    return lower[0] in "aeiou" and not _OTHER_SOUND.match(lower)


def _is_read_by_letter(word: str) -> bool:
    # Digits and the s of a plural say nothing: ST3, RNs.
    letters = word.rstrip("0123456789")
    if len(letters) > 1 and letters[-2:-1].isupper():
        letters = letters.removesuffix("s")
    if len(letters) == 1:
        return True
    if not letters[0].isupper() or not any(each.isupper() for each in letters[1:]):
        return False
    return letters != "ONE" and bool(_BY_LETTER.fullmatch(letters))
