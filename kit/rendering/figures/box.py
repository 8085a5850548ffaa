"""A rectangle on a figure's sheet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """Edges in millimetres, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Give the extent across."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Give the extent down."""
        return self.bottom - self.top

    def moved(self, across: float, down: float) -> Box:
        """Give the same rectangle elsewhere."""
        return Box(self.left + across, self.top + down, self.right + across, self.bottom + down)

    def overlaps(self, other: Box) -> bool:
        """Say whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def beside(self, other: Box, gap: float = 0) -> bool:
        """Say whether the two share a height, so that one must end where the other begins."""
        return self.top < other.bottom + gap and other.top < self.bottom + gap
