from __future__ import annotations

import base64
import io
import os
import socket
import sys
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from kit.errors import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from kit.press.engine import Press


def _png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (4, 4), "black").save(file, "PNG")
    return file.getvalue()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("the network was asked")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    file = tmp_path / "secret.png"
    file.write_bytes(_png())
    return file


def _code(print_body: Any, body: str, css: str = "") -> str:
    (problem,) = print_body(body, css).problems
    assert problem.severity is Severity.ERROR
    assert problem.hint
    return str(problem.code)


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/a.png",
        "https://example.org/a.png",
        "HTTPS://example.org/a.png",
        "//example.org/a.png",
        "ftp://example.org/a.png",
        "file://example.org/share/a.png",
        "gopher://example.org/",
    ],
)
def test_nothing_is_loaded_from_other_machines(address: str, print_body: Any) -> None:
    code = _code(print_body, f'<img alt="a" src="{address}">')
    # Without a host's scheme the address is completed with the document's own: a file of that host.
    assert code == "blocked-resource"


@pytest.mark.parametrize(
    ("body", "css"),
    [
        ('<link rel="stylesheet" href="https://example.org/a.css">', ""),
        ("<p>a</p>", '@import "https://example.org/a.css";'),
        ("<p>a</p>", 'p { background: url("https://example.org/a.png") }'),
        ("<p>a</p>", '@page { background: url("https://example.org/a.png") }'),
        (
            (
                '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>t</title>'
                '<image href="https://example.org/a.png" width="9" height="9"/></svg>'
            ),
            "",
        ),
        ('<object data="https://example.org/a.png">a</object>', ""),
    ],
)
def test_nothing_is_loaded_in_roundabout_ways(body: str, css: str, print_body: Any) -> None:
    codes = {problem.code for problem in print_body(body, css).problems}
    assert "blocked-resource" in codes


def test_a_font_from_elsewhere_is_refused(press: Press, root: Path) -> None:
    css = '@font-face { font-family: X; src: url("https://example.org/x.ttf") }'
    printed = press.print('<html lang="en"><title>T</title><h1>T</h1>', css, root)
    assert "blocked-resource" in {problem.code for problem in printed.problems}


def test_a_file_outside_the_project_is_refused(secret: Path, print_body: Any, root: Path) -> None:
    relative = os.path.relpath(secret, root)
    for address in (secret.as_uri(), relative, f"{secret.as_uri()}?x#y"):
        assert _code(print_body, f'<img alt="a" src="{address}">') == "blocked-resource"


def test_an_encoded_way_out_is_refused(secret: Path, print_body: Any, root: Path) -> None:
    away = os.path.relpath(secret, root).replace("..", "%2e%2e").replace("/", "%2f")
    assert _code(print_body, f'<img alt="a" src="{away}">') == "blocked-resource"


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights on Windows")
def test_a_link_that_leads_out_is_refused(secret: Path, print_body: Any, root: Path) -> None:
    link = root / "inside.png"
    link.unlink(missing_ok=True)
    link.symlink_to(secret)
    assert _code(print_body, '<img alt="a" src="inside.png">') == "blocked-resource"


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights on Windows")
def test_a_folder_that_links_out_is_refused(secret: Path, print_body: Any, root: Path) -> None:
    link = root / "linked"
    link.unlink(missing_ok=True)
    link.symlink_to(secret.parent, target_is_directory=True)
    assert _code(print_body, '<img alt="a" src="linked/secret.png">') == "blocked-resource"


def test_files_of_the_project_and_data_are_loaded(print_body: Any, root: Path) -> None:
    (root / "my logo.png").write_bytes(_png())
    data = base64.b64encode(_png()).decode()
    body = (
        '<p><img alt="a" src="my logo.png"><img alt="b" src="my%20logo.png">'
        f'<img alt="c" src="data:image/png;base64,{data}"></p>'
    )
    printed = print_body(body)
    assert printed.problems == ()
    assert b"/XObject" in printed.pdf


def test_a_missing_file_is_an_error_that_names_it(print_body: Any) -> None:
    (problem,) = print_body('<img alt="a" src="pictures/missing.png">').problems
    assert problem.code == "missing-resource"
    assert problem.severity is Severity.ERROR
    assert "missing.png" in problem.message


def test_a_file_that_is_no_picture_is_an_error(print_body: Any, root: Path) -> None:
    (root / "broken.png").write_bytes(b"no picture")
    (problem,) = print_body('<img alt="a" src="broken.png">').problems
    assert problem.severity is Severity.ERROR
    assert "broken.png" in problem.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_waited_for(print_body: Any, root: Path) -> None:
    os.mkfifo(root / "pipe.png")
    assert _code(print_body, '<img alt="a" src="pipe.png">') == "missing-resource"
    (root / "pipe.png").unlink()
