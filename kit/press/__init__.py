"""HTML to PDF: the engine, what it may read, its fonts, and the accessibility pass."""
