"""Whether Teams' limits were kept."""

from __future__ import annotations

from goals.pacing import Window


def most_within(window: Window, moments: list[float]) -> int:
    """How many of the moments, in order, lie within the fullest such window."""
    most = first = 0
    for last, moment in enumerate(moments):
        while moment - moments[first] >= window.seconds:
            first += 1
        most = max(most, last - first + 1)
    return most
