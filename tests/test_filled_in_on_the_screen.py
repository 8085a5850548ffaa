"""Worksheets are filled in on the page: kept here alone, found again, printed, carried, cleared."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from kit.editions.registry import EDITIONS
from kit.editions.setting import Occasion, Setting
from kit.library import Library, find_library
from kit.press.engine import Press
from kit.reading.workshop import load_workshops
from kit.rendering.render import Rendered, Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selenium.webdriver.remote.webdriver import WebDriver

BUNDLED = find_library(Path(__file__).parent).bundled
FILLED_IN = ("worksheets", "pre-work", "commitment-cards", "exercises")
CONTROLS = re.compile(r"<(input|textarea|select|button|label|script)\b")
FILL = """
const texts = [...document.querySelectorAll("textarea")];
texts.forEach((each, n) => {
  each.value = each.maxLength > 0 ? String(n % 5) : `Answer ${n}`;
  each.dispatchEvent(new Event("input"));
});
document.querySelectorAll("input[type=checkbox]").forEach((each) => each.click());
const groups = {};
document.querySelectorAll("input[type=radio]").forEach((each) => {
  (groups[each.name] ??= []).push(each);
});
Object.values(groups).forEach((each, n) => each[n % each.length].click());
document.querySelectorAll("select").forEach((each) => {
  each.selectedIndex = 1;
  each.dispatchEvent(new Event("change"));
});
"""
STATE = """
return [...document.querySelectorAll("textarea, select, input:not([type=file])")].map((each) =>
  [each.getAttribute("aria-label") ?? each.closest("label")?.textContent.trim() ?? "",
   each.matches("[type=checkbox], [type=radio]") ? each.checked : each.value]);
