"""A form for Google Forms: an Apps Script that makes it.

Source: the reference of the Forms service (developers.google.com/apps-script/reference/forms). All
words of the form are data in one object of JSON: the script itself is the same for every form.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.exchange.questionnaire import Asked, Block, Questionnaire

BEFORE: Final = """\
/**
 * Makes an evaluation form in Google Forms.
 *
 * 1. Open script.google.com, start a new project, and replace what is there by this text.
 * 2. Choose the function makeForm, press Run, and allow it to make a form.
 * 3. The log says where the form is.
 */

"""
AFTER: Final = """;

function makeForm() {
  const form = FormApp.create(FORM.title);
  form.setTitle(FORM.title);
  form.setDescription(FORM.description);
  form.setCollectEmail(false);
  FORM.items.forEach(function (item) { addItem(form, item); });
  Logger.log('To answer: ' + form.getPublishedUrl());
  Logger.log('To edit: ' + form.getEditUrl());
}

function addItem(form, item) {
  switch (item.kind) {
    case 'section':
      form.addSectionHeaderItem().setTitle(item.title);
      break;
    case 'grid':
      form.addGridItem().setTitle(item.title).setRows(item.rows).setColumns(item.answers);
      break;
    case 'one':
      form.addMultipleChoiceItem().setTitle(item.title).setHelpText(item.help)
        .setChoiceValues(item.answers).showOtherOption(item.other);
      break;
    case 'several':
      form.addCheckboxItem().setTitle(item.title).setHelpText(item.help)
        .setChoiceValues(item.answers).showOtherOption(item.other);
      break;
    case 'numbers':
      form.addScaleItem().setTitle(item.title).setBounds(0, 10).setLabels(item.low, item.high);
      break;
    case 'line':
      form.addTextItem().setTitle(item.title).setHelpText(item.help);
      break;
    case 'text':
      form.addParagraphTextItem().setTitle(item.title);
      break;
  }
}
"""
_UNSAFE: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What JSON may hold and a script may not, or no text file can."""


def write_script(asked: Questionnaire) -> bytes:
    """Write the script."""
    data = {
        "title": asked.title,
        "description": asked.purpose,
        "items": [item for each in _items(asked) for item in each],
    }
    text = json.dumps(data, ensure_ascii=False, indent=2)
    quoted = _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    return f"{BEFORE}const FORM = {quoted}{AFTER}".encode()


def _items(asked: Questionnaire) -> Iterator[list[dict[str, Any]]]:
    for chapter in asked.chapters:
        if any(block.shape != "grid" or block.heading != chapter.title for block in chapter.blocks):
            yield [{"kind": "section", "title": chapter.title}]
        for block in chapter.blocks:
            yield list(_of_block(block))


def _of_block(block: Block) -> Iterator[dict[str, Any]]:
    first = block.first
    match block.shape:
        case "grid":
            rows = [each.row for each in block.asked]
            answers = list(first.labels)
            yield {"kind": "grid", "title": block.heading, "rows": rows, "answers": answers}
        case "numbers":
            low, high = block.ends or ("", "")
            yield {"kind": "numbers", "title": first.text, "low": low, "high": high}
        case "lines":
            yield from (_line(each) for each in block.asked)
        case "text":
            yield {"kind": "text", "title": first.text}
        case _:
            labels = list(first.labels[:-1] if block.other else first.labels)
            yield {
                "kind": block.shape,
                "title": first.text,
                "help": first.note,
                "answers": labels,
                "other": block.other is not None,
            }


def _line(asked: Asked) -> dict[str, Any]:
    return {"kind": "line", "title": asked.text, "help": asked.note}
