"""Days and times as people in the municipality read them."""

from __future__ import annotations

from datetime import datetime

from dialogs.texts import say
from goals.local_time import STOCKHOLM, comes_twice, typed_moment
from goals.matter import Window


def local_time(at: datetime) -> str:
    """A moment in Sweden, to the minute: "2026-03-01 12:00"."""
    return at.astimezone(STOCKHOLM).strftime("%Y-%m-%d %H:%M")


def window_ends(window: Window, language: str) -> dict[str, str]:
    """When a window opens and what it closes with, for a sentence with these arguments."""
    return {
        "opens": window_end(window.opens, language, is_end=False),
        "closes": window_end(window.closes, language, is_end=True),
    }


def window_end(moment: datetime, language: str, *, is_end: bool) -> str:
    """One end of a window: the first or the last day, with its time if it is not the whole day."""
    said = " ".join(typed_moment(moment, is_end=is_end)).strip()
    if not comes_twice(moment):
        return said
    summer = bool(moment.astimezone(STOCKHOLM).dst())
    key = "clock-summer-time" if summer else "clock-winter-time"
    return f"{said} {say(language, key)}"
