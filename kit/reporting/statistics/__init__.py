"""Figures of answers: pure functions of whole numbers; SciPy and NumPy are loaded when needed."""
