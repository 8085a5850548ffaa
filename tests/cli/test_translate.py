from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_it_writes_two_files_and_says_what_is_missing(kit: Call, project: Path) -> None:
    said = kit("translate", "small", "--to", "es")
    assert said.returncode == 0, said.stderr
    own, shared = said.stdout.splitlines()
    assert own.startswith("workshops/es/small.yaml: no texts translated, ")
    assert shared.startswith("workshops/es/shared.yaml: no texts translated, ")
    assert own.endswith(" missing, 0 stale.")
    assert (project / "workshops/es/small.yaml").is_file()


def test_stale_texts_are_named_until_one_has_looked(kit: Call, project: Path) -> None:
    path = project / "workshops/es/small.yaml"
    path.parent.mkdir()
    path.write_text(
        'kit: 1\nlanguage: es\ntexts:\n  title: Pedir\nmade_from:\n  title: "0000000000000000"\n',
        encoding="utf-8",
    )
    said = kit("translate", "small", "--to", "es")
    assert "1 text translated" in said.stdout
    assert "  stale: title" in said.stdout.splitlines()
    looked = kit("translate", "small", "--to", "es", "--looked")
    assert "stale: title" not in looked.stdout
    assert "0 stale" in kit("translate", "small", "--to", "es").stdout


def test_what_is_no_language_is_refused_and_nothing_written(kit: Call, project: Path) -> None:
    said = kit("translate", "small", "--to", "../Spanish")
    assert said.returncode == 2
    assert "[no-language]" in said.stderr
    unknown = kit("translate", "smal", "--to", "es")
    assert unknown.returncode == 2
    assert "small" in unknown.stderr
    assert not (project / "workshops/es").exists()
