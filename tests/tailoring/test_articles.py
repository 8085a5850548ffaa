"""The article before a term's words goes by their sound."""

from __future__ import annotations

import pytest

from kit.tailoring.articles import article_for

A = """
mentor; faculty advisor; peer; residency; year-one trainee; youth worker; horse; house officer
university mentor; unit lead; unified program; union; unique person; universal; unilateral; unison
user; useful person; usual guide; utility; urologist; uranium; ubiquitous guide; unanimous choice
European; euphemism; ewe; one-to-one guide; one; once-a-month meeting; Ukrainian; U-turn; ONE
PhD; PGY-1; CT1; UK trainee; US-trained physician; U.S. graduate; UCSF fellow; USMLE tutor
URiM guide; STEM fellow; NATO officer; HIPAA officer; MENTOR; 1; 100; 1,100; 1800; 118; 90
“mentor”; **mentor**; (university) guide; Ph.D.; GP; DO; BSN; CRNA; TA; vice chair; McKay scholar
"""
AN = """
advisor; educator; intern; officer; usher; uncle; umbrella; ombuds office; elder; Irish fellow
uninsured person; unimportant one; unidentified person; unintended reader; unissued card
urban fellow; urgent call; utmost effort; utter beginner; onerous task; only child; open door
hour; hourly check; honest friend; honor; honorary lecturer; honoured guest; heir; heiress; HOUR
MD; RN; SHO; MPH; NP; MSc; MPhil; MRes; SpR; SpRs; RNs; MDs; FY1; ST3; F2; R1; M.D.; X-ray
NHS trust; NIH fellow; NBME tutor; LGBTQ ally; FRCP; MBA; LPN; ACGME; AAMC member; e-mentor; ADVISOR
8; 8-week course; 80; 800; 8,000; 11; 18; 11,000; 18,000; 11-week course; “advisor”; **educator**
École fellow; éducateur; Örebro fellow; _intern_; AIDS nurse; A-level tutor
"""


def _of(table: str) -> list[str]:
    return [each.strip() for line in table.strip().splitlines() for each in line.split(";")]


@pytest.mark.parametrize("words", _of(A))
def test_a(words: str) -> None:
    assert article_for(words) == "a"


@pytest.mark.parametrize("words", _of(AN))
def test_an(words: str) -> None:
    assert article_for(words) == "an"


@pytest.mark.parametrize("words", ["", " ", "—", "導師", "\ue000", "наставник", "?!"])
def test_words_of_which_the_sound_is_not_known(words: str) -> None:
    assert article_for(words) is None
