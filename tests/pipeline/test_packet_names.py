from __future__ import annotations

from kit.definitions.roster import Participant
from kit.pipeline.packet_names import file_names, tables_of
from kit.tailoring.tables.table import Table


def test_names_of_files() -> None:
    names = file_names(
        [("1", "Bo Li"), ("1", "bo  li"), ("2", "李"), ("", "../x"), ("3", "é" * 90)]
    )

    assert names[:4] == ("table-1-bo-li", "table-1-bo-li-2", "table-2-person", "table-x-x")
    assert len(names[4]) <= 60


def test_letters_without_a_plain_form_are_written_out() -> None:
    people = [("1", "Łukasz Przykład"), ("1", "Þóra Dæmi")]
    assert file_names(people) == ("table-1-lukasz-przyklad", "table-1-thora-daemi")


def test_names_of_files_tell_the_tables_again() -> None:
    people = [
        Participant(name)
        for name in ("Bo Li", "bo  li", "Łukasz Przykład", "é" * 90, "李小龍", "Ana 2", "New Comer")
    ]
    names = file_names(
        [
            *(("2", "Bo Li"), ("2", "bo  li"), ("1", "Łukasz Przykład"), ("10", "é" * 90)),
            *(("1", "李小龍"), ("2", "Ana 2")),
        ]
    )
    assert tables_of(names, people) == (
        Table("1", (people[2],)),
        Table("2", (people[5], people[0], people[1])),
        Table("10", (people[3],)),
    )


def test_names_of_files_tell_the_tables_of_groups_too() -> None:
    people = [
        *(Participant("Ana", group="Ward A"), Participant("Bo", group="Ward A")),
        *(Participant("Cy", group="1"), Participant("Di", group="1"), Participant("Ed")),
    ]
    tables = ("Ward A 2", "Ward A", "1.2", "1", "1")
    names = file_names([(table, each.name) for table, each in zip(tables, people, strict=True)])
    assert {
        each.name: table.name for table in tables_of(names, people) for each in table.people
    } == {each.name: table for table, each in zip(tables, people, strict=True)}


def test_files_that_are_no_packets_tell_nothing() -> None:
    people = [Participant("Ana"), Participant("Bo")]
    assert tables_of(["everyone", "table-1-", "table-x-ana", "spare-1", "table-1-cy"], people) == ()
    assert tables_of(["table-1-ana", "table-2-ana"], people) == (Table("1", (people[0],)),)
