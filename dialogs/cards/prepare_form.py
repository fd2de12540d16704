"""The forms in which the handläggare prepares: one proposal, or several with the same reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dialogs.cards.elements import (
    card,
    choice_input,
    error_line,
    execute_button,
    heading,
    paragraph,
    text_input,
)
from dialogs.cards.proposal_card import ASK_COMPLETION, SHOW_PROPOSAL, SHOW_PROPOSALS, gist
from dialogs.cards.proposal_form import content_lines
from dialogs.cards.treated import add_lines
from dialogs.texts import say
from goals.checking import rivals_of
from goals.matter import Matter
from goals.proposal import Advice, Proposal
from goals.wording import LONGEST_MOTIVATION, LONGEST_WORDING

PREPARE = "prepare-proposal"
SEND_PREPARED = "save-recommendation"
PREPARE_SEVERAL = "prepare-several"
SEND_SEVERAL = "save-recommendations"
CHOSEN = "proposals"
_PASTED = 4
"""A field takes so many times what may be sent: what is pasted is told to be too long, not cut."""
_LONGEST_CHOICE = 110
_FOR_SEVERAL = (Advice.SUPPORT, Advice.OPPOSE, Advice.REFER)
"""A wording of its own belongs to one proposal."""


@dataclass(frozen=True, slots=True)
class TypedAdvice:
    """What stands in the form, as it was typed."""

    advice: str = ""
    reason: str = ""
    text: str = ""
    same_as: str = ""


def prepare_form(
    proposal: Proposal,
    typed: TypedAdvice,
    others: Sequence[Proposal],
    language: str,
    *,
    beside: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """What is recommended for one proposal; `others` are those that it may be a double of."""
    headline = say(language, "prepare-heading", number=proposal.number)
    content = content_lines(proposal.content, language)
    beside = beside or {}
    kinds = [
        each
        for each in Advice
        if each is not Advice.SUPPORT_CHANGED or proposal.content.kind.has_wording
    ]
    fields = {"advice": _advice(kinds, typed.advice, language)}
    if proposal.content.kind.has_wording:
        fields["text"] = text_input(
            "text",
            say(language, "field-own-wording"),
            value=typed.text,
            placeholder=say(language, "at-most", most=LONGEST_WORDING),
            longest=LONGEST_WORDING * _PASTED,
            is_long=True,
        )
    fields["reason"] = _reason(typed.reason, language)
    rivals = rivals_of(proposal.content, others)
    if others:
        doubles_first = (*rivals, *(each for each in others if each not in rivals))
        choices = [(_choice(each, language), each.number) for each in doubles_first]
        fields["same_as"] = choice_input(
            "same_as",
            say(language, "field-same-as"),
            choices,
            value=typed.same_as,
            placeholder=say(language, "field-optional"),
        )
    if rivals:
        said = [_choice(each, language) for each in rivals]
        add_lines(content, say(language, "fact-rivals"), said)
    data = {"proposal": proposal.id, "language": language}
    return card(
        [heading(headline), *content.elements, *_inputs(fields, beside)],
        buttons=[
            execute_button(say(language, "button-save-recommendation"), SEND_PREPARED, data),
            execute_button(
                say(language, "button-ask-completion"), ASK_COMPLETION, data, sends_inputs=False
            ),
            execute_button(say(language, "button-cancel"), SHOW_PROPOSAL, data, sends_inputs=False),
        ],
        language=language,
        fallback="\n".join((headline, *content.lines, *_told(beside, language))),
    )


def prepare_several_form(
    matter: Matter,
    waiting: Sequence[Proposal],
    chosen: str,
    typed: TypedAdvice,
    language: str,
    *,
    beside: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The same recommendation, with the same reason, for those that are chosen."""
    headline = say(language, "prepare-several-heading", body=matter.body, year=matter.year)
    said = say(language, "prepare-several-explained")
    beside = beside or {}
    fields = {
        CHOSEN: choice_input(
            CHOSEN,
            say(language, "field-proposals"),
            [(_choice(each, language), each.id) for each in waiting],
            value=chosen,
            error=say(language, "error-none-chosen"),
            is_open=True,
            is_several=True,
        ),
        "advice": _advice(_FOR_SEVERAL, typed.advice, language),
        "reason": _reason(typed.reason, language),
    }
    data = {"body": matter.body, "year": str(matter.year), "language": language}
    return card(
        [heading(headline), paragraph(said), *_inputs(fields, beside)],
        buttons=[
            execute_button(say(language, "button-save-recommendation"), SEND_SEVERAL, data),
            execute_button(
                say(language, "button-cancel"), SHOW_PROPOSALS, data, sends_inputs=False
            ),
        ],
        language=language,
        fallback="\n".join((headline, said, *_told(beside, language))),
    )


def _advice(kinds: Sequence[Advice], value: str, language: str) -> dict[str, Any]:
    return choice_input(
        "advice",
        say(language, "field-advice"),
        [(say(language, f"label-advice-{each.value}"), each.value) for each in kinds],
        value=value,
        error=say(language, "error-advice-unknown"),
        is_open=True,
    )


def _reason(value: str, language: str) -> dict[str, Any]:
    return text_input(
        "reason",
        say(language, "field-reason"),
        value=value,
        placeholder=say(language, "at-most", most=LONGEST_MOTIVATION),
        longest=LONGEST_MOTIVATION * _PASTED,
        error=say(language, "error-text-missing"),
        is_long=True,
    )


def _choice(proposal: Proposal, language: str) -> str:
    text = f"{proposal.number}. {gist(proposal, language)}"
    return text if len(text) <= _LONGEST_CHOICE else f"{text[: _LONGEST_CHOICE - 1]}…"


def _inputs(fields: Mapping[str, dict[str, Any]], beside: Mapping[str, str]) -> list[Any]:
    """The fields, each with what is wrong with it below."""
    shown: list[Any] = []
    for name, field in fields.items():
        shown.append(field)
        if name in beside:
            shown.append(error_line(beside[name]))
    return shown


def _told(beside: Mapping[str, str], language: str) -> list[str]:
    names = {"advice": "field-advice", "text": "field-own-wording", "reason": "field-reason"}
    names |= {"same_as": "field-same-as", CHOSEN: "field-proposals"}
    return [f"{say(language, names[name])}: {mistake}" for name, mistake in beside.items()]
