from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

import kit as package
from kit.cli.app import COMMANDS, run

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_help_names_every_command_and_the_exit_codes(kit: Call) -> None:
    said = kit("--help")
    assert said.returncode == 0
    assert all(f"  {name} " in said.stdout for name in COMMANDS)
    assert "Exit codes: 0 done, 1 something failed, 2 something to mend" in said.stdout
    assert kit().stdout == said.stdout == kit("-h").stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([name, "--help"]) == 0
    said = capsys.readouterr().out
    assert f"\n  kit {name}" in said
    assert "130 stopped" in said
    summary = import_module(f"kit.cli.{name}").command.__doc__.partition("\n")[0]
    assert summary == COMMANDS[name]


def test_the_version(kit: Call) -> None:
    said = kit("--version")
    assert (said.returncode, said.stdout) == (0, f"kit {package.__version__}\n")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["buidl"], "Did you mean 'build'?"),
        (["build", "--papr", "a4"], "--paper"),
        (["build", "--paper", "a5"], "There is: `letter`, `a4`."),
        (["build", "--paper", "letter,a4"], "`--paper` takes one of them"),
        (["build", "--start", "25:00"], "09:00"),
        (["build", "--format", "doc"], "`docx`"),
        (["build", "--jobs", "0"], "'--jobs'"),
        (["show", "smal"], "Did you mean `small`?"),
        (["init"], "DIR"),
    ],
)
def test_mistakes_in_the_command_are_told_with_a_way_out(
    kit: Call, words: list[str], hint: str
) -> None:
    said = kit(*words)
    assert said.returncode == 2
    assert hint in said.stderr
    assert "Traceback" not in said.stderr


def test_help_loads_no_command_and_nothing_heavy(kit: Call) -> None:
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    assert kit
    program = (
        "import sys; from kit.__main__ import main; main(['--help']);"
        "heavy = {'rich', 'yaml', 'pydantic', 'jinja2', 'weasyprint', 'kit.cli.build',"
        " 'kit.pipeline', 'kit.library'} & set(sys.modules); print(sorted(heavy))"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert said.stdout.splitlines()[-1] == "[]"
