from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as some

from kit.exchange.systems.google_forms_writer import AFTER, BEFORE, write_script

if TYPE_CHECKING:
    from collections.abc import Callable

    from selenium.webdriver.remote.webdriver import WebDriver

    from kit.exchange.questionnaire import Questionnaire

    Worded = Callable[[str], Questionnaire]

HOSTILE = "*/ '; stop(); // \" ` ${x} \\ </script> \u2028 é 😀"
DOCUMENTED = {
    *("setTitle", "setDescription", "setCollectEmail", "getPublishedUrl", "getEditUrl"),
    *("addSectionHeaderItem", "addGridItem", "setRows", "setColumns", "addMultipleChoiceItem"),
    *("addCheckboxItem", "setChoiceValues", "showOtherOption", "setHelpText", "addScaleItem"),
    *("setBounds", "setLabels", "addTextItem", "addParagraphTextItem"),
}
"""Methods of developers.google.com/apps-script/reference/forms that the script may call."""
RECORDER = """
const calls = [];
const any = new Proxy({}, {get: (_, name) => (...said) => {
  calls.push([name, ...said]);
  return name.endsWith('Url') ? 'address' : any;
}});
const FormApp = {create: (title) => { calls.push(['create', title]); return any; }};
const Logger = {log: () => {}};
"""


def data_in(script: str) -> Any:
    assert script.startswith(f"{BEFORE}const FORM = ")
    assert script.endswith(AFTER)
    return json.loads(script[len(BEFORE) + len("const FORM = ") : -len(AFTER)])


@given(some.text(max_size=30))
def test_all_words_are_data_and_the_script_is_always_the_same(worded: Worded, text: str) -> None:
    asked = worded(text)
    script = write_script(asked).decode("utf-8")
    data = data_in(script)
    assert data["title"] == asked.title
    assert {each["title"] for each in data["items"]} == {asked.title}
    assert not {*script} & {"\u2028", "\u2029", "\x7f"}


def test_the_script_makes_the_form(worded: Worded, browser: WebDriver) -> None:
    asked = worded(HOSTILE)
    script = write_script(asked).decode("utf-8")
    browser.get("about:blank")
    calls = browser.execute_script(f"{RECORDER}{script}\nmakeForm(); return calls;")
    assert calls[0] == ["create", asked.title]
    assert {name for name, *_ in calls[1:]} <= DOCUMENTED
    made = [name for name, *_ in calls if name.startswith("add")]
    assert made == [
        *("addSectionHeaderItem", "addGridItem", "addGridItem", "addScaleItem"),
        *("addMultipleChoiceItem", "addCheckboxItem", "addTextItem", "addTextItem"),
        *("addTextItem", "addParagraphTextItem"),
    ]
    assert ["setRows", [asked.title, asked.title]] in calls
    assert ["setBounds", 0, 10] in calls
    assert [each[1] for each in calls if each[0] == "showOtherOption"] == [True, False]
