"""Agreement, meeting log and learning plan as documents of their own, as they come out."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from kit.editions.edition import Side
from kit.editions.own_documents import OWN_DOCUMENTS
from kit.editions.registry import CORE_NAMES, EDITIONS, copies_of
from kit.editions.setting import Setting
from kit.errors import KitError
from kit.library import Library
from kit.press.engine import Press
from kit.reading.workshop import LoadedWorkshop, load_workshops
from kit.rendering.render import Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

pytestmark = pytest.mark.xdist_group("own-documents")

LIBRARY = Library(None, Path(__file__).resolve().parents[2])
NAMES = tuple(each.name for each in OWN_DOCUMENTS)
RHYTHM = "Once a month, in the library"
MOST = {"mentoring-agreement": 2, "meeting-log": 3, "learning-plan": 3}


@cache
def loaded(name: str) -> LoadedWorkshop:
    (made,), problems = load_workshops(LIBRARY, [name])
    assert not problems
    return made


@cache
def printed(edition: str, paper: str = "letter", *, filled: bool = False, fillable: bool = False):
    terms = {"mentor": "advisor", "meeting_rhythm": RHYTHM} if filled else {}
    kind = EDITIONS[edition]
    made = tailor(loaded("mentoring-mosaic"), Choice(terms=terms))
    setting = Setting(fillable=fillable, paper=paper)
    page = Renderer(LIBRARY.folders("templates")).render(
        kind, kind.view(made, setting), paper, fillable=fillable
    )
    return PdfReader(io.BytesIO(Press().print(page).pdf))
