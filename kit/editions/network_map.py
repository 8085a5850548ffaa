"""The network map as a page: people are added on the screen, and map and mosaic draw themselves."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kit.definitions.blocks.mosaic_grid import MosaicGridBlock
from kit.definitions.blocks.network_map import NetworkMapBlock
from kit.definitions.kind_of_help import as_kind
from kit.definitions.preparation import Per
from kit.editions import parts
from kit.editions.edition import Edition, Side
from kit.editions.own_file import OWN_FILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kit.definitions.kind_of_help import KindOfHelp
    from kit.definitions.vocabulary import Vocabulary
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.reading.words import Words
    from kit.tailoring.tailor import TailoredWorkshop

_MOST_ROLES: Final = 4
"""On how many roles one name may stand where the vocabulary does not say."""
_OWN_NEEDS: Final = 2
"""How many needs of one's own there are where a workshop has no map with blank spokes."""
_NEEDS: Final = (
    *("direction", "skill", "scholarship", "local-ways", "opening-doors", "feedback", "support"),
    "on-track",
)
"""Ids of the kit's own needs, whose words are `map_own_list`; *Three steps* has the same."""
_SHAPES: Final = ("circle", "square", "triangle")
"""The signs of seniority, as both pictures draw them."""


@dataclass(frozen=True, slots=True)
class MapEntry:
    """A role or a need: its id is kept in people's files, its title is what they read.

    `sponsors` where its absence is named before others.
    """

    id: str
    title: str
    does: str = ""
    sponsors: bool = False


@dataclass(frozen=True, slots=True)
class NetworkMapView:
    """What both pictures are made of.

    The needs are the spokes of the map, the roles the rows of the mosaic. Where a workshop has no
    roles, the rows are the needs. `own` is how many needs one may add, `limit` on how many rows one
    name may stand.
    """

    identity: Identity
    session: str
    roles_label: str
    roles: tuple[MapEntry, ...]
    needs: tuple[MapEntry, ...]
    own: int
    seniority: tuple[str, ...]
    rings: tuple[str, ...]
    center: str
    limit: int


def view(tailored: TailoredWorkshop, setting: Setting) -> NetworkMapView | None:
    """Make the page, or None where no sheet of this length has a map or a mosaic."""
    blocks = [block for sheet in tailored.worksheets for block in sheet.blocks]
    charts = [block for block in blocks if isinstance(block, NetworkMapBlock)]
    grids = [block for block in blocks if isinstance(block, MosaicGridBlock)]
    if not (charts or grids):
        return None
    words, vocabulary = setting.words, tailored.vocabulary
    does = {role.id: role.does for role in vocabulary.roles} if vocabulary else {}
    return NetworkMapView(
        identity=parts.identity(tailored, setting),
        session=setting.run,
        roles_label=_label(vocabulary, words),
        roles=_entries(grids[0].roles, does) if grids else (),
        needs=_entries(charts[0].spokes) if charts else _own_list(words),
        own=(charts[0].blank if charts else 0) or _OWN_NEEDS,
        seniority=_seniority(charts, grids, words),
        rings=charts[0].rings if charts else tuple(words("map_rings").split(", ")),
        center=charts[0].center if charts else words("map_me"),
        limit=_limit(vocabulary, words),
    )


def _entries(
    written: Iterable[str | KindOfHelp], does: Mapping[str, str] = MappingProxyType({})
) -> tuple[MapEntry, ...]:
    """Make the entries; who marks no sponsor among them has one where the word itself says so."""
    kinds = [as_kind(each) for each in written]
    marked = any(each.sponsors for each in kinds)
    return tuple(
        MapEntry(
            each.id,
            each.title,
            does.get(each.id, ""),
            each.sponsors or (not marked and _is_named(each)),
        )
        for each in kinds
    )


def _is_named(kind: KindOfHelp) -> bool:
    return any("sponsor" in words.casefold() for words in (kind.id, kind.title))


def _own_list(words: Words) -> tuple[MapEntry, ...]:
    titles = words("map_own_list").split(", ")
    return tuple(MapEntry(name, title) for name, title in zip(_NEEDS, titles, strict=True))


def _seniority(
    charts: list[NetworkMapBlock], grids: list[MosaicGridBlock], words: Words
) -> tuple[str, ...]:
    """Take the columns of the mosaic, else what the signs of the map mean."""
    if grids:
        return grids[0].seniority
    key = {sign.shape: sign.meaning for sign in charts[0].key}
    if all(shape in key for shape in _SHAPES):
        return tuple(key[shape] for shape in _SHAPES)
    return tuple(words("map_levels").split(", "))


def _label(vocabulary: Vocabulary | None, words: Words) -> str:
    return vocabulary.title if vocabulary else words("map_roles")


def _limit(vocabulary: Vocabulary | None, words: Words) -> int:
    """Turn the vocabulary's own limit, a word such as “four,” into a number."""
    said = vocabulary.terms.get("roles_limit", "").strip() if vocabulary else ""
    numbers = words("map_numbers").split(", ")
    return numbers.index(said) + 1 if said in numbers else _MOST_ROLES


NETWORK_MAP: Final = Edition(
    name="network-map",
    title="Network map",
    side=Side.PARTICIPANTS,
    template="editions/network-map.html",
    view=view,
    per=Per.PARTICIPANT,
    when="same_day",
    scripts=(
        *OWN_FILE,
        *("network-record.js", "network-people.js", "network-drawing.js", "network-mosaic.js"),
        *("network-form.js", "network-map.js"),
    ),
    screen_styles=("network-map.css", "own-file.css"),
    offices=(),
)
"""Made by default where it applies: a small HTML file, and nothing to print."""
