"""The rules of a good workshop: one module for each family, all of them run by `check`."""

from kit.checking.rules import check

__all__ = ["check"]
