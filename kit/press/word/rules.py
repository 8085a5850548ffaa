"""What becomes of each element of the kit's HTML, by CSS selectors: the later rule wins.

A template of one's own may use any of these classes; an element that no rule names is read by its
tag, so that nothing that it says is lost.
"""

from __future__ import annotations

from typing import Final

RIGHT: Final = -1.0
"""For a tab: the right edge."""
MARGIN_COLUMN: Final = 39.0
"""Millimetres: the column of labels on the left, with its gap."""

STYLES: Final = (
    ("h1", "Title"),
    ("h2", "Heading 1"),
    ("h3", "Heading 2"),
    ("h4, h5, h6", "Heading 3"),
    (".subtitle", "Subtitle"),
    (".logo", "Logo"),
    (".kind", "Kind"),
    (".series, .occasion, .session-for", "Occasion"),
    (".lede", "Lede"),
    (".small-note, .card-note, .slip-note, .seating-private", "Small Note"),
    (".colophon", "Colophon"),
    (".lead-in, .stem, .purpose", "Lead-in"),
    (".meta", "Meta"),
    (".role", "Role"),
    (".example", "Example"),
    (".facts dt", "Fact Label"),
    (".facts dd", "Fact"),
    (".contents h2", "Contents Heading"),
    (".contents li", "Contents 1"),
    (".contents li.sub", "Contents 2"),
    (".row > h2", "Main Side Heading"),
    (".row > h3", "Side Heading"),
    (".row.wide > h3", "Wide Side Heading"),
    (".block > h3", "Block Heading"),
    (".own-document .block > h2", "Document Block Heading"),
    (".block-title", "Block Title"),
    (".cue-label", "Cue Label"),
    (".say .cue-body", "Say"),
    (".transition .cue-body", "Transition"),
    (".if-short .cue-body, .virtual .cue-body, .set-up .cue-body", "Cue Note"),
    (".wording .cue-body", "Cue Note"),
    (".steps > li", "Step"),
    (".case-notes .premise", "Case Box"),
    (".agenda > li", "Agenda"),
    (".agenda-text", "Agenda Note"),
    (".activity-head h3", "Activity Heading"),
    (".case-head h3", "Case Heading"),
    (".sheet-label", "Sheet Label"),
    (".sheet-head h2", "Sheet Heading"),
    (".sheet-purpose", "Sheet Purpose"),
    (".glossary dt", "Term"),
    (".glossary dd", "Meaning"),
    (".works > li", "Work"),
    (".checklist > li, .todo > li", "Tick Line"),
    ("ul.choices", "Choices"),
    (".turn-to-label", "Box Label"),
    (".slip-line", "Labeled Line"),
    (".name-line", "Name Line"),
    (".cut", "Cut"),
    (".signature p", "Signature"),
    (".kicker", "Kicker"),
    (".card-label", "Card Label"),
    (".card h2", "Card Heading"),
    (".card.back h2", "Card Back Heading"),
    (".card .premise, .card .questions, .card .framed", "Card Text"),
    (".card .instruction", "Card Instruction"),
    (".placard h2", "Placard Heading"),
    (".placard-number", "Placard Number"),
    (".placard-does", "Placard Line"),
    (".placard-text", "Placard Text"),
    (".form-head h1", "Form Title"),
    (".form-purpose", "Form Purpose"),
    (".form-rules", "Form Rules"),
    (".section-head h2", "Form Section"),
    (".question > p:not(.slip-line, .ends-line)", "Question"),
    (".form .stem", "Form Stem"),
    (".scale-key", "Scale Key"),
    (".ends-line", "Ends"),
    (".form-thanks", "Form Thanks"),
    (".show-head h1", "Show Title"),
    (".show-head .meta", "Show Meta"),
    (".checkpoint", "Checkpoint"),
    (".protect-line", "Protect Line"),
    (".name-line.known, .table-line", "Known Line"),
    (".plain td, .plain th", "Table Text"),
    (".plain thead th", "Table Head"),
    (".plain .figures", "Table Figures"),
    (".plain thead .figures", "Table Head Figures"),
    (".report-caption", "Block Title"),
    (".fill td, .fill th", "Fill Text"),
    (".fill thead th, .fill thead td", "Fill Head"),
    (".plan tbody th", "Fill Number"),
    (".grid tbody th, .grid tbody td", "Grid Text"),
    (".form .grid tbody th", "Form Grid Text"),
    (".roles tbody th", "Grid Strong"),
    (".grid thead th, .grid thead td", "Grid Head"),
    (".grid td.tick, .grid td.picks, .grid td.gap, .zero-to-ten td", "Grid Mark"),
    (
        ".words td, .words th, .cell > table:not(.plain) td, .cell > table:not(.plain) th",
        "Fill Text",
    ),
    (".seating-table td, .seating-table th", "Seating"),
    (".door-kind", "Door Kind"),
    (".door h1", "Door Title"),
    (".door-subtitle", "Door Subtitle"),
    (".door-when", "Door Time"),
    (".door-place", "Door Place"),
    (".door-note", "Door Note"),
    (".timer h2, .table-sign h2", "Timer"),
    (".table-case", "Door Place"),
    (".group h2", "Group Heading"),
    (".group", "Group"),
    (".packing-list h2, .debrief-log h2, .appendix-list h2", "List Heading"),
    (".packing-list h1, .debrief-log h1, .appendix-list h1, .room-plan h1", "List Title"),
    (".sign-in .show-head h1, .sign-in-again", "Form Title"),
    (".sign-in .show-head .meta", "Meta"),
    (".quarter .kicker", "Small Note"),
    (".show.roomy td, .show.roomy th", "Show 14"),
    (".show.normal td, .show.normal th", "Show 12"),
    (".show.tight td, .show.tight th", "Show 11"),
    (".show.dense td, .show.dense th", "Show 9"),
    (".show-table thead th", "Show Head"),
)
"""Selector: the paragraph style of what stands in such an element, if nothing in it has one."""

