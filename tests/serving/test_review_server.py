"""`kit review` in a real browser, as a process of its own: by keyboard, saved as it is decided."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from PIL import Image, ImageDraw

from kit.answers.pictures import as_pages, keep_picture
from kit.answers.response import Answer, Response, Status, Way
from kit.answers.store import Store, open_store
from kit.collecting.current_form import current_form
from kit.library import find_library

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from selenium.webdriver.remote.webdriver import WebDriver

DAY = date(2027, 3, 1)
ROOT = Path(__file__).resolve().parents[2]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOK = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: {type: "tag", values: arguments[0]}, resultTypes: ["violations"]})
  .then((found) => done(found.violations.map((each) => [each.id, each.help,
    each.nodes.map((node) => node.html)])));
"""


def picture() -> bytes:
    drawn = Image.new("L", (1100, 110), 255)
    pen = ImageDraw.Draw(drawn)
    pen.text((10, 40), "3  I can name a need that none of my mentors meets.", fill=0)
    for at in range(4):
        pen.rectangle((600 + at * 110, 30, 640 + at * 110, 70), outline=0, width=3)
    pen.line((605, 35, 635, 65), fill=0, width=4)
    written = io.BytesIO()
    drawn.save(written, "PNG")
    return written.getvalue()


def in_doubt(store: Store, field: str, kind: str, *suggestion: str) -> Answer:
    name = keep_picture(store.records, picture(), DAY)
    evidence = {"kind": kind, "reason": f"it is {kind}", "suggestion": list(suggestion)}
    return Answer(field, (), Status.DOUBTFUL, {**evidence, "picture": name})


@pytest.fixture
def filled(project: Path) -> Path:
    """A project with one scanned sheet that has something of each kind, and 30 blanks."""
    library = find_library(project)
    form = current_form(library, "small")
    with open_store(library) as store:
        first = (
            in_doubt(store, "knows-gap.before", "two-marks"),
            in_doubt(store, "most-useful", "correction", "1"),
            in_doubt(store, "improve", "written"),
        )
        store.add([Response(form, Way.SCAN, DAY, first, "sheet 0")])
        store.add(
            Response(form, Way.SCAN, DAY, (in_doubt(store, "recommend", "blank"),), f"sheet {n}")
            for n in range(1, 31)
        )
    return project


@dataclass
class Review:
    project: Path
    address: str
    process: subprocess.Popen[str]

    def stop(self) -> str:
        self.process.send_signal(signal.SIGINT)
        return self.process.communicate(timeout=30)[0]

    def answers(self) -> dict[str, Answer]:
        with Store.at(self.project / "records" / "answers.db") as store:
            return {
                answer.field: answer
                for each in store.responses()
                for answer in each.response.answers
                if each.response.original == "sheet 0"
            }

    def blanks_left(self) -> int:
        with Store.at(self.project / "records" / "answers.db") as store:
            return sum(
                answer.status is Status.DOUBTFUL
                for each in store.responses()
                for answer in each.response.answers
                if answer.field == "recommend"
            )


@pytest.fixture
def start(filled: Path) -> Generator[Callable[..., Review]]:
    running: list[subprocess.Popen[str]] = []

    def begin(*more: str) -> Review:
        path = os.pathsep.join((str(ROOT), *sys.path))
        process = subprocess.Popen(
            [sys.executable, "-m", "kit", "review", "--no-browser", "--who", "M. R.", *more],
            cwd=filled,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, "PYTHONPATH": path},
        )
        running.append(process)
        said = []
        assert process.stdout
        for line in process.stdout:
            said.append(line)
            if line.startswith("Ctrl-C"):
                break
        found = re.search(r"http://\S+", "".join(said))
        assert found, said
        return Review(filled, found[0], process)

    yield begin
    for process in running:
        if process.poll() is None:
            process.kill()
            process.wait()


def shown(browser: WebDriver, selector: str) -> str:
    script = "const it = document.querySelector(arguments[0]); return it.hidden ? '' : it.innerText"
    return str(browser.execute_script(script, selector))


def until(true: Callable[[], Any]) -> None:
    for _ in range(200):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it did not come")


def press(browser: WebDriver, *keys: str) -> None:
    from selenium.webdriver import ActionChains  # noqa: PLC0415 - slow to load

    for key in keys:
        ActionChains(browser).send_keys(key).perform()


