from __future__ import annotations

import re
from pathlib import Path

import pytest

import kit
from kit.answers.response import Way
from kit.definitions.preparation import Per
from kit.editions.edition import Finish, Sides
from kit.editions.named import ALWAYS_NAMED
from kit.editions.registry import EDITIONS
from kit.errors import KitError
from kit.library import bundled_folder
from kit.reading.strings import strings_for, words_in
from kit.rendering.figures import FIGURE_WORDS, string_key
from kit.reporting.findings import Why

_GAP = re.compile(r"\{\w+\}")


@pytest.fixture
def bundled() -> Path:
    """The folder of the bundled templates."""
    return bundled_folder() / "templates"


def test_spanish_has_every_word_with_the_same_gaps(bundled: Path) -> None:
    english = words_in(bundled, "en", {})
    spanish = words_in(bundled, "es", english)
    assert list(spanish) == list(english)
    for key, words in english.items():
        assert set(_GAP.findall(spanish[key])) == set(_GAP.findall(words)), key
        if len(_GAP.sub("", words).split()) > 3:
            assert spanish[key] != words, key


def test_the_words_of_figures_are_those_that_they_have_themselves(bundled: Path) -> None:
    words = strings_for("en-US", (bundled,))
    for figure, own in FIGURE_WORDS.items():
        for key, text in own.items():
            assert words[string_key(figure, key)] == text


def test_a_language_falls_back_to_english_word_by_word(tmp_path: Path, bundled: Path) -> None:
    (tmp_path / "strings").mkdir()
    (tmp_path / "strings" / "fr.yaml").write_text("say: Dites\n", encoding="utf-8")
    words = strings_for("fr-CA", (tmp_path, bundled))
    assert words["say"] == "Dites"
    assert words["ask"] == "Ask"


def test_a_broken_file_of_words_is_a_problem_with_its_place(tmp_path: Path, bundled: Path) -> None:
    (tmp_path / "strings").mkdir()
    (tmp_path / "strings" / "en.yaml").write_text("say: [\n", encoding="utf-8")
    with pytest.raises(KitError) as refused:
        strings_for("en-US", (tmp_path, bundled))
    assert refused.value.problems[0].where.file == "templates/strings/en.yaml"  # type: ignore[union-attr]


def test_words_that_are_a_link_out_of_the_folder_are_refused(tmp_path: Path, bundled: Path) -> None:
    (tmp_path / "private.yaml").write_text("say: private\n", encoding="utf-8")
    strings = tmp_path / "templates" / "strings"
    strings.mkdir(parents=True)
    (strings / "en.yaml").symlink_to(tmp_path / "private.yaml")
    with pytest.raises(KitError) as refused:
        strings_for("en-US", (tmp_path / "templates", bundled))
    assert refused.value.problems[0].code == "outside-project"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('minutes: "{0.__class__}"', "unknown-gap"),
        ('minutes: "{m} minutes"', "unknown-gap"),
        ("say: [a, b]", "not-words"),
        ("say:", "not-words"),
        ("- say", "not-words"),
    ],
)
def test_words_that_cannot_be_used_are_told_with_their_place(
    tmp_path: Path, bundled: Path, line: str, code: str
) -> None:
    (tmp_path / "strings").mkdir()
    (tmp_path / "strings" / "en.yaml").write_text(f"# ours\n{line}\n", encoding="utf-8")
    with pytest.raises(KitError) as refused:
        strings_for("en-US", (tmp_path, bundled))
    (problem,) = refused.value.problems
    assert problem.code == code
    assert problem.where
    assert (problem.where.file, problem.where.line) == ("templates/strings/en.yaml", 2)


