"""What goes in the bag beside the core of the packet, as it comes out on paper."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest

from kit.definitions.preparation import Per
from kit.editions.appendix_list import TIMES
from kit.editions.bag import BAG
from kit.editions.commitment_cards import month_after
from kit.editions.registry import EDITIONS, copies_of, packet, printed
from kit.editions.setting import Occasion, Seats, Setting
from kit.library import Library
from kit.press.engine import Press
from kit.reading.words import ENGLISH
from kit.reading.workshop import load_workshops
from kit.rendering.render import Renderer
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import TailoredWorkshop, tailor

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

# One worker makes a document once, for all the tests that look at it.
pytestmark = pytest.mark.xdist_group("bag")

LIBRARY = Library(None, Path(__file__).resolve().parents[2])
PAGES = {
    "commitment-cards": 1,
    "door-sign": 1,
    "timer-cards": 5,
    "room-plan": 1,
    "debrief-log": 2,
    "packing-list": 2,
    "appendix-list": 2,
}
"""How many pages each takes at most for the bundled workshops, on either paper."""


@cache
def workshop(name: str) -> TailoredWorkshop:
    (loaded,), _ = load_workshops(LIBRARY, [name])
    return tailor(loaded, Choice())


def print_of(name: str, made: TailoredWorkshop, setting: Setting) -> bytes:
    """Print an edition."""
    edition = EDITIONS[name]
    view = edition.view(made, setting)
    rendered = Renderer(LIBRARY.folders("templates")).render(edition, view, setting.paper)
    return Press(LIBRARY.roots).print(rendered.print_html, rendered.stylesheet, LIBRARY.bundled).pdf


def pages_of(name: str, made: TailoredWorkshop, setting: Setting) -> list[str]:
    """Print an edition and give the text of each of its pages."""
    with pypdfium2.PdfDocument(print_of(name, made, setting)) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


@pytest.mark.parametrize("paper", ["letter", pytest.param("a4", marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", LIBRARY.workshop_names())
def test_each_takes_the_pages_that_it_is_made_for(name: str, paper: str) -> None:
    setting = Setting(paper=paper)  # type: ignore[arg-type]
    counted = {edition: len(pages_of(edition, workshop(name), setting)) for edition in PAGES}
    assert {name: counted[name] <= most for name, most in PAGES.items()} == dict.fromkeys(
        PAGES, True
    )


def test_the_core_of_a_packet_is_without_them(tailored: Call) -> None:
    core = {line.edition for line in packet(tailored(), Setting())}
    assert core.isdisjoint(edition.name.replace("-", "_") for edition in BAG)
    everything = {line.edition for line in printed(tailored(), Setting())}
    assert core < everything
    assert "packing_list" in everything
    assert "invitation" not in everything  # nothing to print


def test_four_cards_to_a_sheet_are_enough_for_everyone_and_a_few_more(tailored: Call) -> None:
    cards = EDITIONS["commitment-cards"]
    assert cards.per is Per.PARTICIPANT
    assert copies_of(cards, tailored(), Setting(participants=16)) == 5  # 18 cards
    assert copies_of(cards, tailored(), Setting(participants=20)) == 6  # 22 cards
    assert cards.view(tailored(), Setting(large=True)).cards == 1


@pytest.mark.parametrize(
    ("day", "months", "said"),
    [
        ("2027-08-12", 3, "November 2027"),
        ("2027-10-31", 3, "January 2028"),
        ("2027-12-01", 12, "December 2028"),
        ("2028-02-29", 24, "February 2030"),
    ],
)
def test_cards_say_in_which_month_they_come_back(day: str, months: int, said: str) -> None:
    assert ENGLISH.month(month_after(day, months)) == said


def test_people_sign_beside_their_names_and_others_below(tailored: Call) -> None:
    names = tuple(f"Person {number:02}" for number in range(1, 21))
    seated = Setting(seating=(Seats("1", names[10:]), Seats("2", names[:10])))
    first, second = pages_of("sign-in-sheet", tailored(), seated)
    assert "Person 01" in first
    assert "Person 12" in first
    assert "Person 13" in second
    assert "Person 20" in second


def test_a_name_with_a_mark_stands_with_its_letter(tailored: Call) -> None:
    seated = Setting(
        seating=(Seats("1", ("Zoe", "Éloïse", "Łukasz", "Fay", "Ågot", "bo", "Maya")),)
    )
    (page,) = EDITIONS["sign-in-sheet"].view(tailored(), seated).pages
    listed = [line.name for line in page if line.name]
    assert listed == ["Ågot", "bo", "Éloïse", "Fay", "Łukasz", "Maya", "Zoe"]


def test_a_role_that_is_known_stands_beside_its_name_and_a_long_one_is_left_to_write(
    tailored: Call,
) -> None:
    seated = Setting(seating=(Seats("1", ("Zoe", "Ada", "Bo"), roles=("PGY-1", "", "x" * 41)),))
    (page,) = EDITIONS["sign-in-sheet"].view(tailored(), seated).pages
    assert [(line.name, line.role) for line in page][:4] == [
        ("Ada", ""),
        ("Bo", ""),
        ("Zoe", "PGY-1"),
        ("", ""),
    ]


@pytest.mark.parametrize(("expected", "pages", "lines"), [(6, 1, 9), (24, 2, 28), (40, 3, 45)])
def test_there_are_lines_for_all_who_are_expected_and_a_few_more(
    tailored: Call, expected: int, pages: int, lines: int
) -> None:
    view = EDITIONS["sign-in-sheet"].view(tailored(), Setting(participants=expected))
    assert len(view.pages) == pages
    assert [line.number for page in view.pages for line in page] == list(range(1, lines + 1))
    assert len({len(page) for page in view.pages}) == 1
    assert view.height >= 9


def test_the_door_says_when_and_where_if_it_is_known(tailored: Call) -> None:
    (bare,) = pages_of("door-sign", tailored(), Setting(start="9:00"))
    assert "9:00 to 9:40" in bare
    occasion = Occasion(cohort="Interns", date="2027-08-12", place="Room 4")
    (dated,) = pages_of("door-sign", tailored(), Setting(occasion=occasion))
    assert "Thursday, August 12, 2027" in dated
    assert "Room 4" in dated


def test_no_card_holds_up_more_minutes_than_an_activity_has(tailored: Call) -> None:
    made = tailored()
    longest = max(timed.minutes for timed in made.agenda)
    minutes = EDITIONS["timer-cards"].view(made, Setting()).minutes
    assert minutes
    assert max(minutes) < longest


def test_the_log_asks_for_the_minutes_of_every_activity() -> None:
    made = workshop("managing-up")
    log = "\n".join(pages_of("debrief-log", made, Setting(start="9:00")))
    for timed in made.agenda:
        assert timed.activity.title.split()[0] in log
    assert "[@" not in log


def test_the_messages_are_appendices_without_copies_and_nothing_to_pack() -> None:
    made = workshop("managing-up")
    view = EDITIONS["appendix-list"].view(made, Setting(participants=24))
    copies = {each.document.edition: each.document.copies for each in view.appendices}
    messages = ("invitation", "reminder", "follow_up_message")
    assert [copies[name] for name in messages] == [0, 0, 0]
    assert "calendar_entry" not in copies
    listed = " ".join(" ".join(pages_of("appendix-list", made, Setting())).split())
    assert "Reminder sent a day before the session" in listed
    packed = EDITIONS["packing-list"].view(made, Setting()).documents
    assert not {each.edition for each in packed} & {*messages}


def test_appendices_are_lettered_in_the_order_of_their_use(tailored: Call) -> None:
    view = EDITIONS["appendix-list"].view(tailored(), Setting())
    letters = [each.letter for each in view.appendices]
    assert letters == sorted(letters)
    assert letters[0] == "A"
    assert view.appendices[0].document.edition == "instructor_guide"
    names = [each.document.edition for each in view.appendices]
    for earlier, later in pairwise(
        ("sign_in_sheet", "slides", "worksheets", "placards", "evaluation_form", "follow_up_form")
    ):
        assert names.index(earlier) < names.index(later)
    # Each time at which something is used has its place among the others.
    times = {each.when for each in EDITIONS.values() if each.on_paper}
    assert times - set(TIMES) == {"when_packing", "when_submitting"}
    pages = pages_of("appendix-list", tailored(), Setting(participants=24))
    assert "print for 24 participants" in " ".join(" ".join(pages).split())
    assert "appendix_list" not in {each.document.edition for each in view.appendices}


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_on_a_badge_pronouns_and_table_have_room_below_a_long_name(paper: str) -> None:
    seats = Seats("Blue", ("Hyun-woo Placeholder",), (), ("he/him",))
    setting = Setting(paper=paper, seating=(seats,))  # type: ignore[arg-type]
    with pypdfium2.PdfDocument(print_of("badges", workshop("managing-up"), setting)) as document:
        text = document[0].get_textpage()
        rows = [text.get_rect(at) for at in range(text.count_rects())]
        reads = [text.get_text_bounded(*row).strip() for row in rows]
    name, pronouns, table = (
        rows[reads.index(words)] for words in ("Placeholder", "he/him", "Table Blue")
    )
    left, bottom, right, top = 0, 1, 2, 3
    assert name[left] < pronouns[left] < pronouns[right] < name[right]
    assert name[bottom] - pronouns[top] > 3
    assert pronouns[bottom] - table[top] > 6