def looked_over(browser: WebDriver) -> list[Any]:
    package = distribution("axe-playwright-python")
    axe = Path(str(package.locate_file("axe_playwright_python/axe.min.js")))
    browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    browser.execute_script(axe.read_text(encoding="utf-8"))
    return list(browser.execute_async_script(LOOK, RULES))


def test_doubts_are_settled_by_keyboard_and_saved_at_once(
    start: Callable[[], Review], browser: WebDriver
) -> None:
    enter = "\ue007"
    review = start()
    browser.get(review.address)
    until(lambda: "33 answers to look at" in shown(browser, "#left"))
    first = shown(browser, "#ask")
    width = "return document.querySelector('#picture').naturalWidth"
    until(lambda: browser.execute_script(width) == 1100)
    fields = {"knows-gap.before": "2", "most-useful": enter}
    order = ["knows-gap.before", "most-useful"]
    if "useful" in first:
        order.reverse()
    press(browser, fields[order[0]])
    until(lambda: "32 answers" in shown(browser, "#left"))
    press(browser, "u")
    until(lambda: "33 answers" in shown(browser, "#left"))
    assert shown(browser, "#ask") == first
    assert review.answers()[order[0]].status is Status.DOUBTFUL
    press(browser, fields[order[0]])
    until(lambda: "32 answers" in shown(browser, "#left"))
    press(browser, fields[order[1]])
    until(lambda: "31 answers" in shown(browser, "#left"))
    press(browser, enter)
    until(lambda: "nothing is typed" in shown(browser, "#trouble"))
    assert review.answers()["improve"].status is Status.DOUBTFUL
    # In the box a key is a letter: the button says how to take back from there.
    assert shown(browser, "#undo").endswith("Esc U")
    press(browser, "\ue00c")
    until(lambda: shown(browser, "#undo").endswith("Undo U"))
    press(browser, "u")
    until(lambda: "32 answers" in shown(browser, "#left"))
    press(browser, fields[order[1]])
    until(lambda: "31 answers" in shown(browser, "#left"))
    press(browser, "More time for talk.", enter)
    until(lambda: "30 answers" in shown(browser, "#left"))
    found = review.answers()
    assert found["knows-gap.before"].values == ("2",)
    assert found["most-useful"].values == ("1",)
    assert found["improve"] == Answer(
        "improve", ("More time for talk.",), Status.TYPED, found["improve"].evidence
    )
    # What seems blank comes last, many at once.
    until(lambda: "Is nothing answered here?" in shown(browser, "#blanks"))
    browser.find_element("css selector", "#places input").click()
    press(browser, enter)
    until(lambda: "7 answers" in shown(browser, "#left"))
    assert review.blanks_left() == 7
    assert "3 decisions" not in review.stop()


@pytest.mark.slow
def test_it_is_gone_on_with_where_it_was_left(
    start: Callable[[], Review], browser: WebDriver
) -> None:
    review = start()
    browser.get(review.address)
    until(lambda: "33 answers" in shown(browser, "#left"))
    press(browser, "n")
    until(lambda: "32 answers" in shown(browser, "#left"))
    said = review.stop()
    assert "1 decision saved. 32 answers to look at." in said

    def is_told() -> bool:
        # A key that comes while the page still waits for the server is not a decision.
        press(browser, "n")
        return "Start kit review again" in shown(browser, "#trouble")

    until(is_told)
    again = start()
    browser.get(again.address)
    until(lambda: "32 answers" in shown(browser, "#left"))
    again.stop()


@pytest.mark.parametrize("width", [390, 1280])
def test_every_state_of_the_page_is_open_to_everyone(
    start: Callable[[], Review], browser: WebDriver, width: int
) -> None:
    review = start()
    browser.set_window_size(width, 900)
    browser.get(review.address)
    until(lambda: "33 answers" in shown(browser, "#left"))
    assert looked_over(browser) == []
    for left in ("32", "31"):
        press(browser, "n")
        until(lambda left=left: f"{left} answers" in shown(browser, "#left"))
    assert looked_over(browser) == []
    press(browser, "\ue00c", "n")
    until(lambda: "Is nothing answered here?" in shown(browser, "#blanks"))
    assert looked_over(browser) == []
    width_of_all = browser.execute_script("return document.documentElement.scrollWidth")
    assert width_of_all <= browser.execute_script("return innerWidth")
    for left in ("6", "Nothing"):
        press(browser, "\ue007")
        until(lambda left=left: shown(browser, "#left").startswith(left))
    assert looked_over(browser) == []
    assert review.blanks_left() == 0
    review.stop()


