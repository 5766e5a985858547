"""Small drawings for the report, as SVG that takes its colours from the page."""

import math
from collections.abc import Mapping, Sequence

from gan.measure.values import Value

COLOURS = 6
"""Models with colours of their own; the next ones begin again."""
WIDE, LINE = 180, 12
CHART_WIDE, CHART_HIGH, LEFT, BELOW, MARGIN = 480, 220, 56, 24, 10

Points = Sequence[tuple[float, float]]


def colour_class(number: int | None) -> str:
    """The CSS class of model ``number``; None is real pictures."""
    return "real" if number is None else f"model{number % COLOURS}"


def intervals(values: Sequence[Value]) -> str:
    """A line for each of ``values`` below each other, a dot with its interval; the last is that of real pictures."""
    ends = [value.interval or (value.value, value.value) for value in values]
    low, high = min(end[0] for end in ends), max(end[1] for end in ends)
    span = (high - low) or 1.0

    def x(number: float) -> float:
        return 6 + (WIDE - 12) * (number - low) / span

    drawn = []
    for number, (value, (start, end)) in enumerate(zip(values, ends, strict=True)):
        colour, y = colour_class(None if number == len(values) - 1 else number), LINE * (number + 0.5) + 2
        drawn.append(
            f'<line class="{colour}" x1="{x(start):.1f}" x2="{x(end):.1f}" y1="{y}" y2="{y}"/>'
            f'<circle class="{colour}" cx="{x(value.value):.1f}" cy="{y}" r="3.5"/>'
        )
    high = LINE * len(values) + 4
    return f'<svg class="dots" width="{WIDE}" height="{high}" viewBox="0 0 {WIDE} {high}">{"".join(drawn)}</svg>'


def bar(share: float, number: int | None) -> str:
    """A bar that fills ``share`` of its place."""
    return f'<span class="bar"><span class="{colour_class(number)}" style="width:{100 * share:.1f}%"></span></span>'


def lines(series: Mapping[int, Points]) -> str:
    """Values over steps, one line for each model by its number. Values that are not finite leave gaps."""
    finite = {number: [point for point in points if math.isfinite(point[1])] for number, points in series.items()}
    every = [point for points in finite.values() for point in points] or [(0.0, 0.0)]
    most = max(step for step, _ in every) or 1.0
    low, high = min(0.0, *(value for _, value in every)), max(value for _, value in every)
    span = (high - low) or 1.0

    def place(step: float, value: float) -> str:
        x = LEFT + (CHART_WIDE - LEFT - MARGIN) * step / most
        y = MARGIN + (CHART_HIGH - BELOW - MARGIN) * (1 - (value - low) / span)
        return f"{x:.1f},{y:.1f}"

    drawn = "".join(
        f'<polyline class="{colour_class(number)}" points="{" ".join(place(*point) for point in points)}"/>'
        for number, points in finite.items()
    )
    ground = CHART_HIGH - BELOW
    return (
        f'<svg class="lines" viewBox="0 0 {CHART_WIDE} {CHART_HIGH}">'
        f'<path class="axis" d="M{LEFT} {MARGIN}V{ground}H{CHART_WIDE - MARGIN}"/>'
        f'<text x="{LEFT - 6}" y="{MARGIN + 8}" text-anchor="end">{high:.3g}</text>'
        f'<text x="{LEFT - 6}" y="{ground}" text-anchor="end">{low:.3g}</text>'
        f'<text x="{CHART_WIDE - MARGIN}" y="{CHART_HIGH - 6}" text-anchor="end">step {most:,.0f}</text>{drawn}</svg>'
    )
