from __future__ import annotations

import pytest

from kit.rendering.last_words import last_words_together


@pytest.mark.parametrize(
    ("html", "bound"),
    [
        ("before choosing what to do", "before choosing what~to~do"),
        ("<p>Your next slot is Tuesday.</p>", "<p>Your next slot~is~Tuesday.</p>"),
        ("<p>One and two.</p>\n<p>a b c d</p>", "<p>One~and~two.</p>\n<p>a b~c~d</p>"),
        ("an interdisciplinary meeting", "an interdisciplinary~meeting"),
        ("an interprofessional collaboration", "an interprofessional collaboration"),
        ("write <b>one sentence</b>", "write <b>one sentence</b>"),
        ("alone", "alone"),
    ],
)
def test_short_words_at_the_end_of_a_paragraph_stay_together(html: str, bound: str) -> None:
    assert last_words_together(html).replace("\N{NO-BREAK SPACE}", "~") == bound
