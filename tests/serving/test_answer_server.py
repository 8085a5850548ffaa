"""The form on a phone, from a server that is started as a user starts it, in a real browser."""

from __future__ import annotations

import asyncio
import json
import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import httpx
import pytest

from kit.exchange.answer_file import read_answer_file

if TYPE_CHECKING:
    from collections.abc import Generator

    from selenium.webdriver.remote.webdriver import WebDriver

FILL = """
const radio = (name, value) => document.querySelector(`[name="${name}"][value="${value}"]`);
radio("can-respond", "4").click();
radio("knows-gap.before", "1").click();
radio("knows-gap.now", "3").click();
radio("recommend", "10").click();
radio("most-useful", "1").click();
radio("most-useful", "other").click();
const text = document.querySelector("[name=improve]");
text.value = arguments[0];
text.dispatchEvent(new Event("input", {bubbles: true}));
"""
FILLED = {
    "can-respond": ("4",),
    "knows-gap.before": ("1",),
    "knows-gap.now": ("3",),
    "recommend": ("10",),
    "most-useful": ("1", "other"),
}
SENT = "have arrived"
PHONE = {"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": False}


class Phone:
    """A browser at the form, and what a person does there."""

    def __init__(self, browser: WebDriver, address: str) -> None:
        self.browser = browser
        self.address = address

    def open(self, path: str = "/") -> None:
        self.browser.get(self.address + path)

    def run(self, code: str, *values: object) -> Any:
        return self.browser.execute_script(code, *values)

    def fill(self, words: str = "More time") -> None:
        self.run(FILL, words)

    def submit(self) -> None:
        self.run("document.querySelector('button[type=submit]').click()")

    def press(self, words: str) -> None:
        from selenium.webdriver.common.by import By  # noqa: PLC0415

        self.browser.find_element(By.XPATH, f"//button[.='{words}']").click()

    def wait(self, words: str, seconds: float = 30) -> None:
        from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415

        told = "return document.getElementById('told').textContent.includes(arguments[0])"
        WebDriverWait(self.browser, seconds, 0.1).until(lambda _: self.run(told, words), words)

    def command(self, name: str, **values: object) -> Any:
        return self.browser.execute_cdp_cmd(name, values)  # type: ignore[attr-defined]

    @property
    def kept(self) -> dict[str, str]:
        return dict(self.run("return {...localStorage}"))

    @property
    def improve(self) -> str:
        return str(self.run("return document.querySelector('[name=improve]').value"))

    @property
    def is_open(self) -> bool:
        return bool(self.run("return !document.getElementById('answers').hidden"))


@pytest.fixture
def phone(browser: WebDriver, running: Any) -> Generator[Phone]:
    running.start()
    phone = Phone(browser, running.room)
    phone.open()
    phone.run("localStorage.clear()")
    phone.open()
    browser.get_log("browser")
    yield phone
    phone.command("Network.emulateNetworkConditions", **ONLINE)
    phone.command("Emulation.clearDeviceMetricsOverride")
    browser.get("about:blank")


ONLINE = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}


async def killed_at(running: Any, form: dict[str, str], enough: int) -> tuple[set[str], set[str]]:
    """Send from 16 phones and kill the server: what was acknowledged by then, and what was not."""
    acknowledged: set[str] = set()
    open_ones: set[str] = set()
    address = running.address

    async def send() -> None:
        async with httpx.AsyncClient(base_url=address, timeout=10) as client:
            while True:
                token = str(uuid4())
                open_ones.add(token)
                data = {"form": form, "token": token, "answers": {"improve": token}}
                try:
                    reply = await client.post("/answers", json=data)
                except httpx.TransportError:
                    return
                if reply.status_code == 429:  # enough for one connection
                    open_ones.discard(token)
                    return
                assert reply.json() == {"received": token}
                open_ones.discard(token)
                acknowledged.add(token)
                if len(acknowledged) == enough:
                    running.kill()

    await asyncio.gather(*(send() for _ in range(16)))
    return acknowledged, open_ones


async def again(address: str, form: dict[str, str], tokens: set[str]) -> None:
    """Send what was not acknowledged once more, as phones do."""
    async with httpx.AsyncClient(base_url=address, timeout=10) as client:
        for token in tokens:
            data = {"form": form, "token": token, "answers": {"improve": token}}
            reply = await client.post("/answers", json=data)
            assert reply.json() == {"received": token}


