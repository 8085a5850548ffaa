"""A DOI is printed only if it was seen in a source: no bundled file holds one from memory."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from kit.library import find_library

CONFIRMED: Final = frozenset(
    {
        # the works on which the workshops build
        "10.15766/mep_2374-8265.10441",
        "10.15766/mep_2374-8265.10201",
        "10.1080/0142159X.2023.2273217",
        "10.12669/pjms.40.11.9372",
        "10.1186/s12909-023-04021-w",
        # other workshops and toolkits
        "10.15766/mep_2374-8265.9035",
        "10.15766/mep_2374-8265.9778",
        "10.15766/mep_2374-8265.10459",
        "10.15766/mep_2374-8265.10743",
        "10.15766/mep_2374-8265.11197",
        # studies, reviews, and advice
        "10.1001/jama.296.9.1103",
        "10.1001/jama.297.19.2134",
        "10.1001/jamainternmed.2017.6537",
        "10.1007/s10880-022-09893-6",
        "10.1007/s41649-021-00192-0",
        "10.1016/S0002-9343(02)01032-X",
        "10.1017/cts.2022.38",
        "10.1080/02602930701773026",
        "10.1097/00001888-200409000-00012",
        "10.1097/ACM.0000000000000218",
        "10.1097/ACM.0b013e3181dc4aab",
        "10.1097/ACM.0b013e3181e1931c",
        "10.1097/ACM.0b013e3182712cff",
        "10.1097/ACM.0b013e318295e298",
        "10.1097/ACM.0b013e31827647a0",
        "10.1111/cts.12009",
        "10.1111/j.1525-1497.2006.00599.x",
        "10.1177/0163278710363960",
        "10.1177/0193841X08316676",
        "10.1186/1472-6920-11-27",
        "10.1186/s12909-023-04718-y",
        "10.1187/cbe.14-10-0184",
        "10.1371/journal.pone.0214643",
    }
)
"""To add one, look it up first: it has to lead to the very work."""

WORKSHOPS: Final = find_library(Path(__file__).parent).bundled / "workshops"
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"”’,;\]]*[^\s\"”’,;:.\])]")


def dois_in(text: str) -> set[str]:
    """Find what looks like a DOI."""
    return set(_DOI.findall(text))


@pytest.mark.parametrize(
    "path", sorted(WORKSHOPS.rglob("*.yaml")), ids=lambda path: str(path.relative_to(WORKSHOPS))
)
def test_no_bundled_file_holds_another_doi(path: Path) -> None:
    assert dois_in(path.read_text(encoding="utf-8")) <= CONFIRMED


def test_the_references_hold_some() -> None:
    references = WORKSHOPS / "shared" / "references.yaml"
    assert len(dois_in(references.read_text(encoding="utf-8"))) > len(CONFIRMED) / 2


def test_a_doi_is_told_from_the_words_around_it() -> None:
    words = "See (10.1016/S0002-9343(02)01032-X), doi.org/10.1001/jama.296.9.1103. And 10.5/7."
    assert dois_in(words) == {"10.1016/S0002-9343(02)01032-X", "10.1001/jama.296.9.1103"}
