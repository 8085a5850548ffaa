"""An evaluation form as a thing to answer: its sections, numbers and version."""
