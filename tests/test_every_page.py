"""Every page that the kit makes: open to everyone, by rules that a machine can hold, and alone."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kit.definitions.program import Program
from kit.editions.named import ALWAYS_NAMED
from kit.editions.registry import EDITIONS as IN_EVERY_PACKET
from kit.editions.setting import Attendee, CourseLine, Mentee, Occasion, Seats, Setting
from kit.library import Library
from kit.reading.workshop import load_workshops
from kit.rendering.render import Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import TailoredWorkshop, tailor

if TYPE_CHECKING:
    from collections.abc import Generator

    from selenium.webdriver.remote.webdriver import WebDriver

# One worker makes a document once, for all the tests that look at it.
pytestmark = pytest.mark.xdist_group("every-page")

LIBRARY = Library(None, Path(__file__).resolve().parents[1])
NAMES = LIBRARY.workshop_names()
EDITIONS = {**IN_EVERY_PACKET, **{edition.name: edition for edition in ALWAYS_NAMED}}
PAGES = [name for name, edition in EDITIONS.items() if not edition.text]
WITH_NAMES = Setting(
    occasion=Occasion(
        "Residents",
        institution="A hospital",
        date="2027-08-12",
        place="Room 1",
        number=1,
        course=(CourseLine("one", 1, "A first", "2027-08-12", "12:00", "Room 1"),),
        course_title="A series",
    ),
    seating=(Seats("1", ("Ada Person", "Bo Person")), Seats("2", ("Cy Person",))),
    attendance=(
        Attendee("Ada Person", "Ada Person", came=True, email="ada@example.org", role="PGY-1"),
        Attendee("Bo Person", "Bo Person", came=None),
    ),
)
PROGRAM = Program.model_validate(
    {
        "title": "A program",
        "begins": "2027-08-01",
        "ends": "2027-10-31",
        "stages": ({"id": "begin", "title": "Begin", "happens": "We begin.", "can": "Say why."},),
        "mentors": {"senior": {"title": "Senior mentor", "does": ("Meets you.",)}},
        "checkpoints": ({"session": "one", "stage": "begin", "who": "All", "ask": ("What?",)},),
        "diary": {"every_weeks": 4, "begins": "2027-08-02"},
    }
)
OF_PROGRAMS = {"program-plan", "check-point-plan", "mentor-list"}
IN_A_PROGRAM = replace(
    WITH_NAMES,
    occasion=replace(WITH_NAMES.occasion, program=PROGRAM),  # type: ignore[type-var]
    mentees=(Mentee("Ada Person", 2, "Dr. Gray", ""),),
)
NAMED = {"group-list", "series-cover", *(each.name for each in ALWAYS_NAMED)}
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOK = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: {type: "tag", values: arguments[0]}, resultTypes: ["violations"]})
  .then((found) => done(found.violations.map((each) => [each.id, each.help,
    each.nodes.map((node) => [node.target.join(" "), node.failureSummary, node.html])])))
  .catch((error) => done([["axe", String(error), []]]));
"""


@cache
def axe() -> str:
    """Read axe-core, which looks a page over by the rules of WCAG."""
    package = "axe-playwright-python"
    try:
        found = distribution(package).locate_file("axe_playwright_python/axe.min.js")
    except PackageNotFoundError:
        pytest.skip(f"{package} is not installed: sh .ci/virtual-environment.sh .venv dev")
    return Path(str(found)).read_text(encoding="utf-8")


@cache
def workshop(name: str, length: str | None = None) -> TailoredWorkshop:
    (loaded,), _ = load_workshops(LIBRARY, [name])
    return tailor(loaded, Choice(length=length))


@cache
def renderer() -> Renderer:
    return Renderer(LIBRARY.folders("templates"))


def page_of(edition: str, name: str, folder: Path) -> Path | None:
    """Write the page of the default length, or of the first that has it."""
    setting = WITH_NAMES if edition in NAMED else Setting()
    setting = IN_A_PROGRAM if edition in OF_PROGRAMS else setting
    (loaded,), _ = load_workshops(LIBRARY, [name])
    lengths = (None, *loaded.workshop.lengths)
    views = (EDITIONS[edition].view(workshop(name, length), setting) for length in lengths)
    view = next((each for each in views if each is not None), None)
    if view is None:
        return None
    page = folder / f"{edition}.html"
    html = renderer().render(EDITIONS[edition], view, "letter").screen_html
    page.write_text(html, encoding="utf-8")
    return page


def command(browser: WebDriver, name: str, **values: object) -> Any:
    return browser.execute_cdp_cmd(name, values)  # type: ignore[attr-defined]


@pytest.fixture
def at_width(browser: WebDriver) -> Generator[Any]:
    """Give the browser the width of a phone or a desktop, and its own again in the end."""

    def set_width(width: str) -> None:
        across, down = WIDTHS[width]
        size = {"width": across, "height": down, "deviceScaleFactor": 1, "mobile": False}
        command(browser, "Emulation.setDeviceMetricsOverride", **size)

    yield set_width
    command(browser, "Emulation.clearDeviceMetricsOverride")


def opened(browser: WebDriver, page: Path) -> None:
    command(browser, "Page.enable")
    browser.get(page.as_uri())


def found_by_axe(browser: WebDriver) -> list[str]:
    browser.set_script_timeout(60)
    browser.execute_script(axe())
    found: list[Any] = browser.execute_async_script(LOOK, RULES)
    return [
        f"{rule}: {meaning}\n  {where}\n  {html[:300]}\n  {why}"
        for rule, meaning, nodes in found
        for where, why, html in (nodes or [("", "", "")])
    ]


