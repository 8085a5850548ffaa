"""The two pages that people keep to themselves: a file is the record, and no draft is lost."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

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
DIARY, MAP = "mentoring-diary-page", "network-map"
KINDS: Final = {DIARY: "workshop-kit mentoring diary", MAP: "workshop-kit network map"}
WORKSHOPS: Final = {DIARY: "stages-and-diaries", MAP: "mentoring-mosaic"}
HOSTILE = "</script><script>document.title = 1</script> " + "W" * 60 + " مرحبا 👩🏽‍⚕️"
WRITE = """
const field = document.getElementById(arguments[0]);
field.value = arguments[1];
field.dispatchEvent(new Event("input", {bubbles: true}));
"""
FULL = """
const most = (size) => {
  try { for (let n = 0; ; n += 1) localStorage.setItem(`fill${size}-${n}`, "x".repeat(size)); }
  catch { return; }
};
[100000, 1000, 10, 0].forEach(most);
"""
EMPTIED = """
const fill = Object.keys(localStorage).filter((key) => key.startsWith("fill"));
fill.forEach((key) => localStorage.removeItem(key));
"""
NAMED = """
const at = document.activeElement;
return at.labels?.[0]?.innerText ?? at.innerText;
"""
ASLEEP = """
addEventListener("storage", (event) => event.stopImmediatePropagation(), true);
"""


class Page:
    """Either page in the browser: something is added, and something more is written in it."""

    def __init__(self, browser: WebDriver, name: str, path: Path) -> None:
        self.browser, self.name, self.path = browser, name, path
        self.kind = KINDS[name]

    def open(self) -> None:
        go(self.browser, self.path.as_uri())

    def run(self, code: str, *values: object) -> Any:
        return self.browser.execute_script(code, *values)

    def command(self, name: str, **values: object) -> Any:
        return self.browser.execute_cdp_cmd(name, values)  # type: ignore[attr-defined]

    def add(self, words: str) -> None:
        """Begin an entry or a person, and leave it open."""
        self.run("document.getElementById(arguments[0]).click()", "new" if self.is_diary else "add")
        self.write(words)

    def write(self, words: str) -> None:
        self.run(WRITE, "prompt-happened" if self.is_diary else "initials", words)

    @property
    def is_diary(self) -> bool:
        return self.name == DIARY

    def press(self, words: str) -> None:
        find = (
            "[...document.querySelectorAll('button')].find((b) => b.textContent === arguments[0])"
        )
        self.run(f"{find}.click()", words)

    def text(self, name: str) -> str:
        return str(self.run("return document.getElementById(arguments[0]).innerText", name))

    def until(self, name: str, words: str) -> None:
        deadline = time.monotonic() + 15
        while words not in self.text(name):
            assert time.monotonic() < deadline, self.text(name)
            time.sleep(0.05)

    @property
    def all(self) -> str:
        return str(self.run("return document.querySelector('main').textContent"))

    @property
    def draft(self) -> str:
        key = "Object.keys(localStorage).find((each) => each.startsWith('workshop-kit/'))"
        return str(self.run(f"return localStorage.getItem({key}) ?? ''"))

    def hold(self, *names: str) -> str:
        """Write a file of this page that holds an entry or a person for each name."""
        entries = [{"answers": {"happened": name}} for name in names]
        people = [{"initials": name} for name in names]
        return json.dumps({"kind": self.kind, "entries": entries, "now": people})

    def give(self, file: Path) -> str:
        # The window for choosing a file is the browser's own: its field is filled without it.
        self.run("HTMLInputElement.prototype.click = () => {}")
        self.press("Open my file")
        self.run("delete HTMLInputElement.prototype.click")
        self.run("document.getElementById('told').replaceChildren()")
        self.browser.find_element("css selector", "input.own-file").send_keys(str(file))
        deadline = time.monotonic() + 15
        while not self.text("told"):
            assert time.monotonic() < deadline
            time.sleep(0.05)
        return self.text("told")


@pytest.fixture(scope="module", params=[DIARY, MAP])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    (loaded,), _ = load_workshops(Library(None, BUNDLED), [WORKSHOPS[request.param]])
    edition = EDITIONS[request.param]
    view = edition.view(tailor(loaded, Choice()), Setting())
    html = Renderer((BUNDLED / "templates",)).render(edition, view, "letter").screen_html
    path = tmp_path_factory.mktemp("own") / f"{request.param}.html"
    path.write_text(html, encoding="utf-8")
    return path


@pytest.fixture
def page(browser: WebDriver, made: Path) -> Iterator[Page]:
    page = Page(browser, made.stem, made)
    (made.parent / "downloads").mkdir(exist_ok=True)
    folder = str(made.parent / "downloads")
    page.command("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)
    page.open()
    page.run("localStorage.clear()")
    page.open()
    first = browser.current_window_handle
    yield page
    for other in set(browser.window_handles) - {first}:
        browser.switch_to.window(other)
        browser.close()
    browser.switch_to.window(first)
    page.run("localStorage.clear()")
    go(browser, "about:blank")


def second_tab(page: Page) -> str:
    """Open the page once more, and stay there; give the name of the first tab."""
    first = page.browser.current_window_handle
    page.browser.switch_to.new_window("tab")
    page.open()
    return first


def test_a_tab_where_nobody_writes_shows_what_the_other_one_has(page: Page) -> None:
    first = second_tab(page)
    page.add("B. B.")
    page.browser.switch_to.window(first)
    page.until("told", "changed in another tab")
    assert "B. B." in page.all
    assert asks_before_it_goes(page.browser)


def test_a_tab_where_somebody_writes_asks_and_nothing_is_written_over(page: Page) -> None:
    page.add("A. A.")
    first = second_tab(page)
    page.add("B. B.")
    page.browser.switch_to.window(first)
    page.until("asked", "was changed there")
    assert found_by_axe(page.browser) == []
    page.write("A. A. A.")
    assert "only on this page" in page.text("state")
    assert "B. B." in page.draft
    assert "A. A. A." not in page.draft
    if page.is_diary:
        page.press("Put both together")
        assert "A. A. A." in page.draft
        assert "B. B." in page.draft
        assert page.text("asked") == ""
        return
    page.press("Show what the other tab has")
    assert "A. A. A." not in page.all
    page.press("Undo")
    assert "A. A. A." in page.draft


def test_what_is_cleared_in_one_tab_goes_from_the_other_but_for_what_no_file_has(
    page: Page,
) -> None:
    page.add("A. A.")
    page.press("Done")
    first = second_tab(page)
    page.press("Clear everything on this device")
    page.press("Remove everything")
    page.browser.switch_to.window(first)
    page.until("asked", "Everything was removed in another tab")
    page.press("Keep what is here in its place")
    page.press("Save to my file")
    assert "A. A." in page.draft
    (second,) = set(page.browser.window_handles) - {first}
    page.browser.switch_to.window(second)
    page.press("Clear everything on this device")
    page.press("Remove everything")
    page.browser.switch_to.window(first)
    page.until("state", "Nothing is written yet")
    assert page.draft == ""


def test_a_tab_that_slept_does_not_write_over_the_other(page: Page) -> None:
    source = ASLEEP + "Object.defineProperty(document, 'hidden', {get: () => true});"
    added = page.command("Page.addScriptToEvaluateOnNewDocument", source=source)
    try:
        page.open()
    finally:
        page.command("Page.removeScriptToEvaluateOnNewDocument", **added)
    first = second_tab(page)
    page.add("B. B.")
    page.browser.switch_to.window(first)
    assert page.text("asked") == ""
    page.add("A. A.")
    assert "was changed there" in page.text("asked")
    assert "B. B." in page.draft
    page.press("Done")
    assert "A. A." in page.all


def test_a_store_that_is_full_is_told_and_saving_goes_on(page: Page) -> None:
    page.add("A. A.")
    page.run(FULL)
    page.write("A. A. and more than there is room for")
    assert "keeps no draft" in page.text("state")
    assert asks_before_it_goes(page.browser)
    page.press("Save to my file")
    assert "Last saved to a file" in page.text("state")
    page.run(EMPTIED)
    page.write("A. A. with room again")
    assert "with room again" in page.draft
    assert "holds a draft" in page.text("state")


@pytest.mark.parametrize("newer", [False, True])
def test_a_draft_that_cannot_be_read_is_left_until_somebody_chooses(
    page: Page, newer: bool
) -> None:
    page.add("A. A.")
    key = page.run("return Object.keys(localStorage)[0]")
    kept = json.dumps({"kind": page.kind, "format": 99, "more": 1}) if newer else "{broken"
    go(page.browser, "about:blank")
    page.open()
    page.run("localStorage.setItem(arguments[0], arguments[1])", key, kept)
    page.open()
    assert "cannot read" in page.text("asked")
    page.add("B. B.")
    assert page.draft == kept
    assert asks_before_it_goes(page.browser)
    page.press("Keep what is here in its place")
    assert "B. B." in page.draft


def test_each_wrong_file_has_its_message_and_changes_nothing(page: Page, tmp_path: Path) -> None:
    page.add("A. A.")
    other = KINDS[MAP if page.is_diary else DIARY]
    file = tmp_path / "chosen.json"
    for words, told in (
        ("", "empty, damaged"),
        ("\0PNG", "empty, damaged"),
        ("[" * 100_000 + "]" * 100_000, "empty, damaged"),
        ('{"kind": {"toString": 1}}', "empty, damaged"),
        (json.dumps({"kind": page.kind, "entries": "x", "now": {}}), "empty, damaged"),
        (
            json.dumps({"kind": page.kind, "format": "x", "entries": [], "now": []}),
            "empty, damaged",
        ),
        (json.dumps({"kind": other, "entries": [], "now": []}), "another page"),
        (json.dumps({"kind": page.kind, "format": 99}), "newer page"),
        (page.hold(*["A"] * 2_000), "more than this page can show"),
        (page.hold("x" * 50_000_000), "larger than any"),
    ):
        file.write_text(words, encoding="utf-8")
        message = page.give(file)
        assert told in message
        assert "Nothing here has changed" in message
        assert "A. A." in page.draft
    assert not [
        each
        for each in page.browser.get_log("browser")
        if each["source"] == "javascript"  # type: ignore[attr-defined]
    ]


def test_what_a_file_brings_is_text_in_any_direction_and_stays_on_a_phone(
    page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "chosen.json"
    file.write_text(page.hold(HOSTILE, "W" * 60), encoding="utf-8")
    size = {"width": 360, "height": 640, "deviceScaleFactor": 1, "mobile": True}
    page.command("Emulation.setDeviceMetricsOverride", **size)
    try:
        page.give(file)
        page.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        page.run("document.querySelector('#people button, .entry button').click()")
        assert page.run("return document.documentElement.scrollWidth") <= size["width"]
        assert page.run("return document.title") != "1"
        written = page.run("return document.activeElement.closest('#editor, #person').innerHTML")
        assert "dir=" in written
    finally:
        page.command("Emulation.clearDeviceMetricsOverride")


def test_the_keyboard_alone_writes_saves_and_takes_back(page: Page) -> None:
    from selenium.webdriver.common.action_chains import ActionChains  # noqa: PLC0415
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    def type_in(*keys: str) -> None:
        ActionChains(page.browser).send_keys(*keys).perform()
        assert page.run("return document.activeElement !== document.body"), "focus is lost"

    def go_to(words: str) -> None:
        for _ in range(60):
            type_in(Keys.TAB)
            if str(page.run(NAMED)).strip() == words:
                return
        pytest.fail(f"{words} is not reached")

    add, field = ("New entry", "What happened") if page.is_diary else ("Add a person", "Initials")
    go_to(add)
    type_in(Keys.ENTER)
    if page.is_diary:
        go_to(field)
    type_in("A. A.")
    go_to("Done")
    type_in(Keys.ENTER)
    page.run("document.querySelector('.skip').focus()")
    go_to("Save to my file")
    type_in(Keys.ENTER)
    assert "Last saved to a file" in page.text("state")
    remove = "Delete" if page.is_diary else "Remove this person"
    page.run("document.querySelector('.entry summary, #people button').focus()")
    type_in(Keys.ENTER)
    go_to(remove)
    type_in(Keys.ENTER)
    assert "A. A." not in page.draft
    go_to("Undo")
    type_in(Keys.ENTER)
    assert "A. A." in page.draft