WAYS: Final = (
    ("head, script, style, colgroup, .screen-only, .step-group:empty", "nothing"),
    ("svg, img", "picture"),
    ("ul, ol", "listed"),
    ("table", "table"),
    (".line", "writing line"),
    (".slip-line, .name-line", "labeled line"),
    (".draw-box", "drawing box"),
    ("ul.choices", "one line"),
    (".row, .cue, .cell, .small-note.cell", "indented"),
    (".case .premise, .case .role, .case .questions, .case-notes .premise", "indented"),
    (".row > .cell, .row.wide, .row.wide > .cell, .cell .cell", "plain"),
    ("p.cell, h3.cell", "paragraph"),
    (".framed, .disclosure, .turn-to, .checkpoint", "box"),
    (".slip-body", "heavy box"),
    (".watch-out .cue-body", "box"),
    (".card .framed", "plain"),
    (".checklist.columns-2", "in two columns"),
    (".activity-head, .case-head", "numbered heading"),
    (".glance, .sheet, .cases, .take-away, .placard + .placard", "on a new page"),
    (".timer + .timer, .sign-in-page + .sign-in-page, .table-sign + .table-sign", "on a new page"),
    (".sheet.with-slip", "on a new sheet"),
    (".opening, .row.whole > .cell, .sheet-notes", "side by side"),
    (".card-side", "cards"),
    (".quarters", "quarters"),
    (".question, .block-signatures", "with pairs"),
    (".miniature", "miniature"),
)
"""Selector: the way in which such an element is set; the others by their tag."""

SPACES: Final = (
    (".cue", 8.0),
    (".masthead", 9.0),
    (".row", 10.0),
    (".block, .instruction.lead", 10.0),
    (".case-notes, .small-sheet", 14.0),
    (".form-section, .form-purpose, .question", 6.0),
)
"""Selector: the points of space that follow such an element at least."""

KEPT: Final = ".instruction, .prompt, .question > p, .turn-to-label"
"""What is never parted from what follows it."""

HELD: Final = (
    (".cases > .case, .form-section", "together"),
    (".form-section.commitment", "with what follows"),
)
"""Selector: what stays on one page if it can; on that of what follows it, too, or by itself."""

