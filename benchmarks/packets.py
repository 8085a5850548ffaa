"""Measure how people's packets are made: one by one, by merging pages, and compiled.

    python benchmarks/packets.py [--people 20 200 1000] [--tables 8] [--slow 20] [--stages] [--json]

Each way is a process of its own, measured from its start to its end; the packets are the worksheets
of a bundled workshop with each person's name on every sheet, and are written to files. The slow
ways make at most `--slow` packets; their figures for more are derived, and marked so. `--stages`
shows instead where the time of one body goes. A machine with other work to do takes longer by the
clock, and as long by the processor.
"""

from __future__ import annotations

import argparse
import io
import json
import multiprocessing
import os
import platform
import resource
import runpy
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader, PdfWriter

from kit.press.engine import VARIANT, Press
from kit.press.packets.packet_press import PacketPress
from kit.press.packets.print_master import print_master
from kit.press.packets.slots import PacketBody, PersonValues, filled, shares, slot_names

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kit.press.finisher import Finisher

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "tests/press/packets/real_worksheets.py"
FIRST = (
    *("Anna", "Zoë", "Łukasz", "Nguyễn", "Đorđe", "Şule", "Γιώργος", "Дмитрий", "Hoffmann", "Åse"),
    *("Inês", "João", "Chloë", "Renée", "Mateusz", "Ağa", "Ömer", "Björn", "Kaja", "Ana Sofía"),
)
LAST = (
    *("Griffin", "Brönte", "Žižka", "Hoa", "Øberg", "Ğül", "Παπαδόπουλος", "Иванов", "Müller"),
    *("Offord", "Fischer", "Dvořák", "Șerban", "Kovács", "Ionescu", "Lindqvist", "Peña", "Smith"),
    *("O’Neill", "Sharma"),
)
WORKSHOP = "managing-up"
NOT_IN_THE_FONTS = "王小明"
FIFTIETH = 50


@dataclass(frozen=True)
class Row:
    """One way with one number of people; `made` is less than `people` where figures are derived."""

    way: str
    people: int
    made: int
    seconds: float
    processor: float
    peak: float
    size: float
    direct: int = 0