def test_templates_use_every_word_and_no_word_is_missing(bundled: Path) -> None:
    words = set(strings_for("en-US", (bundled,)))
    source = "\n".join(
        path.read_text("utf-8") for path in (*bundled.rglob("*.html"), *bundled.rglob("*.txt"))
    )
    code = "\n".join(path.read_text("utf-8") for path in Path(kit.__file__).parent.rglob("*.py"))
    used = set(re.findall(r"word\('([a-z0-9_-]+)'", source))
    used |= set(re.findall(r"words\(\s*\"([a-z0-9_-]+)\"", code))
    used |= {word for word in words if word.startswith(("name_", "figure_", "differs_", "fitted_"))}
    used |= set(re.findall(r"\"((?:report|summary)_[a-z0-9_]+)\"", code))
    used |= {f"{word}_one" for word in used & words if f"{word}_one" in words}
    used |= {f"{word}_forms" for word in re.findall(r"said_of\(\s*\"([a-z_]+)\"", code)}
    computed = {
        *(f"report_note_{each}_forms" for each in ("missing", "much_missing")),
        *(f"report_way_{each}" for each in Way),
        *(f"report_withheld_{each}" for each in Why),
        *(f"report_withheld_{each}_one" for each in Why),
        *(f"report_withheld_{each}_whole" for each in Why),
        *(f"report_note_{each}" for each in ("missing", "much_missing", "na", "late", "reworded")),
        *(f"summary_asked_{each}" for each in ("scale", "before_now", "choice", "zero_to_ten")),
        *(f"summary_asked_{each}" for each in ("commitment", "text")),
        *(f"summary_asked_{each}_one" for each in ("scale", "before_now", "choice")),
        *(f"summary_asked_{each}_one" for each in ("zero_to_ten", "commitment", "text")),
        *("page_of", "page_alone", "sheet_pre_work", "cases_used", "rule_spare"),
        *(f"rule_{each}" for each in Per),
        *(f"note_{name.replace('-', '_')}" for name in EDITIONS),
        *(f"form_{each}" for each in ("objectives", "agreement", "scale", "before_now")),
        *(f"form_{each}" for each in ("choices", "commitment", "of_commitment", "open", "code")),
        *(f"code_{n}" for n in range(1, 9)),
        *("form_later_scale", "form_later_choices"),
        *("plenary", "solo", "pairs", "triads", "tables"),
        *("virtual", "large_group", "small_group", "no_slides", "mixed"),
        *(f"diary_year_{what}_{how}" for what in ("draw", "rings") for how in ("type", "large")),
        *("index_instructor", "index_participants", "before_long", "now_long"),
        *(
            "anonymous",
            "mark_correction",
            "thank_you",
            "thank_you_follow_up",
            "choose_one",
            "choose_several",
        ),
        *("objective_served", "objectives_served"),
        *("instructor_guide", "run_of_show", "worksheets", "pre_work"),
        *("evaluation_form", "follow_up_form", "turn_to_name", "turn_to_place"),
        *("contact_confidential", "contact_reports", "contact_ask"),
        *("placards", "for_instructor", "for_participants", "lead_1", "lead_2"),
        *("beforehand", "at_the_lectern", "a_week_before", "on_the_tables", "on_the_walls"),
        "at_the_tables",
        *("scenario_cards", "in_the_discussion", "role_cards", "in_the_role_play"),
        *("last_minutes", "months_later", "session_when", "session_where", "session_who"),
        *("paper_letter", "paper_a4", "paper_tabloid", "paper_a3"),
        *("a_day_before", "at_the_door", "when_packing"),
        *("in_the_exercises", "tile_how_1", "tile_how_2", "tile_how_3", "tile_how_4"),
        *(
            "when_setting_up",
            "same_day",
            "after_the_session",
            "when_submitting",
            "on_the_screen",
            "at_the_first_session",
            "months_after",
        ),
        *(each.name.replace("-", "_") for each in (*EDITIONS.values(), *ALWAYS_NAMED)),
        *(f"packing_{each}" for each in ("markers", "tape", "notes", "scissors")),
        *(f"packing_{each}" for each in ("power", "paper")),
        *(f"sign_in_{each}" for each in ("name", "role", "email", "signature", "arrived")),
        *(f"debrief_{each}" for each in ("date", "invited", "came", "forms")),
        *(f"commitment_{each}" for each in ("will", "by", "with")),
        *(f"sides_{each}" for each in Sides),
        *(f"finish_{each}" for each in Finish),
    }
    prefixes = {"tile_how_", "code_", "index_", "for_", "lead_", "paper_", "sides_", "finish_"}
    assert used - prefixes <= words
    assert words <= used | computed
