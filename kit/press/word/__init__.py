"""Documents as Word files: the kit's HTML ▶ paragraphs, lists and tables ▶ `.docx`.

`rules` says by CSS selectors what becomes of each element, `styles` how each style looks; the rest
reads by the one and writes by the other.
"""
