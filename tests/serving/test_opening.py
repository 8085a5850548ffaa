from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from kit.errors import KitError
from kit.serving.opening import GRACE, Opening, opening_of

NOW = datetime(2027, 3, 4, 15, 30).astimezone()


def test_it_is_open_between_its_times() -> None:
    opening = opening_of("15:45", "16:30", NOW)
    assert opening == Opening(NOW.replace(minute=45), NOW.replace(hour=16))
    assert opening.state(NOW) == "before"
    assert not opening.takes(NOW)
    assert opening.state(NOW.replace(minute=45)) == "open"
    assert opening.state(NOW.replace(hour=16)) == "closed"
    assert opening.takes(NOW.replace(hour=16) + GRACE - timedelta(seconds=1))
    assert not opening.takes(NOW.replace(hour=16) + GRACE)


def test_without_times_it_is_open_until_it_is_ended() -> None:
    opening = opening_of(None, None, NOW)
    assert opening.state(NOW) == "open"
    assert opening.takes(NOW)
    assert opening.ends is None


@pytest.mark.parametrize(
    ("opens", "closes", "code"),
    [
        ("4 pm", None, "start-time"),
        (None, "24:00", "start-time"),
        (None, "16:3", "start-time"),
        (None, "²:30", "start-time"),
        (None, "15:30", "closing-past"),
        ("16:30", "16:00", "closing-first"),
    ],
)
def test_what_is_no_time_is_told(opens: str | None, closes: str | None, code: str) -> None:
    with pytest.raises(KitError) as told:
        opening_of(opens, closes, NOW)
    (problem,) = told.value.problems
    assert problem.code == code
    assert problem.hint
