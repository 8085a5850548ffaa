"""A cohort's order of worksheets and of questions is whole, and another than the workshop's.

That of activities and cases is looked at when it is put into the workshop. Which sheets a session
has, and which questions its form asks, is known only when its length is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.tailoring.form_parts import form_parts
from kit.tailoring.patching.reordering import in_order_already, order_lacks
from kit.tailoring.tailor import completing_stem, tailor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.errors import Place, Problem
    from kit.tailoring.session import LoadedSession
    from kit.tailoring.tailor import TailoredWorkshop


def ordered(session: LoadedSession, tailored: TailoredWorkshop) -> Iterator[Problem]:
    """Tell of worksheets and questions that the order of a session leaves out, or leaves alone.

    What only another length has may be named too, since the order is that of all sessions of the
    workshop. The questions of one section of the form are named all or not at all.
    """
    sheets, questions = tailored.ordered.worksheets, tailored.ordered.questions
    if not sheets and not questions:
        return
    where = session.cohort.place("workshops", session.session.workshop, "order", key=True)
    usual = tailor(session.loaded, replace(session.choice, order=()))
    if sheets:
        yield from _of_kind("worksheets", sheets, [[each.id for each in usual.worksheets]], where)
    if questions:
        parts = form_parts(usual.items, completing_stem(usual.workshop))
        asked = [[each.id for each in part.items] for part in parts]
        named = [names for names in asked if not set(names).isdisjoint(questions)]
        yield from _of_kind("questions of one section of the form", questions, named, where)


def _of_kind(
    kind: str, order: Sequence[str], groups: Sequence[Sequence[str]], where: Place
) -> Iterator[Problem]:
    missing = [name for names in groups for name in names if name not in order]
    if missing:
        yield order_lacks(kind, missing, where)
        return
    same = all([name for name in order if name in names] == [*names] for names in groups)
    # What only another length has may stand in another order there.
    if same and {name for names in groups for name in names} == {*order}:
        yield in_order_already(kind.partition(" ")[0], where)
