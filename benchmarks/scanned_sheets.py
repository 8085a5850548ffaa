"""What scanners, copiers and phones make of a sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import cv2
import numpy as np
from filled_sheets import CIRCLING, CORRECTING, DPI, PER_MM, STRAYING, Manners

from kit.instrument.sheet import code_place

Scan = Callable[[np.random.Generator, Any], Any]


@dataclass(frozen=True)
class Condition:
    """A way in which sheets come back. `ordinary`: a grey office scan of ordinary writers."""

    name: str
    scan: Scan
    ordinary: bool = False
    manners: Manners = field(default_factory=Manners)
    jpeg: int = 85


def _scanned(
    dpi: int,
    *,
    turn: float = 0.4,
    scale: float = 0.005,
    skew: float = 0.0,
    blur: float = 0.35,
    noise: float = 2.0,
    upside_down: bool = False,
    dark: float = 0.0,
) -> Scan:
    def scan(rng: np.random.Generator, page: Any) -> Any:
        height, width = page.shape
        out = (round(width * dpi / DPI), round(height * dpi / DPI))
        angle = np.deg2rad(rng.uniform(-turn, turn) + (180 if upside_down else 0))
        grow = (1 + rng.uniform(-scale, scale)) * dpi / DPI
        lean = np.deg2rad(rng.uniform(-skew, skew))
        turned = np.array(
            [[np.cos(angle), -np.sin(angle + lean)], [np.sin(angle), np.cos(angle + lean)]]
        )
        turned = turned * grow
        middle = np.array([width / 2, height / 2])
        shift = np.array(out) / 2 - turned @ middle + rng.normal(0, 1.0, 2) * dpi / 25.4
        matrix = np.column_stack([turned, shift])
        source = _softened(page, 0.42 * DPI / dpi if dpi < DPI else 0)
        lid = int(rng.choice((255, 250, 60)))
        made = cv2.warpAffine(
            source, matrix, out, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT,
            borderValue=lid,
        )  # fmt: skip
        made = _softened(made, blur * rng.uniform(0.7, 1.3) * dpi / 200)
        if dark:
            made = _shaded(rng, made, dark)
        return _noisy(rng, made, noise * rng.uniform(0.7, 1.3))

    return scan


def _softened(page: Any, sigma: float) -> Any:
    return cv2.GaussianBlur(page, (0, 0), sigma) if sigma > 0.15 else page


def _shaded(rng: np.random.Generator, page: Any, dark: float) -> Any:
    height, width = page.shape
    turn = rng.uniform(0, 2 * np.pi)
    across = np.linspace(-0.5, 0.5, width, dtype=np.float32) * np.float32(np.cos(turn))
    down = np.linspace(-0.5, 0.5, height, dtype=np.float32) * np.float32(np.sin(turn))
    ramp = across[None, :] + down[:, None]
    ramp = (ramp - ramp.min()) / (ramp.max() - ramp.min())
    return (page * (1 - np.float32(dark * rng.uniform(0.5, 1)) * ramp)).astype(np.uint8)


@lru_cache(maxsize=1)
def _grain() -> Any:
    return np.random.default_rng(5).normal(0, 1, (5000, 5000)).astype(np.float32)


def _noisy(rng: np.random.Generator, page: Any, sigma: float) -> Any:
    height, width = page.shape
    grain = _grain()
    top, left = (int(rng.integers(0, max(1, 5000 - side))) for side in (height, width))
    return np.clip(
        page + sigma * grain[top : top + height, left : left + width], 0, 255
    ).astype(np.uint8)  # fmt: skip


def _two_tone(scan: Scan) -> Scan:
    def make(rng: np.random.Generator, page: Any) -> Any:
        grey = scan(rng, page)
        cut = rng.uniform(115, 175)
        return np.where(grey > cut, 255, 0).astype(np.uint8)

    return make


def _copied(scan: Scan) -> Scan:
    """A photocopier in between: contrast up, specks, a little larger or smaller."""

    def make(rng: np.random.Generator, page: Any) -> Any:
        copied = _scanned(300, turn=0.6, scale=0.015, blur=0.9, noise=6)(rng, page)
        middle, steep = rng.uniform(140, 185), rng.uniform(0.025, 0.05)
        levels = np.arange(256, dtype=np.float32)
        curve = 255 / (1 + np.exp(-(levels - middle) * steep))
        curve = (curve - curve[0]) / (curve[-1] - curve[0]) * 245 + 8
        copied = cv2.LUT(copied, curve.astype(np.uint8))
        for _ in range(int(rng.integers(20, 80))):
            at = (int(rng.integers(copied.shape[1])), int(rng.integers(copied.shape[0])))
            cv2.circle(copied, at, int(rng.integers(1, 3)), int(rng.integers(0, 90)), -1)
        return scan(rng, copied)

    return make


def _torn(scan: Scan) -> Scan:
    def make(rng: np.random.Generator, page: Any) -> Any:
        torn = page.copy()
        height, width = torn.shape
        along, down = rng.uniform(20, 38) * PER_MM, rng.uniform(20, 38) * PER_MM
        x, y = (width, height)[0] * int(rng.integers(2)), height * int(rng.integers(2))
        if x and y:  # the code is there: another condition is about it
            x = 0
        inner_x, inner_y = (along if not x else width - along), (down if not y else height - down)
        corner = np.array([[x, y], [inner_x, y], [x, inner_y]], dtype=np.int32)
        cv2.fillPoly(torn, [corner], int(rng.choice((255, 60))))
        return scan(rng, torn)

    return make


def _without_code(scan: Scan) -> Scan:
    def make(rng: np.random.Generator, page: Any) -> Any:
        spoilt = page.copy()
        height, width = spoilt.shape
        place = code_place(width / PER_MM, height / PER_MM)
        left, top, side = (round(each * PER_MM) for each in (place.left, place.top, place.side))
        for _ in range(9):
            ends = rng.uniform(0, side, (2, 2)) + np.array((left, top))
            thick = round(rng.uniform(0.8, 2) * PER_MM)
            cv2.line(spoilt, tuple(map(int, ends[0])), tuple(map(int, ends[1])), 30, thick)
        return scan(rng, spoilt)

    return make


def _stained(scan: Scan) -> Scan:
    def make(rng: np.random.Generator, page: Any) -> Any:
        height, width = page.shape
        layer = np.ones((height // 4, width // 4), np.float32)
        for _ in range(int(rng.integers(1, 3))):
            at = (int(rng.uniform(0.1, 0.9) * width / 4), int(rng.uniform(0.1, 0.9) * height / 4))
            radius = int(rng.uniform(30, 42) * PER_MM / 4)
            shade = float(rng.uniform(0.70, 0.86))
            cv2.circle(layer, at, radius, shade + 0.1, -1)
            cv2.circle(layer, at, radius, shade - 0.1, int(rng.uniform(2, 5) * PER_MM / 4))
        for _ in range(int(rng.integers(5, 25))):
            at = (int(rng.integers(width // 4)), int(rng.integers(height // 4)))
            cv2.circle(
                layer,
                at,
                int(rng.uniform(0.3, 1.6) * PER_MM / 4),
                float(rng.uniform(0.5, 0.85)),
                -1,
            )
        fold = int(rng.uniform(0.3, 0.7) * height / 4)
        layer[fold - 1 : fold + 2] *= 0.8
        layer = cv2.GaussianBlur(layer, (0, 0), 1.5)
        full = cv2.resize(layer, (width, height), interpolation=cv2.INTER_LINEAR)
        return scan(rng, (page * full).astype(np.uint8))

    return make


def _photographed(*, tilt: float, curl: float, shadow: float, blur: float) -> Scan:
    """A sheet on a table, through a phone held over it."""

    def make(rng: np.random.Generator, page: Any) -> Any:
        height, width = page.shape
        out_width, out_height = 2300, 3066
        fit = min(out_width / width, out_height / height) * rng.uniform(0.86, 0.94)
        middle = np.array([out_width / 2, out_height / 2])
        half = np.array([width, height]) * fit / 2
        corners = middle + np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
        corners = corners + rng.uniform(-tilt, tilt, (4, 2)) * 2 * half
        corners = corners.clip(8, (out_width - 8, out_height - 8)).astype(np.float32)
        flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
        matrix = cv2.getPerspectiveTransform(flat, corners)
        source = _softened(page, 0.4 / fit)
        if curl:
            down = np.arange(height, dtype=np.float32)[:, None]
            bow = np.sin(np.linspace(0, np.pi, width, dtype=np.float32))[None, :]
            lift = np.float32(curl * PER_MM * rng.choice((-1, 1)))
            across = np.broadcast_to(np.arange(width, dtype=np.float32)[None, :], page.shape)
            bowed = down + lift * bow
            source = cv2.remap(
                source, np.ascontiguousarray(across), bowed.astype(np.float32),
                cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE,
            )  # fmt: skip
        table = int(rng.integers(40, 140))
        made = cv2.warpPerspective(
            source, matrix, (out_width, out_height), flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_CONSTANT, borderValue=table,
        )  # fmt: skip
        made = _softened(made, blur)
        made = _shaded(rng, made, 0.35)
        if shadow:
            layer = np.ones((out_height // 8, out_width // 8), np.float32)
            edge = rng.uniform(0.2, 0.8) * out_width / 8
            lean = rng.uniform(-0.4, 0.4)
            columns = np.arange(out_width // 8)[None, :]
            rows = np.arange(out_height // 8)[:, None]
            layer[(columns + lean * rows) > edge] = 1 - shadow
            layer = cv2.GaussianBlur(layer, (0, 0), rng.uniform(2, 6))
            made = (made * cv2.resize(layer, (out_width, out_height))).astype(np.uint8)
        return _noisy(rng, made, rng.uniform(2, 5))

    return make


_TILTED = {"turn": 3.0, "scale": 0.03, "skew": 1.0}
_FAINT = Manners(pens="faint")
_PALE = Manners(pens="pale", unlike=True)
_LINES = Manners(rows=dict(STRAYING), comments=1.0, strays=0.5)

CONDITIONS = (
    Condition("clean, 300 dpi", _scanned(300), ordinary=True),
    Condition("clean, 200 dpi", _scanned(200), ordinary=True),
    Condition("clean, 150 dpi", _scanned(150), ordinary=True),
    Condition("askew ±3°, 97–103 %, 200 dpi", _scanned(200, **_TILTED), ordinary=True),
    Condition("askew ±3°, 97–103 %, 150 dpi", _scanned(150, **_TILTED), ordinary=True),
    Condition("noise and blur, 200 dpi", _scanned(200, noise=14, blur=0.9), ordinary=True),
    Condition("shadow to 45 %, 200 dpi", _scanned(200, dark=0.45), ordinary=True),
    Condition("upside down, 200 dpi", _scanned(200, upside_down=True, turn=1.0), ordinary=True),
    Condition("JPEG quality 25, 150 dpi", _scanned(150), ordinary=True, jpeg=25),
    Condition("photocopy of the filled form", _copied(_scanned(200)), ordinary=True),
    Condition("a corner torn off", _torn(_scanned(200)), ordinary=True),
    Condition("code destroyed", _without_code(_scanned(200)), ordinary=True),
    Condition("notes, strays, marks off target", _scanned(200), ordinary=True, manners=_LINES),
    Condition("black-and-white, 300 dpi", _two_tone(_scanned(300)), jpeg=0),
    Condition("black-and-white, 200 dpi", _two_tone(_scanned(200)), jpeg=0),
    Condition("black-and-white, 150 dpi", _two_tone(_scanned(150)), jpeg=0),
    Condition("100 dpi", _scanned(100)),
    Condition("coffee, dirt and a fold", _stained(_scanned(200))),
    Condition("phone", _photographed(tilt=0.02, curl=0, shadow=0, blur=0.6)),
    Condition(
        "phone: 7 % perspective, curl, shadow",
        _photographed(tilt=0.035, curl=1.5, shadow=0.35, blur=0.9),
    ),
    Condition("faint pencil (20–38 %)", _scanned(200), manners=_FAINT),
    Condition("faint pencil, black-and-white", _two_tone(_scanned(200)), manners=_FAINT, jpeg=0),
    Condition("half of the rows corrected", _scanned(200), manners=Manners(rows=CORRECTING)),
    Condition("boxes circled", _scanned(200), manners=Manners(rows=CIRCLING)),
    Condition("unseen hands, pale ink", _scanned(200), manners=_PALE),
    Condition("unseen hands, pale ink, photocopied", _copied(_scanned(200)), manners=_PALE),
    Condition("unseen hands, pale ink, JPEG 25", _scanned(150), manners=_PALE, jpeg=25),
)
