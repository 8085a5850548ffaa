"""The diary as one file: it keeps a draft, saves to a file, takes files in, and sends nothing."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kit.editions.registry import EDITIONS
from kit.editions.setting import Setting
from kit.library import Library, find_library
from kit.reading.workshop import load_workshops
from kit.rendering.render import Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor
from tests.leaving import asks_before_it_goes, go
from tests.test_every_page import found_by_axe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver.remote.webdriver import WebDriver

BUNDLED = find_library(Path(__file__).parent).bundled
NAME = "mentoring-diary-page"
WRITE = """
const [id, value] = arguments, field = document.getElementById(id);
field.value = value;
field.dispatchEvent(new Event("input", {bubbles: true}));
field.dispatchEvent(new Event("change", {bubbles: true}));
"""


class Page:
    """The diary in the browser."""

    def __init__(self, browser: WebDriver, path: Path, folder: Path) -> None:
        self.browser = browser
        self.path = path
        self.folder = folder

    def open(self) -> None:
        go(self.browser, self.path.as_uri())

    def run(self, code: str, *values: object) -> Any:
        return self.browser.execute_script(code, *values)

    def press(self, words: str) -> None:
        self.run(
            "[...document.querySelectorAll('button')].find((b) => b.textContent === arguments[0])"
            ".click()",
            words,
        )

    def write(self, **values: str) -> None:
        for name, value in values.items():
            self.run(WRITE, name.replace("_", "-"), value)

    def entry(self, date: str, happened: str, ask: str = "") -> None:
        self.press("New entry")
        self.write(date=date, prompt_happened=happened, ask=ask)
        self.press("Done")

    def text(self, name: str) -> str:
        return str(self.run("return document.getElementById(arguments[0]).textContent", name))

    def saved(self) -> dict[str, Any]:
        deadline = time.monotonic() + 10
        while not (files := list(self.folder.glob("*.json"))):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        found: dict[str, Any] = json.loads(files[0].read_text(encoding="utf-8"))
        return found

    def give(self, file: Path) -> None:
        # The window for choosing a file is the browser's own: its field is filled without it.
        self.run("HTMLInputElement.prototype.click = () => {}")
        self.press("Open my file")
        self.run("delete HTMLInputElement.prototype.click")
        self.run("document.getElementById('told').replaceChildren()")
        self.browser.find_element("css selector", "input.own-file").send_keys(str(file))
        deadline = time.monotonic() + 10
        while not self.text("told"):
            assert time.monotonic() < deadline
            time.sleep(0.05)

    @property
    def entries(self) -> int:
        return int(self.run("return document.querySelectorAll('details.entry').length"))


@pytest.fixture(scope="module")
def html() -> str:
    (loaded,), problems = load_workshops(Library(None, BUNDLED), ["stages-and-diaries"])
    assert not [each for each in problems if each.severity == "error"]
    edition = EDITIONS[NAME]
    view = edition.view(tailor(loaded, Choice()), Setting())
    return Renderer((BUNDLED / "templates",)).render(edition, view, "letter").screen_html


@pytest.fixture
def page(browser: WebDriver, html: str, tmp_path: Path) -> Iterator[Page]:
    path = tmp_path / f"{NAME}.html"
    path.write_text(html, encoding="utf-8")
    folder = tmp_path / "downloads"
    folder.mkdir()
    command: Any = browser.execute_cdp_cmd  # type: ignore[attr-defined]
    command("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
    page = Page(browser, path, folder)
    page.open()
    page.run("localStorage.clear()")
    page.open()
    browser.get_log("browser")
    yield page
    page.run("localStorage.clear()")
    page.open()
    go(browser, "about:blank")


def test_an_entry_stays_as_a_draft_and_its_ask_stands_above_the_next(page: Page) -> None:
    page.entry("2027-03-04", "<img src=x onerror=alert(1)> & “we met”", ask="The second draft")
    assert "Entries to save: 1" in page.text("state")
    # The draft is kept as it is written: a page that is loaded anew has it.
    page.open()
    assert page.entries == 1
    assert "<img src=x onerror=alert(1)>" in page.text("list")
    assert page.run("return document.querySelectorAll('#list img').length") == 0
    page.press("New entry")
    assert "The second draft" in page.text("last-ask")
    told = page.browser.get_log("browser")
    assert [each for each in told if each["source"] != "intervention"] == []


def test_it_asks_before_it_is_left_with_something_to_save(page: Page) -> None:
    assert not asks_before_it_goes(page.browser)
    page.entry("2027-03-04", "We met")
    assert asks_before_it_goes(page.browser)
    page.press("Save to my file")
    assert not asks_before_it_goes(page.browser)


def test_what_is_saved_can_be_opened_elsewhere(page: Page) -> None:
    page.entry("2027-03-04", "We met")
    page.press("Save to my file")
    record = page.saved()
    assert record["entries"][0]["answers"]["happened"] == "We met"
    assert record["names"]["prompts"]["happened"] == "What happened"
    assert "Last saved to a file" in page.text("state")
    page.press("Clear everything on this device")
    page.press("Remove everything")
    assert page.entries == 0
    assert page.run("return localStorage.length") == 0
    page.give(next(page.folder.glob("*.json")))
    assert page.entries == 1
    assert "Everything is in it" in page.text("state")


def test_a_file_is_put_together_with_what_is_here_or_takes_its_place(page: Page) -> None:
    page.entry("2027-03-04", "In both")
    page.press("Save to my file")
    page.saved()
    file = next(page.folder.glob("*.json"))
    page.entry("2027-04-05", "Here alone")
    page.give(file)
    page.press("Put both together")
    assert page.entries == 2
    assert "not saved: 1" in page.text("state")
    page.give(file)
    page.press("Show the file in place of what is here")
    assert page.entries == 1
    page.press("Undo")
    assert page.entries == 2


def test_what_was_deleted_here_does_not_come_back_from_an_older_file(page: Page) -> None:
    page.entry("2027-03-04", "To go")
    page.entry("2027-03-05", "To stay")
    page.press("Save to my file")
    page.saved()
    file = next(page.folder.glob("*.json"))
    page.run("document.querySelectorAll('details.entry button')[3].click()")
    assert page.entries == 1
    page.give(file)
    page.press("Put both together")
    assert page.entries == 1
    assert "To stay" in page.text("list")
    assert "not saved: 1" in page.text("state"), "the file still has it"
    # Nor does it come back unasked where nothing is left.
    page.run("document.querySelectorAll('details.entry button')[1].click()")
    page.give(file)
    page.press("Put both together")
    assert page.entries == 0
    page.give(file)
    page.press("Show the file in place of what is here")
    assert page.entries == 2
    page.press("Undo")
    assert page.entries == 0
    # What was changed in the file after it was deleted here is kept.
    record = json.loads(file.read_text(encoding="utf-8"))
    for each in record["entries"]:
        each["changed"] = "2999-01-01T00:00:00.000Z"
    file.write_text(json.dumps(record), encoding="utf-8")
    page.give(file)
    page.press("Put both together")
    assert page.entries == 2


@pytest.mark.parametrize(
    "words",
    [
        "",
        "{",
        "[]",
        '{"kind": "workshop-kit answers", "answers": {}}',
        '{"kind": "workshop-kit mentoring diary", "format": 1, "entries": [1]}',
        '{"kind": "workshop-kit mentoring diary", "format": 2, "entries": []}',
        json.dumps(
            {"kind": "workshop-kit mentoring diary", "entries": [{"contact": "x" * 1_000_000}]}
        ),
    ],
    ids=str.__len__,
)
def test_a_broken_file_is_refused_and_nothing_is_lost(
    page: Page, words: str, tmp_path: Path
) -> None:
    page.entry("2027-03-04", "We met")
    file = tmp_path / "other.json"
    file.write_text(words, encoding="utf-8")
    page.give(file)
    assert "Nothing here has changed" in page.text("told")
    assert page.entries == 1


def test_the_year_is_drawn_and_said_in_a_table(page: Page) -> None:
    page.press("New entry")
    page.write(date="2027-03-04", stage="data-gathering", mark_innate="tension", ask="More time")
    page.press("Done")
    page.entry("2027-05-06", "Again")
    assert page.run("return document.querySelectorAll('svg.year .dot').length") == 2
    assert page.run("return document.querySelector('svg.year .mark').textContent") == "T"
    row = page.run("return document.querySelector('#table tbody tr').textContent")
    assert "Data gathering" in row
    assert "Tension" in row


def test_more_than_can_be_opened_again_is_not_put_together(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "many.json"
    record = {"kind": "workshop-kit mentoring diary", "format": 1, "entries": [{"ask": "A"}] * 800}
    file.write_text(json.dumps(record), encoding="utf-8")
    page.give(file)
    page.give(file)
    page.press("Put both together")
    assert "Nothing here has changed" in page.text("told")
    assert page.entries == 800


def test_a_year_that_is_mistyped_is_told_and_pushes_nothing_away(
    page: Page, tmp_path: Path
) -> None:
    today = page.run("return new Date().toISOString().slice(0, 10)")
    file = tmp_path / "dates.json"
    entries: list[dict[str, object]] = [
        {"date": each} for each in (today, "2099-01-01", "0000-00-00", 7)
    ]
    entries[0]["stage"] = "constructor"
    record = {"kind": "workshop-kit mentoring diary", "format": 1, "entries": entries}
    file.write_text(json.dumps(record), encoding="utf-8")
    page.give(file)
    assert page.entries == 4
    assert page.run("return document.querySelectorAll('svg.year .dot').length") == 1
    assert page.run("return document.querySelectorAll('#period option').length") == 3
    assert "constructor" in page.text("list")
    page.press("New entry")
    page.write(date="2099-01-02")
    assert "still to come" in page.text("date-hint")


def test_without_a_store_it_works_and_says_so(page: Page) -> None:
    html = page.path.read_text(encoding="utf-8")
    command: Any = page.browser.execute_cdp_cmd  # type: ignore[attr-defined]
    refuse = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    added = command("Page.addScriptToEvaluateOnNewDocument", {"source": refuse})
    try:
        page.open()
        page.entry("2027-03-04", "We met")
        assert page.entries == 1
        assert "keeps no draft" in page.text("state")
        page.press("Save to my file")
        assert len(page.saved()["entries"]) == 1
    finally:
        command("Page.removeScriptToEvaluateOnNewDocument", added)
        page.open()
    assert "connect-src" not in html


def test_many_entries_are_shown_and_nothing_is_found_by_axe(page: Page, tmp_path: Path) -> None:
    entries = [
        {"id": f"e{n}", "date": f"2027-{n % 12 + 1:02}-{n % 28 + 1:02}", "stage": "reflections"}
        | {"rings": {"innate": {"text": "A", "mark": "buffer"}}, "answers": {"happened": "B"}}
        for n in range(500)
    ]
    file = tmp_path / "many.json"
    record = {"kind": "workshop-kit mentoring diary", "format": 1, "entries": entries}
    file.write_text(json.dumps(record), encoding="utf-8")
    page.give(file)
    assert page.entries == 500
    page.run(
        "document.querySelectorAll('details.entry').forEach((e, n) => { if (n > 9) e.remove(); })"
    )
    page.press("New entry")
    page.run("document.querySelector('#year-table').open = true")
    for width in (360, 1200):
        page.browser.set_window_size(width, 800)
        assert found_by_axe(page.browser) == []
        assert page.run("return document.documentElement.scrollWidth <= innerWidth")