def form_of(running: Any) -> dict[str, str]:
    page = httpx.get(running.address).text
    found = re.search(r'name="_version" value="(\w+)".*name="_wording" value="(\w+)"', page)
    assert found
    return {"version": found[1], "wording": found[2], "session": "small"}


@pytest.mark.slow
def test_killed_in_the_middle_of_load_it_loses_nothing_that_it_acknowledged(running: Any) -> None:
    every: set[str] = set()
    running.start()
    form = form_of(running)
    for _ in range(3):
        acknowledged, unknown = asyncio.run(killed_at(running, form, 60))
        assert len(acknowledged) >= 60
        running.start()
        asyncio.run(again(running.address, form, unknown))
        every |= acknowledged | unknown
        tokens = [each.response.token for each in running.stored()]
        assert len(tokens) == len(set(tokens))
        assert set(tokens) == every


def test_ctrl_c_closes_it_and_says_what_came_in(running: Any) -> None:
    running.start()
    assert "This computer alone" in running.printed[0]
    data = {"form": form_of(running), "token": str(uuid4()), "answers": {"recommend": "3"}}
    assert httpx.post(f"{running.address}/answers", json=data).status_code == 201
    assert "Closed. 1 response came in" in running.stop()
    assert running.process.returncode == 0
    with pytest.raises(httpx.ConnectError):
        httpx.get(running.address)


def test_nothing_of_an_address_is_on_the_disk(running: Any) -> None:
    running.start()
    data = {"form": form_of(running), "token": str(uuid4()), "answers": {"recommend": "3"}}
    mark = "Agent-to-be-found"
    headers = {"user-agent": mark, "x-forwarded-for": "198.51.100.7", "cookie": "a=Cookie-here"}
    assert httpx.post(f"{running.address}/answers", json=data, headers=headers).is_success
    running.stop()
    found = [path for path in Path(running.project).rglob("*") if path.is_file()]
    for word in (mark, "198.51.100.7", "127.0.0.1", "Cookie-here"):
        assert not [path for path in found if word.encode() in path.read_bytes()], word


def answers(stored: Any) -> dict[str, tuple[str, ...]]:
    return {each.field: each.values for each in stored.response.answers if each.values}


def test_it_works_where_browsers_withhold_what_they_trust_nobody_with(
    phone: Phone, running: Any
) -> None:
    withheld = "return [isSecureContext, !!crypto.subtle, !!crypto.randomUUID, !!navigator.locks]"
    assert phone.run(withheld) == [False] * 4
    phone.fill("Más tiempo: ½ h")
    phone.submit()
    phone.wait(SENT)
    (stored,) = running.stored()
    assert answers(stored) == FILLED | {"improve": ("Más tiempo: ½ h",)}
    assert not any("answers" in value for value in phone.kept.values())  # nothing left but a mark
    assert [each for each in phone.browser.get_log("browser") if each["level"] == "SEVERE"] == []
    assert phone.command("Network.getAllCookies")["cookies"] == []


def test_a_killed_server_loses_nothing_and_counts_nothing_twice(phone: Phone, running: Any) -> None:
    phone.fill("Before the server went")
    running.kill()
    phone.submit()
    phone.wait("Not sent yet")
    phone.wait("Try now")
    assert "Before the server went" in "".join(phone.kept.values())
    running.start()
    phone.wait(SENT)
    (stored,) = running.stored()
    assert answers(stored)["improve"] == ("Before the server went",)


def test_answers_outlive_a_reload_without_a_connection(phone: Phone, running: Any) -> None:
    phone.fill("Kept")
    running.kill()
    phone.submit()
    phone.wait("Not sent yet")
    phone.browser.get("about:blank")  # the tab is closed; later the address is opened again
    running.start()
    phone.open()
    phone.wait(SENT)  # by itself
    assert len(running.stored()) == 1


def test_an_acknowledgement_that_is_lost_is_asked_for_again(phone: Phone, running: Any) -> None:
    phone.fill()
    phone.run("""
      const real = fetch;
      window.fetch = async (...given) => {
        await real(...given);
        window.fetch = real;
        throw new TypeError("lost on the way back");
      };""")
    phone.submit()
    phone.wait(SENT)
    assert len(running.stored()) == 1


