"""What a document's file is called, and where it lies in the build folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions.setting import Setting, minutes_of_clock
from kit.reading.words import language_name

if TYPE_CHECKING:
    from kit.editions.edition import Edition
    from kit.tailoring.tailor import TailoredWorkshop

_LARGE = "large"
_DEFAULT = Setting()


@dataclass(frozen=True, slots=True)
class _Difference:
    """What differs from the default, for a file's name and for people."""

    name: str
    said: str


def document_path(
    edition: Edition, unit: str, tailored: TailoredWorkshop, setting: Setting, ending: str
) -> str:
    """Give a document's path in the build folder: what differs from the default shows in it.

    `unit` is a workshop's name, or a cohort's and a session's: `pgy1-2027/needs`.
    """
    differences = [each.name for each in _differences(tailored, setting, edition)]
    name = ".".join([edition.name, *differences, ending])
    return f"{unit}/{edition.side}/{name}"


def is_large_print(path: str) -> bool:
    """Read from a document's path whether it is in large print."""
    return _LARGE in path.rpartition("/")[2].split(".")[1:-1]


def variant(tailored: TailoredWorkshop, setting: Setting, edition: Edition | None = None) -> str:
    """Say for people what differs from the default: `short, junior faculty, A4, from 9:30`.

    What is plain text has no paper.
    """
    return ", ".join(each.said for each in _differences(tailored, setting, edition))


def _differences(
    tailored: TailoredWorkshop, setting: Setting, edition: Edition | None
) -> list[_Difference]:
    words = setting.words
    differences: list[_Difference] = []
    if setting.fillable:
        differences.append(_Difference("fillable", words("variant_fillable")))
    if setting.large:
        differences.append(_Difference(_LARGE, words("variant_large")))
    if setting.occasion:
        # A session has one version of each document, in a folder of its own.
        return differences
    if not tailored.is_default_length:
        differences.append(_Difference(tailored.length, words.name("length", tailored.length)))
    if not tailored.is_default_audience:
        differences.append(
            _Difference(tailored.audience, words.name("audience", tailored.audience))
        )
    if tailored.vocabulary and not tailored.is_default_vocabulary:
        roles = tailored.vocabulary.id
        differences.append(_Difference(roles, words.name("roles", roles)))
    if setting.paper != _DEFAULT.paper and not (edition and edition.text):
        differences.append(_Difference(setting.paper, setting.paper.upper()))
    start = minutes_of_clock(setting.start)
    if start != minutes_of_clock(_DEFAULT.start):
        hours, minutes = divmod(start, 60)
        differences.append(
            _Difference(
                f"{hours:02}{minutes:02}", words("variant_from", start=f"{hours}:{minutes:02}")
            )
        )
    if setting.language:
        differences.append(
            _Difference(setting.language, language_name(setting.language, words.language))
        )
    return differences