def held(browser: WebDriver, at_width: Any, page: Path) -> None:
    """Hold a page against the rules of WCAG, and that nothing of it lies beyond its edge."""
    for width, (across, _) in WIDTHS.items():
        at_width(width)
        opened(browser, page)
        assert found_by_axe(browser) == [], f"{page.name} at the width of a {width}"
        needed = browser.execute_script("return document.documentElement.scrollWidth")
        assert needed <= across, f"{page.name} is wider than a {width}"


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        pytest.param(
            name,
            edition,
            id=f"{name}-{edition}",
            # What else goes in the bag is made of the same parts as the core of a packet.
            marks=[] if name == NAMES[0] and EDITIONS[edition].core else [pytest.mark.slow],
        )
        for name in NAMES
        for edition in PAGES
    ],
)
def test_it_is_open_to_everyone(
    browser: WebDriver, at_width: Any, name: str, edition: str, tmp_path: Path
) -> None:
    if page := page_of(edition, name, tmp_path):
        held(browser, at_width, page)


def test_every_edition_has_been_looked_at(tmp_path: Path) -> None:
    made = {edition for edition in PAGES for name in NAMES if page_of(edition, name, tmp_path)}
    assert made == set(PAGES)


def test_slides_with_the_address_of_the_form_are_open_to_everyone(
    browser: WebDriver, at_width: Any, tmp_path: Path
) -> None:
    setting = Setting(form_address="https://forms.example.org/interns")
    view = EDITIONS["slides"].view(workshop(NAMES[0]), setting)
    page = tmp_path / "slides.html"
    html = renderer().render(EDITIONS["slides"], view, "letter").screen_html
    page.write_text(html, encoding="utf-8")
    held(browser, at_width, page)
    assert requests(browser, page) == [page.as_uri()]


def test_axe_finds_what_is_wrong(browser: WebDriver, at_width: Any, tmp_path: Path) -> None:
    page = page_of("worksheets", NAMES[0], tmp_path)
    assert page
    html = page.read_text(encoding="utf-8")
    spoiled = html.replace("</main>", '<p style="color: #bbb">Faint</p><input></main>')
    page.write_text(spoiled, encoding="utf-8")
    at_width("desktop")
    opened(browser, page)
    rules = {each.partition(":")[0] for each in found_by_axe(browser)}
    assert {"color-contrast", "label"} <= rules


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of a course of four sessions and of a workshop, with its index."""
    out = tmp_path_factory.mktemp("built")
    editions = "instructor-guide,run-of-show,worksheets"
    only = ("--format", "html", "--edition", editions, "--out", str(out))
    command_line = [sys.executable, "-m", "kit", "build", *only]
    subprocess.run(command_line, cwd=LIBRARY.bundled, check=True, capture_output=True)
    return out


def test_the_index_is_open_to_everyone(browser: WebDriver, at_width: Any, built: Path) -> None:
    html = (built / "index.html").read_text(encoding="utf-8")
    assert "index-group" in html
    assert "index-session" in html
    held(browser, at_width, built / "index.html")


@pytest.mark.parametrize("session", ["interns-2027/plan", "junior-faculty-2027/hard-cases"])
def test_the_guide_of_a_cohort_is_open_to_everyone(
    browser: WebDriver, at_width: Any, built: Path, session: str
) -> None:
    page = built / session / "instructor" / "instructor-guide.html"
    html = page.read_text(encoding="utf-8")
    assert '<a href="#differences">' in html
    held(browser, at_width, page)


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example report, of one session with its form months later."""
    out = tmp_path_factory.mktemp("reported")
    only = ("--example", "--session", "interns-2027/needs", "--format", "html", "--out", str(out))
    command_line = [sys.executable, "-m", "kit", "report", *only]
    subprocess.run(command_line, cwd=LIBRARY.bundled, check=True, capture_output=True)
    return out / "reports" / "example" / "interns-2027" / "needs" / "report.html"


def test_a_report_is_open_to_everyone(browser: WebDriver, at_width: Any, reported: Path) -> None:
    held(browser, at_width, reported)


def test_a_report_asks_nothing_of_any_machine(browser: WebDriver, reported: Path) -> None:
    assert requests(browser, reported) == [reported.as_uri()]


@pytest.mark.parametrize("edition", PAGES)
def test_it_asks_nothing_of_any_machine(browser: WebDriver, edition: str, tmp_path: Path) -> None:
    page = page_of(edition, NAMES[0], tmp_path)
    if page is None:
        return
    assert requests(browser, page) == [page.as_uri()]


def test_the_index_asks_nothing_of_any_machine(browser: WebDriver, built: Path) -> None:
    index = built / "index.html"
    assert requests(browser, index) == [index.as_uri()]


def test_a_request_would_be_seen(browser: WebDriver, tmp_path: Path) -> None:
    (tmp_path / "other.css").write_text("p { color: red }", encoding="utf-8")
    page = tmp_path / "page.html"
    page.write_text('<link rel="stylesheet" href="other.css"><p>Text', encoding="utf-8")
    assert (tmp_path / "other.css").as_uri() in requests(browser, page)


def requests(browser: WebDriver, page: Path) -> list[str]:
    """Open a page and give the addresses that it asked for; what is written in it is none."""
    browser.get("about:blank")
    browser.get_log("performance")
    browser.get(page.as_uri())
    entries = (json.loads(entry["message"])["message"] for entry in browser.get_log("performance"))
    asked = (
        entry["params"]["request"]["url"]
        for entry in entries
        if entry["method"] == "Network.requestWillBeSent"
    )
    return [address for address in asked if not address.startswith("data:")]
