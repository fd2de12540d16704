"""How the bot is: what does not work first, each with its grade in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.cards.elements import card, execute_button, heading, numbered_line
from dialogs.health import Finding, Grade
from dialogs.texts import say

SELF_TEST = "self-test"
_ORDER = (Grade.FAILED, Grade.WARNING, Grade.OK)


def health_card(findings: Sequence[Finding], language: str) -> dict[str, Any]:
    """All findings, and a button to look again."""
    amiss = sum(each.grade is not Grade.OK for each in findings)
    headline = say(language, "health-amiss" if amiss else "health-good", count=amiss)
    lines = [
        (say(language, f"grade-{each.grade}"), each.sentence(language))
        for each in sorted(findings, key=lambda each: _ORDER.index(each.grade))
    ]
    again = execute_button(say(language, "button-again"), SELF_TEST, {"language": language})
    return card(
        [heading(headline), *(numbered_line(grade, sentence) for grade, sentence in lines)],
        buttons=[again],
        language=language,
        fallback="\n".join((headline, *(f"{grade}: {sentence}" for grade, sentence in lines))),
    )
