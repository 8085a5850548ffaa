"""A form for Qualtrics: a survey in its advanced text format.

Sources: the tags as Qualtrics' own support page lists them, quoted in full by several programs that
write the format (`[[Question:…]]`, `[[ID:…]]`, `[[AdvancedChoices]]`, `[[Choice:1]]`,
`[[AdvancedAnswers]]`, `[[Answer:1]]`, `[[Block:…]]`), and the wiki of UT Austin (no blanks inside
the brackets, no logic). The numbers behind choices and answers are their recode values, by that
page: those that exports have, from 0 for 0 to 10.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.exchange.systems.field_names import QUALTRICS, QUALTRICS_ABOUT, names_of
from kit.exchange.systems.plain_words import without

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.exchange.questionnaire import Asked, Block, Questionnaire


def write_survey(asked: Questionnaire) -> bytes:
    """Write the text file."""
    lines = ["[[AdvancedFormat]]", "", f"[[Block:{_name(asked.title)}]]", ""]
    if asked.purpose:
        lines += ["[[Question:DB]]", f"[[ID:{QUALTRICS_ABOUT}]]", _words(asked.purpose), ""]
    names = names_of(asked.form, QUALTRICS)
    for at, chapter in enumerate(asked.chapters):
        lines += ["[[PageBreak]]", ""] if at else []
        for block in chapter.blocks:
            for part in _parts(block, names):
                lines += [*part, ""]
    return "\n".join(lines).encode()


def _parts(block: Block, names: Mapping[str, str]) -> Iterator[list[str]]:
    """Give the questions of a block: a grid is one, lines are one each."""
    first = block.first
    name = names[first.field.key]
    match block.shape:
        case "grid" if len(block.asked) > 1:
            rows = [each.row for each in block.asked]
            yield [
                *_head("Matrix", name, block.heading),
                *_listed("AdvancedChoices", "Choice", rows),
                *_listed("AdvancedAnswers", "Answer", first.labels),
            ]
        case "grid":
            text = block.alone(first)
            yield [*_head("MC:SingleAnswer:Vertical", name, text), *_answers(first)]
        case "lines":
            for each in block.asked:
                yield _head("TE:SingleLine", names[each.field.key], _noted(each))
        case "text":
            yield _head("TE:Essay", name, first.text)
        case "several":
            yield [*_head("MC:MultipleAnswer:Vertical", name, first.text), *_answers(first)]
        case "numbers":
            yield [*_head("MC:SingleAnswer:Horizontal", name, first.text), *_answers(first)]
        case _:
            yield [*_head("MC:SingleAnswer:Vertical", name, first.text), *_answers(first)]
    if block.other:
        # The format has no choice with a line to write on.
        yield _head("TE:SingleLine", names[block.other.field.key], block.other.text)


def _head(kind: str, name: str, text: str) -> list[str]:
    return [f"[[Question:{kind}]]", f"[[ID:{name}]]", _words(text)]


def _answers(asked: Asked) -> list[str]:
    """List answers; 0 to 10 keep their numbers, other answers are counted from 1."""
    first = 0 if asked.field.values[:1] == ("0",) else 1
    return _listed("AdvancedChoices", "Choice", asked.labels, first)


def _listed(tag: str, each: str, texts: Sequence[str], first: int = 1) -> list[str]:
    lines = [f"[[{tag}]]"]
    for number, text in enumerate(texts, start=first):
        lines += [f"[[{each}:{number}]]", _words(text)]
    return lines


def _noted(asked: Asked) -> str:
    return f"{asked.text} – {asked.note}" if asked.note else asked.text


def _words(text: str) -> str:
    return without(text, "[[", "]]", "${")


def _name(text: str) -> str:
    return _words(text).replace("[", "(").replace("]", ")")
