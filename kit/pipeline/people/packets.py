"""From who sits where to what stands in each packet, and what nameless ones there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kit.editions.registry import EDITIONS
from kit.editions.setting import Personal
from kit.pipeline.packet_names import file_names
from kit.press.packets.slots import PacketBody, PersonValues

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.pipeline.printed_names import PrintedNames
    from kit.pipeline.ready import Ready
    from kit.pipeline.seating_plan import SeatingPlan
    from kit.rendering.render import Renderer

_SPARE_PERCENT: Final = 10


def personal_packets(
    ready: Ready,
    plan: SeatingPlan,
    names: PrintedNames,
    renderer: Renderer,
    *,
    large: bool = False,
) -> list[PersonValues]:
    """Give everybody's packet, in the order of the tables; its key is the name of its file.

    It is in large print for those whose roster says so, and with `large` for all.
    """
    bodies: dict[tuple[tuple[str, ...], bool], PacketBody] = {}
    seated = [(table.name, person) for table in plan.tables for person in table.people]
    keys = file_names([(table, person.name) for table, person in seated])
    packets = []
    for key, (table, person) in zip(keys, seated, strict=True):
        # Tables with the same cases share a body: laying one out is what takes time.
        kind = tuple(sorted(plan.cases.get(table, ()))), large or person.large_print
        if kind not in bodies:
            bodies[kind] = _body(ready, renderer, Personal(kind[0]), large=kind[1])
        values = {"name": names.texts[person.name], "table": table}
        packets.append(PersonValues(key, bodies[kind], values))
    return packets


def in_large_print(plan: SeatingPlan, *, large: bool = False) -> int:
    """Count the people whose packets are in large print: with `large`, all of them."""
    people = [person for table in plan.tables for person in table.people]
    return sum(large or person.large_print for person in people)


def spare_packets(
    ready: Ready, renderer: Renderer, people: int, *, large: bool = False
) -> list[PersonValues]:
    """Give nameless packets, a tenth more, for those who come without being on the roster."""
    body = _body(ready, renderer, None, large=large)
    nobody: Mapping[str, str] = {}
    count = -(-people * _SPARE_PERCENT // 100)
    return [PersonValues(f"spare-{number}", body, nobody) for number in range(1, count + 1)]


def _body(
    ready: Ready, renderer: Renderer, personal: Personal | None, *, large: bool
) -> PacketBody:
    edition = EDITIONS["worksheets"]
    setting = replace(ready.setting, personal=personal, large=large)
    view = edition.view(ready.tailored, setting)
    rendered = renderer.render(edition, view, setting.paper)
    return PacketBody(rendered.print_html, rendered.stylesheet, ready.base)
