"""A group is as large as the people in it, and not as the forms that they filled in."""

from __future__ import annotations

from kit.reporting.admission import Admission, Admitted
from kit.reporting.disclosure.gate import Gate
from kit.reporting.findings import Why

FORMS = frozenset("abcdef")


def sessions(*names: str) -> dict[str, str]:
    return dict(zip(sorted(FORMS), names, strict=True))


def test_three_people_at_two_sessions_are_fewer_than_five() -> None:
    twice = sessions(*["ward/one"] * 3, *["ward/two"] * 3)
    assert Admission(Gate(), twice).ask("improve", FORMS) is Why.FEW
    assert not Admission(Gate(), twice).cells


def test_as_many_forms_of_two_cohorts_are_enough() -> None:
    apart = sessions(*["ward/one"] * 3, *["clinic/one"] * 3)
    assert Admission(Gate(), apart).ask("improve", FORMS) == Admitted(FORMS)
    assert Admission(Gate(), sessions(*["ward/one"] * 6)).ask("improve", FORMS) == Admitted(FORMS)
    assert Admission(Gate()).ask("improve", FORMS) == Admitted(FORMS)
