from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kit.definitions.shared import SharedItems
from kit.definitions.workshop import Workshop
from kit.errors import KitError, Place, format_problem
from kit.reading.nodes import Mapping, Node, Scalar, Sequence
from kit.reading.text_file import INVISIBLE
from kit.reading.validation import validate
from kit.reading.yaml_source import Source, parse_source, read_source

SMALL = Path(__file__).parents[1] / "examples" / "project" / "workshops" / "small.yaml"
TEXT = SMALL.read_text(encoding="utf-8")
SIGNS = "abz 019-:#|>{}[]*&!%@`'\",.?~\n\t\r<=_/\\é谢\u2028\x00\ufeff\ue000"


def source_of(text: str) -> Source:
    return parse_source(text, Path("my.yaml"), "my.yaml")


def test_values_are_plain_and_little_is_guessed() -> None:
    source = source_of(
        "time: 1:30\nno: no\ndate: 2026-01-05\noctal: 012\nbig: 1_000\nfive: 5\nyes: true\n"
        "nothing:\nquoted: '5'\nlist: [on, 1.5]\ntext: |\n  a #1: {{ b }}\n"
    )
    assert source.data == {
        "time": "1:30",
        "no": "no",
        "date": "2026-01-05",
        "octal": "012",
        "big": "1_000",
        "five": 5,
        "yes": True,
        "nothing": None,
        "quoted": "5",
        "list": ["on", "1.5"],
        "text": "a #1: {{ b }}\n",
    }
    assert source.problems == ()


def test_nothing_in_a_file_is_nothing() -> None:
    source = source_of("# only a comment\n")
    assert source.node is None
    assert source.data is None
    assert source.place(("a",)) == Place("my.yaml", 1, 1, "# only a comment")


PLACES = "a: 1\nb:\n  - id: x\n    kind: box\n  - {id: y, text: z}\nc:\nd: |\n  text\n"


@pytest.mark.parametrize(
    ("location", "key", "line", "column"),
    [
        ((), False, 1, 1),
        (("a",), False, 1, 4),
        (("a",), True, 1, 1),
        (("b", 0), False, 3, 5),
        (("b", 0, "kind"), False, 4, 11),
        (("b", 0, "kind"), True, 4, 5),
        (("b", 0, "box", "kind"), False, 4, 11),
        (("b", 0, "missing"), False, 3, 5),
        (("b", 1, "text"), False, 5, 19),
        (("b", 1, "text"), True, 5, 13),
        (("b", 7), False, 3, 3),
        (("c",), False, 6, 1),
        (("d",), False, 7, 4),
        (("nothing", "like", 3), False, 1, 1),
    ],
)
def test_everything_has_its_place(
    location: tuple[str | int, ...], key: bool, line: int, column: int
) -> None:
    place = source_of(PLACES).place(location, key=key)
    assert (place.file, place.line, place.column) == ("my.yaml", line, column)
    assert place.source == PLACES.splitlines()[line - 1]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_lines_are_counted_alike_on_every_system(line_break: str) -> None:
    source = source_of(PLACES.replace("\n", line_break))
    assert source.place(("b", 1, "text")).line == 5
    assert source.place(("b", 1, "text")).source == "  - {id: y, text: z}"


def test_a_source_can_go_to_another_process() -> None:
    import pickle  # noqa: PLC0415 - of our own making

    source = read_source(SMALL, "small.yaml")
    assert pickle.loads(pickle.dumps(source)).place(("title",)) == source.place(("title",))  # noqa: S301


def test_a_file_that_cannot_be_read_tells_what_it_found_before() -> None:
    with pytest.raises(KitError) as error:
        source_of("a: x #1\nb: 'open\n")
    assert [problem.code for problem in error.value.problems] == ["lost-text", "unclosed-quote"]


def scalars(node: Node) -> list[Scalar]:
    match node:
        case Scalar():
            return [node]
        case Sequence():
            return [each for item in node.items for each in scalars(item)]
        case Mapping():
            return [each for entry in node.entries.values() for each in scalars(entry.value)]


def check_anything(text: str) -> None:
    """Whatever the text: a definition, or problems that can be shown, each in a line of it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        source = source_of(text)
    except KitError as error:
        problems = error.problems
        assert problems
    else:
        _, problems = validate(source, SharedItems)
        if source.node is not None and not source.problems:
            for scalar in scalars(source.node):
                assert 1 <= scalar.line <= len(lines)
                if scalar.plain and scalar.text and "\n" not in scalar.text:
                    first_word = scalar.text.split(" ", maxsplit=1)[0]
                    assert lines[scalar.line - 1].startswith(first_word, scalar.column - 1)
    for problem in problems:
        assert problem.where is not None
        assert 0 <= problem.where.line <= len(lines)
        if problem.where.line:
            assert problem.where.source == INVISIBLE.sub(" ", lines[problem.where.line - 1])
            assert 1 <= problem.where.column <= len(problem.where.source) + 1
        assert format_problem(problem)


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet=SIGNS, max_size=120))
@example("a: \\\n")
@example("? ")
@example("- - -\t- a: [")
@example("a: 'x\n\n")
@example("%")
@example("---")
@example("--- |")
@example("!<\n")
@example("a:\n  - |\n \tb\n")
def test_no_text_gives_anything_but_problems(text: str) -> None:
    check_anything(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_no_text_of_any_letters_gives_anything_but_problems(text: str) -> None:
    check_anything(text)


@settings(max_examples=150, deadline=None)
@given(
    st.integers(min_value=0, max_value=len(TEXT)),
    st.integers(min_value=0, max_value=12),
    st.text(alphabet=SIGNS, max_size=6),
)
def test_no_slip_of_the_pen_gives_anything_but_problems(at: int, cut: int, typed: str) -> None:
    text = TEXT[:at] + typed + TEXT[at + cut :]
    try:
        source = source_of(text)
    except KitError:
        return
    made, problems = validate(source, Workshop)
    assert (made is None) == bool(problems)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_no_bytes_give_anything_but_problems(content: bytes) -> None:
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        path = Path(folder) / "my.yaml"
        path.write_bytes(content)
        try:
            source = read_source(path, "my.yaml")
        except KitError:
            return
        else:
            validate(source, SharedItems)