"""


def rendered(project: Path, edition: str = "worksheets", name: str = "small") -> Rendered:
    """Render the example workshop in its default length, or in the short one."""
    (loaded,), _ = load_workshops(Library(None, project), [name])
    kind = EDITIONS[edition]
    views = (kind.view(tailor(loaded, Choice(length=of)), Setting()) for of in (None, "short"))
    view = next(each for each in views if each is not None)
    return Renderer((BUNDLED / "templates",)).render(kind, view, "letter")


class Page:
    """A worksheet in the browser, and what a person does with it."""

    def __init__(self, browser: WebDriver, path: Path) -> None:
        self.browser = browser
        self.path = path

    def open(self) -> None:
        self.browser.get(self.path.as_uri())

    def run(self, code: str, *values: object) -> Any:
        return self.browser.execute_script(code, *values)

    def press(self, *keys: str) -> None:
        from selenium.webdriver.common.action_chains import ActionChains  # noqa: PLC0415

        for key in keys:
            ActionChains(self.browser).send_keys(key).perform()

    def button(self, words: str) -> Any:
        from selenium.webdriver.common.by import By  # noqa: PLC0415

        return self.browser.find_element(By.XPATH, f"//button[.='{words}']")

    def write(self, label: str, text: str) -> None:
        from selenium.webdriver.common.by import By  # noqa: PLC0415

        self.browser.find_element(By.CSS_SELECTOR, f"textarea[aria-label='{label}']").send_keys(
            text
        )

    def load(self, file: Path) -> None:
        from selenium.webdriver.common.by import By  # noqa: PLC0415
        from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415

        self.run("document.querySelector('.fill-told').textContent = ''")
        self.browser.find_element(By.CSS_SELECTOR, "input[type=file]").send_keys(str(file))
        WebDriverWait(self.browser, 5).until(lambda _: self.told)

    def saved(self, folder: Path) -> Path:
        from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415

        command = self.browser.execute_cdp_cmd  # type: ignore[attr-defined]
        command("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
        self.button("Save to a file").click()
        return WebDriverWait(self.browser, 5).until(lambda _: next(folder.glob("*.json"), None))

    @property
    def told(self) -> str:
        return str(self.run("return document.querySelector('.fill-told').textContent"))

    @property
    def state(self) -> list[Any]:
        return list(self.run(STATE))

    @property
    def kept(self) -> dict[str, Any]:
        text = self.run("return localStorage.getItem(Object.keys(localStorage)[0] ?? '')")
        return dict(json.loads(text)["answers"]) if text else {}


@pytest.fixture
def page(browser: WebDriver, project: Path, tmp_path: Path) -> Iterator[Page]:
    """The worksheets of the example project, which have every kind of block; nothing is kept."""
    path = tmp_path / "worksheets.html"
    path.write_text(rendered(project).screen_html, encoding="utf-8")
    sheet = Page(browser, path)
    sheet.open()
    sheet.run("localStorage.clear()")
    sheet.open()
    yield sheet
    sheet.run("localStorage.clear()")
    browser.get("about:blank")


@pytest.mark.parametrize("edition", FILLED_IN)
def test_what_goes_to_the_press_has_no_control_and_no_script(project: Path, edition: str) -> None:
    made = rendered(project, edition)
    assert not CONTROLS.search(made.print_html)
    (body,) = re.findall(r"<body.*</main>", made.screen_html, re.DOTALL)
    assert body in made.print_html  # one source: the script makes the rest


def test_the_pdf_is_what_it_would_be_without(project: Path) -> None:
    made = rendered(project)
    plain = re.sub(
        r" data-(fill-in|places)='[^']*'| data-(block|row)=\"[^\"]*\"", "", made.print_html
    )
    assert len(plain) < len(made.print_html) - 1000
    press = Press(Library(None, project).roots)
    texts = []
    for html in (made.print_html, plain):
        with pypdfium2.PdfDocument(press.print(html, made.stylesheet, BUNDLED).pdf) as document:
            texts.append([page.get_textpage().get_text_range() for page in document])
    assert texts[0] == texts[1]


def test_without_scripts_the_page_is_as_on_paper(page: Page) -> None:
    command = page.browser.execute_cdp_cmd  # type: ignore[attr-defined]
    command("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page.open()
        assert page.run("return document.querySelectorAll('textarea, input, button').length") == 0
        assert page.run(
            "return getComputedStyle(document.querySelector('.line')).display !== 'none'"
        )
    finally:
        command("Emulation.setScriptExecutionDisabled", {"value": False})


def test_every_place_to_write_becomes_a_control_with_a_name_of_its_own(page: Page) -> None:
    kinds = (".line", ".draw-box", "span.check", ".pick:not(input)", "td:empty", ".slip-rule")
    left = "return [...document.querySelectorAll('[data-block] ' + arguments[0])].filter("
    left += "each => each.checkVisibility() && !each.closest('thead')).length"
    assert {kind: page.run(left, kind) for kind in kinds} == dict.fromkeys(kinds, 0)
    names = [name for name, _ in page.state]
    assert "" not in names
    assert len(names) > 60


def test_answers_survive_a_reload(page: Page) -> None:
    page.run(FILL)
    before = page.state
    assert any(value is True for _, value in before)
    assert [value for _, value in before].count("Answer 0") == 1
    page.open()
    assert page.state == before
    assert "this computer only" in page.run("return document.querySelector('.bar').textContent")


def test_a_question_keeps_its_answer_when_others_move(page: Page, project: Path) -> None:
    page.run(FILL)
    answers = page.kept
    options = [name for name, value in answers.items() if value is True and "/own" not in name]
    first, second = (name.rpartition("/")[2] for name in options[:2])
    page.run("document.querySelectorAll('input[type=checkbox]')[1].click()")
    text = (project / "workshops/small.yaml").read_text(encoding="utf-8")
    swapped = text.replace(first, "@").replace(second, first).replace("@", second)
    assert swapped != text
    (project / "workshops/small.yaml").write_text(swapped, encoding="utf-8")
    page.path.write_text(rendered(project).screen_html, encoding="utf-8")
    page.open()
    boxes = [(name, value) for name, value in page.state if name in {first, second}]
    assert boxes[:2] == [(second, False), (first, True)]


def test_a_choice_is_taken_back(page: Page) -> None:
    from selenium.webdriver.common.by import By  # noqa: PLC0415
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    radio = page.browser.find_element(By.CSS_SELECTOR, "input[type=radio]")
    for back in (radio.click, lambda: page.press(Keys.DELETE)):
        radio.click()
        assert radio.is_selected()
        assert len(page.kept) == 1
        back()
        assert not radio.is_selected()
        assert page.kept == {}


def test_it_is_cleared_with_the_keyboard_and_brought_back(page: Page) -> None:
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    page.run(FILL)
    before = page.state
    page.run("localStorage.setItem('workshop-kit/small@/worksheets/0.1', '{\"answers\": {}}')")
    active = "return document.activeElement.textContent"
    page.run("arguments[0].focus()", page.button("Clear"))
    page.press(Keys.ENTER)
    assert page.run(active) == "No, keep them"
    page.press(Keys.ESCAPE)
    assert page.run(active) == "Clear"
    assert page.state == before
    page.press(Keys.ENTER, Keys.TAB)
    assert page.run(active) == "Yes, clear them"
    page.press(Keys.ENTER)
    assert page.run("return localStorage.length") == 0
    assert "keeps nothing of this page" in page.told
    assert {value for name, value in page.state} <= {"", False}
    assert page.run(active) == "Undo"
    page.press(Keys.ENTER)
    assert page.state == before
    assert page.kept


def test_a_file_carries_the_answers_to_another_computer(page: Page, tmp_path: Path) -> None:
    page.run(FILL)
    before = page.state
    file = page.saved(tmp_path)
    assert file.name == "small-worksheets-answers.json"
    assert "Answer 0" in file.read_text(encoding="utf-8")
    page.run("localStorage.clear()")
    page.open()
    assert page.kept == {}
    page.load(file)
    assert page.state == before
    page.open()
    assert page.state == before


def test_what_has_no_place_is_told_and_kept(page: Page, tmp_path: Path) -> None:
    page.run(FILL)
    file = page.saved(tmp_path)
    record = json.loads(file.read_text(encoding="utf-8"))
    record |= {"version": "0.9", "title": "An older one"}
    record["answers"] |= {"gone/lines": "Not to be lost <b>", "gone/3/who": ["no", "text"]}
    file.write_text(json.dumps(record), encoding="utf-8")
    page.load(file)
    assert "An older one, version 0.9" in page.told
    left = page.run("return document.querySelector('.fill-unplaced').innerText")
    assert "no place on this page: 2" in left
    assert "gone/lines: Not to be lost <b>" in left
    page.open()
    assert page.kept["gone/lines"] == "Not to be lost <b>"


@pytest.mark.parametrize("text", ["", "no JSON", "[]", "null", '{"answers": {"a": "b"}}'])
def test_another_file_changes_nothing(page: Page, tmp_path: Path, text: str) -> None:
    page.run(FILL)
    before = page.state
    file = tmp_path / "other.json"
    file.write_text(text, encoding="utf-8")
    page.load(file)
    assert "no saved answers" in page.told
    assert page.state == before


def test_answers_to_an_earlier_version_are_offered(page: Page, project: Path) -> None:
    page.run(FILL)
    before = page.state
    html = rendered(project).screen_html
    newer = re.sub(r'"version": "[^"]*"', '"version": "99"', html)
    assert newer != html
    page.path.write_text(newer, encoding="utf-8")
    page.open()
    assert {value for _, value in page.state} <= {"", False}
    page.button("Bring them here").click()
    assert page.state == before


def test_two_sessions_of_one_workshop_are_two_places(page: Page, project: Path) -> None:
    page.run(FILL)
    before = page.state
    html = rendered(project).screen_html
    other = html.replace('"session": ""', '"session": "interns-2027/first"')
    assert other != html
    page.path.write_text(other, encoding="utf-8")
    page.open()
    assert {value for _, value in page.state} <= {"", False}
    assert page.told == ""  # nor are the others offered
    page.path.write_text(html, encoding="utf-8")
    page.open()
    assert page.state == before


def test_a_page_of_a_session_knows_which(project: Path) -> None:
    (loaded,), _ = load_workshops(Library(None, project), ["small"])
    tailored = tailor(loaded, Choice())
    kind = EDITIONS["worksheets"]
    here = Setting(occasion=Occasion(cohort="Interns", session="interns-2027/first"))
    made = Renderer((BUNDLED / "templates",)).render(kind, kind.view(tailored, here), "letter")
    assert '"session": "interns-2027/first"' in made.screen_html


def test_a_browser_that_keeps_nothing_says_so_and_still_saves(page: Page, tmp_path: Path) -> None:
    command = page.browser.execute_cdp_cmd  # type: ignore[attr-defined]
    refuse = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
    added = command("Page.addScriptToEvaluateOnNewDocument", {"source": refuse})
    try:
        page.open()
        bar = "return document.querySelector('.bar').innerText"
        assert "lost when you close it" in page.run(bar)
        page.run(FILL)
        assert "lost when you close it" in page.run(bar)
        assert "Answer 0" in page.saved(tmp_path).read_text(encoding="utf-8")
    finally:
        command("Page.removeScriptToEvaluateOnNewDocument", {"identifier": added["identifier"]})
        page.open()


def test_two_tabs_do_not_overwrite_each_other(page: Page) -> None:
    first = page.browser.current_window_handle
    page.browser.switch_to.new_window("tab")
    page.open()
    label = next(name for name, _ in page.state)
    page.write(label, "From the second tab")
    page.browser.close()
    page.browser.switch_to.window(first)
    assert [label, "From the second tab"] in page.state


def test_answers_stand_on_paper_and_the_bar_does_not(page: Page) -> None:
    from selenium.webdriver.common.by import By  # noqa: PLC0415

    texts = page.browser.find_elements(By.CSS_SELECTOR, ".lines + textarea")
    texts[0].send_keys("A typed answer\nin two lines")
    command = page.browser.execute_cdp_cmd  # type: ignore[attr-defined]
    command("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        seen = "return [...document.querySelectorAll(arguments[0])].filter(each => "
        seen += "each.checkVisibility()).map(each => each.textContent)"
        assert page.run(seen, ".answer") == ["A typed answer\nin two lines"]
        assert page.run(seen, "textarea, select, button, .bar, .fill-where, .fill-note") == []
        lines = page.run("return document.querySelectorAll('.lines').length")
        assert len(page.run(seen, ".lines")) == lines - 1  # the others are for a pen
    finally:
        command("Emulation.setEmulatedMedia", {"media": ""})


def test_what_is_printed_for_all_has_a_field_below(browser: WebDriver, tmp_path: Path) -> None:
    (loaded,), _ = load_workshops(Library(None, BUNDLED), ["managing-up"])
    kind = EDITIONS["mentoring-agreement"]
    view = kind.view(tailor(loaded, Choice(terms={"reply_time": "Within a week"})), Setting())
    html = Renderer((BUNDLED / "templates",)).render(kind, view, "letter").screen_html
    page = Page(browser, tmp_path / "agreement.html")
    page.path.write_text(html, encoding="utf-8")
    page.open()
    page.write("Between meetings: how, how soon: We agree: what we add", "By e-mail")
    assert page.kept["agreement-rules/Between meetings: how, how soon/We agree"] == "By e-mail"


def test_private_sheets_say_where_answers_are(page: Page) -> None:
    notes = page.run(
        "return [...document.querySelectorAll('.sheet')].map(sheet => "
        "[!!sheet.querySelector('.private'), sheet.innerText.includes('kept on this computer')])"
    )
    assert [True, True] in notes
    assert all(private == told for private, told in notes)


def test_a_map_is_also_a_list_that_grows(page: Page) -> None:
    page.button("Add a line").click()
    page.press("Ada")
    added = page.run("return document.activeElement.getAttribute('aria-label')")
    assert added == "Name 5"
    page.open()
    assert [added, "Ada"] in page.state


def test_a_template_of_ones_own_without_it_is_as_on_paper(page: Page) -> None:
    html = page.path.read_text(encoding="utf-8")
    page.path.write_text(re.sub(r" data-fill-in='[^']*'", "", html), encoding="utf-8")
    page.browser.get_log("browser")
    page.open()
    assert page.state == []
    assert page.browser.get_log("browser") == []


def test_the_form_is_not_filled_in_here(project: Path) -> None:
    assert "data-fill-in" not in rendered(project, "evaluation-form").screen_html
