"""The invented papers beside this file. No municipality has written them."""

from __future__ import annotations

from pathlib import Path

from goals.document import GoalDocument
from storage.documents import read_document

INVENTED = Path(__file__).with_name("invented")


def read_invented(name: str) -> GoalDocument:
    """One of the invented papers, read."""
    return read_document(name, (INVENTED / name).read_bytes())


def read_lines_of(*lines: str, ending: str = "\n") -> GoalDocument:
    """A paper that a test writes itself."""
    return read_document("prov.txt", ending.join(lines).encode())


def goal_texts(document: GoalDocument) -> list[str]:
    return [goal.text for goal in document.goals]


def subgoal_texts(document: GoalDocument) -> list[str]:
    return [subgoal.text for subgoal in document.subgoals]


def doubt_keys(document: GoalDocument) -> list[str]:
    return [doubt.key for doubt in document.doubts]