def test_a_page_of_the_network_is_not_taken_for_the_server(phone: Phone, running: Any) -> None:
    phone.fill()
    phone.run("""
      window.real = fetch;
      window.fetch = async () => new Response("<p>Please log in", {status: 200});""")
    phone.submit()
    phone.wait("Not sent yet")
    assert running.stored() == []
    # At once, since the page tries again by itself, and then there is no such button.
    phone.run("""
      window.fetch = window.real;
      [...document.querySelectorAll("button")].find((b) => b.textContent === "Try now").click();
    """)
    phone.wait(SENT)
    assert len(running.stored()) == 1


def test_a_draft_outlives_a_reload(phone: Phone) -> None:
    phone.fill("Half done")
    phone.open()
    assert phone.improve == "Half done"
    chosen = "return [...document.querySelectorAll('input:checked')].map((each) => each.name)"
    assert len(phone.run(chosen)) == 6
    assert phone.is_open


def test_a_double_tap_sends_once(phone: Phone, running: Any) -> None:
    phone.fill()
    phone.run("""
      window.sent = 0;
      const real = fetch;
      window.fetch = (...given) => { window.sent += 1; return real(...given); };
      const button = document.querySelector("button[type=submit]");
      button.click(); button.click();""")
    phone.wait(SENT)
    assert phone.run("return window.sent") == 1
    assert len(running.stored()) == 1


def test_the_back_button_leads_to_no_second_form(phone: Phone, running: Any) -> None:
    phone.fill()
    phone.submit()
    phone.wait(SENT)
    phone.browser.get("about:blank")
    phone.browser.back()
    phone.wait(SENT)
    assert not phone.is_open
    phone.press("Someone else answers here")
    assert phone.is_open
    assert phone.improve == ""
    phone.fill("The second person")
    phone.submit()
    phone.wait(SENT)
    assert len({each.response.token for each in running.stored()}) == 2


def test_an_empty_form_is_not_sent(phone: Phone, running: Any) -> None:
    phone.submit()
    phone.wait("Nothing is filled in yet")
    assert phone.is_open
    assert running.stored() == []


def test_without_scripts_it_is_sent_and_back_does_no_harm(phone: Phone, running: Any) -> None:
    from selenium.webdriver.common.by import By  # noqa: PLC0415
    from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415

    phone.command("Emulation.setScriptExecutionDisabled", value=True)
    try:
        phone.open()
        find = phone.browser.find_element
        find(By.NAME, "improve").send_keys("By hand")
        find(By.CSS_SELECTOR, "[name=recommend][value='0']").click()
        find(By.CSS_SELECTOR, "button[type=submit]").click()
        sent = WebDriverWait(phone.browser, 20)
        sent.until(lambda browser: browser.current_url.endswith("/received"))
        assert SENT in find(By.TAG_NAME, "main").text
        phone.browser.refresh()
    finally:
        phone.command("Emulation.setScriptExecutionDisabled", value=False)
    (stored,) = running.stored()
    assert answers(stored) == {"improve": ("By hand",), "recommend": ("0",)}


def test_the_keyboard_is_enough_and_takes_back_a_choice(phone: Phone, running: Any) -> None:
    from selenium.webdriver.common.action_chains import ActionChains  # noqa: PLC0415
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    def press(*keys: str) -> None:
        for each in keys:
            ActionChains(phone.browser).send_keys(each).perform()

    press(Keys.TAB, Keys.ENTER, Keys.TAB)  # past the head
    press(Keys.SPACE, Keys.ARROW_RIGHT, Keys.TAB)
    checked = "return [...document.querySelectorAll('input:checked')].map((each) => each.value)"
    assert phone.run(checked) == ["2"]
    press(Keys.SPACE, Keys.DELETE)
    assert phone.run(checked) == ["2"]
    for _ in range(20):
        if phone.run("return document.activeElement.type") == "submit":
            break
        press(Keys.TAB)
    press(Keys.ENTER)
    phone.wait(SENT)
    assert phone.run("return document.activeElement.id") == "told"
    (stored,) = running.stored()
    assert list(answers(stored).values()) == [("2",)]


def test_a_choice_is_taken_back_by_a_second_tap_and_not_by_a_double_one(phone: Phone) -> None:
    from selenium.webdriver.common.action_chains import ActionChains  # noqa: PLC0415
    from selenium.webdriver.common.by import By  # noqa: PLC0415

    option = phone.browser.find_element(By.CSS_SELECTOR, "[name=recommend][value='5']")
    ActionChains(phone.browser).double_click(option).perform()
    assert option.is_selected()
    time.sleep(0.8)
    label = option.find_element(By.XPATH, "..")
    ActionChains(phone.browser).click(label).perform()
    assert not option.is_selected()
    assert "recommend" not in "".join(phone.kept.values())


