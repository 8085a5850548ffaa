"""The pages of the server for the day are open to everyone, by rules that a machine can hold."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import zxingcpp
from PIL import Image

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

    from kit.serving.form_served import FormServed

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOK = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: {type: "tag", values: arguments[0]}, resultTypes: ["violations"]})
  .then((found) => done(found.violations.map((each) => [each.id, each.nodes[0].html])))
  .catch((error) => done([["axe", String(error)]]));
"""
WIDTHS = {"desktop": (1280, 720), "phone": (390, 844), "small phone": (320, 568)}


@pytest.fixture
def pages(made: FormServed, tmp_path: Path) -> dict[str, Path]:
    address = "http://192.168.100.200:8000"
    written = {
        "form": made.pages.form("token"),
        "form of a sheet": made.pages.form("token", "0123456789ABC"),
        "message": made.pages.message("Closed.", "A line."),
        "projected": made.pages.projected(address, "/show/k/count", 12, "Open until 16:30"),
    }
    for name, page in written.items():
        (tmp_path / f"{name}.html").write_text(page.html, encoding="utf-8")
    return {name: tmp_path / f"{name}.html" for name in written}


def test_they_are_open_to_everyone(browser: WebDriver, pages: dict[str, Path]) -> None:
    command: Any = browser.execute_cdp_cmd  # type: ignore[attr-defined]
    package = distribution("axe-playwright-python")
    axe = Path(str(package.locate_file("axe_playwright_python/axe.min.js")))
    code = axe.read_text(encoding="utf-8")
    browser.set_script_timeout(60)
    try:
        for width, (across, down) in WIDTHS.items():
            size = {"width": across, "height": down, "deviceScaleFactor": 1, "mobile": False}
            command("Emulation.setDeviceMetricsOverride", size)
            for name, path in pages.items():
                browser.get(path.as_uri())
                browser.execute_script(code)
                assert browser.execute_async_script(LOOK, RULES) == [], f"{name}, {width}"
                wide = browser.execute_script("return document.documentElement.scrollWidth")
                assert wide <= across, f"{name}, {width}"
    finally:
        command("Emulation.clearDeviceMetricsOverride", {})


def test_what_is_projected_fits_the_screen_and_its_code_leads_to_the_form(
    browser: WebDriver, pages: dict[str, Path], tmp_path: Path
) -> None:
    command: Any = browser.execute_cdp_cmd  # type: ignore[attr-defined]
    size = {"width": 1280, "height": 720, "deviceScaleFactor": 1, "mobile": False}
    command("Emulation.setDeviceMetricsOverride", size)
    try:
        browser.get(pages["projected"].as_uri())
        assert browser.execute_script("return document.documentElement.scrollHeight") <= 720
        assert "192.168.100.200:8000" in browser.execute_script("return document.body.innerText")
        browser.save_screenshot(str(tmp_path / "screen.png"))
    finally:
        command("Emulation.clearDeviceMetricsOverride", {})
    (found,) = zxingcpp.read_barcodes(Image.open(tmp_path / "screen.png"))
    assert found.text == "http://192.168.100.200:8000"
