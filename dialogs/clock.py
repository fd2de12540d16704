"""Days and times as people in the municipality read them."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
"""Years and days are those of the municipality's own calendar."""


def local_time(at: datetime) -> str:
    """A moment in Sweden, to the minute: "2026-03-01 12:00"."""
    return at.astimezone(STOCKHOLM).strftime("%Y-%m-%d %H:%M")
