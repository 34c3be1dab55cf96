"""The curves of growth as a picture: both axes in powers of ten, SVG by hand."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from benchmarks.growth import middles

if TYPE_CHECKING:
    from benchmarks.growth import Curves

WIDTH, HEIGHT = 860, 520
LEFT, RIGHT, TOP, BOTTOM = 64, 250, 56, 48
LEAST, MOST = 10.0, 1_000_000.0
"""Milliseconds at the lower and upper end."""

INK, FAINT, PAPER = "#26241f", "#8a857a", "#fbf9f4"
COLOURS = ("#1f5fa6", "#b3541e", "#2f7d4f", "#7b4aa0", "#a88600", "#b0305c", "#267a86")
LINE = 15
"""Pixels between two labels at the least."""

DRAWN = (
    "first paint, ms",
    "Today's data, ms",
    "the Journal opened, ms",
    "a key on the list, p95, ms",
    "Character opened, ms",
    "wj log, ms",
    "wj export, ms",
)


def picture(found: Curves) -> str:
    """Return the curves that are drawn as an SVG, with a label at each one's end."""
    sizes = sorted({size for curve in found.values() for size in middles(curve)})
    drawn = {name: middles(found[name]) for name in DRAWN if name in found}
    ends = _apart({name: _y(points[max(points)]) for name, points in drawn.items()})
    parts = [_axes(sizes), _linear(sizes)]
    for (name, points), colour in zip(drawn.items(), COLOURS, strict=False):
        places = [
            (_x(size, sizes), _y(value)) for size, value in sorted(points.items())
        ]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}"'
            ' stroke-width="2"/>'
        )
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>'
                  for x, y in places]  # fmt: skip
        said = f"{name.removesuffix(', ms')}, {_said(points[max(points)])}"
        parts.append(_text(WIDTH - RIGHT + 12, ends[name] + 4, said, colour))
    return _svg(parts)


def _x(size: float, sizes: list[int]) -> float:
    least, most = log10(min(sizes)), log10(max(sizes))
    wide = WIDTH - LEFT - RIGHT
    return LEFT + wide * (log10(size) - least) / ((most - least) or 1)


def _y(value: float) -> float:
    part = (log10(max(value, LEAST)) - log10(LEAST)) / (log10(MOST) - log10(LEAST))
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * min(part, 1.0)


def _apart(ends: dict[str, float]) -> dict[str, float]:
    """Return the heights of labels, pushed down where two would touch."""
    placed: dict[str, float] = {}
    last = -float(LINE)
    for name, y in sorted(ends.items(), key=lambda end: end[1]):
        last = placed[name] = max(y, last + LINE)
    return placed


def _axes(sizes: list[int]) -> str:
    right, low = WIDTH - RIGHT, HEIGHT - BOTTOM
    parts = []
    value = LEAST
    while value <= MOST:
        y = _y(value)
        parts.append(
            f'<line x1="{LEFT}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}"'
            f' stroke="{FAINT}" stroke-width="0.5" opacity="0.5"/>'
        )
        parts.append(_text(LEFT - 8, y + 4, _said(value), FAINT, anchor="end"))
        value *= 10
    for size in sizes:
        at = _x(size, sizes)
        parts.append(_text(at, low + 20, f"{size:,}", FAINT, anchor="middle"))
    middle = (LEFT + right) / 2
    parts.append(_text(middle, low + 38, "negotiations", FAINT, anchor="middle"))
    return "".join(parts)


def _linear(sizes: list[int]) -> str:
    """Return a dotted line that grows as the journal does, to compare with."""
    first, last = min(sizes), max(sizes)
    start = LEAST * 2
    ends = (_x(first, sizes), _y(start), _x(last, sizes), _y(start * last / first))
    x1, y1, x2, y2 = ends
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
        f' stroke="{FAINT}" stroke-dasharray="2 5"/>'
        + _text(x1 + 8, y1 + 14, "dotted: as fast as the journal", FAINT)
    )


def _said(milliseconds: float) -> str:
    if milliseconds < 1000:
        return f"{milliseconds:.0f} ms"
    seconds = milliseconds / 1000
    return f"{seconds:,.0f} s" if seconds >= 100 else f"{seconds:.3g} s"


def _text(x: float, y: float, words: str, colour: str, anchor: str = "start") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" text-anchor="{anchor}">'
        f"{escape(words)}</text>"
    )


def _svg(parts: list[str]) -> str:
    title = _text(LEFT, 30, "How long it takes as the journal grows", INK)
    body = "\n".join([title, *parts])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' width="{WIDTH}" height="{HEIGHT}" role="img"'
        ' aria-label="Time against the number of negotiations"'
        ' font-family="Helvetica, Arial, sans-serif" font-size="12">\n'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>\n{body}\n</svg>\n'
    )
