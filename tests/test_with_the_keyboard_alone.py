"""Every page can be used without a mouse: all is reached, seen, and left again."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
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

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

# One worker makes a document once, for all the tests that look at it.
pytestmark = pytest.mark.xdist_group("keyboard")

BUNDLED = find_library(Path(__file__).parent).bundled
PAGES = ("worksheets", "slides", "slides-with-notes", "instructor-guide", "index")
WIDTHS = {"desktop": (1280, 900), "phone": (390, 844)}
EXPECTED = """
const stops = [...document.querySelectorAll(
  "a[href], button, input, select, textarea, [tabindex='0']")]
  .filter((each) => !each.hidden && each.checkVisibility());
stops.forEach((each, n) => { each.dataset.stop = n; });
const groups = new Set();
return stops.filter((each) => {
  if (each.type !== "radio") return true;
  const first = !groups.has(each.name);
  groups.add(each.name);
  return first;
}).map((each) => each.dataset.stop);
"""
WHERE = """
const at = document.activeElement;
if (!at || at === document.body) return null;
const style = getComputedStyle(at), box = at.getBoundingClientRect();
const inside = (from, size) => Math.max(0, from + Math.min(size, 20) / 2);
const middle = document.elementFromPoint(inside(box.left, box.width), inside(box.top, box.height));
const cover = middle && !middle.contains(at) && !at.contains(middle) && middle.closest(".bar");
return {stop: at.dataset.stop, group: at.type === "radio" ? at.name : null,
  seen: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    || at.matches(".skip"),
  covered: !!cover, what: at.outerHTML.slice(0, 120)};
"""


@cache
def html_of(edition: str, folder: Path) -> Path:
    if edition == "index":
        only = ("managing-up", "--format", "html", "--edition", "worksheets", "--out", str(folder))
        command_line = [sys.executable, "-m", "kit", "build", *only]
        subprocess.run(command_line, cwd=BUNDLED, check=True, capture_output=True)
        return folder / "index.html"
    (loaded,), _ = load_workshops(Library(None, BUNDLED), ["mentee-driven-relationship"])
    view = EDITIONS[edition].view(tailor(loaded, Choice()), Setting())
    page = folder / f"{edition}.html"
    made = Renderer((BUNDLED / "templates",)).render(EDITIONS[edition], view, "letter")
    page.write_text(made.screen_html, encoding="utf-8")
    return page


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


def tab(browser: WebDriver) -> dict[str, Any] | None:
    from selenium.webdriver.common.action_chains import ActionChains  # noqa: PLC0415
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    ActionChains(browser).send_keys(Keys.TAB).perform()
    where: dict[str, Any] | None = browser.execute_script(WHERE)
    return where


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("edition", PAGES)
def test_all_is_reached_and_seen_and_nothing_holds_one_fast(
    browser: WebDriver, folder: Path, edition: str, width: str
) -> None:
    across, down = WIDTHS[width]
    size = {"width": across, "height": down, "deviceScaleFactor": 1, "mobile": False}
    command = browser.execute_cdp_cmd  # type: ignore[attr-defined]
    command("Emulation.setDeviceMetricsOverride", size)
    try:
        browser.get(html_of(edition, folder).as_uri())
        expected: list[str] = browser.execute_script(EXPECTED)
        first = tab(browser)
        assert first
        assert "skip" in first["what"]
        stops, where = [first], tab(browser)
        while where and where["stop"] != first["stop"] and len(stops) <= len(expected):
            stops.append(where)
            where = tab(browser)
        assert where is None or where["stop"] == first["stop"], "focus never leaves the page"
        assert [each["what"] for each in stops if not each["seen"]] == []
        assert [each["what"] for each in stops if each["covered"]] == []
        reached = {each["stop"] for each in stops}
        groups = [each["group"] for each in stops if each["group"]]
        assert len(groups) == len(set(groups))
        assert reached == set(expected)
    finally:
        command("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("edition", PAGES)
def test_the_first_link_leads_past_the_head(browser: WebDriver, folder: Path, edition: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains  # noqa: PLC0415
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    browser.get(html_of(edition, folder).as_uri().partition("#")[0])
    link = tab(browser)
    assert link
    shown = "const box = document.activeElement.getBoundingClientRect(); return box.left >= 0"
    assert browser.execute_script(shown)
    ActionChains(browser).send_keys(Keys.ENTER).perform()
    assert browser.current_url.endswith("#content")
    after = tab(browser)
    inside = "return document.getElementById('content').contains(document.activeElement)"
    # Behind the last stop of a page is its first again.
    assert after is None or "skip" in after["what"] or browser.execute_script(inside)


def test_a_rating_is_made_with_the_arrows(browser: WebDriver, folder: Path) -> None:
    from selenium.webdriver.common.action_chains import ActionChains  # noqa: PLC0415
    from selenium.webdriver.common.by import By  # noqa: PLC0415
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    browser.get(html_of("worksheets", folder).as_uri())
    browser.execute_script("localStorage.clear(); document.querySelector('.pick').focus()")
    for key in (Keys.SPACE, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT):
        ActionChains(browser).send_keys(key).perform()
    chosen = browser.find_elements(By.CSS_SELECTOR, ".pick:checked")
    assert [each.get_attribute("value") for each in chosen] == ["3"]
    browser.execute_script("localStorage.clear()")