CHARACTERS: Final = (
    (".cite", "Citation"),
    (".q-number", "Question Number"),
    (".q-id", "Item Id"),
    (".section-letter", "Section Letter"),
    (".mark, .elapsed", "Small Mark"),
    (".step-minutes, .agenda-minutes, .case-label", "Number"),
    (".activity-number", "Big Number"),
    (".step-group", "Soft"),
    (".packet-note, .here-mark, .case-label span, .kind span", "Soft"),
    (".kind b, .sheet-label > b", "Accent"),
    (".slip-line b", "Line Label"),
    (".works a, .private", "Sans"),
    (".pick", "Pick"),
    (".timer-number, .table-number", "Timer Number"),
    (".timer.stop .timer-number", "Timer Stop"),
    (".timer-word, .table-word", "Timer Word"),
    ("code, kbd, samp, pre", "Code"),
)
"""Selector: the character style of words in such an element."""

BREAKS_BEFORE: Final = ".elapsed, .ends, .timer-word, .table-number"
"""Inline elements that begin a line."""
TABS_BEFORE: Final = (
    (".slip-known", 26.0),
    (".name-line.known b", 44.0),
    (".private, .table-cases, .ends-line .right", RIGHT),
)
"""Selector: the millimetres from the left at which such an inline element begins, or RIGHT."""
TABS_AFTER: Final = (
    ".agenda-minutes, .step-group, .checklist:not(.choices) > li > .check, .todo > li > .check"
)
"""Inline elements after which their paragraph goes on at its indent."""
TICKS: Final = ".check"
BLANKS: Final = ".write-in"
"""Inline elements to write on, to the right end of their line."""
SPACED: Final = ".scale-key span, .pick, .step-minutes, .choices .check"
"""Inline elements with a wide space behind them."""
WITH_PAGE: Final = ".contents a"
"""Links that say on which page they lead."""

MARKS: Final = (
    ("ul", ("•", 5.5)),
    ("ol", ("1.", 6.5)),
    (".ask .cue-body > ul", ("?", 5.5)),
    (".listen-for .cue-body > ul", ("–", 5.5)),
    (".watch-out .cue-body > ul", ("!", 5.5)),
    (".works", ("1", 9.0)),
    (".checklist, .todo", ("", 7.5)),
    (".steps", ("", 31.0)),
    (".agenda", ("", 16.0)),
    (".contents ul, .group ul", ("", 0.0)),
)
"""Selector: what marks the items of such a list, and how far their text is from its edge."""

LOOKS: Final = (
    ("table", "ruled"),
    (".plain", "plain"),
    (".appendix-list .plain", "close"),
    (".fill", "fill"),
    (".grid", "grid"),
    (".zero-to-ten", "bare"),
    (".show-table, .seating-table", "show"),
)
"""Selector: how a table is ruled."""

SIDES: Final = (
    (".opening > .facts", ("right", 58.0)),
    (".room-figure", ("right", 68.0)),
    (".miniature-frame", ("left", 58.0)),
)
"""Selector: on which side of its neighbors such an element stands, and how wide that side is."""

ROW_HEIGHTS: Final = (
    (".debrief-count tr", 15.0),
    (".debrief-times tbody tr", 9.0),
    (".sign-in-table tbody tr", 8.0),
)
"""Selector: the least height of such a row in millimetres, where the template does not say it."""

COLUMN_WIDTHS: Final = (
    ("col.tick", 16.0),
    (".form col.tick", 14.5),
    (".form .before-now col.tick", 7.6),
    ("col.between", 3.5),
    (".form col.between", 3.5),
    ("col.picks", 39.0),
    ("col.gap", 15.0),
)
"""Selector: the width of a column in millimetres."""
COLUMN_SHARES: Final = (
    (".fill col.number", 6.0),
    (".show-table col.clock", 11.0),
    (".show-table col.min", 7.0),
    (".show-table col.lead", 7.0),
    (".show-table col.group", 17.0),
    (".show-table col.handout", 15.0),
    (".show-table col.short", 27.0),
    (".seating-table col.table-name", 14.0),
    (".seating-table col.table-cases", 42.0),
    (".roles td.number", 6.0),
    (".roles tbody th", 27.0),
)
"""Selector: the width of a column in percent of its table."""
