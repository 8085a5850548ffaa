from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.definitions.certificate import CertificateWords, Signature
from kit.editions.certificates import hours_of
from kit.editions.named import CERTIFICATES
from kit.editions.setting import Attendee, Occasion, Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

PEOPLE = (
    Attendee("Ana Li", "Ana Li", came=True),
    Attendee("Bo Oe", "Bo Oe", came=False),
    Attendee("Cy Unknown", "Cy Unknown", came=None),
    Attendee("李", "", came=True),
)
HERE = Occasion(cohort="Interns", institution="Example Hospital", date="2027-08-12")


def test_only_who_was_recorded_present_gets_one(tailored: Call) -> None:
    view = CERTIFICATES.view(tailored(), Setting(occasion=HERE, attendance=PEOPLE))
    # A name that no font has is written by hand.
    assert [name.words for name in view.names] == [(("Ana", True), ("Li", True)), ()]
    assert view.date == "Thursday, August 12, 2027"
    assert view.provider == "Example Hospital"
    assert (view.statement, view.signatures) == (None, ())


def test_nobody_recorded_no_certificate(tailored: Call) -> None:
    made = tailored()
    assert CERTIFICATES.view(made, Setting(occasion=HERE)) is None
    absent = Setting(occasion=HERE, attendance=PEOPLE[1:3])
    assert CERTIFICATES.view(made, absent) is None


def test_the_provider_has_words_of_its_own(tailored: Call) -> None:
    words = CertificateWords(
        provider="Office of Faculty Development",
        statement="No credit is claimed.",
        disclosure="Nothing to disclose.",
        signatures=(Signature(name="A. Example", role="Dean"), Signature(name="B. Example")),
    )
    occasion = Occasion(cohort="Interns", institution="Example Hospital", certificate=words)
    view = CERTIFICATES.view(tailored(), Setting(occasion=occasion, attendance=PEOPLE))
    assert view.provider == "Office of Faculty Development"
    assert view.statement == "No credit is claimed."
    assert view.signatures == (("A. Example", "Dean"), ("B. Example", ""))
    assert view.date is None


def test_a_long_statement_leaves_less_room_for_the_name(tailored: Call) -> None:
    def made(statement: str) -> Any:
        words = CertificateWords(statement=statement)
        occasion = Occasion(cohort="Interns", certificate=words)
        return CERTIFICATES.view(tailored(), Setting(occasion=occasion, attendance=PEOPLE))

    short, long = made("No credit is claimed."), made("It is approved for 1 credit. " * 20)
    assert (short.density, long.density) == ("roomy", "dense")
    assert short.names[0].points > long.names[0].points


@pytest.mark.parametrize(
    ("minutes", "hours"),
    [(60, "1"), (45, "0.75"), (50, "0.83"), (75, "1.25"), (90, "1.5"), (100, "1.66"), (120, "2")],
)
def test_hours_are_never_more_than_there_were(minutes: int, hours: str) -> None:
    assert hours_of(minutes) == hours
