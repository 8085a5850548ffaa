"""Whether a table is of the form that it is read for: one question alike is in many forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.errors import Place, Problem
from kit.exchange.table import column_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kit.collecting.table_columns import Matched, Target
    from kit.exchange.system import Heading
    from kit.instrument.description import FormDescription

_MOST_NAMED: Final = 4
_MOST_LETTERS: Final = 40


def poor_fit(
    headings: Sequence[Heading],
    chosen: Mapping[int, Target | None],
    fits: Matched,
    form: FormDescription,
    row: Place,
) -> Problem | None:
    """Doubt a table that has fewer than half of the form's questions, or mostly columns of others.

    None where it fits. Columns about people, the system's own, and those that somebody said are
    none do not count; one that may be either of two questions fits. `row` is that of the headings.
    """
    left_out = {column for column, target in chosen.items() if target is None}
    answers = [
        each
        for each in headings
        if each.column in fits.targets or (each.about == "answer" and each.column not in left_out)
    ]
    strange = {each.column for each in fits.strange}
    items = {each.item for each in form.fields}
    keys = {target.field.key for target in fits.targets.values()}
    keys |= {key for _, unclear in fits.unclear for key in unclear}
    asked = {each.item for each in form.fields if each.key in keys}
    known = len(answers) - len(strange)
    if 2 * known >= len(answers) and 2 * len(asked) >= len(items):
        return None
    first = next((each for each in answers if each.column in strange), answers[0])
    where = Place(row.file, row.line, first.column + 1) if row.line else row
    few = sorted(asked)[:_MOST_NAMED]
    named = ", ".join(f"`{each}`" for each in few) + (" …" if len(asked) > len(few) else "")
    message = (
        f"This may be another form’s table: of its {len(answers)} columns with answers, {known} "
        f"{'is' if known == 1 else 'are'} of the form `{form.form}` of `{form.session}`; of the "
        f"{len(items)} questions of the form, {len(asked)} "
        f"{'has' if len(asked) == 1 else 'have'} a column: {named}."
    )
    if strange:
        message += (
            f" The first that is none: {column_name(first.column)} “{first.shown[:_MOST_LETTERS]}”."
        )
    hint = (
        "Is it another session’s? Say which with `--session`. If it is this one’s, run the "
        "command without `--yes` and agree when asked; or say what the columns are, such as "
        f"`--column C={form.fields[0].key}`, or `--column C=none` for one to leave out."
    )
    return Problem("another-form", message, where, hint)
