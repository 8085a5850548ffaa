"""Going from one page to another in a browser, past the question of a page with changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

_UNASKED: Final = """
addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), {capture: true});
"""
_ASKED: Final = """
const leaving = new Event("beforeunload", {cancelable: true});
dispatchEvent(leaving);
return leaving.defaultPrevented;
"""


def go(browser: WebDriver, address: str) -> None:
    """Open an address; the page that is there is not asked, since the driver may wait for ever."""
    browser.execute_script(_UNASKED)
    browser.get(address)


def asks_before_it_goes(browser: WebDriver) -> bool:
    """Say whether the page that is there would ask before it is left."""
    return bool(browser.execute_script(_ASKED))