def test_only_its_own_page_may_speak_to_it(start: Callable[[], Review]) -> None:
    review = start()
    base = review.address.rstrip("/")
    port = httpx.URL(base).port
    stranger = {"origin": "http://evil.example"}
    doubt = httpx.get(f"{base}/doubts").json()["doubts"][0]
    body = {"response": doubt["response"], "field": doubt["field"], "said": []}
    assert httpx.post(f"{base}/settle", json=body, headers=stranger).status_code == 403
    assert httpx.get(f"{base}/doubts", headers={"host": "evil.example"}).status_code == 421
    assert httpx.get(f"http://127.0.0.1:{port}/other-key/doubts").status_code == 404
    assert httpx.get(f"http://127.0.0.1:{port}/").status_code == 404
    assert httpx.get(f"{base}/picture/..%2Fanswers.db").status_code == 404
    assert len(httpx.get(f"{base}/doubts").json()["doubts"]) == 33
    review.stop()


def test_what_cannot_be_read_changes_nothing(start: Callable[[], Review]) -> None:
    review = start()
    base = review.address.rstrip("/")
    own = {"origin": base.rpartition("/")[0]}
    half = b'"\\ud800"'
    no_text = b'{"response": %b, "field": %b, "said": [%b], "keep": true}' % (half, half, half)
    bodies = (b"", b"{", b"[]", b"{}", b"[" * 100_000, b'{"places": [[1]]}', b"\xff" * 300_000)
    bodies = (*bodies, no_text, b'{"places": [[%b, %b]]}' % (half, half))
    with httpx.Client(headers=own) as client:
        for where in ("settle", "blanks", "take-back", "copy"):
            for body in bodies:
                assert client.post(f"{base}/{where}", content=body).status_code == 400
        unknown = {"response": "nobody", "field": "recommend", "said": ["1"]}
        assert client.post(f"{base}/settle", json=unknown).status_code == 409
        assert len(client.get(f"{base}/doubts").json()["doubts"]) == 33
    review.stop()


def test_a_sheet_that_came_in_twice_is_decided_beside_the_one_that_counts(
    filled: Path, start: Callable[[], Review], browser: WebDriver
) -> None:
    library = find_library(filled)
    form = current_form(library, "small")
    with open_store(library) as store:
        for stored in list(store.responses()):
            store.withdraw(stored.id)
        store.add(
            Response(form, Way.SCAN, DAY, (Answer("recommend", (value,)),), value, "0123456789ABC")
            for value in ("7", "9", "4")
        )
    review = start()
    browser.get(review.address)
    until(lambda: "Sheet 0123456789ABC" in shown(browser, "#copies"))
    assert looked_over(browser) == []
    assert browser.execute_script("return document.querySelectorAll('#sheets .other').length") == 2
    press(browser, "c")
    until(lambda: browser.execute_script("return document.querySelectorAll('h3').length") == 1)
    press(browser, "l")
    until(lambda: "Press again" in shown(browser, "#copies"))
    press(browser, "l")
    until(lambda: "Everything has been looked at" in shown(browser, "#done"))
    with Store.at(filled / "records" / "answers.db") as store:
        assert len(list(store.responses(aside=True))) == 2
    review.stop()


def test_what_is_in_doubt_on_a_sheet_that_counts_is_asked_at_once(
    filled: Path, start: Callable[[], Review], browser: WebDriver
) -> None:
    library = find_library(filled)
    form = current_form(library, "small")
    with open_store(library) as store:
        for stored in list(store.responses()):
            store.withdraw(stored.id)
        doubtful = (in_doubt(store, "recommend", "two-marks"),)
        store.add([Response(form, Way.SCAN, DAY, doubtful, "like another")], doubted=True)
    review = start()
    browser.get(review.address)
    until(lambda: "A sheet without a number" in shown(browser, "#copies"))
    press(browser, "c")
    until(lambda: "1 answer to look at" in shown(browser, "#left"))
    press(browser, "7")
    until(lambda: "Everything has been looked at" in shown(browser, "#done"))
    with Store.at(filled / "records" / "answers.db") as store:
        (counted,) = store.responses()
    assert [each.values for each in counted.response.answers] == [("7",)]
    review.stop()


