"""Measure the kit as its users meet it: whole processes, from the command to the prompt.

    make benchmark            or: python benchmarks/run.py [--runs N] [--json]

Each figure is the median of several runs. Everything happens in a copy of the workshops, in a
temporary folder; the repository is not touched. Peak memory is that of the largest process.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from pypdf import PdfReader

if TYPE_CHECKING:
    import resource
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent
KIT = [sys.executable, "-m", "kit"]
EXAMPLE = ("report", "--example")
PROBE = "kit-benchmark-probe"


@dataclass(frozen=True)
class Run:
    """One process, from start to end: wall clock and processor seconds, peak MiB, exit code."""

    wall: float
    processor: float
    peak: float
    code: int


@dataclass(frozen=True)
class Row:
    """One line of the table: the median of several runs, and what it should stay under."""

    name: str
    wall: float
    fastest: float
    processor: float
    peak: float
    limit: float | None = None


def adopt_orphans() -> None:
    """Become the parent of processes that outlive theirs, so that what they took is known too.

    The workers of a build are not its children but those of a process that starts them. Elsewhere
    than on Linux they are, and there is nothing to do.
    """
    if platform.system() == "Linux":
        set_child_subreaper = 36
        ctypes.CDLL(None).prctl(set_child_subreaper, 1, 0, 0, 0)


def measure(folder: Path, *words: str) -> Run:
    """Run a command in a folder, without its output, and say what it and its workers took."""
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONPATH": str(ROOT)}
    with (folder / "output.log").open("wb") as output:
        began = time.perf_counter()
        process = subprocess.Popen(
            [*KIT, *words], cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    usages = [usage, *left_over()]
    unit = 1024 * 1024 if platform.system() == "Darwin" else 1024
    processor = sum(each.ru_utime + each.ru_stime for each in usages)
    return Run(wall, processor, max(each.ru_maxrss for each in usages) / unit, process.returncode)


def left_over() -> Iterator[resource.struct_rusage]:
    """Wait for what a command leaves behind, and give what it took."""
    while True:
        try:
            yield os.wait4(-1, 0)[2]
        except ChildProcessError:
            return


def row(
    name: str,
    runs: int,
    folder: Path,
    words: tuple[str, ...],
    *,
    before: Callable[[int], None] | None = None,
    limit: float | None = None,
) -> Row:
    """Repeat a command, each time after `before`, and sum up its runs."""
    done = []
    for number in range(runs):
        if before:
            before(number)
        run = measure(folder, *words)
        if run.code != 0:
            sys.exit(f"kit {' '.join(words)} failed:\n{(folder / 'output.log').read_text()}")
        done.append(run)
    return Row(
        name,
        median(run.wall for run in done),
        min(run.wall for run in done),
        median(run.processor for run in done),
        max(run.peak for run in done),
        limit,
    )


def made(folder: Path) -> tuple[int, int]:
    """Count the PDFs of a build and their pages."""
    files = sorted((folder / "build").rglob("*.pdf"))
    pages = sum(len(PdfReader(file).pages) for file in files)
    return len(files), pages


def edit_one_word(folder: Path) -> Callable[[int], None]:
    """Give a function that changes one text of one workshop, differently each time."""
    workshop = min((folder / "workshops").glob("*.yaml"))
    original = workshop.read_text(encoding="utf-8")
    head, line, tail = original.partition("take_away: |\n")

    def edit(number: int) -> None:
        changed = f"{head}{line}  {PROBE} {number}.\n{tail}"
        workshop.write_text(changed, encoding="utf-8")

    return edit


def benchmark(runs: int, folder: Path) -> tuple[list[Row], int, int]:
    """Measure all; gives the rows, the number of PDFs and that of their pages."""
    build = folder / "build"
    quick = max(runs, 9)
    rows = [
        row("kit --help", quick, folder, ("--help",), limit=0.15),
        row("kit check", runs, folder, ("check",)),
        row(
            "kit build, cold",
            runs,
            folder,
            ("build",),
            before=lambda _: shutil.rmtree(build, ignore_errors=True),
        ),
    ]
    documents, pages = made(folder)
    rows += [
        row("kit build, nothing changed", quick, folder, ("build",), limit=0.1),
        row(
            "kit build, one workshop edited",
            runs,
            folder,
            ("build",),
            before=edit_one_word(folder),
            limit=1.2,
        ),
        row(
            "kit build, edited, HTML only",
            runs,
            folder,
            ("build", "--format", "html"),
            before=edit_one_word(folder),
        ),
        row("kit report, example, HTML only", runs, folder, (*EXAMPLE, "--format", "html")),
        row("kit report, example, HTML and PDF", runs, folder, EXAMPLE),
    ]
    return rows, documents, pages


def show(rows: list[Row], documents: int, pages: int) -> None:
    """Print the table, and what follows from it."""
    print(f"{platform.python_implementation()} {platform.python_version()}, ", end="")
    print(f"{platform.system()}, {os.cpu_count()} cores")
    print()
    print("| what | seconds | fastest | processor s | peak MiB | aim |")
    print("| --- | --: | --: | --: | --: | --: |")
    for entry in rows:
        aim = f"< {entry.limit:g} s" if entry.limit else ""
        figures = f"{entry.wall:.3f} | {entry.fastest:.3f} | {entry.processor:.2f}"
        print(f"| {entry.name} | {figures} | {entry.peak:.0f} | {aim} |")
    cold = next(entry for entry in rows if entry.name == "kit build, cold")
    if pages:
        print()
        print(f"Cold: {documents} PDFs of {pages} pages, and as many HTML files; ", end="")
        print(f"{pages / cold.wall:.1f} pages a second, ", end="")
        print(f"{1000 * cold.wall / pages:.1f} ms a page (aim: < 45 ms); ", end="")
        print(f"at most {max(entry.peak for entry in rows):.0f} MiB a process (aim: < 200 MiB).")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--runs", type=int, default=5, help="runs of each command (5)")
    parser.add_argument("--json", action="store_true", help="print figures for programs")
    options = parser.parse_args()
    if not hasattr(os, "wait4"):
        sys.exit("This needs a system that can tell a process's memory: Linux or macOS.")
    adopt_orphans()
    with tempfile.TemporaryDirectory(prefix=PROBE) as temporary:
        folder = Path(temporary)
        shutil.copytree(ROOT / "workshops", folder / "workshops")
        rows, documents, pages = benchmark(options.runs, folder)
    if options.json:
        figures = [vars(entry) for entry in rows]
        print(json.dumps({"rows": figures, "documents": documents, "pages": pages}, indent=2))
    else:
        show(rows, documents, pages)


if __name__ == "__main__":
    main()
