"""The network map in a browser: drawn, saved to a file, opened again, compared, and printed."""

from __future__ import annotations

import base64
import json
import time
from importlib.metadata import distribution
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from kit.editions.registry import EDITIONS
from kit.editions.setting import Setting
from kit.library import Library, find_library
from kit.reading.workshop import load_workshops
from kit.rendering.render import Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor
from tests.leaving import asks_before_it_goes, go

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver.remote.webdriver import WebDriver

BUNDLED = find_library(Path(__file__).parent).bundled
KIND = "workshop-kit network map"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOK = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: {type: "tag", values: arguments[0]}, resultTypes: ["violations"]})
  .then((found) => done(found.violations.map((each) => [each.id, each.nodes[0].html])))
  .catch((error) => done([["axe", String(error)]]));
"""
OVERLAPPING = """
const boxes = [...document.querySelectorAll(".person :is(ellipse, rect, path), .ring-name")]
  .map((each) => each.getBoundingClientRect());
return boxes.flatMap((a, n) => boxes.slice(n + 1).filter((b) =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1
)).length;
"""


def person(initials: str, *roles: str, **more: object) -> dict[str, object]:
    """Give somebody as files of the first format have them, with titles; newer ones have ids."""
    usual = {"seniority": "Senior", "ring": 1, "place": "here", "needs": [], "note": ""}
    return {"initials": initials, "roles": list(roles), **usual, **more}


class Page:
    """The page in the browser, and where it saves to."""

    def __init__(self, browser: WebDriver, path: Path, folder: Path) -> None:
        self.browser, self.path, self.folder = browser, path, folder

    def reload(self) -> None:
        go(self.browser, self.path.as_uri())

    def run(self, code: str, *values: object) -> Any:
        return self.browser.execute_script(code, *values)

    def click(self, what: str) -> None:
        self.run("document.querySelector(arguments[0]).click()", what)

    def press(self, words: str) -> None:
        from selenium.webdriver.common.by import By  # noqa: PLC0415

        self.browser.find_element(By.XPATH, f"//button[.='{words}']").click()

    def add(self, initials: str, *roles: str) -> None:
        from selenium.webdriver.common.by import By  # noqa: PLC0415

        self.click("#add")
        self.browser.find_element(By.ID, "initials").send_keys(initials)
        for role in roles:
            path = f"//label[@class='tick'][span[starts-with(., '{role}')]]/input"
            self.browser.find_element(By.XPATH, path).click()

    def open_file(self, text: str, button: str = "#open") -> None:
        from selenium.webdriver.common.by import By  # noqa: PLC0415

        file = self.folder.parent / "chosen.json"
        file.write_text(text, encoding="utf-8")
        # The window for choosing a file is the browser's own: its field is filled without it.
        self.run("HTMLInputElement.prototype.click = () => {}")
        self.click(button)
        self.run("delete HTMLInputElement.prototype.click")
        self.browser.find_element(By.CSS_SELECTOR, "input.own-file").send_keys(str(file))
        time.sleep(0.3)

    def open_map(self, *people: object, later: object = None, button: str = "#open") -> None:
        data = {"kind": KIND, "saved": "2027-05-01T10:00:00Z", "now": people, "later": later}
        self.open_file(json.dumps(data), button)

    @property
    def needs(self) -> list[str]:
        """The titles of the needs that the page offers."""
        found = self.run("return JSON.parse(document.querySelector('main').dataset.network)")
        return [each["title"] for each in found["list"]["needs"]]

    def text(self, what: str) -> str:
        return str(self.run("return document.querySelector(arguments[0]).innerText", what))

    def saved(self) -> dict[str, Any]:
        deadline = time.monotonic() + 10
        while not (files := list(self.folder.glob("*.json"))):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        found: dict[str, Any] = json.loads(files[0].read_text(encoding="utf-8"))
        return found


@pytest.fixture
def page(browser: WebDriver, tmp_path: Path) -> Iterator[Page]:
    (loaded,), _ = load_workshops(Library(None, BUNDLED), ["mentoring-mosaic"])
    edition = EDITIONS["network-map"]
    view = edition.view(tailor(loaded, Choice()), Setting())
    path, folder = tmp_path / "network-map.html", tmp_path / "downloads"
    html = Renderer((BUNDLED / "templates",)).render(edition, view, "letter").screen_html
    path.write_text(html, encoding="utf-8")
    folder.mkdir()
    command: Any = browser.execute_cdp_cmd  # type: ignore[attr-defined]
    command("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
    go(browser, path.as_uri())
    browser.execute_script("localStorage.clear()")
    go(browser, path.as_uri())
    browser.get_log("browser")
    yield Page(browser, path, folder)
    browser.execute_script("localStorage.clear()")
    go(browser, "about:blank")


def test_it_asks_before_it_is_left_with_something_to_save(page: Page) -> None:
    assert not asks_before_it_goes(page.browser)
    page.add("K. S.", "Coach")
    assert asks_before_it_goes(page.browser)
    page.click("#save")
    assert not asks_before_it_goes(page.browser)


def test_both_pictures_are_drawn_while_one_writes(page: Page) -> None:
    page.add("K. S.", "Coach", "Connector", "Direction")
    assert page.run("return document.querySelectorAll('.person').length") == 1
    page.press("Map: roles")
    assert page.run("return document.querySelectorAll('.person').length") == 2
    assert page.text(".mosaic").count("K. S.") == 2
    assert "Coach" in page.run("return document.querySelector('.sentences').textContent")
    page.press("Remove this person")
    assert page.run("return document.querySelectorAll('.person').length") == 0
    assert page.browser.get_log("browser") == []


def test_more_than_initials_is_said_kindly(page: Page) -> None:
    page.add("Karen")
    assert "Initials are safer" in page.text("#hint")


def test_gaps_are_named_the_sponsor_first(page: Page) -> None:
    page.add("K. S.", "Content", "Career", "Coach", "Connector", "Near-peer")
    first, over, department, *others = page.text(".gaps").split("\n")
    assert first.startswith("Sponsor: nobody yet")
    assert over.startswith("K. S. stands on 5 tiles. More than 4")
    assert department.startswith("Nobody is outside your department")
    assert any("Peer, Junior" in each for each in others)
    page.add("L. M.", "Sponsor")
    assert "Sponsor" not in page.text(".gaps")


def test_the_file_brings_everything_back(page: Page) -> None:
    page.add("K. S.", "Coach")
    page.press("Save to my file")
    data = page.saved()
    assert data["kind"] == KIND
    assert data["format"] == 2
    assert data["now"][0]["roles"] == ["coach"]
    assert data["names"]["roles"] == {"coach": "Coach"}
    assert "Last saved" in page.text("#state")
    page.press("Clear everything on this device")
    page.press("Remove everything")
    assert page.run("return localStorage.length") == 0
    assert page.text("#people") == ""
    page.open_file(json.dumps(data))
    assert page.text("#people") == "K. S."


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "null", '{"kind": "workshop-kit answers"}'),
        *(f'{{"kind": "{KIND}", "now": {now}}}' for now in ("3", "[null]", '[{}], "later": 7')),
        f'{{"kind": "{KIND}", "now": [{", ".join(["{}"] * 101)}]}}',
    ],
    ids=str.__len__,
)
def test_a_broken_or_foreign_file_changes_nothing(page: Page, text: str) -> None:
    page.add("K. S.", "Coach")
    page.open_file(text)
    assert "Nothing here has changed" in page.text("#told")
    assert page.text("#people") == "K. S."


def test_what_is_in_no_file_is_not_replaced_unasked(page: Page) -> None:
    page.add("K. S.")
    page.open_map(person("A. B."))
    assert page.text("#people") == "K. S."
    page.press("Leave all as it is")
    page.open_map(person("A. B."))
    page.press("Show the file in place of what is here")
    assert page.text("#people") == "A. B."
    page.press("Undo")
    assert page.text("#people") == "K. S."


def test_a_file_is_text_and_never_part_of_the_page(page: Page) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    page.open_map(person(hostile, hostile, note=hostile, seniority=hostile), {"roles": 7})
    assert page.run("return document.querySelectorAll('main img').length") == 0
    assert hostile in page.run("return document.querySelector('.sentences').textContent")


def test_a_draft_outlives_the_window(page: Page) -> None:
    page.open_map(person("A. B."))
    page.reload()
    assert page.text("#people") == "A. B."


def test_it_works_where_the_browser_keeps_nothing(page: Page) -> None:
    command: Any = page.browser.execute_cdp_cmd  # type: ignore[attr-defined]
    code = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    added = command("Page.addScriptToEvaluateOnNewDocument", {"source": code})
    try:
        page.reload()
        page.add("K. S.", "Coach")
        assert "keeps no draft" in page.text("#state")
        page.press("Save to my file")
        assert page.saved()["now"][0]["initials"] == "K. S."
    finally:
        command("Page.removeScriptToEvaluateOnNewDocument", {"identifier": added["identifier"]})
        page.reload()


def test_side_by_side_without_a_map_of_later_compares_nothing(page: Page) -> None:
    page.open_map(person("A. B.", "Coach"))
    page.press("Side by side")
    assert page.run("return document.querySelectorAll('.map-part').length") == 1
    assert page.run("return document.getElementById('changes').hidden")
    page.press("Copy today’s map")
    assert page.run("return document.querySelectorAll('.map-part').length") == 2


def test_side_by_side_says_what_changed(page: Page) -> None:
    page.open_map(person("A. B.", "Coach", "Sponsor"), person("C. D."))
    page.press("In twelve months")
    page.press("Copy today’s map")
    page.add("N. N.", "Coach")
    page.click("#people li:nth-child(1) button")
    page.click(".tick:nth-of-type(3) input")
    page.click("#people li:nth-child(2) button")
    page.press("Remove this person")
    page.press("Side by side")
    assert page.run("return document.querySelectorAll('.map-part').length") == 2
    assert page.text(".changes").split("\n") == [
        "New: N. N.",
        "At rest, with thanks: C. D.",
        "Coach: N. N. in place of A. B.",
    ]


def test_an_older_file_stands_beside_today(page: Page) -> None:
    page.open_map(person("A. B.", ring=0))
    page.press("Side by side")
    page.open_map(person("A. B.", ring=2), button="#open-older")
    assert "Earlier (May 1, 2027)" in page.text("#pictures")
    assert "Closer: A. B." in page.text("#changes")
    page.press("In twelve months")
    assert page.run("return document.getElementById('copy-now').checkVisibility()")
    page.press("Today")
    assert page.text("#people") == "A. B."
    page.press("Side by side")
    page.click("#save")
    page.press("Close the older map")
    assert "Earlier" not in page.text("#pictures")
    assert page.run("return document.getElementById('close-older').hidden")


def test_forty_people_do_not_stand_on_each_other(page: Page) -> None:
    needs = page.needs
    levels = ("Senior", "Peer", "Junior")
    page.open_map(
        *(
            person(
                f"{chr(65 + n % 26)}. {n}.",
                needs=[needs[n % 8], needs[(n * 3 + 1) % 8]],
                seniority=levels[n % 3],
                ring=n % 3,
            )
            for n in range(40)
        )
    )
    assert page.run("return document.querySelectorAll('.person').length") > 70
    assert page.run(OVERLAPPING) == 0


def test_sixty_people_with_four_roles_each_are_all_there_and_the_rest_is_told(page: Page) -> None:
    needs = page.needs
    page.open_map(
        *(
            person(f"{n}", needs=[needs[(n * 5 + k) % 8] for k in range(4)], ring=n % 3)
            for n in range(60)
        )
    )
    shown = page.run("return [...document.querySelectorAll('.person')].map((e) => e.textContent)")
    assert len(set(shown)) == 60
    assert f"for {240 - len(shown)} more signs" in page.text(".map-part")
    assert page.run(OVERLAPPING) == 0
    assert page.run("return document.querySelectorAll('.sentences li').length") == 60


def test_a_seniority_of_another_list_is_kept(page: Page) -> None:
    page.open_map(person("A. B.", "Coach", "Another role", seniority="Emeritus"))
    page.click("#people button")
    assert page.run("return document.querySelector('#person select').value") == "Emeritus"
    assert "A. B." in page.text(".mosaic")
    page.press("Save to my file")
    saved = page.saved()["now"][0]
    assert saved["seniority"] == "Emeritus"
    assert saved["roles"] == ["coach", "Another role"]


def test_needs_of_ones_own_get_a_spoke_and_are_named_until_somebody_meets_them(page: Page) -> None:
    from selenium.webdriver.common.by import By  # noqa: PLC0415

    page.browser.find_element(By.CSS_SELECTOR, "#own-needs input").send_keys("Statistics")
    page.add("K. S.", "Coach", "Honest feedback")
    assert "Statistics" in page.text(".gaps").split("Nobody helps yet with: ")[1]
    assert "Honest feedback" not in page.text(".gaps")
    assert "Statistics" in page.run("return document.querySelector('.map-part svg').textContent")
    page.browser.find_element(
        By.XPATH, "//label[@class='tick'][span[.='Statistics']]/input"
    ).click()
    assert "Statistics" not in page.text(".gaps")
    page.press("Save to my file")
    data = page.saved()
    assert (data["own"], data["now"][0]["needs"]) == (["Statistics", ""], ["feedback", "own-1"])


def test_what_is_of_another_list_is_shown_can_be_taken_off_and_has_its_words(page: Page) -> None:
    other = {"roles": {"advisor": "Consejera"}, "levels": {}, "needs": {}}
    people = [person("A. B.", "advisor", "coach", seniority="level-2")]
    page.open_file(json.dumps({"kind": KIND, "format": 2, "names": other, "now": people}))
    assert "Consejera (from another list)" in page.text(".mosaic")
    assert "Nobody here is: Senior, Junior." in page.text(".gaps")
    page.click("#people button")
    page.run(
        "[...document.querySelectorAll('.tick')].find((e) => e.innerText === 'Consejera').click()"
    )
    assert "Consejera" not in page.text(".mosaic")
    page.press("Save to my file")
    assert page.saved()["now"][0]["roles"] == ["coach"]


def test_two_with_the_same_initials_are_told(page: Page) -> None:
    page.add("A. B.")
    page.add("ab")
    assert "on the map already" in page.text("#hint")


def test_long_names_stay_in_their_tile_and_wide_ones_in_their_sign(page: Page) -> None:
    page.open_map(
        person("W" * 60, "Coach", seniority="Peer"),
        person("WWWWWW", "Coach", seniority="Junior", needs=["Direction"]),
    )
    assert page.run("""
        const wide = (e) => e.getBoundingClientRect();
        return [...document.querySelectorAll(".tile")].every((e) =>
          wide(e).right <= wide(e.closest("td")).right);""")
    assert page.run("""
        return [...document.querySelectorAll(".person")].every((e) =>
          e.querySelector("text").getBBox().width < e.querySelector(".mark").getBBox().width - 4);
    """)


@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_open_to_everyone_and_asks_nobody(page: Page, width: int) -> None:
    command: Any = page.browser.execute_cdp_cmd  # type: ignore[attr-defined]
    axe = distribution("axe-playwright-python").locate_file("axe_playwright_python/axe.min.js")
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    command("Emulation.setDeviceMetricsOverride", size)
    page.browser.get_log("performance")
    try:
        page.reload()
        page.open_map(person("A. B.", "Coach"), later=[person("A. B.", "Sponsor")])
        page.click("#people button")
        page.run(Path(str(axe)).read_text(encoding="utf-8"))
        page.browser.set_script_timeout(60)
        for _ in range(2):
            assert page.browser.execute_async_script(LOOK, RULES) == []
            assert page.run("return document.documentElement.scrollWidth") <= width
            page.press("Side by side")
        logged = [json.loads(each["message"]) for each in page.browser.get_log("performance")]
        sent = [
            each["message"]["params"]["request"]["url"]
            for each in logged
            if each["message"]["method"] == "Network.requestWillBeSent"
        ]
        assert {url.partition(":")[0] for url in sent} <= {"file", "about", "blob", "data"}
    finally:
        command("Emulation.clearDeviceMetricsOverride", {})


def test_the_map_is_one_page_and_the_mosaic_the_next(page: Page) -> None:
    page.open_map(person("A. B.", "Coach", note="Reads my drafts"))
    command: Any = page.browser.execute_cdp_cmd  # type: ignore[attr-defined]
    for across, down in ((8.5, 11), (8.27, 11.69)):
        printed = command("Page.printToPDF", {"paperWidth": across, "paperHeight": down})
        first, second, *third = PdfReader(BytesIO(base64.b64decode(printed["data"]))).pages
        assert "Direction" in first.extract_text()
        assert "As of May 1, 2027 · printed" in first.extract_text()
        assert "Yours. Never collected." in first.extract_text()
        assert "Save to my file" not in first.extract_text()
        assert "What to look at" in second.extract_text()
        rest = "".join(each.extract_text() for each in (second, *third))
        assert "Reads my drafts" in rest


def test_side_by_side_two_maps_stand_on_a_page_across_in_words_that_can_be_read(page: Page) -> None:
    first = person("A. B.", "Coach", needs=[page.needs[0]])
    page.open_map(first, later=[first, person("C. D.", "Sponsor", needs=[page.needs[0]])])
    page.press("Side by side")
    command: Any = page.browser.execute_cdp_cmd  # type: ignore[attr-defined]
    for across, down in ((8.5, 11), (8.27, 11.69)):
        size = {"paperWidth": across, "paperHeight": down, "preferCSSPageSize": True}
        printed = command("Page.printToPDF", size)
        maps, *rest = PdfReader(BytesIO(base64.b64decode(printed["data"]))).pages
        assert maps.mediabox.width > maps.mediabox.height
        sizes: dict[str, float] = {}

        def see(text: str, current: Any, own: Any, _: Any, size: float, sizes: Any = sizes) -> None:
            sizes[text.strip()] = abs(current[3] * own[3]) * size

        maps.extract_text(visitor_text=see)
        assert sizes["A. B."] > 7
        assert sizes[page.needs[0]] > 7
        assert "New: C. D." in "".join(each.extract_text() for each in rest)


def test_a_seniority_is_known_by_its_words_where_a_list_has_another_order(page: Page) -> None:
    someone = {**person("A. B."), "seniority": "level-1"}
    names = {"roles": {}, "needs": {}, "levels": {"level-1": "Junior"}}
    data = {"kind": KIND, "format": 2, "names": names, "now": [someone]}
    page.open_file(json.dumps(data))
    page.click("#save")
    assert page.saved()["now"][0]["seniority"] == "level-3"
