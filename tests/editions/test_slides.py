"""Slides: what stands on them, what never does, and how they are presented."""

from __future__ import annotations

import io
import re
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import page as page_validation
import pptx
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageOps
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from kit.definitions.activity import EVALUATION_FORM
from kit.editions.registry import EDITIONS
from kit.editions.setting import Setting
from kit.editions.slides import SlideKind
from kit.library import Library
from kit.press.engine import Press
from kit.press.slides_page import make_slides
from kit.reading.workshop import load_workshops
from kit.rendering.render import Rendered, Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import TailoredWorkshop, tailor

if TYPE_CHECKING:
    from collections.abc import Callable

    from selenium.webdriver.remote.webdriver import WebDriver

    Call = Callable[..., Any]

# One worker makes a document once, for all the tests that look at it.
pytestmark = pytest.mark.xdist_group("slides")

LIBRARY = Library(None, Path(__file__).resolve().parents[2])
NAMES = LIBRARY.workshop_names()
ADDRESS = "https://forms.example.org/interns"


@cache
def workshop(name: str, length: str | None = None) -> TailoredWorkshop:
    (loaded,), _ = load_workshops(LIBRARY, [name])
    return tailor(loaded, Choice(length=length))


@cache
def rendered(edition: str, name: str, length: str | None = None) -> Rendered:
    made = workshop(name, length)
    view = EDITIONS[edition].view(made, Setting())
    return Renderer(LIBRARY.folders("templates")).render(EDITIONS[edition], view, "letter")


@pytest.mark.parametrize("name", NAMES)
def test_they_follow_the_agenda(name: str) -> None:
    made = workshop(name)
    slides = EDITIONS["slides"].view(made, Setting()).slides
    kinds = [slide.kind for slide in slides]
    assert kinds[:2] == [SlideKind.TITLE, SlideKind.OBJECTIVES]
    assert kinds[-1] is SlideKind.CLOSE
    tasks = [each for each in slides if each.id.startswith("task-")]
    assert [task.minutes for task in tasks] == [timed.minutes for timed in made.agenda]
    evaluates = [each.id for each in tasks if each.kind is SlideKind.EVALUATION]
    assert evaluates == [
        f"task-{timed.activity.id}"
        for timed in made.agenda
        if EVALUATION_FORM in timed.activity.uses
    ]
    cases = [each.id for each in slides if each.kind is SlideKind.CASE]
    assert cases == [f"case-{scenario.id}" for scenario in made.scenarios]


@pytest.mark.parametrize(
    ("name", "length"),
    [(name, length) for name in NAMES for length in workshop(name).workshop.lengths],
)
def test_no_slide_runs_over(name: str, length: str) -> None:
    made = rendered("slides", name, length)
    slides = EDITIONS["slides"].view(workshop(name, length), Setting()).slides
    pdf = Press(LIBRARY.roots).print(made.print_html, made.stylesheet, LIBRARY.bundled).pdf
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == len(slides)
        for page in document:
            assert page.get_size() == pytest.approx((960, 540), abs=0.6)


def pages_with(address: str, name: str = "managing-up") -> tuple[Rendered, bytes]:
    setting = Setting(form_address=address)
    view = EDITIONS["slides"].view(workshop(name), setting)
    made = Renderer(LIBRARY.folders("templates")).render(EDITIONS["slides"], view, "letter")
    return made, Press(LIBRARY.roots).print(made.print_html, made.stylesheet, LIBRARY.bundled).pdf


@pytest.mark.parametrize(
    "address", [ADDRESS, f"https://redcap.example.org/surveys/?s={'A7' * 70}&group=interns"]
)
def test_the_evaluation_has_the_forms_address_and_a_code_that_is_read(address: str) -> None:
    made, pdf = pages_with(address)
    assert f'href="{escape(address)}"' in made.screen_html
    with pypdfium2.PdfDocument(pdf) as document:
        found = [
            (page.get_textpage().get_text_range(), page.render(scale=1.5).to_pil())
            for page in document
        ]
    assert len(found) == len(EDITIONS["slides"].view(workshop("managing-up"), Setting()).slides)
    read = [zxingcpp.read_barcode(picture) for _, picture in found]
    assert [code.text for code in read if code] == [address]
    report = page_validation.validate_pdf_bytes(
        pdf, profile=page_validation.ValidationProfile.PDF_UA_1
    )
    assert [f"{each.rule_id} {each.message}" for each in report.failures] == []
    words = next(text for (text, _), code in zip(found, read, strict=True) if code)
    assert address.removeprefix("https://") in "".join(words.split())


