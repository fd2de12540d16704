"""One proposal at a meeting: what lies before it, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dialogs.cards.elements import (
    card,
    choice_input,
    error_line,
    execute_button,
    fact_lines,
    heading,
    paragraph,
    text_input,
)
from dialogs.cards.meeting_card import MEETING
from dialogs.cards.proposal_form import Shown, say_kind
from dialogs.cards.treated import add_lines, outcome_words, reason_words, treated
from dialogs.texts import say
from goals.meeting import ALLOWED, NotedOutcome
from goals.noting import Sitting
from goals.proposal import Outcome, Proposal
from goals.wording import LONGEST_MOTIVATION, LONGEST_WORDING

MEETING_ITEM = "meeting-item"
NOTE_OUTCOME = "note-outcome"
NOTE_AS_AU = "note-as-au"
_PASTED = 4
"""A field takes so many times what may be sent: what is pasted is told to be too long, not cut."""


@dataclass(frozen=True, slots=True)
class TypedOutcome:
    """What stands in the card's fields, as it was typed."""

    outcome: str = ""
    text: str = ""
    reason: str = ""


def typed_of(noted: NotedOutcome | None, proposal: Proposal) -> TypedOutcome:
    """What the fields hold at first: what is noted, or the wording that lies before them."""
    if noted is None:
        return TypedOutcome(text=proposal.wording or "")
    return TypedOutcome(
        noted.outcome.value, noted.text or proposal.wording or "", noted.reason or ""
    )


def item_card(
    sitting: Sitting,
    proposal: Proposal,
    typed: TypedOutcome,
    language: str,
    *,
    news: Sequence[str] = (),
    beside: Mapping[str, str] | None = None,
    wrong: Sequence[str] = (),
) -> dict[str, Any]:
    """The card that a secretary works through in the room."""
    number = [each.id for each in sitting.called].index(proposal.id) + 1
    headline = say(
        language,
        "item-heading",
        number=proposal.number,
        place=number,
        count=len(sitting.called),
    )
    beside = beside or {}
    above = [*news, *_stands(sitting, proposal, language)]
    shown = _before_the_meeting(proposal, language)
    body = [
        heading(headline),
        *map(error_line, wrong),
        *map(paragraph, above),
        *shown.elements,
    ]
    for name, field in _fields(sitting, proposal, typed, language).items():
        body.append(field)
        if name in beside:
            body.append(error_line(beside[name]))
    matter = sitting.matter
    of_matter = {"body": matter.body, "year": str(matter.year), "language": language}
    data = {**of_matter, "proposal": proposal.id, "version": str(sitting.minutes.version)}
    save = execute_button(say(language, "button-save-next"), NOTE_OUTCOME, data)
    return card(
        body,
        buttons=[
            {**save, "style": "positive"},
            execute_button(say(language, "button-back"), MEETING, of_matter, sends_inputs=False),
        ],
        language=language,
        fallback="\n".join((headline, *wrong, *above, *shown.lines, *beside.values())),
    )


def noted_words(sitting: Sitting, proposal: Proposal, language: str) -> str:
    """What is noted of a proposal, or that nothing is."""
    noted = sitting.minutes.outcomes.get(proposal.id)
    if noted is None:
        return say(language, "outcome-missing")
    return outcome_words(noted.outcome.value, sitting.meeting, language)


def _stands(sitting: Sitting, proposal: Proposal, language: str) -> list[str]:
    noted = sitting.minutes.outcomes.get(proposal.id)
    if noted is None:
        return []
    words = outcome_words(noted.outcome.value, sitting.meeting, language)
    more = [say(language, "wording-is", text=noted.text)] if noted.text else []
    more += [reason_words(noted.reason, language)] if noted.reason else []
    return [say(language, "outcome-stands", outcome=". ".join((words, *more)))]


def _before_the_meeting(proposal: Proposal, language: str) -> Shown:
    """The proposal, what has become of it so far, and which wording a plain yes would give."""
    content = proposal.content
    facts = [(say(language, "field-kind"), say_kind(content, language))]
    if content.target is not None:
        facts.append((say(language, "field-target"), content.target.label))
    shown = Shown([fact_lines(facts)], [f"{name}: {value}" for name, value in facts])
    if content.target is not None:
        add_lines(
            shown, say(language, "wording-old", year=content.target.year), [content.target.text]
        )
    if content.text is not None:
        add_lines(shown, say(language, "wording-proposed"), [content.text])
    so_far = treated(proposal, language)
    shown = Shown([*shown.elements, *so_far.elements], [*shown.lines, *so_far.lines])
    wording = proposal.wording
    if wording is not None and wording != proposal.content.text:
        add_lines(shown, say(language, "approval-gives"), [wording])
    return shown


def _fields(
    sitting: Sitting, proposal: Proposal, typed: TypedOutcome, language: str
) -> dict[str, dict[str, Any]]:
    """The inputs, by the names that `TypedOutcome` has for them."""
    has_wording = proposal.content.kind.has_wording
    outcomes = [
        each
        for each in Outcome
        if each in ALLOWED[sitting.meeting] and (has_wording or each is not Outcome.CHANGE)
    ]
    fields = {
        "outcome": choice_input(
            "outcome",
            say(language, "field-outcome"),
            [
                (outcome_words(each.value, sitting.meeting, language), each.value)
                for each in outcomes
            ],
            value=typed.outcome,
            error=say(language, "error-outcome-unknown"),
            is_open=True,
        )
    }
    if has_wording:
        fields["text"] = text_input(
            "text",
            say(language, "field-meeting-wording"),
            value=typed.text,
            placeholder=say(language, "at-most", most=LONGEST_WORDING),
            longest=LONGEST_WORDING * _PASTED,
            is_long=True,
        )
    fields["reason"] = text_input(
        "reason",
        say(language, "field-outcome-reason"),
        value=typed.reason,
        placeholder=say(language, "optional-at-most", most=LONGEST_MOTIVATION),
        longest=LONGEST_MOTIVATION * _PASTED,
        is_long=True,
    )
    return fields
