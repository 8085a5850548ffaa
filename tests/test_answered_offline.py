"""The form as one file: kept until it is finished, saved as a small file, and forgotten."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kit.answers.store import Store
from kit.editions.registry import EDITIONS
from kit.editions.setting import Setting
from kit.instrument.description import described
from kit.instrument.form import form_of
from kit.library import Library, find_library
from kit.reading.workshop import load_workshops
from kit.rendering.render import Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver.remote.webdriver import WebDriver

BUNDLED = find_library(Path(__file__).parent).bundled
FORMS = {"evaluation-form-offline": "end", "follow-up-form-offline": "follow-up"}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
FILL_ALL = """
const groups = {};
document.querySelectorAll("#answers input[type=radio]").forEach((each) => {
  (groups[each.name] ??= []).push(each);
});
Object.values(groups).forEach((each, n) => each[n % each.length].click());
document.querySelectorAll("#answers input[type=checkbox]").forEach((each) => each.click());
document.querySelectorAll("#answers :is(textarea, input[type=text])").forEach((each, n) => {
  each.value = `Words ${n}`;
  each.dispatchEvent(new Event("input", {bubbles: true}));
});
"""


def tailored(name: str, root: Path) -> Any:
    (loaded,), problems = load_workshops(Library(None, root), [name])
    assert not problems
    return tailor(loaded, Choice())


def html_of(name: str, edition: str, root: Path) -> str:
    view = EDITIONS[edition].view(tailored(name, root), Setting())
    return Renderer((BUNDLED / "templates",)).render(EDITIONS[edition], view, "letter").screen_html


class Page:
    """The file in the browser."""

    def __init__(self, browser: WebDriver, path: Path, folder: Path) -> None:
        self.browser = browser
        self.path = path
        self.folder = folder

    def open(self) -> None:
        self.browser.get(self.path.as_uri())

    def run(self, code: str, *values: object) -> Any:
        return self.browser.execute_script(code, *values)

    def press(self, words: str) -> None:
        from selenium.webdriver.common.by import By  # noqa: PLC0415

        self.browser.find_element(By.XPATH, f"//button[.='{words}']").click()

    def finish(self) -> None:
        self.run("document.querySelector('button[type=submit]').click()")

    def saved(self, number: int = 1) -> list[dict[str, Any]]:
        deadline = time.monotonic() + 10
        while len(files := sorted(self.folder.glob("*.json"))) < number:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        return [json.loads(each.read_text(encoding="utf-8")) for each in files]

    @property
    def told(self) -> str:
        return str(self.run("return document.getElementById('told').innerText"))

    @property
    def stored(self) -> int:
        return int(self.run("return localStorage.length"))


@pytest.fixture
def page(browser: WebDriver, project: Path, tmp_path: Path) -> Iterator[Page]:
    path = tmp_path / "evaluation-form-offline.html"
    path.write_text(html_of("small", "evaluation-form-offline", project), encoding="utf-8")
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
    browser.get("about:blank")


@pytest.mark.parametrize("name", Library(None, BUNDLED).workshop_names())
@pytest.mark.parametrize("edition", FORMS)
def test_it_asks_what_the_paper_asks_under_the_same_keys(name: str, edition: str) -> None:
    made = tailored(name, BUNDLED)
    form = form_of(made, FORMS[edition])  # type: ignore[arg-type]
    if form is None:
        assert made.workshop.evaluation.follow_up is None
        return
    description = described(form, name, "en-US")
    html = html_of(name, edition, BUNDLED)
    for field in description.fields:
        found = re.findall(rf'name="{re.escape(field.key)}" (?:value="([^"]*)")?', html)
        assert tuple(filter(None, found)) == field.values
        assert len(found) == max(1, len(field.values))
    names = set(re.findall(r'(?<= name=")[a-z][^"]*', html.partition("<form")[2]))
    assert names == {field.key for field in description.fields}
    assert f'"version": "{description.version}"' in html
    assert f'"wording": "{description.wording}"' in html


def test_all_of_it_is_in_the_file_that_is_saved(page: Page) -> None:
    page.run(FILL_ALL)
    page.finish()
    (data,) = page.saved()
    assert data["kit-answers"] == 1
    assert UUID.fullmatch(data["token"])
    assert set(data["form"]) == {"form", "version", "wording", "session"}
    assert data["form"]["session"] == "small"
    answers = data["answers"]
    assert answers["can-respond"] == "1"
    assert answers["most-useful"] == ["1", "2", "3", "other"]
    assert answers["most-useful.other"].startswith("Words")
    assert len(answers) == 13
    assert page.browser.get_log("browser") == []


def test_a_draft_outlives_the_browser_and_ends_with_the_form(page: Page) -> None:
    page.run(FILL_ALL)
    state = "return [...document.querySelectorAll('#answers :is(input, textarea)')].map("
    state += "(each) => each.checked || each.value)"
    before = page.run(state)
    assert page.stored == 1
    page.open()
    assert page.run(state) == before
    page.finish()
    assert page.stored == 0
    assert "small-answers-" in page.told
    page.press("Save the file again")
    page.saved(1)
    page.open()
    assert page.run("return document.querySelectorAll('input:checked').length") == 0


def test_two_people_on_one_computer_have_two_tokens(page: Page) -> None:
    page.run(FILL_ALL)
    page.finish()
    page.saved(1)
    page.press("Someone else answers here")
    assert page.run("return document.querySelectorAll('input:checked').length") == 0
    page.run(FILL_ALL)
    page.finish()
    assert len({each["token"] for each in page.saved(2)}) == 2


def test_a_double_tap_saves_one_file_and_still_says_so(page: Page) -> None:
    page.run(FILL_ALL)
    page.run(
        "const save = document.querySelector('button[type=submit]'); save.click(); save.click();"
    )
    (saved,) = page.saved(1)
    assert saved["token"][:8] in page.told


def test_an_empty_form_is_not_saved(page: Page) -> None:
    page.finish()
    assert "Nothing is filled in" in page.told
    assert list(page.folder.glob("*")) == []
    assert page.stored == 0


def test_where_no_file_can_be_saved_the_text_can_be_copied(page: Page) -> None:
    page.run(FILL_ALL)
    page.finish()
    text = page.run("return document.querySelector('details textarea').value")
    assert json.loads(text) == page.saved()[0]


def test_what_was_saved_is_taken_in_once(page: Page, project: Path) -> None:
    page.run(FILL_ALL)
    page.finish()
    (data,) = page.saved()
    for _ in range(2):
        command = [sys.executable, "-m", "kit", "collect", "files", str(page.folder)]
        subprocess.run(command, cwd=project, check=True, capture_output=True)
        with Store.at(project / "records" / "answers.db") as store:
            (stored,) = store.responses()
        assert stored.response.token == data["token"]
        answers = {each.field: each.values for each in stored.response.answers if each.values}
        assert answers["most-useful"] == ("1", "2", "3", "other")
        assert len(answers) == 13


def test_the_packet_has_it_as_a_page_and_never_as_a_pdf(project: Path) -> None:
    command = [sys.executable, "-m", "kit", "build", "small", "--out", "made"]
    more = ["--edition", ",".join(FORMS), "--format", "html"]
    subprocess.run([*command, *more], cwd=project, check=True, capture_output=True)
    made = sorted(path.name for path in (project / "made/small/participants").iterdir())
    assert made == ["evaluation-form-offline.html", "follow-up-form-offline.html"]
