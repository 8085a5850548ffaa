"""Measure how filled-in forms are read from scans: rows taken, sent to review, taken and wrong.

    python benchmarks/scanning.py records/forms [--seed 2027] [--sheets 60] [--only CONDITION]
                                  [--wrong FOLDER] [--json]

The sheets are filled in by a program on the blanks that `kit build` keeps in `records/forms`; no
hand that wrote on paper is among them. The limits of the reader were set on the seeds 1 and 2 and
then left alone: figures count on a seed that nobody tuned for. Ordinary conditions get `--sheets`
each, the others a third of them. One core is used; a machine with other work to do is slower. What
was found stands in `scanning.md`.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import tempfile
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

import cv2
import numpy as np
import pypdfium2
from filled_sheets import DPI, FilledSheet, filled_sheet
from PIL import Image
from scanned_sheets import CONDITIONS, Condition

from kit.answers.response import Answer, Status
from kit.collecting.scan.known_forms import KnownForms
from kit.collecting.scan.page_read import PageRead, read
from kit.collecting.scan.pages import pages_of
from kit.collecting.scan.scanned_page import ScannedPage
from kit.errors import Problem
from kit.instrument.form_map import FormMap
from kit.pipeline.records.kept_forms import KeptForm

WORDS_ALONE = 4
"""Pages without boxes are scanned of every fourth sheet."""
NOTHING_MEANT = frozenset({"blank", "erased"})


@dataclass
class Tally:
    """What was counted in one condition."""

    pages: int = 0
    lost: int = 0
    codes: int = 0
    seconds: float = 0.0
    marked: int = 0
    right: int = 0
    review: int = 0
    wrong: int = 0
    blanks: int = 0
    blanks_wrong: int = 0
    suggested: int = 0
    suggested_right: int = 0
    places: int = 0
    places_right: int = 0
    why: Counter[str] = field(default_factory=Counter)
    wrong_how: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        for name in self.__dataclass_fields__:
            getattr(self, name)
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def rows(self) -> int:
        return self.marked + self.blanks


def blanks_of(kept: KeptForm) -> list[Any]:
    document = pypdfium2.PdfDocument(kept.blank)
    pages = []
    for page in document:
        drawn = page.render(scale=DPI / 72, grayscale=True).to_numpy()
        pages.append(np.array(drawn, dtype=np.uint8).reshape(drawn.shape[0], drawn.shape[1]))
    return pages


def kept_in(folder: Path) -> list[KeptForm]:
    return [
        KeptForm(FormMap.from_json(path.read_text(encoding="utf-8")), path.with_suffix(".pdf"))
        for path in sorted(folder.glob("*.json"))
    ]


def scan_file(folder: Path, pixels: Any, condition: Condition) -> Path:
    """Write a page as a scanner would."""
    path = folder / ("page.jpg" if condition.jpeg else "page.png")
    if condition.jpeg:
        Image.fromarray(pixels).save(path, quality=condition.jpeg)
    else:
        Image.fromarray(pixels).convert("1").save(path)
    return path


def measured(
    condition: Condition, kept: list[KeptForm], sheets: int, seed: int, wrong: Path | None
) -> Tally:
    tally = Tally()
    rng = np.random.default_rng([seed, crc32(condition.name.encode())])
    known = KnownForms(kept)
    blanks = [blanks_of(each) for each in kept]
    plain = [at for at, each in enumerate(kept) if not each.form_map.large]
    large = [at for at, each in enumerate(kept) if each.form_map.large]
    turns = [*plain, *plain, *large[:1]] or large
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        for at in range(sheets):
            form = turns[at % len(turns)]
            form_map = kept[form].form_map
            marked = {box.page for box in form_map.boxes}
            left_out = frozenset(range(1, form_map.pages + 1)) - marked
            if at % WORDS_ALONE == 0:
                left_out = frozenset()
            sheet = filled_sheet(rng, form_map, blanks[form], condition.manners, left_out)
            for number, page in enumerate(sheet.pages, start=1):
                if number in left_out:
                    continue
                path = scan_file(folder, condition.scan(rng, page), condition)
                _one_page(tally, path, sheet, number, known, wrong, condition)
    return tally


def _one_page(
    tally: Tally,
    path: Path,
    sheet: FilledSheet,
    number: int,
    known: KnownForms,
    wrong: Path | None,
    condition: Condition,
) -> None:
    begun = time.process_time()
    (scanned,) = pages_of(path, path.name)
    found = read(scanned, known) if isinstance(scanned, ScannedPage) else scanned
    tally.seconds += time.process_time() - begun
    tally.pages += 1
    meant = {box.field: sheet.rows[box.field] for box in sheet.form_map.boxes if box.page == number}
    if not isinstance(found, PageRead) or found.page != number:
        tally.lost += 1
        tally.review += len(meant)
        tally.marked += len(meant)
        tally.why[found.code if isinstance(found, Problem) else "wrong page"] += 1
        if wrong:
            path.rename(wrong / f"lost-{condition.name[:14]}-{tally.pages}{path.suffix}")
        return
    tally.codes += found.with_code
    answers = {answer.field: answer for answer in found.content.answers}
    for name, each in meant.items():
        answer = answers[name]
        problem = _one_row(tally, answer, each.value, each.how)
        if problem and wrong:
            crop = known.guide(found.forms[0], number)
            assert crop is not None
            _show(wrong, condition, tally, answer, each, scanned)
    for area in sheet.form_map.areas:
        if area.page == number:
            tally.places += 1
            seen = answers[area.field].evidence["kind"] == "written"
            tally.places_right += seen == sheet.written[area.field]


def _one_row(tally: Tally, answer: Answer, value: str | None, how: str) -> bool:
    """Count one row, and say whether it was taken and is wrong."""
    nothing = how in NOTHING_MEANT
    tally.blanks += nothing
    tally.marked += not nothing
    if answer.status is not Status.TAKEN:
        tally.review += not nothing
        if not nothing:
            tally.why[f"{answer.evidence['kind']} <- {how}"] += 1
        suggestion = answer.evidence["suggestion"]
        tally.suggested += bool(suggestion)
        tally.suggested_right += bool(suggestion) and suggestion == [value]
        return False
    if value is not None and answer.values == (value,):
        tally.right += 1
        return False
    tally.wrong += not nothing
    tally.blanks_wrong += nothing
    tally.wrong_how[how] += 1
    return True


def _show(
    folder: Path, condition: Condition, tally: Tally, answer: Answer, meant: Any, scanned: Any
) -> None:
    name = f"{condition.name[:14]}-{tally.pages}-{answer.field}-{meant.how}-{meant.value}"
    text = json.dumps([answer.values, dict(answer.evidence)])
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    cv2.imwrite(str(folder / f"{name}.png"), scanned.pixels)


def _share(part: int, whole: int, digits: int = 1) -> str:
    return f"{100 * part / whole:.{digits}f} %" if whole else "–"


HEAD = (
    "condition", "pages", "lost", "code", "rows", "marked", "taken", "review", "wrong",
    "wrong %", "blanks", "blank wrong", "suggested right", "writing", "pages/s",
)  # fmt: skip


def row_of(name: str, tally: Tally) -> tuple[str, ...]:
    wrong = tally.wrong + tally.blanks_wrong
    return (
        name, str(tally.pages), str(tally.lost), _share(tally.codes, tally.pages, 0),
        str(tally.rows), str(tally.marked), _share(tally.right, tally.marked, 2),
        _share(tally.review, tally.marked, 2), str(wrong), _share(wrong, tally.rows, 3),
        str(tally.blanks), str(tally.blanks_wrong),
        f"{tally.suggested_right}/{tally.suggested}", f"{tally.places_right}/{tally.places}",
        f"{tally.pages / tally.seconds:.1f}" if tally.seconds else "–",
    )  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("forms", type=Path, help="the folder records/forms of a project")
    parser.add_argument("--seed", type=int, default=2027)
    parser.add_argument("--sheets", type=int, default=60)
    parser.add_argument("--only", default="")
    parser.add_argument("--wrong", type=Path, help="where pictures of what is wrong go")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    cv2.setNumThreads(1)
    if given.wrong:
        given.wrong.mkdir(exist_ok=True, parents=True)
    kept = kept_in(given.forms)
    results: dict[str, Tally] = {}
    sums: defaultdict[str, Tally] = defaultdict(Tally)
    for condition in CONDITIONS:
        if given.only not in condition.name:
            continue
        sheets = given.sheets if condition.ordinary else max(1, given.sheets // 3)
        tally = measured(condition, kept, sheets, given.seed, given.wrong)
        results[condition.name] = tally
        sums["ORDINARY" if condition.ordinary else "THE REST"].add(tally)
        sums["EVERYTHING"].add(tally)
        gc.collect()
        print(*row_of(condition.name, tally), sep=" | ", file=sys.stderr, flush=True)
    results |= sums
    if given.json:
        print(json.dumps({name: vars(each) for name, each in results.items()}, indent=1))
        return 0
    print("| " + " | ".join(HEAD) + " |")
    print("|" + "---|" * len(HEAD))
    for name, tally in results.items():
        print("| " + " | ".join(row_of(name, tally)) + " |")
    for name in sums:
        print(f"\n{name}: to review because: {dict(results[name].why.most_common(14))}")
        print(f"{name}: wrong: {dict(results[name].wrong_how)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
