from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.press.slides_file import PlainSlide, SlideParagraph, SlideRun
from kit.press.slides_page import read_slides
from kit.press.word.page_tree import page_tree

if TYPE_CHECKING:
    from kit.press.slides_file import Mark

PAGE = """
<!DOCTYPE html><html lang="en"><body><main>
<p class="screen-only">Keys: …</p>
<section class="frame"><div class="slide title roomy"><p class="slide-label">75 minutes</p>
<h1>Managing <i>up</i></h1><p class="slide-occasion">Hill House<br>August 12<br></p>
<p class="slide-foot">1 / 2</p></div></section>
<section class="frame"><div class="slide task"><p class="slide-label">1 · in pairs</p>
<h2>Draft a goal</h2><div class="slide-text"><p>Write <b>one</b> goal.</p><ul><li>short</li>
<li><p>dated</p></li></ul><ol><li>first</li></ol></div>
<p>Form: <span class="write-in"></span></p>
<p class="slide-minutes" data-minutes="15"><b>15</b> min</p><p class="slide-foot">2 / 2</p></div>
<div class="notes"><h3 class="notes-title">Notes</h3><p class="meta"><b>13:00</b></p>
<div class="cue say"><h4 class="cue-label">Say</h4><div class="cue-body"><p>Hello.</p><p>You.</p>
</div></div><div class="cue do"><h4 class="cue-label">Do</h4><div class="cue-body">
<ol class="steps">
<li><span class="step-minutes">8 min</span><span class="step-group">alone</span>
<div class="step-text"><p>Write.</p></div></li></ol></div></div></div></section>
</main></body></html>
"""


def plain(words: str, mark: Mark = "") -> SlideParagraph:
    return SlideParagraph((SlideRun(words),), mark)


def test_a_page_of_slides_is_read_as_slides() -> None:
    first, second = read_slides(page_tree(PAGE))
    occasion = (plain("Hill House"), plain("August 12"))
    assert first == PlainSlide("Managing up", occasion, label="75 minutes", first=True)
    assert second.title == "Draft a goal"
    assert second.minutes == "15 min"
    assert second.label == "1 · in pairs"
    assert second.paragraphs == (
        SlideParagraph((SlideRun("Write "), SlideRun("one", bold=True), SlideRun(" goal."))),
        plain("short", "bullet"),
        plain("dated", "bullet"),
        plain("first", "number"),
        plain("Form: …"),
    )


@pytest.mark.parametrize(
    ("html", "runs"),
    [
        ("<strong> Two </strong> words", (SlideRun("Two ", bold=True), SlideRun("words"))),
        (
            "<em>One <b>two</b></em>",
            (SlideRun("One ", italic=True), SlideRun("two", bold=True, italic=True)),
        ),
        ("<b>One</b><b> two</b>", (SlideRun("One two", bold=True),)),
        ("One <a href='#x'>two</a> <i> </i>", (SlideRun("One two"),)),
        ("<b>Name: <span class='write-in'></span></b>", (SlideRun("Name: …", bold=True),)),
    ],
)
def test_words_that_are_set_apart_are_runs(html: str, runs: tuple[SlideRun, ...]) -> None:
    page = PAGE.replace("Write <b>one</b> goal.", html)
    _, second = read_slides(page_tree(page))
    assert second.paragraphs[0].runs == runs


def test_notes_have_their_labels_before_them() -> None:
    _, second = read_slides(page_tree(PAGE))
    assert second.notes == ("13:00", "SAY: Hello.", "You.", "DO: 8 min alone Write.")
