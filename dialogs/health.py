"""How the bot is, one finding for each thing that was looked at."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from dialogs.texts import Argument, say


class Grade(StrEnum):
    """How good it is. The values are the stable words of a report."""

    OK = "ok"
    WARNING = "warning"
    """It works, and somebody should see to it."""
    FAILED = "failed"
    """It does not work, or soon will not."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    name: str
    """Of what was looked at; a stable word."""
    grade: Grade
    key: str
    """Of the sentence."""
    arguments: Mapping[str, Argument] = field(default_factory=dict)

    def sentence(self, language: str) -> str:
        """What was found, and what to do about it."""
        return say(language, self.key, **self.arguments)


Examine: TypeAlias = Callable[[], Awaitable[Sequence[Finding]]]
"""Looks at everything, within a few seconds."""


async def nothing_examined() -> Sequence[Finding]:
    """Where there is no service to look at."""
    return ()


def worst(findings: Sequence[Finding]) -> Grade:
    """The grade of them all."""
    grades = {each.grade for each in findings}
    return next((each for each in (Grade.FAILED, Grade.WARNING) if each in grades), Grade.OK)
