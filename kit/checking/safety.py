"""What a person writes about their own people stays with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reading.workshop import LoadedWorkshop


def safety(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """A sheet with a map of people says that it is never collected."""
    for worksheet in loaded.worksheets.values():
        if worksheet.private:
            continue
        for block in worksheet.blocks:
            if block.names_people:
                yield Problem(
                    "map-not-private",
                    f"On the worksheet `{worksheet.id}` participants name people they know "
                    f"(`{block.id}`), and it does not say that nobody collects it.",
                    loaded.place_of("worksheet", worksheet.id, "id"),
                    "Write `private: true`.",
                    Severity.WARNING,
                )
                break
