"""Everything that is installed for use and for tests has its exact version in constraints.txt."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
ALONE = ("axe-playwright-python",)


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("==") for line in lines if line and not line.startswith("#"))
    return {canonicalize_name(name): version for name, version in pairs}


def installed() -> dict[str, str]:
    """Give name and version of all that the project asks for, and what that asks for in turn."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [
        *project["dependencies"],
        *project["optional-dependencies"]["dev"],
        "hatchling",
        "editables",
    ]
    waiting = [Requirement(line) for line in asked]
    # What is installed without that which it asks for.
    found = {name: distribution(name).version for name in ALONE}
    seen: set[tuple[str, ...]] = set()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        extras = {"", *requirement.extras}
        # One package may ask for another with its extras, and a second one without.
        if (name, *sorted(extras)) in seen or name in ALONE:
            continue
        seen.add((name, *sorted(extras)))
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue
        found[name] = package.version
        for line in package.requires or ():
            marker = Requirement(line).marker
            if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
                waiting.append(Requirement(line))
    return found


def test_everything_is_pinned() -> None:
    missing = {name: version for name, version in installed().items() if name not in pins()}

    assert missing == {}


def test_what_is_installed_is_what_is_pinned() -> None:
    pinned = pins()
    other = {name: (version, pinned.get(name)) for name, version in installed().items()}

    assert {name: pair for name, pair in other.items() if pair[1] not in (None, pair[0])} == {}


def test_nothing_is_pinned_that_is_not_needed() -> None:
    assert set(pins()) - set(installed()) == set()


def test_the_pins_say_nothing_of_where_they_come_from() -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")

    assert not re.search(r"^\s*-|://| @ ", text, re.MULTILINE)
