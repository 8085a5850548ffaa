from __future__ import annotations

import socket

import pytest

from kit.errors import KitError
from kit.serving.reach import EVERYWHERE, HERE, listening, own_addresses, reach_of


def test_without_a_wish_this_machine_alone_reaches_it() -> None:
    with listening(HERE, None) as place:
        host, port = place.getsockname()
        reach = reach_of(host, port)
        assert reach.is_here_alone
        assert reach.addresses == (f"http://127.0.0.1:{port}",)
        assert reach.hosts == {f"127.0.0.1:{port}", f"localhost:{port}"}


def test_a_room_reaches_it_by_every_address_of_this_machine() -> None:
    reach = reach_of(EVERYWHERE, 8000)
    assert not reach.is_here_alone
    assert reach.own_address == "http://127.0.0.1:8000"
    for each in own_addresses():
        assert f"http://{each}:8000" in reach.addresses
        assert f"{each}:8000" in reach.hosts
    assert not any(EVERYWHERE in each for each in (*reach.addresses, *reach.hosts))


def test_a_port_in_use_is_told_or_another_is_found() -> None:
    with listening(HERE, None) as first, listening(HERE, None) as second:
        taken = first.getsockname()[1]
        assert second.getsockname()[1] != taken
        with pytest.raises(KitError, match="Another program uses port"):
            listening(HERE, taken)
    with pytest.raises(KitError, match="There is no port"):
        listening(HERE, 70_000)
    with pytest.raises(KitError, match="cannot listen"):
        listening("203.0.113.7", 8000)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("room.test:8000", "http://room.test:8000"),
        ("Room.Test:80/", "http://room.test"),
        ("https://forms.example.org", "https://forms.example.org"),
        ("[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_an_address_is_read_as_people_type_it(given: str, shown: str) -> None:
    reach = reach_of(HERE, 8000, given)
    assert reach.addresses[0] == shown
    assert shown.partition("://")[2] in reach.hosts


@pytest.mark.parametrize(
    "given",
    ["", "ftp://x", "x:port", "x/form", "me@x", "x:99999", "[x", "a room", "room,hall", "-"],
)
def test_what_is_no_address_is_told(given: str) -> None:
    with pytest.raises(KitError) as told:
        reach_of(HERE, 8000, given or " ")
    assert told.value.problems[0].code == "no-address"


def test_it_closes_what_it_could_not_use() -> None:
    with socket.socket() as other:
        other.bind((HERE, 0))
        other.listen()
        with pytest.raises(KitError):
            listening(HERE, other.getsockname()[1])