def test_without_an_address_there_is_room_for_both() -> None:
    made, _ = pages_with("")
    (place,) = re.findall(r'<div class="slide-form open">.*?</div>', made.screen_html, re.DOTALL)
    assert "Place for the QR code of the form" in place
    assert "write-in" in place
    assert "href" not in place


def test_powerpoint_has_the_address_and_its_code_in_words_too() -> None:
    made, _ = pages_with(ADDRESS)
    deck = pptx.Presentation(io.BytesIO(make_slides(made.print_html)))
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    (picture,) = [shape for shape in shapes if shape.shape_type == MSO_SHAPE_TYPE.PICTURE]
    assert picture._element.nvPicPr.cNvPr.get("descr") == "QR code of the form"
    code = zxingcpp.read_barcode(ImageOps.expand(Image.open(io.BytesIO(picture.image.blob)), 60, 1))
    assert code.text == ADDRESS
    (address,) = [shape for shape in shapes if shape.name == "Address"]
    (run,) = address.text_frame.paragraphs[0].runs
    assert run.text == ADDRESS.removeprefix("https://")
    assert run.hyperlink.address == ADDRESS


def test_powerpoint_without_an_address_has_a_place_for_a_picture_and_a_line() -> None:
    made, _ = pages_with("")
    deck = pptx.Presentation(io.BytesIO(make_slides(made.print_html)))
    (asks,) = [slide for slide in deck.slides if slide.slide_layout.name.startswith("Picture")]
    place = next(each for each in asks.placeholders if each.placeholder_format.idx == 1)
    assert place.placeholder_format.type == PP_PLACEHOLDER.PICTURE
    names = [shape.name for shape in asks.shapes]
    assert "Line for the address" in names
    frame = asks.shapes[names.index("Frame")]
    assert (frame.left, frame.top) == (place.left, place.top)


@pytest.mark.parametrize("name", NAMES)
def test_notes_are_with_the_instructor_alone(name: str) -> None:
    plain, noted = rendered("slides", name), rendered("slides-with-notes", name)
    say = next(
        said
        for timed in workshop(name).agenda
        if isinstance(said := timed.activity.instructor.say, str)
    )
    opening = " ".join(say.split()[:4])
    for text in (plain.print_html, plain.screen_html):
        assert opening not in text
        assert 'class="notes"' not in text
    assert opening in noted.screen_html


def test_whom_to_turn_to_stands_below_the_last_words() -> None:
    made = rendered("slides", "managing-up")
    pdf = Press(LIBRARY.roots).print(made.print_html, made.stylesheet, LIBRARY.bundled).pdf
    with pypdfium2.PdfDocument(pdf) as document:
        last = document[len(document) - 1].get_textpage()
        tops = {}
        for words in ("what became of it", "Whom to turn to"):
            searched = last.search(words)
            index, count = searched.get_next()
            boxes = [last.get_charbox(at) for at in range(index, index + count)]
            tops[words] = (min(box[1] for box in boxes), max(box[3] for box in boxes))
    assert tops["Whom to turn to"][1] < tops["what became of it"][0]


def at(browser: WebDriver) -> str:
    return str(browser.execute_script("return document.querySelector('.frame.now')?.id"))


def press(browser: WebDriver, key: str) -> None:
    from selenium.webdriver.common.action_chains import ActionChains  # noqa: PLC0415

    ActionChains(browser).send_keys(key).perform()


def opened(browser: WebDriver, edition: str, folder: Path) -> None:
    page = folder / f"{edition}.html"
    page.write_text(rendered(edition, "managing-up").screen_html, encoding="utf-8")
    browser.get(page.as_uri())


def test_they_are_presented_with_the_keyboard_alone(browser: WebDriver, tmp_path: Path) -> None:
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    opened(browser, "slides", tmp_path)
    press(browser, "p")
    assert at(browser) == "title"
    for key, where in (
        (Keys.ARROW_RIGHT, "objectives"),
        (Keys.SPACE, "task-welcome"),
        (Keys.ARROW_LEFT, "objectives"),
        (Keys.END, "close"),
        (Keys.ARROW_RIGHT, "close"),  # there is nothing behind it
        (Keys.HOME, "title"),
    ):
        press(browser, key)
        assert at(browser) == where
    shown = (
        "return [...document.querySelectorAll('.frame')]"
        ".filter(frame => getComputedStyle(frame).display !== 'none').length"
    )
    assert browser.execute_script(shown) == 1
    press(browser, Keys.ESCAPE)
    assert browser.execute_script(shown) > 10
    press(browser, "n")  # no notes here, and no window for them
    assert len(browser.window_handles) == 1


