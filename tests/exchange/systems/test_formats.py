from __future__ import annotations

from kit.exchange.systems import SYSTEMS
from kit.exchange.systems.formats import FORMATS


def test_every_format_is_of_a_system_whose_exports_are_read() -> None:
    assert {each.system for each in FORMATS.values()} <= {each.name for each in SYSTEMS}


def test_the_safer_format_of_a_system_comes_first() -> None:
    assert next(iter(FORMATS)) == "redcap"
    assert FORMATS["redcap"].ending.endswith(".zip")


def test_what_no_source_confirms_is_said_of_every_format() -> None:
    assert all(each.unconfirmed for each in FORMATS.values())
    assert all(each.steps and each.beware for each in FORMATS.values())
