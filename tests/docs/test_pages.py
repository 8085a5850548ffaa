"""The pages of the user guide: links lead somewhere, examples are valid, commands exist."""

from __future__ import annotations

import importlib
import pkgutil
import re
import shlex
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

import pytest
import yaml

import kit.definitions
from kit.definitions.base import Definition
from kit.reading.yaml_source import read_source

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
CODE = re.compile("`[^`\n]+`")
FENCE = re.compile(r"^( *)```(\w+)(?: (\w+))?\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"")


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def fences(page: Path, language: str) -> list[tuple[str, str]]:
    """Give the examples of a language, each with the word after it."""
    found = FENCE.findall(page.read_text(encoding="utf-8"))
    return [(word, text) for _, kind, word, text in found if kind == language]


def anchors(page: Path) -> set[str]:
    without_examples = FENCE.sub("", page.read_text(encoding="utf-8"))
    titles = re.findall(r"^#+ (.+)$", without_examples, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def models() -> dict[str, type[Definition]]:
    for module in pkgutil.walk_packages(kit.definitions.__path__, "kit.definitions."):
        importlib.import_module(module.name)

    def below(model: type[Definition]) -> dict[str, type[Definition]]:
        found = {model.__name__: model}
        for child in model.__subclasses__():
            found |= below(child)
        return found

    return below(Definition)


def test_there_are_pages() -> None:
    names = {name(page) for page in PAGES}
    assert {"README.md", "docs/installation.md", "docs/writing-a-workshop.md"} <= names


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for match in LINK.findall(CODE.sub("", FENCE.sub("", page.read_text(encoding="utf-8")))):
        target = next(filter(None, match))
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = unquote(target).partition("#")
        path = (page.parent / file).resolve() if file else page
        if not path.exists() or (anchor and anchor not in anchors(path)):
            broken.append(target)
    assert broken == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_yaml_examples_are_yaml(page: Path) -> None:
    for _, text in fences(page, "yaml"):
        assert yaml.safe_load(text) is not None


def test_examples_that_name_a_model_are_valid(tmp_path: Path) -> None:
    known = models()
    example = tmp_path / "example.yaml"
    checked = 0
    for page in PAGES:
        for word, text in fences(page, "yaml"):
            if word:
                example.write_text(text, encoding="utf-8")
                known[word].model_validate(read_source(example, name(page)).data)
                checked += 1
    assert checked >= 4


@lru_cache
def help_of(*command: str) -> str:
    shown = subprocess.run(
        [sys.executable, "-m", "kit", *command, "--help"],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "", "COLUMNS": "200", "NO_COLOR": "1"},
    )
    return shown.stdout


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_that_are_shown_exist(page: Path) -> None:
    for _, text in fences(page, "sh"):
        for line in text.splitlines():
            words = shlex.split(line, comments=True)
            if words[:1] == ["make"]:
                targets = [word for word in words[1:] if "=" not in word]
                makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
                assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
            if words[:1] == ["kit"] and words[1:] != ["--help"] and words[1:] != ["--version"]:
                shown = help_of(words[1])
                if "\nCommands:" in shown:
                    shown = help_of(words[1], words[2])
                options = [word.split("=")[0] for word in words[2:] if word.startswith("--")]
                assert [option for option in options if option not in shown] == [], line