def test_a_browser_that_keeps_nothing_still_sends(phone: Phone, running: Any) -> None:
    refuse = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    added = phone.command("Page.addScriptToEvaluateOnNewDocument", source=refuse)
    try:
        phone.open()
        phone.fill()
        assert "keeps nothing" in phone.run("return document.getElementById('draft').textContent")
        running.kill()
        phone.submit()
        phone.wait("do not close it")
        running.start()
        phone.wait(SENT)
    finally:
        phone.command("Page.removeScriptToEvaluateOnNewDocument", **added)
    assert len(running.stored()) == 1


def test_who_comes_too_late_keeps_the_answers_in_a_file(phone: Phone, tmp_path: Any) -> None:
    phone.fill("Too late")
    phone.run("""window.fetch = async () =>
      new Response('{"problem": "closed"}', {status: 403});""")
    phone.submit()
    phone.wait("The form is closed")
    assert phone.is_open
    assert phone.improve == "Too late"
    folder = {"behavior": "allow", "downloadPath": str(tmp_path)}
    phone.command("Browser.setDownloadBehavior", **folder)
    phone.press("Save my answers to a file")
    deadline = time.monotonic() + 10
    while not (files := list(tmp_path.glob("small-answers-*.json"))):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    data = json.loads(files[0].read_text(encoding="utf-8"))
    assert data["kit-answers"] == 1
    assert data["answers"]["improve"] == "Too late"
    assert set(data["form"]) == {"form", "version", "wording", "session"}


@pytest.mark.parametrize(
    ("typed", "saved"),
    [
        ("o123 4567-89abc", "0123456789ABC"),
        ("WK-7K2MQ4ZC-1-0123456789ABC", "0123456789ABC"),
        ("nonsense", None),
    ],
)
def test_a_file_of_a_numbered_sheet_has_its_code(
    phone: Phone, tmp_path: Any, typed: str, saved: str | None
) -> None:
    phone.fill("On a sheet")
    (key,) = phone.kept
    state = json.loads(phone.kept[key]) | {"sheet": typed, "sending": True}
    phone.run("localStorage.setItem(arguments[0], arguments[1])", key, json.dumps(state))
    closed = """window.fetch = async () => new Response('{"problem": "closed"}', {status: 403});"""
    script = phone.command("Page.addScriptToEvaluateOnNewDocument", source=closed)
    try:
        phone.open()
        phone.wait("The form is closed")
    finally:
        phone.command("Page.removeScriptToEvaluateOnNewDocument", **script)
    folder = {"behavior": "allow", "downloadPath": str(tmp_path)}
    phone.command("Browser.setDownloadBehavior", **folder)
    phone.press("Save my answers to a file")
    deadline = time.monotonic() + 10
    while not (files := list(tmp_path.glob("small-answers-*.json"))):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    read = read_answer_file(files[0].read_bytes(), files[0].name)
    assert read.token == (saved or state["token"])
    assert read.given["improve"] == ("On a sheet",)


def test_it_fits_the_smallest_phone(phone: Phone) -> None:
    phone.command("Emulation.setDeviceMetricsOverride", **PHONE)
    phone.open()
    assert phone.run("return document.documentElement.scrollWidth") <= 320
    small = """
    return [...document.querySelectorAll(".option, input[type=text], textarea, button")]
      .map((each) => [each.getBoundingClientRect(), each.textContent.trim()])
      .filter(([box]) => box.width < 24 || box.height < 40).map(([box, text]) => text)"""
    assert phone.run(small) == []


def test_what_is_projected_counts_and_says_when_it_has_lost_the_server(
    phone: Phone, running: Any
) -> None:
    from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415

    phone.browser.get(running.show)
    received = "return document.getElementById('received').textContent"
    assert phone.run(received) == "0"
    data = {"form": form_of(running), "token": str(uuid4()), "answers": {"improve": "x"}}
    assert httpx.post(f"{running.address}/answers", json=data).status_code == 201
    WebDriverWait(phone.browser, 20).until(lambda _: phone.run(received) == "1")
    running.kill()
    state = "return document.getElementById('state').textContent"
    WebDriverWait(phone.browser, 20).until(lambda _: "No connection" in phone.run(state))
