"""The works that a chosen list of roles cites: the workshop, which does not name it, lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.definitions.citation import citations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.definitions.reference import Reference
    from kit.definitions.vocabulary import Vocabulary
    from kit.definitions.workshop import Workshop
    from kit.reading.shared import Shared


def with_works(
    workshop: Workshop, vocabularies: Mapping[str, Vocabulary], references: Shared[Reference]
) -> Workshop:
    """Take the works that a chosen list cites, which the workshop does not name, to its own."""
    named = workshop.roles.use if workshop.roles else ()
    listed = (*workshop.references, *workshop.reading)
    cited = dict.fromkeys(
        key
        for name, each in vocabularies.items()
        if name not in named
        for key, _ in citations(each.source or "")
        if key not in listed and references.find(key) is not None
    )
    more = (*workshop.references, *cited)
    return workshop.model_copy(update={"references": more}) if cited else workshop
