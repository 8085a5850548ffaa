from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from kit.editions.registry import EDITIONS
from kit.errors import KitError
from kit.rendering.scripts import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.rendering.render import Rendered

    Render = Callable[..., Rendered]

ELSEWHERE = {"pre-work", "group-list", "sort-cards", "series-cover"}
ELSEWHERE |= {"program-plan", "check-point-plan"}
ELSEWHERE |= {"flip-charts", "flip-charts-large", "flip-charts-tiled"}
ELSEWHERE |= {"mentoring-diary", "mentoring-diary-booklet", "mentoring-diary-page"}
ELSEWHERE |= {"mentoring-agreement", "meeting-log", "learning-plan"}
"""Editions for which the example workshop has nothing; the bundled workshops have it."""
MADE = [name for name, each in EDITIONS.items() if name not in ELSEWHERE and not each.text]


class Outline(HTMLParser):
    """Collects heading levels, ids, links and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if identifier := values.get("id"):
            self.ids.append(identifier)
        if (href := values.get("href")) and tag == "a":
            self.links.append(href)
        for name in ("src", "data", "srcset", "poster"):
            if values.get(name):
                self.addresses.append(f"{tag} {name}={values[name]}")


def outline(html: str) -> Outline:
    parser = Outline()
    parser.feed(html)
    return parser


@pytest.mark.parametrize("edition", MADE)
def test_headings_never_skip_a_level(rendered: Render, edition: str) -> None:
    levels = outline(rendered(edition).screen_html).levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("edition", MADE)
def test_ids_are_unique_and_links_within_the_page_lead_somewhere(
    rendered: Render, edition: str
) -> None:
    page = outline(rendered(edition).screen_html)
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)


@pytest.mark.parametrize("edition", MADE)
def test_a_page_is_one_file_that_asks_nothing_of_other_machines(
    rendered: Render, edition: str
) -> None:
    html = rendered(edition).screen_html
    assert outline(html).addresses == []
    assert "<link" not in html
    assert html.count("<script") == bool(EDITIONS[edition].scripts)
    assert set(re.findall(r"url\(([a-z]+:)", html)) <= {"data:"}
    assert "@import" not in html


def test_the_pre_work_is_a_sheet_of_its_own_in_the_length_that_has_it(rendered: Render) -> None:
    pre_work = rendered("pre-work", length="short").screen_html
    packet = rendered("worksheets", length="short").screen_html
    assert 'id="sheet-needs"' in pre_work
    assert 'id="sheet-needs"' not in packet
    assert 'id="sheet-request"' in packet


def test_markup_in_a_text_is_shown_and_not_obeyed(
    rendered: Render, edit: Callable[..., Path]
) -> None:
    edit("title: Asking a mentor", 'title: Asking <b onclick="x()">a</b> & mentor')
    html = rendered("worksheets").screen_html
    assert "onclick" not in html
    assert "&amp; mentor" in html


def test_a_users_template_changes_one_block(rendered: Render, project: Path) -> None:
    folder = project / "templates" / "editions"
    folder.mkdir(parents=True)
    (folder / "worksheets.html").write_text(
        '{% extends "bundled/editions/worksheets.html" %}\n'
        "{% block take_away %}<p>Our own last page.</p>{% endblock %}\n",
        encoding="utf-8",
    )
    html = rendered("worksheets").screen_html
    assert "Our own last page." in html
    assert 'id="sheet-request"' in html
    assert 'class="take-away"' not in html


def test_a_users_style_comes_last_and_a_users_words_win(rendered: Render, project: Path) -> None:
    styles, strings = project / "templates" / "styles", project / "templates" / "strings"
    styles.mkdir(parents=True)
    strings.mkdir()
    (styles / "own.css").write_text(":root { --accent: #000 }", encoding="utf-8")
    (strings / "en.yaml").write_text("agenda: What happens when\n", encoding="utf-8")
    made = rendered("worksheets")
    assert made.stylesheet.rstrip().endswith(":root { --accent: #000 }")
    assert "What happens when" in made.screen_html
    assert "Objectives" in made.screen_html


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("{{ view.nothing_here }}", "nothing_here"),
        ("{% if %}", "Expected"),
        ("{{ ''.__class__.__mro__ }}", "unsafe"),
        ("{{ word('no_such_word') }}", "no_such_word"),
        ('{% include "../../secret.html" %}', "secret.html"),
        ("{{ 1 / 0 }}", "zero"),
        ("{{ view.identity.titel }}", "asks for `titel`, which this document does not have"),
        ("{{ view.identity.titel }}", "Did you mean `title`?"),
        ("{{ 5 | prose }}", "Only a text can be set here, and `5` is none."),
        ("{{ view.nope | inline }}", "asks for `nope`"),
        ("{{ figure('nope') }}", "There is no figure `nope`."),
        ("{{ none.x.y }}", "asks for `x`"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "circle"),
    ],
)
def test_a_broken_template_of_the_users_is_one_clear_problem(
    rendered: Render, project: Path, body: str, said: str
) -> None:
    folder = project / "templates" / "editions"
    folder.mkdir(parents=True)
    (project.parent / "secret.html").write_text("secret", encoding="utf-8")
    (folder / "run-of-show.html").write_text(
        '{% extends "bundled/editions/run-of-show.html" %}\n'
        "{% block table %}\n" + body + "\n{% endblock %}\n",
        encoding="utf-8",
    )
    with pytest.raises(KitError) as refused:
        rendered("run-of-show")
    (problem,) = refused.value.problems
    assert problem.code == "template"
    assert said in problem.message
    assert problem.where
    assert problem.where.file == "templates/editions/run-of-show.html"
    assert problem.where.line == 3


def test_a_template_that_extends_itself_is_told_how_to_reach_the_bundled_one(
    rendered: Render, project: Path
) -> None:
    folder = project / "templates" / "editions"
    folder.mkdir(parents=True)
    (folder / "run-of-show.html").write_text(
        '{# ours #}\n{% extends "editions/run-of-show.html" %}\n', encoding="utf-8"
    )
    with pytest.raises(KitError) as refused:
        rendered("run-of-show")
    (problem,) = refused.value.problems
    assert problem.code == "template"
    assert "itself" in problem.message
    assert "bundled/editions/run-of-show.html" in problem.hint
    assert str(problem.where) == "templates/editions/run-of-show.html:2:1"


def test_a_document_without_an_end_is_given_up(rendered: Render, project: Path) -> None:
    folder = project / "templates" / "editions"
    folder.mkdir(parents=True)
    (folder / "run-of-show.html").write_text(
        "{% for a in range(90000) %}{% for b in range(90000) %}" + "x" * 9000 + "{% endfor %}"
        "{% endfor %}",
        encoding="utf-8",
    )
    with pytest.raises(KitError) as refused:
        rendered("run-of-show")
    assert [problem.code for problem in refused.value.problems] == ["too-large"]


POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:; '
    "font-src data:; style-src 'unsafe-inline'\">"
)


@pytest.mark.parametrize("edition", MADE)
def test_a_page_tells_browsers_to_load_nothing(rendered: Render, edition: str) -> None:
    made = rendered(edition)
    policy = POLICY
    if EDITIONS[edition].scripts:
        script = re.search("<script>(.*)</script>", made.screen_html, re.DOTALL)
        assert script
        policy = POLICY[:-2] + f"; script-src '{digest_of(script[1])}'\">"
    assert made.screen_html.index(policy) < made.screen_html.index("<style>")
    assert POLICY not in made.print_html


def test_a_users_picture_is_in_the_page_and_on_paper(rendered: Render, project: Path) -> None:
    styles, editions = project / "templates" / "styles", project / "templates" / "editions"
    styles.mkdir(parents=True)
    editions.mkdir()
    (project / "templates" / "logo.png").write_bytes(b"logo")
    (styles / "own.css").write_text("h1 { background: url(logo.png) }", encoding="utf-8")
    (editions / "worksheets.html").write_text(
        '{% extends "bundled/editions/worksheets.html" %}'
        '{% block cover %}<h1><img src="logo.png" alt="Logo"></h1>{% endblock %}',
        encoding="utf-8",
    )
    made = rendered("worksheets")
    assert made.screen_html.count("data:image/png;base64,bG9nbw==") == 2
    assert "data:image/png;base64,bG9nbw==" in made.print_html
    assert "data:image/png;base64,bG9nbw==" in made.stylesheet


def test_a_users_style_that_asks_other_machines_is_refused(rendered: Render, project: Path) -> None:
    styles = project / "templates" / "styles"
    styles.mkdir(parents=True)
    (styles / "own.css").write_text("@import url(http://example.org/x.css);", encoding="utf-8")
    with pytest.raises(KitError) as refused:
        rendered("worksheets")
    assert {problem.code for problem in refused.value.problems} == {"blocked-resource"}
