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

    from kit.pipeline.documents import Ready
    from kit.pipeline.printed_names import PrintedNames
    from kit.pipeline.seating_plan import SeatingPlan
    from kit.rendering.render import Renderer

_SPARE_PERCENT: Final = 10


def personal_packets(
    ready: Ready, plan: SeatingPlan, names: PrintedNames, renderer: Renderer
) -> list[PersonValues]:
    """Give everybody's packet, in the order of the tables; its key is the name of its file."""
    # Tables with the same cases share a body: laying one out is what takes time.
    dealt = {table.name: tuple(sorted(plan.cases.get(table.name, ()))) for table in plan.tables}
    bodies = {
        cases: _body(ready, renderer, Personal(cases)) for cases in dict.fromkeys(dealt.values())
    }
    seated = [(table.name, person.name) for table in plan.tables for person in table.people]
    return [
        PersonValues(key, bodies[dealt[table]], {"name": names.texts[person], "table": table})
        for key, (table, person) in zip(file_names(seated), seated, strict=True)
    ]


def spare_packets(ready: Ready, renderer: Renderer, people: int) -> list[PersonValues]:
    """Give nameless packets, a tenth more, for those who come without being on the roster."""
    body = _body(ready, renderer, None)
    nobody: Mapping[str, str] = {}
    count = -(-people * _SPARE_PERCENT // 100)
    return [PersonValues(f"spare-{number}", body, nobody) for number in range(1, count + 1)]


def _body(ready: Ready, renderer: Renderer, personal: Personal | None) -> PacketBody:
    edition = EDITIONS["worksheets"]
    setting = replace(ready.setting, personal=personal)
    view = edition.view(ready.tailored, setting)
    rendered = renderer.render(edition, view, setting.paper)
    return PacketBody(rendered.print_html, rendered.stylesheet, ready.base)
