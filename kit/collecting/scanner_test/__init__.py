"""A page to print and scan: whether a scanner is good enough for forms."""
