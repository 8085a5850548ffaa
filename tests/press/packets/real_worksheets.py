"""The worksheets of a bundled workshop with slots in them, as the templates are to write them.

Until the templates do, the slots are put into what the renderer gives.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from kit.editions.registry import EDITIONS
from kit.editions.setting import Setting
from kit.library import Library
from kit.press.packets.slots import PacketBody
from kit.reading.workshop import load_workshops
from kit.rendering.render import Rendered, Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

ROOT = Path(__file__).parents[3]
LIBRARY = Library(project=None, bundled=ROOT)
CASES = (
    "The Tuesday meeting",
    "Two mentors, one answer",
    "The unread draft",
    "A quiet ward round",
    "Credit where it is due",
    "The long silence",
    "A door half open",
    "The second opinion",
)

STYLES = """
.name-line .name-slot { position: absolute; left: 36mm; width: 95mm; bottom: .4mm;
  font: 600 13pt "Kit Sans" }
.name-line .table-slot { position: absolute; left: 135mm; right: 0; bottom: .6mm; text-align: right;
  font: 9.5pt "Kit Sans" }
.dealt { font: 10pt "Kit Serif"; margin: 0 0 3mm }
.sheet-head .sheet-person { position: absolute; right: 0; top: 9mm; width: 80mm;
  text-align: right; font: 9.5pt "Kit Sans"; margin: 0 }
.running-person { position: running(person); font: 8.5pt "Kit Sans" }
@page { @bottom-center { content: element(person); width: 60mm; vertical-align: top;
  padding-top: 4mm } }
"""


def slot(name: str, extra: str = "") -> str:
    return f'<span class="slot{extra}" data-slot="{name}">{name}</span>'


@cache
def rendered(paper: str, workshop: str) -> Rendered:
    (loaded,), _ = load_workshops(LIBRARY, (workshop,))
    edition = EDITIONS["worksheets"]
    view = edition.view(tailor(loaded, Choice()), Setting(paper=paper))  # type: ignore[arg-type]
    renderer = Renderer(LIBRARY.folders("templates"))
    return renderer.render(edition, view, paper)  # type: ignore[arg-type]


def body(table: int = 0, paper: str = "letter", workshop: str = "managing-up") -> PacketBody:
    """The packet of one table: its cases are its own, so that each table is laid out once."""
    made = rendered(paper, workshop)
    html = made.print_html.replace("</title>", f" · {slot('name')}</title>", 1)
    html = html.replace(
        '<span class="slip-rule"></span></p>',
        f"{slot('name', ' name-slot')}{slot('table', ' table-slot')}</p>"
        f'<p class="dealt">Your cases: {slot("cases")}</p>'
        f'<p class="dealt">Table {table + 1} works with {CASES[table % len(CASES)]}.</p>',
        1,
    )
    html = html.replace(
        '<p class="name-line">',
        f'<p class="running-person">{slot("name")}</p><p class="name-line">',
        1,
    )
    html = re.sub(
        r'(<header class="sheet-head">)', rf'\1<p class="sheet-person">{slot("name")}</p>', html
    )
    return PacketBody(html, made.stylesheet + STYLES, ROOT / "workshops")
