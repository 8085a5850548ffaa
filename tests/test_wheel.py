"""The wheel: installed with no index in a clean environment, it makes a packet without network."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

# Building and installing take a while: one worker does it once, for all tests of this file.
pytestmark = pytest.mark.xdist_group("wheel")

ROOT = Path(__file__).resolve().parent.parent
CLOSED = "http://127.0.0.1:9"
"""Nothing listens here: whatever would go out by a proxy fails at once."""


def run(
    *command: str | Path, cwd: Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=env or dict(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done


def outside() -> dict[str, str]:
    """An environment that knows neither this repository nor a way to a package index."""
    kept = {"PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT"}
    return {
        **{name: value for name, value in os.environ.items() if name in kept},
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PYTHONNOUSERSITE": "1",
        **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), CLOSED),
    }


def without_network() -> list[str]:
    """The words before a command that take its network away, where this system has them."""
    for words in (["unshare", "-n"], ["unshare", "-r", "-n"]):
        if shutil.which(words[0]):
            tried = subprocess.run([*words, "true"], capture_output=True, check=False)
            if tried.returncode == 0:
                return words
    return []


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a copy of the repository, built with the build backend that is installed."""
    copy = tmp_path_factory.mktemp("source") / "workshop-kit"
    ignored = shutil.ignore_patterns(".*", "build", "dist", "__pycache__", "tests")
    shutil.copytree(ROOT, copy, ignore=ignored)
    shutil.copy2(ROOT / ".gitignore", copy)
    target = tmp_path_factory.mktemp("wheel")
    run(
        *(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", target),
        cwd=copy,
        env={**outside(), "PATH": os.environ["PATH"]},
    )
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def wheelhouse(wheel: Path, pytestconfig: pytest.Config) -> Path:
    """Wheels of all that the kit needs, in the pinned versions: fetched once, then kept."""
    pins = (ROOT / "constraints.txt").read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    key = hashlib.blake2b(pins + sys.version.encode(), digest_size=6).hexdigest()
    folder = pytestconfig.cache.mkdir("wheelhouse") / key
    if not (folder / "complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-build-isolation")
        fetch = [*pip, "-c", ROOT / "constraints.txt", "-w", folder, wheel]
        try:
            run(*fetch, cwd=wheel.parent)
        except AssertionError:
            if "CI" in os.environ:
                raise
            pytest.skip("the kit's dependencies cannot be fetched here")
        # The kit's own wheel is the one under test, never one of an earlier run.
        for own in folder.glob("workshop_kit-*.whl"):
            own.unlink()
        (folder / "complete").touch()
    return folder


@pytest.fixture(scope="session")
def installed(wheel: Path, wheelhouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean virtual environment with the wheel, made without an index; its folder of programs."""
    folder = tmp_path_factory.mktemp("clean") / "venv"
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    options = ("--quiet", "--no-index", "--find-links", wheelhouse)
    run(programs / "python", "-m", "pip", "install", *options, wheel, cwd=folder, env=outside())
    return programs


def kit(installed: Path, cwd: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run(*without_network(), installed / "kit", *words, cwd=cwd, env=outside())


def test_the_wheel_holds_workshops_and_templates(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())

    for folder in ("workshops", "templates"):
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
        wanted = {
            f"kit/_data/{path.relative_to(ROOT).as_posix()}"
            for path in files
            if "__pycache__" not in path.parts
            and ".schema" not in path.parts
            and path.name != ".gitignore"
        }
        assert wanted - names == set()
    assert any(name.endswith("licenses/LICENSE-CONTENT") for name in names)
    assert not [name for name in names if name.startswith(("tests/", "build/"))]


@pytest.mark.slow
def test_the_installed_kit_lists_the_bundled_workshops(installed: Path, tmp_path: Path) -> None:
    listed = kit(installed, tmp_path, "list").stdout

    for file in (ROOT / "workshops").glob("*.yaml"):
        assert file.stem in listed


@pytest.mark.slow
def test_the_installed_kit_uses_what_is_inside_the_wheel(installed: Path, tmp_path: Path) -> None:
    script = "from kit.library import bundled_folder; print(bundled_folder())"
    shown = run(installed / "python", "-c", script, cwd=tmp_path, env=outside()).stdout.strip()

    assert Path(shown).is_relative_to(installed.parent)
    assert Path(shown).parts[-2:] == ("kit", "_data")


@pytest.mark.slow
def test_the_installed_kit_makes_a_packet_without_network(installed: Path, tmp_path: Path) -> None:
    name = min(path.stem for path in (ROOT / "workshops").glob("*.yaml"))
    kit(installed, tmp_path, "build", name)

    packet = tmp_path / "build" / name
    for document in ("instructor/instructor-guide", "instructor/run-of-show"):
        assert (packet / f"{document}.pdf").read_bytes().startswith(b"%PDF-")
        assert (packet / f"{document}.html").stat().st_size > 1000
    for document in ("participants/worksheets", "participants/evaluation-form"):
        assert (packet / f"{document}.pdf").read_bytes().startswith(b"%PDF-")
        assert (packet / f"{document}.html").stat().st_size > 1000
    assert (tmp_path / "build" / "index.html").exists()


@pytest.mark.slow
def test_the_installed_kit_starts_a_folder_of_ones_own(installed: Path, tmp_path: Path) -> None:
    kit(installed, tmp_path, "init", "mine")

    assert list((tmp_path / "mine" / "workshops").glob("*.yaml"))
    kit(installed, tmp_path / "mine", "check")
