from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.errors import KitError
from kit.rendering.resources import LARGEST, Resources

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = b"\x89PNG\r\n\x1a\n"
TAKEN = "data:image/png;base64,iVBORw0KGgo="


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "project" / "templates"
    (folder / "editions").mkdir(parents=True)
    (folder / "styles").mkdir()
    (folder / "logo.png").write_bytes(PICTURE)
    (folder.parent / "beside.png").write_bytes(PICTURE)
    (tmp_path / "outside.png").write_bytes(PICTURE)
    (folder / "link.png").symlink_to(tmp_path / "outside.png")
    (folder / "large.png").write_bytes(b"x" * (LARGEST + 1))
    (folder / "notes.txt").write_text("private", encoding="utf-8")
    return folder


def codes(refused: pytest.ExceptionInfo[KitError]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


@pytest.mark.parametrize("name", ["logo.png", "beside.png", "./logo.png", "logo%2Epng?v=2"])
def test_pictures_of_the_project_are_written_into_the_page(templates: Path, name: str) -> None:
    html = f'<p>a</p>\n<p>b <img alt="A &amp; B" src="{name}"> c</p>'
    expected = f'<p>a</p>\n<p>b <img alt="A &amp; B" src="{TAKEN}"> c</p>'
    assert Resources(templates).in_html(html, "editions/x.html") == expected


def test_pictures_in_styles_are_written_into_them(templates: Path) -> None:
    resources = Resources(templates)
    css = "/* url(http://no) */ a { background: url( 'logo.png' ) } b { content: \"url(http:x)\" }"
    assert resources.in_css(css, "templates/styles/own.css") == css.replace(
        "url( 'logo.png' )", f'url("{TAKEN}")'
    )
    html = "<style>p { background: url(logo.png) }</style><p style='background:url(logo.png)'>x</p>"
    made = resources.in_html(html, "editions/x.html")
    assert made.count(TAKEN) == 2
    assert "logo.png" not in made


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/x.png">go</a>',
        '<a href="notes.txt">go</a>',
        '<svg><use href="#s"/><circle fill="url(#g)"/></svg>',
        f'<img src="{TAKEN}">',
        '<p title="url(http://x)">src="http://x"</p>',
        "<!-- <img src='http://x'> -->",
    ],
)
def test_links_and_what_lies_in_the_page_stay_as_they_are(templates: Path, html: str) -> None:
    assert Resources(templates).in_html(html, "editions/x.html") == html


@pytest.mark.parametrize(
    "html",
    [
        '<img src="http://example.org/a.png">',
        '<img src="HTTPS://example.org/a.png">',
        '<img src="//example.org/a.png">',
        '<img src="/etc/passwd.png">',
        '<img src="file:///etc/passwd.png">',
        '<img src="../../outside.png">',
        '<img src="..\\..\\outside.png">',
        '<img src="%2e%2e/../outside.png">',
        '<img src="link.png">',
        '<img src="notes.txt">',
        '<img srcset="http://example.org/a.png 2x">',
        '<svg><image href="http://example.org/a.png"/></svg>',
        '<svg><image xlink:href="http://example.org/a.png"/></svg>',
        '<svg><use href="http://example.org/a.svg#x"/></svg>',
        '<p style="background: url(http://example.org/a.png)">x</p>',
        "<style>@import 'http://example.org/a.css';</style>",
        '<svg><rect fill="url(http://example.org/a.svg#x)"/></svg>',
        '<script src="x.js"></script>',
        '<link rel="stylesheet" href="x.css">',
        '<iframe src="https://example.org"></iframe>',
        '<object data="x.svg"></object>',
        '<meta http-equiv="Refresh" content="0; url=http://example.org">',
        '<a href="#x" ping="http://example.org">x</a>',
    ],
)
def test_what_lies_elsewhere_is_refused_with_its_place(templates: Path, html: str) -> None:
    (templates / "editions" / "x.html").write_text(f"<p>\n  {html}\n", encoding="utf-8")
    with pytest.raises(KitError) as refused:
        Resources(templates).in_html(html, "editions/x.html")
    assert codes(refused) == ["blocked-resource"]
    (problem,) = refused.value.problems
    assert problem.where
    assert (problem.where.file, problem.where.line) == ("templates/editions/x.html", 2)
    assert problem.hint


@pytest.mark.parametrize(
    "css",
    [
        "@import url(http://example.org/a.css);",
        "@IMPORT 'more.css';",
        "a { background: url(http://example.org/a.png) }",
        'a { background: URL("//example.org/a.png") }',
    ],
)
def test_styles_load_nothing_from_elsewhere(templates: Path, css: str) -> None:
    (templates / "styles" / "own.css").write_text(f"\n{css}", encoding="utf-8")
    with pytest.raises(KitError) as refused:
        Resources(templates).in_css(css, "templates/styles/own.css")
    assert set(codes(refused)) == {"blocked-resource"}
    assert refused.value.problems[0].where
    assert refused.value.problems[0].where.file == "templates/styles/own.css"


@pytest.mark.parametrize(
    ("name", "code"), [("none.png", "missing-resource"), ("large.png", "too-large")]
)
def test_what_is_missing_or_too_large_is_told(templates: Path, name: str, code: str) -> None:
    with pytest.raises(KitError) as refused:
        Resources(templates).in_html(f'<img src="{name}">', "editions/x.html")
    assert codes(refused) == [code]
