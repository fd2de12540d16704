"""When the last backup was written: kept beside the data, for who asks how the bot is."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

FILE = "last-backup.json"


@dataclass(frozen=True, slots=True)
class LastBackup:
    """A backup that was written and tried."""

    at: datetime
    file: str
    sha256: str


def remember_backup(data: Path, backup: LastBackup) -> None:
    """Keep it in the data folder. Raises OSError."""
    data.mkdir(parents=True, exist_ok=True)
    content = {"at": backup.at.isoformat(), "file": backup.file, "sha256": backup.sha256}
    unfinished = data / f"{FILE}.unfinished"
    unfinished.write_text(json.dumps(content, ensure_ascii=False) + "\n", encoding="utf-8")
    unfinished.replace(data / FILE)


def last_backup(data: Path) -> LastBackup | None:
    """The last one; None where none is known."""
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
        content = json.loads((data / FILE).read_text(encoding="utf-8"))
        at = datetime.fromisoformat(content["at"])
        if at.tzinfo is not None:
            return LastBackup(at, str(content["file"]), str(content["sha256"]))
    return None
