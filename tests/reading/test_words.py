from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from kit.reading.words import ENGLISH, Words, kit_words, language_name

SPANISH = Words("es", ENGLISH.folders)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en-US", "Thursday, August 12, 2027"),
        ("es", "jueves, 12 de agosto de 2027"),
        ("es-MX", "jueves, 12 de agosto de 2027"),
        ("fr", "jeudi 12 août 2027"),
        ("zz", "Thursday, August 12, 2027"),
    ],
)
def test_a_day_reads_as_its_language_writes_it(language: str, said: str) -> None:
    assert Words(language, ENGLISH.folders).day("2027-08-12") == said


def test_a_month_reads_as_its_language_writes_it() -> None:
    assert ENGLISH.month(date(2027, 11, 1)) == "November 2027"
    assert SPANISH.month(date(2027, 11, 1)) == "noviembre de 2027"


def test_words_have_their_gaps_filled_and_names_are_read_out() -> None:
    assert SPANISH("sheet", n=2) == "Hoja 2"
    assert SPANISH.name("audience", "junior-faculty") == "profesorado joven"
    assert SPANISH.name("audience", "chief-residents") == "chief residents"


def test_a_language_is_named_in_english() -> None:
    assert (language_name("es"), language_name("pt-BR")) == ("Spanish", "Portuguese (Brazil)")
    assert language_name("zz") == "zz"


def test_english_loads_no_library_of_languages() -> None:
    code = (
        "import sys; from kit.reading.words import ENGLISH; ENGLISH.day('2027-08-12');"
        "ENGLISH('sheet', n=1); sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_number_has_the_comma_or_point_of_its_language() -> None:
    assert [kit_words(each).decimal("1.25") for each in ("en-US", "es", "zz")] == [
        "1.25",
        "1,25",
        "1.25",
    ]
