"""What has become of a proposal so far: the recommendation, AU's proposal and the decision."""

from __future__ import annotations

from dialogs.cards.elements import subheading, verbatim
from dialogs.cards.proposal_form import Shown
from dialogs.texts import say
from goals.proposal import Meeting, Proposal, Recommendation, Ruling

_LONGEST_REASON = 1_000
"""Signs of each reason that are shown; the documents have all of it."""


def treated(proposal: Proposal, language: str) -> Shown:
    """Each stage with its words and reasons, as far as `Proposal.seen_by` shows them."""
    shown = Shown([], [])
    if proposal.recommendation is not None:
        _recommended(shown, proposal.recommendation, language)
    if proposal.by_au is not None:
        _ruled(shown, say(language, "treated-au"), proposal.by_au, Meeting.AU, language)
    if proposal.by_body is not None:
        title = say(language, "treated-body", body=proposal.body)
        _ruled(shown, title, proposal.by_body, Meeting.BODY, language)
    return shown


def outcome_words(outcome: str, meeting: Meeting, language: str) -> str:
    """An outcome as that meeting's minutes say it: AU proposes, the body decides."""
    stem = "label-au" if meeting is Meeting.AU else "label-outcome"
    return say(language, f"{stem}-{outcome}")


def advice_words(recommendation: Recommendation, language: str) -> str:
    """What is recommended, and of which proposal it is a double."""
    advice = say(language, f"label-advice-{recommendation.advice.value}")
    if not recommendation.same_as:
        return advice
    return f"{advice} ({say(language, 'same-as', number=recommendation.same_as)})"


def _recommended(shown: Shown, recommendation: Recommendation, language: str) -> None:
    lines = [advice_words(recommendation, language)]
    if recommendation.text:
        lines.append(say(language, "wording-is", text=recommendation.text))
    lines.append(reason_words(recommendation.reason, language))
    add_lines(shown, say(language, "treated-officer"), lines)


def _ruled(shown: Shown, title: str, ruling: Ruling, meeting: Meeting, language: str) -> None:
    words = outcome_words(ruling.outcome.value, meeting, language)
    lines = [f"{words}, {ruling.paragraph}, {ruling.day}"]
    if ruling.text:
        lines.append(say(language, "wording-is", text=ruling.text))
    if ruling.reason:
        lines.append(reason_words(ruling.reason, language))
    add_lines(shown, title, lines)


def reason_words(reason: str, language: str) -> str:
    """A reason, a very long one only in its beginning."""
    if len(reason) > _LONGEST_REASON:
        reason = f"{reason[: _LONGEST_REASON - 1]}…"
    return say(language, "reason-is", reason=reason)


def add_lines(shown: Shown, title: str, lines: list[str]) -> None:
    """One more part, with its heading; people's words stand as they wrote them."""
    shown.elements.append(subheading(title))
    shown.elements.extend(verbatim(part) for line in lines for part in line.split("\n") if part)
    shown.lines.append(f"{title}: {' '.join(lines)}")
