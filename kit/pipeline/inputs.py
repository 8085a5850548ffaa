"""The first level of digests: what a build reads, as digests of files. Standard library only.

A file whose size and time of change are known is not read again. A file that changed in the last
moments before it was recorded is: its time could not tell a second change from the first.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from hashlib import blake2b, file_digest
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

import kit
from kit.library import PROJECT_FILE, WORKSHOPS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kit.library import Library

Known = dict[str, tuple[int, int, str]]
"""Name of a file: its size, its time of change and its digest."""

_SETTLED_AFTER = 2 * 10**9
"""Nanoseconds: file systems exist that tell the time of a change to two seconds."""

_LARGEST = 50 * 2**20
"""Bytes: of a larger file, size and time of change serve as its digest."""

_PRINTED = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp", ".tif", ".tiff",
            ".ttf", ".otf", ".woff", ".woff2", ".ttc")  # fmt: skip
"""Endings of pictures and fonts: what a PDF may show besides its text."""

_BACKUPS = ("~", ".bak", ".swp", ".swo", ".tmp", ".orig")

_ENGINES = ("weasyprint", "pydyf", "tinycss2", "tinyhtml5", "cssselect2", "fonttools", "pillow",
            "jinja2", "babel", "markdown", "nh3", "pydantic", "pypdf", "pyyaml",
            "font_source_sans_pro", "font_source_serif_pro",
            "python_docx", "python_pptx", "pypdfium2", "lxml")  # fmt: skip


class Digests:
    """Digests of files by name, remembered from one build to the next."""

    def __init__(self, known: Mapping[str, tuple[int, int, str]]) -> None:
        self._known = known
        self._now = time.time_ns()
        self.seen: Known = {}

    def of(self, name: str, path: str | Path) -> str:
        """Give the digest of a file's content; empty where there is no such file.

        Asked again in one build, it answers the same, even if the file has changed meanwhile: the
        next build then sees the change.
        """
        if name in self.seen:
            return self.seen[name][2]
        try:
            stat = os.stat(path)  # noqa: PTH116 - three times as fast, and asked for each file
            if not S_ISREG(stat.st_mode):  # a pipe or a device would never end
                return ""
            known = self._known.get(name)
            if known and known[0] == stat.st_size and known[1] == stat.st_mtime_ns:
                digest = known[2]
            elif stat.st_size > _LARGEST:
                digest = f"{stat.st_size} bytes of {stat.st_mtime_ns}"
            else:
                digest = _content_digest(path)
        except OSError:
            return ""
        settled = self._now - stat.st_mtime_ns > _SETTLED_AFTER
        self.seen[name] = (stat.st_size, stat.st_mtime_ns if settled else 0, digest)
        return digest


@dataclass(frozen=True, slots=True)
class Inputs:
    """What every document depends on besides its workshop's own files.

    `common` covers everything, `engine` what turns a finished HTML text into a PDF.
    """

    common: str
    engine: str


def read_inputs(library: Library, digests: Digests) -> Inputs:
    """Take the digests of the kit, its engines, the templates and the workshops' pictures."""
    package = Path(kit.__file__).parent
    engine = [
        ("kit", kit.__version__),
        ("python", f"{sys.version_info.major}.{sys.version_info.minor}"),
        ("engines", " ".join(_engine_versions())),
    ]
    common: list[tuple[str, str]] = []
    for name, path in _files(package, ("_data", "cli", "__pycache__")):
        if name.endswith(".py"):
            entry = (f"kit/{name}", digests.of(f"kit/{name}", path))
            (engine if name.startswith("press/") else common).append(entry)
    for number, root in enumerate(library.roots):
        pictures = [
            (f"{number}:{WORKSHOPS}/{name}", path)
            for name, path in _files(root / WORKSHOPS, inside=library.roots)
            if name.lower().endswith(_PRINTED)
        ]
        engine += [(name, digests.of(name, path)) for name, path in pictures]
        templates = [
            (f"{number}:templates/{name}", path)
            for name, path in _files(root / "templates", inside=library.roots)
        ]
        common += [(name, digests.of(name, path)) for name, path in templates]
        common.append((f"{number}:shared", " ".join(_shared_names(root))))
        marker = f"{number}:{PROJECT_FILE}"
        common.append((marker, digests.of(marker, root / PROJECT_FILE)))
    engine_digest = combined(engine)
    return Inputs(common=combined([("engine", engine_digest), *common]), engine=engine_digest)


