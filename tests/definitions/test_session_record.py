from __future__ import annotations

from kit.definitions.session_record import Headcount, SessionRecord


def test_the_names_are_those_of_everyone() -> None:
    record = SessionRecord(
        invited=Headcount(count=3, names=("Ana", "Bo")), attended=Headcount(count=1, names=("Ana",))
    )
    assert record.names == ("Ana", "Bo", "Ana")


def test_without_names_the_numbers_stay_and_so_does_the_rest() -> None:
    record = SessionRecord(
        attended=Headcount(count=2, names=("Ana",)), minutes={"welcome": 8}, note="Start earlier."
    )
    bare = record.without_names()
    assert bare.names == ()
    assert bare.attended == Headcount(count=2)
    assert bare.invited is None
    assert (bare.minutes, bare.note) == (record.minutes, record.note)
