"""The network map as a page: people are added on the screen, and map and mosaic draw themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kit.definitions.blocks.mosaic_grid import MosaicGridBlock
from kit.definitions.blocks.network_map import NetworkMapBlock
from kit.definitions.preparation import Per
from kit.editions import parts
from kit.editions.edition import Edition, Side
from kit.editions.own_file import OWN_FILE

if TYPE_CHECKING:
    from kit.definitions.vocabulary import Vocabulary
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.reading.words import Words
    from kit.tailoring.tailor import TailoredWorkshop

_MOST_ROLES: Final = 4
"""On how many roles one name may stand where the vocabulary does not say."""
_FIRST: Final = ("sponsor",)
"""Ids of the roles whose absence is named first."""


@dataclass(frozen=True, slots=True)
class MapRole:
    """A role with what such a person does; `first` where its absence is named before others."""

    title: str
    does: str = ""
    first: bool = False


@dataclass(frozen=True, slots=True)
class NetworkMapView:
    """What both pictures are made of.

    The spokes of the map are the needs, or the roles where a workshop has no map of its own; `by`
    says which. `limit` is on how many roles one name may stand.
    """

    identity: Identity
    session: str
    roles_label: str
    roles: tuple[MapRole, ...]
    needs: tuple[str, ...]
    spokes: tuple[str, ...]
    by: Literal["roles", "needs"]
    seniority: tuple[str, ...]
    rings: tuple[str, ...]
    center: str
    limit: int


def view(tailored: TailoredWorkshop, setting: Setting) -> NetworkMapView | None:
    """Make the page, or None where no sheet of this length has a map or a mosaic."""
    blocks = [block for sheet in tailored.worksheets for block in sheet.blocks]
    maps = [block for block in blocks if isinstance(block, NetworkMapBlock)]
    grids = [block for block in blocks if isinstance(block, MosaicGridBlock)]
    if not (maps or grids):
        return None
    words, vocabulary = setting.words, tailored.vocabulary
    spokes = maps[0].spokes if maps else ()
    titles = grids[0].roles if grids else spokes
    return NetworkMapView(
        identity=parts.identity(tailored, setting),
        session=setting.run,
        roles_label=_label(vocabulary, words) if grids else words("map_needs"),
        roles=tuple(_role(title, vocabulary if grids else None) for title in titles),
        needs=spokes if grids else (),
        spokes=spokes or titles,
        by="needs" if grids and maps else "roles",
        seniority=grids[0].seniority if grids else tuple(words("map_levels").split(", ")),
        rings=maps[0].rings if maps else tuple(words("map_rings").split(", ")),
        center=maps[0].center if maps else words("map_me"),
        limit=_limit(vocabulary, words),
    )


def _role(title: str, vocabulary: Vocabulary | None) -> MapRole:
    for role in vocabulary.roles if vocabulary else ():
        if role.title == title:
            return MapRole(title, role.does, first=role.id in _FIRST)
    return MapRole(title, first=title.casefold() in _FIRST)


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
        *("network-people.js", "network-drawing.js", "network-map.js"),
    ),
    screen_styles=("network-map.css", "own-file.css"),
    offices=(),
)
"""Made by default where it applies: a small HTML file, and nothing to print."""
