from __future__ import annotations

from kit.press.word import rules
from kit.press.word.page_tree import page_tree
from kit.press.word.styles import CHARACTERS, PARAGRAPHS, whole
from kit.press.word.table_looks import LOOKS


def test_the_later_rule_wins_whatever_its_weight() -> None:
    tree = page_tree('<main id="content"><div class="row"><h3>A</h3></div><h3>B</h3></main>')
    first, second = tree.find("h3")
    assert (first.rules["style"], second.rules["style"]) == ("Side Heading", "Heading 2")


def test_comments_are_nothing() -> None:
    tree = page_tree("<main>a<!-- secret --><b>c</b>d</main>")
    main = next(tree.find("main"))
    assert main.words == "acd"
    assert [child.tag for child in main.children] == ["b"]


def test_every_style_and_look_that_a_rule_names_is_there() -> None:
    assert {name for _, name in rules.STYLES} <= set(PARAGRAPHS)
    assert {name for _, name in rules.CHARACTERS} <= set(CHARACTERS)
    assert {name for _, name in rules.LOOKS} <= set(LOOKS)


def test_every_style_ends_in_normal() -> None:
    assert all(whole(name).font and whole(name).line for name in PARAGRAPHS)