def test_minutes_count_down_and_wait(browser: WebDriver, tmp_path: Path) -> None:
    from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415

    opened(browser, "slides", tmp_path)
    press(browser, "p")
    browser.execute_script("location.hash = ''")
    for _ in range(2):
        press(browser, " ")
    text = "return document.querySelector('.frame.now .slide-minutes').textContent"
    minutes = workshop("managing-up").agenda[0].minutes
    assert browser.execute_script(text) == f"{minutes}:00"
    press(browser, "t")
    WebDriverWait(browser, 5).until(
        lambda driver: driver.execute_script(text) == f"{minutes - 1}:59"
    )
    press(browser, "t")
    stopped = browser.execute_script(text)
    press(browser, " ")
    press(browser, " ")
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415

    for _ in range(2):
        press(browser, Keys.ARROW_LEFT)
    assert browser.execute_script(text) == stopped  # remembered, and not running
    press(browser, "r")
    assert browser.execute_script(text) == f"{minutes}:00"


def test_a_case_shows_the_running_countdown_of_its_activity(
    browser: WebDriver, tmp_path: Path
) -> None:
    from selenium.webdriver.common.by import By  # noqa: PLC0415
    from selenium.webdriver.common.keys import Keys  # noqa: PLC0415
    from selenium.webdriver.support.ui import WebDriverWait  # noqa: PLC0415

    slides = EDITIONS["slides"].view(workshop("managing-up"), Setting()).slides
    case = next(n for n, slide in enumerate(slides) if slide.kind is SlideKind.CASE)
    task = slides[case - 1]
    text = "return document.querySelector('.frame.now .slide-minutes').textContent"
    opened(browser, "slides-with-notes", tmp_path)
    first = browser.current_window_handle
    press(browser, "p")
    for _ in range(case - 1):
        press(browser, " ")
    assert at(browser) == task.id
    press(browser, "n")
    (second,) = set(browser.window_handles) - {first}
    browser.switch_to.window(second)
    press(browser, "t")
    press(browser, " ")
    timer = browser.find_element(By.ID, "timer")
    wait = WebDriverWait(browser, 10)
    wait.until(lambda _: timer.text == f"{(task.minutes or 0) - 1}:57")
    browser.switch_to.window(first)
    assert at(browser) == slides[case].id
    on_the_case = browser.execute_script(text)
    press(browser, Keys.ARROW_LEFT)
    wait.until(lambda driver: driver.execute_script(text) < on_the_case)  # it still runs
    press(browser, "r")
    press(browser, " ")
    assert browser.execute_script(text) == f"{task.minutes}:00"
    browser.switch_to.window(second)
    browser.close()
    browser.switch_to.window(first)


def test_notes_follow_in_a_second_window(browser: WebDriver, tmp_path: Path) -> None:
    from selenium.webdriver.common.by import By  # noqa: PLC0415

    opened(browser, "slides-with-notes", tmp_path)
    first = browser.current_window_handle
    press(browser, "p")
    press(browser, "n")
    (second,) = set(browser.window_handles) - {first}
    for _ in range(2):
        press(browser, " ")
    browser.switch_to.window(second)
    assert browser.title == "Notes"
    notes = browser.find_element(By.ID, "notes").text
    says = workshop("managing-up").agenda[0].activity.instructor.say
    assert isinstance(says, str)
    assert " ".join(says.split()[:4]) in notes
    assert browser.find_element(By.ID, "timer").text == "4:00"
    assert "Next: What is about to change" in browser.find_element(By.ID, "next").text
    press(browser, " ")  # the keys work there, too
    assert "Have a transition of your own" in browser.find_element(By.ID, "notes").text
    browser.close()
    browser.switch_to.window(first)
    assert (
        browser.execute_script(
            "return getComputedStyle(document.querySelector('.now .notes')).display"
        )
        == "none"
    )


def test_nothing_else_runs_on_the_page(browser: WebDriver, tmp_path: Path) -> None:
    html = rendered("slides", "managing-up").screen_html
    spoiled = html.replace("</body>", "<script>document.title = 'strange'</script></body>")
    page = tmp_path / "spoiled.html"
    page.write_text(spoiled, encoding="utf-8")
    browser.get(page.as_uri())
    assert browser.execute_script("return document.body.classList.contains('scripted')")
    assert browser.title != "strange"
