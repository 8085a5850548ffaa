"""From the answers that came in to the report: figures, what may be shown of them, and the view."""
