from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from kit.cli.app import run
from kit.cli.collect import WAYS
from kit.collecting.channels import CHANNELS

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_every_way_is_listed(kit: Call) -> None:
    said = kit("collect", "--help")
    assert said.returncode == 0
    assert all(f"  {name} " in said.stdout for name in WAYS)
    assert CHANNELS.keys() <= WAYS.keys()


@pytest.mark.parametrize("name", WAYS)
def test_every_way_has_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["collect", name, "--help"]) == 0
    said = capsys.readouterr().out
    assert f"\n  kit collect {name}" in said
    assert "130 stopped" in said
    module = import_module(f"kit.cli.collect_{name.replace('-', '_')}")
    assert module.command.__doc__.partition("\n")[0] == WAYS[name]


def test_a_way_that_there_is_not_is_told_with_one_that_there_is(kit: Call) -> None:
    said = kit("collect", "templat")
    assert said.returncode == 2
    assert "Did you mean 'template'?" in said.stderr


def test_help_on_the_ways_loads_nothing_heavy() -> None:
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    program = (
        "import sys; from kit.__main__ import main; main(['collect', '--help']);"
        "heavy = {'rich', 'yaml', 'jinja2', 'weasyprint', 'pypdf', 'openpyxl',"
        " 'kit.pipeline', 'kit.library'} & set(sys.modules); print(sorted(heavy))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert said.stdout.splitlines()[-1] == "[]"