def people(
    number: int, tables: int, workshop: str, *, some_direct: bool = False
) -> list[PersonValues]:
    """Give fictional people, table by table in turn, each with a name of their own."""
    sample = runpy.run_path(str(SAMPLE))
    bodies = [sample["body"](table, workshop=workshop) for table in range(tables)]
    found = []
    for at in range(number):
        middle = chr(ord("A") + at // (len(FIRST) * len(LAST)) % 26)
        name = f"{FIRST[at % len(FIRST)]} {middle}. {LAST[at // len(FIRST) % len(LAST)]}"
        if some_direct and at % FIFTIETH == FIFTIETH - 1:
            name = f"{NOT_IN_THE_FONTS} {at}"
        cases = "; ".join(sample["CASES"][(at + each) % 8] for each in range(2))
        values = {"name": name, "table": f"Table {at // 5 + 1}", "cases": cases}
        found.append(PersonValues(f"{at:04d}", bodies[at % tables], values))
    return found


@cache
def press() -> Press:
    return Press((ROOT,))


def one_by_one(everyone: Sequence[PersonValues], folder: Path) -> int:
    for person in everyone:
        html = filled(person.body.html, person.filling())
        pdf = press().print(html, person.body.stylesheet, person.body.base).pdf
        (folder / f"{person.key}.pdf").write_bytes(pdf)
    return 0


def merging(everyone: Sequence[PersonValues], folder: Path) -> int:
    """Print each body once without names, each person's names alone, and lay one over the other."""
    bodies: dict[PacketBody, bytes] = {}
    for person in everyone:
        body = person.body
        if body not in bodies:
            html = filled(body.html, dict.fromkeys(slot_names(body.html), ""))
            bodies[body] = press().print(html, body.stylesheet, body.base).pdf
        writer = PdfWriter(clone_from=io.BytesIO(bodies[body]))
        name = person.filling()["name"].replace("&", "&amp;")
        sheets = "".join(f"<div>{name}</div>" for _ in writer.pages)
        style = "@page { size: letter } div { break-after: page; font: 9pt 'Kit Sans' }"
        html = f'<html lang="en"><title>{name}</title><body>{sheets}</body></html>'
        over = PdfReader(io.BytesIO(press().print(html, style, body.base).pdf))
        for page, names in zip(writer.pages, over.pages, strict=False):
            page.merge_page(names)
        writer.write(folder / f"{person.key}.pdf")
    return 0


def compiled(everyone: Sequence[PersonValues], folder: Path) -> int:
    packets = PacketPress(press())
    for packet in packets.packets(everyone):
        (folder / f"{packet.key}.pdf").write_bytes(packet.pdf)
    return packets.tally.direct.total()


def compiled_by_two(everyone: Sequence[PersonValues], folder: Path) -> int:
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(2, mp_context=fork) as executor:
        made = [executor.submit(compiled, share, folder) for share in shares(everyone)]
        return sum(each.result() for each in made)


def master(everyone: Sequence[PersonValues], folder: Path) -> int:
    packets = PacketPress(press())
    with (folder / "master.pdf").open("wb") as out:
        print_master(packets.packets(everyone), out)
    return packets.tally.direct.total()


Way = tuple["Callable[[Sequence[PersonValues], Path], int]", bool, bool]
WAYS: dict[str, Way] = {  # how, whether it is slow, whether some are printed directly
    "one by one": (one_by_one, True, False),
    "merging pages (pypdf)": (merging, True, False),
    "compiled, 1 process": (compiled, False, False),
    "compiled, 2 processes": (compiled_by_two, False, False),
    "compiled, 2 processes, 2 % directly": (compiled_by_two, False, True),
    "print master, 1 process": (master, False, False),
}


def run_one(way: str, options: argparse.Namespace) -> None:
    """Do what one process is measured for, and print what it took."""
    how, _, some_direct = WAYS[way]
    number, folder = options.people[0], options.into
    everyone = people(number, options.tables, options.workshop, some_direct=some_direct)
    began, busy = time.perf_counter(), time.process_time()
    direct = how(everyone, folder)
    making, busy = time.perf_counter() - began, time.process_time() - busy
    usages = [resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    unit = 1024 * 1024 if platform.system() == "Darwin" else 1024
    peak = max(usage.ru_maxrss for usage in usages) / unit
    processor = sum(usage.ru_utime + usage.ru_stime for usage in usages)
    told = {"direct": direct, "peak": peak, "processor": processor, "making": making, "busy": busy}
    print(json.dumps(told))


def measure(way: str, number: int, options: argparse.Namespace) -> Row:
    """Run one way in a process of its own; where it makes fewer, add what more would take."""
    made = min(number, options.slow) if WAYS[way][1] else number
    with tempfile.TemporaryDirectory(prefix="kit-packets") as temporary:
        folder = Path(temporary)
        words = [sys.executable, __file__, "--one", way, "--people", str(made)]
        words += ["--tables", str(options.tables), "--into", str(folder)]
        words += ["--workshop", options.workshop]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        began = time.perf_counter()
        ran = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - began
        if ran.returncode:
            sys.exit(f"{way} failed:\n{ran.stderr}")
        size = sum(file.stat().st_size for file in folder.iterdir())
    told = json.loads(ran.stdout)
    more = number / made - 1
    seconds += told["making"] * more
    processor = told["processor"] + told["busy"] * more
    return Row(way, number, made, seconds, processor, told["peak"], size / made, told["direct"])


def show(rows: list[Row], tables: int) -> None:
    print(f"{platform.python_implementation()} {platform.python_version()}, ", end="")
    print(f"{platform.system()}, {os.cpu_count()} cores; {tables} bodies")
    print()
    heads = ("people", "way", "seconds", "processor s", "packets/s", "times as fast", "peak MiB")
    print(f"| {' | '.join(heads)} | kB a packet | direct |")
    print("| --: | --- | --: | --: | --: | --: | --: | --: | --: |")
    slowest = {row.people: row.seconds for row in rows if row.way == "one by one"}
    for row in rows:
        sign = "≈ " if row.made < row.people else ""
        times = slowest[row.people] / row.seconds if row.people in slowest else 1
        rate = row.people / row.seconds
        took = f"{sign}{row.seconds:.2f} | {sign}{row.processor:.2f} | {rate:.0f} | {times:.1f}"
        held = f"{row.peak:.0f} | {row.size / 1000:.0f}"
        print(f"| {row.people} | {row.way} | {took} | {held} | {row.direct} |")
    if any(row.made < row.people for row in rows):
        print()
        print("≈: derived from fewer packets.")


def show_stages(everyone: Sequence[PersonValues]) -> None:
    """Show the processor's time for each body but the first, which loads what the others need."""
    first, *others = shares(everyone)
    list(PacketPress(press()).packets(first))
    took: Counter[str] = Counter()
    pages = written = 0
    for share in others:
        laid_out = 0.0

        def write(document: Any, finish: Finisher) -> None:
            nonlocal laid_out
            laid_out = time.process_time()
            document.write_pdf(finisher=finish, pdf_variant=VARIANT)

        body = share[0].body
        html = filled(body.html, share[0].filling())
        began = time.process_time()
        pages += press().make(html, body.stylesheet, body.base, write).pages
        printed = time.process_time()
        packets = list(PacketPress(press()).packets(share))
        compiled = time.process_time()
        written += sum(len(packet.pdf) for packet in packets)
        assembled = time.process_time()
        took["reading, styles and layout"] += laid_out - began
        took["drawing, tags, fonts"] += printed - laid_out
        took["people's texts and compiling"] += (compiled - printed) - (printed - began)
        took["people's files"] += assembled - compiled
    bodies, count = len(others), len(everyone) - len(first)
    print(
        f"{bodies} bodies of {pages / bodies:.0f} pages, {count / bodies:.0f} people each,", end=""
    )
    print(f" {written / count / 1000:.0f} kB a packet; milliseconds of the processor a body:")
    print()
    for stage, seconds in took.items():
        print(f"{1000 * seconds / bodies:6.0f}  {stage}")
    print(f"{1000 * took.total() / bodies:6.0f}  together")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--people", type=int, nargs="+", default=[20, 200, 1000])
    parser.add_argument("--tables", type=int, default=8, help="distinct bodies (8)")
    parser.add_argument("--slow", type=int, default=20, help="packets of the slow ways (20)")
    parser.add_argument("--workshop", default=WORKSHOP, help=f"whose worksheets ({WORKSHOP})")
    parser.add_argument("--stages", action="store_true", help="show where the time of a body goes")
    parser.add_argument("--json", action="store_true", help="print figures for programs")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        run_one(options.one, options)
        return
    if options.stages:
        show_stages(people(options.people[0], options.tables, options.workshop))
        return
    rows = [measure(way, number, options) for number in options.people for way in WAYS]
    if options.json:
        print(json.dumps([asdict(row) for row in rows], indent=2))
    else:
        show(rows, options.tables)


if __name__ == "__main__":
    main()