def sources_digest(
    inputs: Inputs, options: str, sources: Iterable[str], library: Library, digests: Digests
) -> str:
    """Take the digest of all that one workshop's documents depend on."""
    entries = [("common", inputs.common), ("options", options)]
    for name in sources:
        path = source_path(name, library)
        entries.append((name, digests.of(name, path) if path else ""))
    return combined(entries)


def note_definitions(library: Library, digests: Digests) -> None:
    """Take the digests of all definitions before any is read: a later change then shows."""
    for number, root in enumerate(library.roots):
        for name, path in _files(root / WORKSHOPS, inside=library.roots):
            if name.endswith((".yaml", ".yml")):
                digests.of(f"{number}:{WORKSHOPS}/{name}", path)


def source_name(path: Path, library: Library) -> str:
    """Name a source so that the name stays when the folder moves: root's number, path in it."""
    resolved = path.resolve()
    for number, root in enumerate(library.roots):
        if resolved.is_relative_to(root):
            return f"{number}:{resolved.relative_to(root).as_posix()}"
    return str(resolved)


def source_path(name: str, library: Library) -> Path | None:
    """Find the file of a source's name; None where its root is no longer there."""
    number, colon, relative = name.partition(":")
    if not (colon and number.isdigit()):
        return None
    roots = library.roots
    return roots[int(number)] / relative if int(number) < len(roots) else None


def combined(entries: Iterable[tuple[str, str]]) -> str:
    """Make one digest of names and digests, in a fixed order."""
    whole = blake2b(digest_size=16)
    for name, digest in sorted(entries):
        whole.update(f"{name}\0{digest}\n".encode(errors="surrogateescape"))
    return whole.hexdigest()


def text_digest(*texts: str) -> str:
    """Make one digest of texts, none of which can run into the next."""
    whole = blake2b(digest_size=16)
    for text in texts:
        content = text.encode(errors="surrogatepass")
        whole.update(len(content).to_bytes(8, "big"))
        whole.update(content)
    return whole.hexdigest()


def _content_digest(path: str | Path) -> str:
    with open(path, "rb") as file:  # noqa: PTH123 - asked for each file, as above
        return file_digest(file, lambda: blake2b(digest_size=16)).hexdigest()


def _files(
    folder: Path, leave_out: tuple[str, ...] = (), inside: tuple[Path, ...] = ()
) -> Iterator[tuple[str, str]]:
    """List the files below a folder that are not hidden, with their paths from it.

    Editors' backups are left out, and links that lead out of the folders `inside`.
    """
    start = str(folder)
    for parent, folders, files in os.walk(start):
        folders[:] = [name for name in folders if name[0] != "." and name not in leave_out]
        below = parent[len(start) + 1 :].replace(os.sep, "/")
        for name in files:
            path = f"{parent}{os.sep}{name}"
            if name[0] in ".#" or name.endswith(_BACKUPS) or (inside and _leads_out(path, inside)):
                continue
            yield (f"{below}/{name}" if below else name), path


def _leads_out(path: str, roots: tuple[Path, ...]) -> bool:
    """Say whether a file is a link to one outside; only links are followed: that is slow."""
    if not os.path.islink(path):  # noqa: PTH114 - asked for each file
        return False
    try:
        target = Path(path).resolve()
    except (OSError, RuntimeError):  # links that lead to each other
        return True
    return not any(target.is_relative_to(root) for root in roots)


def _shared_names(root: Path) -> list[str]:
    """List the shared definitions, so that a new one that comes before a bundled one is seen."""
    return sorted(
        name for name, _ in _files(root / WORKSHOPS / "shared") if name.endswith((".yaml", ".yml"))
    )


def _engine_versions() -> list[str]:
    """Read the versions of the libraries from their folders' names: importing them is slow."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                names = [entry.name.lower() for entry in entries]
        except OSError:
            continue
        found.update(
            name.removesuffix(".dist-info")
            for name in names
            if name.endswith(".dist-info") and name.partition("-")[0] in _ENGINES
        )
    return sorted(found)
