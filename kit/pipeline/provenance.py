"""Where what comes out was written: file and line, for whoever wants to change it there.

Not every value is told of: what has an id is, each key at the top, each text of several lines, and
within these whatever comes from another file than what it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from kit.pipeline.session_shown import SESSION, place_of
from kit.reading.nodes import Entry, Mapping, Node, Scalar, Sequence
from kit.tailoring.orders import ACTIVITIES, CASES, QUESTIONS, WORKSHEETS, by_kind
from kit.tailoring.patching.tree import find, scalars_at, things_in
from kit.tailoring.tailor import ids_by_kind

if TYPE_CHECKING:
    from kit.errors import Place
    from kit.reading.naming import Kind
    from kit.reading.path import Location
    from kit.reading.workshop import LoadedWorkshop
    from kit.reading.yaml_source import Source
    from kit.tailoring.session import LoadedSession
    from kit.tailoring.tailor import TailoredWorkshop

_Data: TypeAlias = "dict[str, Any]"

_LISTS: Final[tuple[tuple[Location, Kind], ...]] = (
    (("worksheets",), "worksheet"),
    (("scenarios",), "scenario"),
    (("evaluation", "items"), "item"),
    (("follow_up", "items"), "item"),
    (("references",), "reference"),
    (("scales",), "scale"),
)
"""Lists of what may come from a shared file."""
_ORDERED: Final[dict[str, Location]] = {
    ACTIVITIES: ("agenda",),
    WORKSHEETS: ("worksheets",),
    CASES: ("scenarios",),
    QUESTIONS: ("evaluation", "items"),
}
_CHOSEN: Final = (SESSION, "name", "length", "minutes", "audience", "terms", "roles", "follow_up")
"""What stands in no file as it comes out."""
_FROM_ROLES: Final = ("roles", "lines")
"""What blocks take from the list of roles where they have none of their own."""
_DEFAULT: Final = "not written: the usual"


def provenance(
    data: _Data,
    tailored: TailoredWorkshop,
    loaded: LoadedWorkshop,
    session: LoadedSession | None = None,
) -> dict[Location, str]:
    """Say where parts of a resolved workshop were written, each by its place in `data`."""
    return _Provenance(data, tailored, loaded, session).all()


@dataclass(slots=True)
class _Provenance:
    """Follows the data and the tree of nodes that it comes from, side by side."""

    data: _Data
    tailored: TailoredWorkshop
    loaded: LoadedWorkshop
    session: LoadedSession | None
    told: dict[Location, str] = field(default_factory=dict)

    def all(self) -> dict[Location, str]:
        """Tell of everything."""
        source = self.loaded.source
        tree = source.node if isinstance(source.node, Mapping) else Mapping(0, 0)
        for key, value in self.data.items():
            if key in _CHOSEN:
                continue
            entry = tree.entries.get(key)
            if key == "stages" and self.session and self.session.stages:
                self._tell((key,), self.session.cohort.place("program", "stages"))
            elif entry is not None:
                self._entry((key,), value, entry, source, "")
            elif not isinstance(value, list):
                self.told[key,] = _DEFAULT
        self._choices()
        self._terms()
        self._contacts()
        self._session()
        for at, kind in _LISTS:
            things: Any = self.data
            for part in at:
                things = things.get(part, {})
            for number, thing in enumerate(things):
                self._shared((*at, number), thing, kind, thing["id"])
        if "roles" in self.data:
            self._shared(("roles",), self.data["roles"], "vocabulary", self.data["roles"]["id"])
        self._follow_up()
        self._order()
        self._agenda()
        return self.told

    def _choices(self) -> None:
        own, length = self.loaded.source, self.tailored.length
        self.told["name",] = own.shown
        self._tell(("length",), own.place(("lengths", length)))
        self._tell(("minutes",), own.place(("lengths", length)))
        self._tell(("audience",), own.place(("audiences", self.tailored.audience), key=True))
        if self.session is None:
            return
        session = self.session.session
        if self.session.cohort.cohort.audience:
            self._tell(("audience",), self.session.cohort.place("audience"))
        if session.length:
            self._tell(("length",), self._of_session("length"))
        if session.minutes is not None:
            where = self._of_session("minutes")
            self._tell(("minutes",), where)
            self._tell(("length",), where, f"nearest to {session.minutes} minutes: ")

    def _of_session(self, key: str) -> Place | None:
        if self.session is None:
            return None
        return self.session.cohort.place("sessions", self.session.number - 1, key)

    def _of_list(self, roles: str, kind: str, name: str) -> Place:
        """Say where a word of a list of roles stands: in the list, or in its workshop for any."""
        origin = self.loaded.origins["vocabulary", roles]
        if find(origin.source.node, (*origin.location, kind, name)) is None:
            usual = ("roles", kind, name)
            if find(self.loaded.source.node, usual) is not None:
                return self.loaded.place(*usual)
        return self.loaded.place_of("vocabulary", roles, kind, name)

    def _terms(self) -> None:
        own, roles = self.loaded.source, self.tailored.vocabulary
        self._tell(("terms",), own.place(("terms",), key=True))
        for name in self.data.get("terms", {}):
            if roles and name in roles.all_terms:
                kind = "terms" if name in roles.terms else "instructor_terms"
                where = self._of_list(roles.id, kind, name)
            elif self.session and name in self.session.cohort.cohort.terms:
                where = self.session.cohort.place("terms", name, key=True)
            elif self.session and name in self.session.choice.terms:
                where = self.session.cohort.place("contacts", key=True)
            else:
                where = own.place(("terms", name), key=True)
            if where.file != own.shown:
                self._tell(("terms", name), where)

    def _contacts(self) -> None:
        if self.session is None:
            return
        for key in ("contacts", "escalation"):
            for number in range(len(self.data.get(key, ()))):
                self._tell((key, number), self.session.cohort.place(key, number))

    def _session(self) -> None:
        if self.session is None:
            return
        for key in self.data.get(SESSION, ()):
            if key == "cohort":
                self.told[SESSION, key] = self.session.cohort.source.shown
            elif where := place_of(self.session, key):
                self._tell((SESSION, key), where)
            else:
                self.told[SESSION, key] = _DEFAULT

    def _follow_up(self) -> None:
        if "follow_up" not in self.data:
            return
        at = ("evaluation", "follow_up")
        self._tell(("follow_up",), self.loaded.source.place(at, key=True))
        form = self.loaded.shared_follow_up
        for key in ("after_months", "purpose"):
            where = self.loaded.source.place((*at, key), key=True)
            if find(self.loaded.source.node, (*at, key)) is None:
                if form is None:
                    self.told["follow_up", key] = _DEFAULT
                    continue
                where = self.loaded.place_of("follow-up", form.id, key)
            if where.file != self.loaded.source.shown:
                self._tell(("follow_up", key), where)

    def _order(self) -> None:
        """Tell where the order of what a cohort puts in one of its own is written."""
        if self.session is None:
            return
        cohort = self.session.cohort
        changes = ("workshops", self.session.session.workshop, "order")
        named = [item.text for item in scalars_at(cohort.source.node, changes)]
        where = cohort.source.place(changes, key=True)
        for kind in by_kind(named, ids_by_kind(self.loaded)):
            at = _ORDERED[kind]
            before = f"{self.told[at]}; " if at in self.told else ""
            self._tell(at, where, f"{before}its order: ")

    def _agenda(self) -> None:
        if self.session is None:
            return
        if self.tailored.fitted is not None:
            where = self._of_session("minutes")
            for number in range(len(self.data["agenda"])):
                words = f"fitted to {self.tailored.minutes} minutes: "
                self._tell(("agenda", number, "minutes"), where, words)

    def _shared(self, at: Location, thing: _Data, kind: Kind, name: str) -> None:
        """Tell of something that stands in the workshop’s file or in a shared one."""
        origin = self.loaded.origins.get((kind, name))
        node = find(origin.source.node, origin.location) if origin else None
        if origin is None or not isinstance(node, Mapping):
            return
        self._item(at, thing, node, origin.source, "")
        versions = node.entries.get("versions")
        if "premise" in thing and versions and isinstance(versions.value, Mapping):
            wording = versions.value.entries[self.tailored.audience]
            file = self._owner(node, origin.source).shown
            self._entry((*at, "premise"), thing["premise"], wording, origin.source, file)

    def _entry(self, at: Location, value: Any, entry: Entry, tree: Source, file: str) -> None:
        """Tell of a key; `file` is the one that was told of what it stands in."""
        if isinstance(entry.value, Mapping) and not isinstance(value, dict):
            # One value for each length: this length's counts.
            entry = entry.value.entries.get(self.tailored.length, entry)
        owner = self._owner(entry, tree)
        is_block = isinstance(value, str) and "\n" in value
        if (is_block or owner.shown != file) and entry.line:
            self._tell(at, owner.at(entry.line, entry.column))
            file = owner.shown
        self._below(at, value, entry.value, tree, file)

    def _item(self, at: Location, value: Any, item: Node, tree: Source, file: str) -> None:
        owner = self._owner(item, tree)
        has_id = isinstance(value, dict) and "id" in value
        if (has_id or owner.shown != file) and item.line:
            self._tell(at, owner.at(item.line, item.column))
            file = owner.shown
        self._below(at, value, item, tree, file)

    def _below(self, at: Location, value: Any, node: Node, tree: Source, file: str) -> None:
        match value, node:
            case dict(), Mapping():
                for key, each in value.items():
                    if key in node.entries:
                        self._entry((*at, key), each, node.entries[key], tree, file)
                    elif key in _FROM_ROLES and isinstance(each, list) and self.tailored.vocabulary:
                        roles = self.tailored.vocabulary.id
                        self._tell((*at, key), self.loaded.place_of("vocabulary", roles, key))
            case list(), Sequence():
                for number, item in enumerate(_matched(value, node)):
                    if item is not None:
                        self._item((*at, number), value[number], item, tree, file)

    def _owner(self, node: Node | Entry, tree: Source) -> Source:
        return tree.foreign.get(id(node), tree)

    def _tell(self, at: Location, where: Place | None, words: str = "") -> None:
        if where is not None:
            self.told[at] = f"{words}{where.file}:{where.line}"


def _matched(values: list[Any], node: Sequence) -> list[Node | None]:
    """Find the node of each value of a list, from which some may have been left out.

    Only what has an id, and what names it, can come from another file than the rest of its list.
    """
    things = {name: thing for name, _, thing in things_in(node)}
    texts = {item.text: item for item in node.items if isinstance(item, Scalar)}
    found: list[Node | None] = [
        things.get(each.get("id", "")) if isinstance(each, dict) else texts.get(str(each))
        for each in values
    ]
    if len(values) != len(node.items):
        return found
    return [mine or item for mine, item in zip(found, node.items, strict=True)]
