"""Changing a workshop by id: choose, leave out, reword, add, reorder; and what was beneath."""
