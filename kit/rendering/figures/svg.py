"""SVG text: what every figure draws with. Lengths in millimetres, type and rules in points."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from math import ceil, cos, sin
from typing import TYPE_CHECKING, Final

from kit.rendering.figures.label import escaped
from kit.rendering.figures.text_width import MM, Face

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.rendering.figures.text_fit import Fitted

INK: Final = "#1a1a1a"
SOFT: Final = "#5c5c5c"
"""Grey for what steps back; dark enough to survive a photocopier."""
TINT: Final = "#ececec"
"""May vanish on a copy: never the only sign of anything."""
PAPER: Final = "#ffffff"
FONT: Final = "Kit Sans, sans-serif"


def number(value: float) -> str:
    """Write a length with two decimals at most."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


@dataclass(frozen=True)
class Pen:
    """How a line is drawn: weight in points, colour, dashes in millimetres."""

    weight: float = 0.5
    color: str = INK
    dash: tuple[float, ...] = ()
    fill: str = "none"
    cap: str = "butt"

    @property
    def attributes(self) -> str:
        """Give the presentation attributes."""
        dash = f' stroke-dasharray="{" ".join(map(number, self.dash))}"' if self.dash else ""
        cap = f' stroke-linecap="{self.cap}"' if self.cap != "butt" else ""
        return (
            f'fill="{self.fill}" stroke="{self.color}" stroke-width="{self.weight * MM:.3f}"'
            f"{dash}{cap}"
        )


@dataclass
class Drawing:
    """A sheet of given size, in millimetres, on which a figure is put together."""

    width: float
    height: float
    parts: list[str] = field(default_factory=list)

    @contextmanager
    def group(self, name: str) -> Iterator[None]:
        """Put what is drawn inside into a group with a class for style sheets."""
        self.parts.append(f'<g class="{name}">')
        yield
        self.parts.append("</g>")

    def path(self, data: str, pen: Pen) -> None:
        """Draw a path."""
        self.parts.append(f'<path d="{data}" {pen.attributes}/>')

    def line(self, start: tuple[float, float], end: tuple[float, float], pen: Pen) -> None:
        """Draw a straight line."""
        self.path(f"M{point(start)}L{point(end)}", pen)

    def arc(
        self, center: tuple[float, float], radius: float, start: float, end: float, pen: Pen
    ) -> None:
        """Draw a part of a circle between two angles (radians, clockwise)."""
        # Short pieces: WeasyPrint approximates each with one curve, and long ones look dented.
        pieces = max(1, ceil(abs(end - start) / 0.55))
        stops = [
            (
                center[0] + radius * cos(start + (end - start) * piece / pieces),
                center[1] + radius * sin(start + (end - start) * piece / pieces),
            )
            for piece in range(pieces + 1)
        ]
        size, sweep = number(radius), int(end > start)
        steps = "".join(f"A{size} {size} 0 0 {sweep} {exact(stop)}" for stop in stops[1:])
        self.path(f"M{exact(stops[0])}{steps}", pen)

    def polygon(self, points: Sequence[tuple[float, float]], pen: Pen) -> None:
        """Draw a closed figure."""
        self.path(f"M{'L'.join(map(point, points))}Z", pen)

    def circle(self, center: tuple[float, float], radius: float, pen: Pen) -> None:
        """Draw a circle."""
        x, y = center
        self.parts.append(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" {pen.attributes}/>'
        )

    def dot(self, center: tuple[float, float], radius: float, color: str = INK) -> None:
        """Draw a filled circle without an outline."""
        x, y = center
        self.parts.append(
            f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}" fill="{color}"/>'
        )

    def rect(
        self, left: float, top: float, width: float, height: float, pen: Pen, *, round_: float = 0
    ) -> None:
        """Draw a rectangle, with rounded corners if wished."""
        corners = f' rx="{number(round_)}"' if round_ else ""
        self.parts.append(
            f'<rect x="{number(left)}" y="{number(top)}" width="{number(width)}"'
            f' height="{number(height)}"{corners} {pen.attributes}/>'
        )

    def text(
        self,
        at: tuple[float, float],
        words: str,
        size: float,
        *,
        anchor: str = "start",
        face: Face = Face.REGULAR,
        color: str = INK,
        turn: float = 0,
        about: tuple[float, float] | None = None,
        tracking: float = 0,
    ) -> None:
        """Set one line on its baseline, turned by degrees about a point (the text's own)."""
        if not words:
            return
        x, y = at
        style = ' font-style="italic"' if face is Face.ITALIC else ""
        weight = f' font-weight="{face.weight}"' if face.weight != Face.REGULAR.weight else ""
        side = f' text-anchor="{anchor}"' if anchor != "start" else ""
        turned = f' transform="rotate({number(turn)} {point(about or at)})"' if turn else ""
        spread = f' letter-spacing="{tracking * size * MM:.3f}"' if tracking else ""
        self.parts.append(
            f'<text x="{number(x)}" y="{number(y)}" font-size="{size * MM:.3f}"'
            f'{weight}{style}{side}{spread}{turned} fill="{color}">{escaped(words)}</text>'
        )

    def lines(
        self,
        at: tuple[float, float],
        fitted: Fitted,
        *,
        anchor: str = "start",
        color: str = INK,
        turn: float = 0,
        about: tuple[float, float] | None = None,
        tracking: float = 0,
    ) -> None:
        """Set fitted lines below a point of their upper edge, turned about another point."""
        x, top = at
        for baseline, words in zip(fitted.baselines, fitted.lines, strict=True):
            self.text(
                (x, top + baseline),
                words,
                fitted.size,
                anchor=anchor,
                face=fitted.face,
                color=color,
                turn=turn,
                about=about,
                tracking=tracking,
            )

    def finish(self, name: str, figure_id: str, title: str) -> str:
        """Give the whole figure; `title` says in words what it shows."""
        prefix = escaped(figure_id)
        named = f' id="{prefix}" aria-labelledby="{prefix}-title"' if prefix else ""
        title_id = f' id="{prefix}-title"' if prefix else ""
        width, height = number(self.width), number(self.height)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="figure figure-{name}"{named}'
            f' role="img" width="{width}mm" height="{height}mm" viewBox="0 0 {width} {height}"'
            f' font-family="{FONT}"><title{title_id}>{escaped(title)}</title>'
            f"{''.join(self.parts)}</svg>"
        )


def exact(at: tuple[float, float]) -> str:
    """Write a point of an arc, finely enough for the arc to pass through it."""
    return f"{at[0]:.4f} {at[1]:.4f}"


def point(at: tuple[float, float]) -> str:
    """Write a point for a path."""
    return f"{number(at[0])} {number(at[1])}"
