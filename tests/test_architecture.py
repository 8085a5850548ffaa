"""The house: imports run one way, definitions touch nothing, tests mirror the tree."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
KIT = ROOT / "kit"
TESTS = ROOT / "tests"

ORDER = (
    "__init__",
    "errors",
    "suggestion",
    "library",
    "definitions",
    "reading",
    "tailoring",
    "checking",
    "instrument",
    "editions",
    "rendering",
    "press",
    "pipeline",
    "answers",
    "exchange",
    "collecting",
    "reporting",
    "serving",
    "cli",
    "__main__",
)
MODULES = sorted(KIT.rglob("*.py"), key=str)
TOUCHES_THE_WORLD = {
    *("asyncio", "csv", "ctypes", "fileinput", "glob", "http", "io", "logging", "os", "pathlib"),
    *("shutil", "socket", "sqlite3", "subprocess", "sys", "tempfile", "tomllib", "urllib", "yaml"),
}
ASKS_THE_WORLD = {"open", "print", "input", "exec", "eval", "breakpoint"}


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def layer_of(module: str) -> str:
    """Name the floor of the house that a module lives on: `kit.press.fonts` is on `press`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__" or len(parts) == 1)


def imported(tree: ast.AST, path: Path) -> Iterator[tuple[int, str]]:
    """Give every import with its line: in functions and for type checking too."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module="kit", level=0, names=names):
                yield from ((node.lineno, _below_kit(alias.name)) for alias in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield node.lineno, module
            case ast.ImportFrom(module=module, level=level):
                package = (path.parent.relative_to(ROOT)).parts[: -(level - 1) or None]
                yield node.lineno, ".".join((*package, *([module] if module else [])))
            case ast.Call(
                func=ast.Name(id="import_module") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(module)), *_],
            ):
                yield node.lineno, module


def _below_kit(name: str) -> str:
    is_module = (KIT / name).is_dir() or (KIT / f"{name}.py").is_file()
    return f"kit.{name}" if is_module else "kit"


def upward(path: Path, source: str) -> list[str]:
    """Name the imports of a module that lead to a later floor."""
    own = layer_of(module_of(path))
    return [
        f"{shown(path)}:{line} imports {module}"
        for line, module in imported(ast.parse(source), path)
        if module.split(".")[0] == "kit" and ORDER.index(layer_of(module)) > ORDER.index(own)
    ]


def test_every_folder_has_its_floor() -> None:
    floors = {layer_of(module_of(path)) for path in MODULES}
    assert floors <= set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_imports_run_one_way(path: Path) -> None:
    assert upward(path, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "from kit.press.engine import Press",
        "import kit.press",
        "from kit import press",
        "from ..press import engine",
        "def late():\n    from kit.press.engine import Press",
        "if TYPE_CHECKING:\n    from kit.press.engine import Press",
        "import_module('kit.press.engine')",
    ],
)
def test_an_import_of_a_later_floor_is_seen_wherever_it_stands(source: str) -> None:
    assert len(upward(KIT / "tailoring" / "tailor.py", source)) == 1
    assert upward(KIT / "pipeline" / "build.py", source) == []


@pytest.mark.parametrize(
    "path", [path for path in MODULES if "definitions" in path.parts], ids=shown
)
def test_definitions_touch_nothing(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = {module.split(".")[0] for _, module in imported(tree, path)}
    called = {
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not modules & TOUCHES_THE_WORLD
    assert not called & ASKS_THE_WORLD


def mirrored() -> list[Path]:
    """List the tests of modules; other folders and the top hold whole-product tests."""
    tests = (path for path in TESTS.rglob("test_*.py") if path.parent != TESTS)
    return sorted(path for path in tests if path.relative_to(TESTS).parts[0] in ORDER)


@pytest.mark.parametrize("path", mirrored(), ids=shown)
def test_a_test_stands_where_its_module_stands(path: Path) -> None:
    module = KIT / path.parent.relative_to(TESTS) / path.stem.removeprefix("test_")
    folder = module.parent
    assert module.with_suffix(".py").is_file() or module.is_dir() or module.name == folder.name


@pytest.mark.parametrize("floor", sorted(each.parent.name for each in KIT.glob("*/__init__.py")))
def test_every_floor_has_tests(floor: str) -> None:
    assert list((TESTS / floor).rglob("test_*.py"))


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_no_file_holds_more_than_a_head_can(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < 300


def test_nothing_is_called_by_what_it_is_not() -> None:
    vague = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "build"}
    assert not {path.stem for path in KIT.rglob("*") if path.is_dir()} & vague
    assert not {path.stem for path in MODULES} & (vague - {"build"})
