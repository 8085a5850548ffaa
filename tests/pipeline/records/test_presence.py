from __future__ import annotations

from kit.definitions.roster import Participant
from kit.definitions.session_record import Headcount, SessionRecord
from kit.pipeline.records.presence import Presence, Recorded, presence_of

ROSTER = (Participant("Zoë Example", "z@x.example", row=2), Participant("Ana Díaz", row=3))


def test_nothing_recorded_is_a_value() -> None:
    assert presence_of(None, ROSTER) == Presence()
    assert Presence().recorded is Recorded.NOTHING
    assert (Presence().attended, Presence().names, Presence().unnamed) == (None, (), 0)
    noted = presence_of(SessionRecord(note="x", invited=Headcount(count=3)), ROSTER)
    assert (noted.recorded, noted.attended, noted.invited) == (Recorded.NOTHING, None, 3)


def test_people_are_the_rosters_in_its_order_and_others_come_after() -> None:
    record = SessionRecord(
        attended=Headcount(count=5, names=("Bo Walkin", "Díaz, Ana", "ZOË  example")),
        invited=Headcount(count=18),
        minutes={"welcome": 8},
    )
    present = presence_of(record, ROSTER)
    assert present.recorded is Recorded.NAMES
    assert present.on_roster == ROSTER
    assert present.names == ("Zoë Example", "Ana Díaz", "Bo Walkin")
    assert (present.attended, present.invited, present.unnamed) == (5, 18, 2)
    assert dict(present.minutes) == {"welcome": 8}


def test_a_number_alone_names_nobody() -> None:
    for record in (
        SessionRecord(attended=Headcount(count=2)),
        SessionRecord(attended=Headcount(count=2, names=("Ana Díaz",))).without_names(),
    ):
        present = presence_of(record, ROSTER)
        assert (present.recorded, present.attended) == (Recorded.NUMBER, 2)
        assert present.names == ()
        assert present.unnamed == 2


def test_nobody_came_is_not_nothing_recorded() -> None:
    present = presence_of(SessionRecord(attended=Headcount(count=0)), ROSTER)
    assert (present.recorded, present.attended) == (Recorded.NUMBER, 0)


def test_without_a_roster_names_stand_as_recorded() -> None:
    record = SessionRecord(attended=Headcount(count=2, names=("Zoë", "Ana")))
    assert presence_of(record, ()).names == ("Zoë", "Ana")


def test_people_who_share_a_name_are_as_many_as_recorded() -> None:
    twins = (Participant("Ana Li", row=2), Participant("Bo", row=3), Participant("Ana Li", row=4))
    once = SessionRecord(attended=Headcount(count=1, names=("ana li",)))
    assert presence_of(once, twins).on_roster == twins[:1]
    twice = SessionRecord(attended=Headcount(count=3, names=("Ana Li", "ANA LI", "Ana Li")))
    assert presence_of(twice, twins).on_roster == (twins[0], twins[2])
    assert len(presence_of(twice, twins).walk_ins) == 1