@pytest.mark.parametrize("width", [390, 1400])
def test_the_whole_sheet_is_shown_beside_its_answers_and_a_wrong_one_is_corrected(
    filled: Path, start: Callable[..., Review], browser: WebDriver, width: int
) -> None:
    library = find_library(filled)
    form = current_form(library, "small")
    page = Image.new("L", (1700, 2200), 255)
    ImageDraw.Draw(page).rectangle((200, 200, 1500, 2000), outline=0, width=9)
    content = io.BytesIO()
    page.save(content, "JPEG")
    with open_store(library) as store:
        names = [keep_picture(store.records, content.getvalue(), DAY, "jpg") for _ in range(2)]
        taken = Answer("recommend", ("9",)), Answer("knows-gap.before", ("2",))
        sheet = Response(
            form,
            Way.SCAN,
            DAY,
            taken,
            "sheet",
            received=as_pages((at, name, ()) for at, name in enumerate(names, start=1)),
        )
        (name,) = store.add([sheet]).new
    review = start("--response", name)
    browser.set_window_size(width, 900)
    browser.get(review.address)
    # A page is fetched when it is scrolled to, and its place is kept until then.
    loaded = """return [...document.querySelectorAll('#pages img')].filter((each) => {
        each.scrollIntoView();
        return each.naturalWidth == 1700;
    }).length"""
    places = "return [...document.querySelectorAll('#pages img')].map((each) => each.offsetHeight)"
    until(lambda: min(browser.execute_script(places), default=0) > 300)
    until(lambda: browser.execute_script(loaded) == 2)
    assert looked_over(browser) == []
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    is_open = "return document.querySelector('#large').open"
    press(browser, "z")
    until(lambda: browser.execute_script(is_open))
    assert looked_over(browser) == []
    press(browser, "n")  # nothing is decided behind it
    press(browser, "\ue00c")
    until(lambda: not browser.execute_script(is_open))
    browser.find_element("css selector", "#pages button").click()
    until(lambda: browser.execute_script(is_open))
    press(browser, "z")
    until(lambda: not browser.execute_script(is_open))
    # The answer that was read wrong is chosen from the list of all, and corrected.
    (wrong,) = (
        each
        for each in browser.find_elements("css selector", "#answers button")
        if each.find_element("css selector", "b").text == "9"
    )
    wrong.click()
    until(lambda: "counts as “9” now" in shown(browser, "#reason").lower().replace("it ", ""))
    press(browser, "7")
    until(lambda: "7" in shown(browser, "#answers").split())
    press(browser, "w")
    until(lambda: not shown(browser, "#sheet"))
    with Store.at(filled / "records" / "answers.db") as store:
        found = store.find(name)
    assert found
    given = {each.field: each for each in found.response.answers}
    assert given["recommend"].values == ("7",)
    assert given["recommend"].status is Status.CONFIRMED
    assert given["knows-gap.before"].values == ("2",)
    review.stop()


@pytest.mark.slow
def test_pages_are_taken_apart_and_a_back_is_put_to_its_front(
    filled: Path, start: Callable[..., Review], browser: WebDriver
) -> None:
    library = find_library(filled)
    form = current_form(library, "small")
    content = io.BytesIO()
    Image.new("L", (1700, 2200), 255).save(content, "JPEG")
    front, back = Answer("recommend", ("9",)), Answer("knows-gap.before", ("2",))
    with open_store(library) as store:
        for stored in list(store.responses()):
            store.withdraw(stored.id)
        pages = as_pages(
            (at, keep_picture(store.records, content.getvalue(), DAY, "jpg"), [each.field])
            for at, each in enumerate((front, back), start=1)
        )
        sheet = Response(form, Way.SCAN, DAY, (front, back), "sheet", received=pages)
        (name,) = store.add([sheet]).new
    review = start("--response", name)
    browser.get(review.address)
    until(lambda: "two people" in shown(browser, "#parting"))
    part = browser.find_element("css selector", "#part")
    part.click()
    until(lambda: "Press again" in shown(browser, "#parting"))
    part.click()
    until(lambda: not shown(browser, "#parting"))
    review.stop()
    with Store.at(filled / "records" / "answers.db") as store:
        assert [each.response.answers for each in store.responses()] == [(front,)]
    again = start()
    browser.get(again.address)
    until(lambda: f"It is the other side of {name}" in shown(browser, "#copies"))
    assert looked_over(browser) == []
    browser.find_element("css selector", ".others button").click()
    until(lambda: "Everything has been looked at" in shown(browser, "#done"))
    again.stop()
    with Store.at(filled / "records" / "answers.db") as store:
        (whole,) = store.responses(aside=True)
    assert {each.field: each for each in whole.response.answers} == {
        each.field: each for each in (front, back)
    }
