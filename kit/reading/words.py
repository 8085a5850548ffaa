"""The documents' own words in one language, with its dates; read when the first is asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Final

from kit.library import bundled_folder
from kit.reading.strings import strings_for

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_GAP: Final = re.compile(r"\{(\w+)\}")
_ENGLISH: Final = "en"


@dataclass(frozen=True)
class Words:
    """The words of `strings/<language>.yaml` in these folders of templates, the user's first."""

    language: str
    folders: tuple[Path, ...]

    @cached_property
    def strings(self) -> Mapping[str, str]:
        """Give all of them by key, English where there are none; KitError: a broken file."""
        return strings_for(self.language, self.folders)

    def __call__(self, key: str, /, **values: object) -> str:
        """Give a text with what is put into its gaps."""
        return fill(self.strings[key], values)

    def name(self, kind: str, name: str) -> str:
        """Give the word for a name from a definition (`intern`), or the name itself, spaced."""
        return named(self.strings, kind, name)

    def day(self, day: str) -> str:
        """Write a day such as `2027-08-12` as “Thursday, August 12, 2027”."""
        when = date.fromisoformat(day)
        if self._is_english:
            return f"{when:%A, %B} {when.day}, {when.year}"
        from babel.dates import format_date  # noqa: PLC0415 - only for other languages

        return format_date(when, "full", locale=_locale(self.language))

    def short_day(self, day: str) -> str:
        """Write a day such as `2027-08-12` as “August 12, 2027”, without the day of the week."""
        when = date.fromisoformat(day)
        if self._is_english:
            return f"{when:%B} {when.day}, {when.year}"
        from babel.dates import format_date  # noqa: PLC0415 - only for other languages

        return format_date(when, "long", locale=_locale(self.language))

    def month(self, when: date) -> str:
        """Write a month and its year: “November 2027”."""
        if self._is_english:
            return f"{when:%B %Y}"
        from babel.dates import format_skeleton  # noqa: PLC0415

        return str(format_skeleton("yMMMM", when, locale=_locale(self.language)))

    def decimal(self, number: str) -> str:
        """Write a number such as `1.25` with the language's own comma or point."""
        if self._is_english:
            return number
        from babel.numbers import format_decimal  # noqa: PLC0415

        return str(format_decimal(Decimal(number), locale=_locale(self.language)))

    def number(self, number: int) -> str:
        """Write a whole number with the language's own marks between thousands."""
        return f"{number:,}" if self._is_english else self.decimal(str(number))

    @property
    def _is_english(self) -> bool:
        return self.language.partition("-")[0] == _ENGLISH


def fill(text: str, values: Mapping[str, Any]) -> str:
    """Put values into the gaps of a text; a gap without a value stays."""
    # Not `format`: it would reach into the values.
    return _GAP.sub(lambda gap: str(values.get(gap[1], gap[0])), text)


def named(strings: Mapping[str, str], kind: str, name: str) -> str:
    """Give the word for a name from a definition, or the name itself with spaces for hyphens."""
    return strings.get(f"name_{kind}_{name.replace('-', '_')}", name.replace("-", " "))


def language_name(language: str, within: str = _ENGLISH) -> str:
    """Name a language in another: `es` is Spanish; the code itself where nobody knows it."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only for other languages

    try:
        return Locale.parse(language, sep="-").get_display_name(_locale(within)) or language
    except (UnknownLocaleError, ValueError):
        return language


def _locale(language: str) -> Any:
    """Find the rules of a language; English ones where nobody has written any."""
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


@cache
def kit_words(language: str) -> Words:
    """Give the kit's own words in a language, without those of anyone's own templates."""
    return Words(language, (bundled_folder() / "templates",))


ENGLISH: Final = kit_words("en-US")
"""The kit's own words."""
