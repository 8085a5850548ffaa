"""The face of the packets: people's values in, their finished packets out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from kit.press.engine import VARIANT
from kit.press.packets.compiling import Compiled, compile_body
from kit.press.packets.engraving import Plate, engrave
from kit.press.packets.misfit import Misfit
from kit.press.packets.packet_file import PacketFile
from kit.press.packets.slots import filled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kit.errors import Problem
    from kit.press.engine import Press
    from kit.press.finisher import Finisher
    from kit.press.packets.compiling import Filling
    from kit.press.packets.slots import PacketBody, PersonValues

_ALONE = "the only copy of its kind"


@dataclass(slots=True)
class Tally:
    """How many packets were compiled, how many printed directly and why; layouts made."""

    compiled: int = 0
    direct: Counter[str] = field(default_factory=Counter)
    layouts: int = 0


class PacketPress:
    """Makes people's packets with a press.

    `tally` counts as packets are given; `problems` has what went wrong in their documents.
    Characters in `told` may be set in another face without a word.
    """

    def __init__(self, press: Press, told: frozenset[str] = frozenset()) -> None:
        self._press = press
        self._told = told
        self.tally = Tally()
        self.problems: dict[Problem, None] = {}

    def packets(
        self, people: Iterable[PersonValues], left: list[PersonValues] | None = None
    ) -> Iterator[PacketFile]:
        """Give each person's packet, in the order asked for.

        Those with one body are compiled together, when the first of them is asked for: give all of
        them in one call. The same people give the same bytes. With `left`, those of compiled bodies
        whose texts do not fit are put there and not printed: alone, each of them takes as long as a
        body.

        Raises:
            KitError: someone has no value for a slot; before anything is made.
        """
        asked = [(each, tuple(sorted(each.filling().items()))) for each in people]
        groups: dict[_Kind, dict[Filling, None]] = {}
        for person, filling in asked:
            groups.setdefault(_kind(person.body, filling), {})[filling] = None
        return self._made(asked, groups, left)

    def _made(
        self,
        asked: Sequence[tuple[PersonValues, Filling]],
        groups: dict[_Kind, dict[Filling, None]],
        apart: list[PersonValues] | None,
    ) -> Iterator[PacketFile]:
        left = Counter((person.body, filling) for person, filling in asked)
        compiled: dict[_Kind, Compiled | str] = {}
        kept: dict[tuple[PacketBody, Filling], PacketFile] = {}
        for person, filling in asked:
            kind = _kind(person.body, filling)
            if kind not in compiled:
                compiled[kind] = self._compiled(person.body, tuple(groups[kind]))
            body = compiled[kind]
            same = person.body, filling
            left[same] -= 1
            if isinstance(body, Compiled) and filling in body.operators:
                self.tally.compiled += 1
                yield body.packet(person.key, filling)
                continue
            if apart is not None and isinstance(body, Compiled):
                apart.append(person)
                continue
            reason = body if isinstance(body, str) else body.misfits[filling]
            packet = kept.pop(same, None) or self._direct(person.body, filling)
            if left[same]:
                kept[same] = packet
            self.tally.direct[reason] += 1
            yield replace(packet, key=person.key, reason=reason)

    def _compiled(self, body: PacketBody, fillings: Sequence[Filling]) -> Compiled | str:
        if len(fillings) == 1:
            return _ALONE
        self.tally.layouts += 1
        try:
            compiled = compile_body(self._press, body, fillings)
        except Misfit as misfit:
            return misfit.reason
        self.problems.update(dict.fromkeys(compiled.problems))
        return compiled

    def _direct(self, body: PacketBody, filling: Filling) -> PacketFile:
        self.tally.layouts += 1
        html = filled(body.html, dict(filling))
        made = self._press.make(html, body.stylesheet, body.base, _engraved, self._told)
        self.problems.update(dict.fromkeys(made.problems))
        return replace(made.result, problems=made.problems)


def _engraved(document: Any, finish: Finisher) -> PacketFile:
    """Give a document that has no slots left in the form of a packet."""
    plates: list[Plate] = []

    def engraved(document: Any, pdf: Any) -> None:
        finish(document, pdf)
        plates.append(engrave(pdf, {}, 0))
        del pdf.objects[1:]  # the engine has nothing left to write

    document.write_pdf(finisher=engraved, pdf_variant=VARIANT)
    (plate,) = plates
    return PacketFile("", plate.skeleton, plate.own((), {}), direct=True)


_Kind = tuple["PacketBody", frozenset[str]]
"""What is laid out once: a body, with certain slots left empty."""


def _kind(body: PacketBody, filling: Filling) -> _Kind:
    return body, frozenset(name for name, text in filling if not text)
