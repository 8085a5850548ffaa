"""Files of earlier builds that are made no more: they are taken away, a user's own never.

A document that got another name, or that a workshop has no longer, would lie there beside the new
ones, and somebody would print it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.pipeline.manifest import Manifest, UnitRecord


def take_away(manifest: Manifest, new: UnitRecord, key: str, made_from: str) -> Iterator[str]:
    """Remove what the same request made of a workshop before and makes of it no more.

    `made_from` is the digest of its sources now: what another request has made of these stays. So
    does a file that is not as it was written; it is somebody's by now, and only forgotten.

    Returns:
        The files that were removed.
    """
    old = manifest.units.get(key)
    if old is None:
        return
    made = {path for path, _ in new.outputs}
    for path, _ in old.outputs:
        record = manifest.documents.get(path)
        if path in made or record is None or record.made_from == made_from:
            continue
        if manifest.is_fresh(path):
            with suppress(OSError):
                (manifest.path.parent / path).unlink()
                yield path
        del manifest.documents[path]
