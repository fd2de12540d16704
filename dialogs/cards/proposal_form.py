"""The form in which a change of a sub-goal is proposed, and what is read back before it is sent."""

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
    numbered_line,
    paragraph,
    subheading,
    text_input,
    verbatim,
)
from dialogs.clock import window_end
from dialogs.texts import say
from goals.draft import Draft
from goals.proposal import Content, ProposalKind
from goals.proposing import Checked, Ground
from goals.wording import LONGEST_MOTIVATION, LONGEST_WORDING, word_change

PROPOSE = "propose-change"
REVIEW = "review-proposal"
SAVE_DRAFT = "save-draft"
EDIT_DRAFT = "edit-draft"
DROP_DRAFT = "drop-draft"
SUBMIT = "submit-proposal"
CANCEL = "cancel-proposal"
MY_PROPOSALS = "my-proposals"

_PASTED = 4
"""A field takes so many times what may be sent: what is pasted is told to be too long, not cut."""
_LONGEST_CHOICE = 90


@dataclass(frozen=True, slots=True)
class FormNotes:
    """What stands above the fields, and beside each of them."""

    above: Sequence[str] = ()
    beside: Mapping[str, str] | None = None


def proposal_form(
    draft: Draft, ground: Ground, language: str, notes: FormNotes | None = None
) -> dict[str, Any]:
    """The form, with what was typed before in it."""
    notes = notes or FormNotes()
    headline = say(language, "propose-heading", body=draft.body, year=draft.year)
    beside = notes.beside or {}
    above = [*notes.above, *([say(language, "form-mistakes")] if beside else [])]
    said = _window(ground, language)
    target = ground.subgoal(draft.typed.target) if draft.typed.target else None
    body = [heading(headline), *map(error_line, above), paragraph(said)]
    if target is not None:
        body += [
            subheading(say(language, "wording-now", number=target.code or target.number)),
            verbatim(target.text),
        ]
    for name, field in _fields(draft, ground, language).items():
        body.append(field)
        if name in beside:
            body.append(error_line(beside[name]))
    text = [headline, *above, said]
    if target is not None:
        text.append(f"{say(language, 'wording-now', number=target.code or target.number)}: ")
        text[-1] += target.text
    text += [f"{say(language, f'field-{name}')}: {mistake}" for name, mistake in beside.items()]
    data = data_of(draft, language)
    return card(
        body,
        buttons=[
            execute_button(say(language, "button-review"), REVIEW, data),
            execute_button(say(language, "button-save-draft"), SAVE_DRAFT, data),
            execute_button(say(language, "button-cancel"), CANCEL, data, sends_inputs=False),
        ],
        language=language,
        fallback="\n".join(text),
    )


def data_of(draft: Draft, language: str) -> dict[str, str]:
    """What a button of the form carries. None of it is trusted for rights."""
    base = draft.base
    return {
        "draft": draft.id,
        "body": draft.body,
        "year": str(draft.year),
        "base": f"{base.year}:{base.version}" if base else "",
        "completes": draft.completes or "",
        "language": language,
    }


def _window(ground: Ground, language: str) -> str:
    window = ground.matter.window
    if window is None:
        return say(language, "window-none", title=ground.matter.title)
    closes = window_end(window.closes, language, is_end=True)
    return say(language, "window-closes", title=ground.matter.title, closes=closes)


def _fields(draft: Draft, ground: Ground, language: str) -> dict[str, dict[str, Any]]:
    """The inputs, by the names that `Typed` has for them."""
    typed = draft.typed
    kinds = [kind for kind in ProposalKind if ground.subgoals or not kind.has_target]
    fields = {
        "kind": choice_input(
            "kind",
            say(language, "field-kind"),
            [(say(language, f"kind-{kind.value}"), kind.value) for kind in kinds],
            value=typed.kind,
            error=say(language, "error-kind-unknown"),
        )
    }
    if ground.subgoals:
        fields["target"] = choice_input(
            "target",
            say(language, "field-target"),
            [
                (_short(f"{each.code or each.number}. {each.text}"), str(each.number))
                for each in ground.subgoals
            ],
            value=typed.target,
            placeholder=say(language, "field-target-hint"),
        )
    fields["text"] = text_input(
        "text",
        say(language, "field-text"),
        value=typed.text,
        placeholder=say(language, "at-most", most=LONGEST_WORDING),
        longest=LONGEST_WORDING * _PASTED,
        is_long=True,
    )
    if ground.goal_set is not None:
        fields["goal"] = choice_input(
            "goal",
            say(language, "field-goal"),
            [
                (_short(f"{each.code or each.number}. {each.text}"), str(each.number))
                for each in ground.goal_set.goals
            ],
            value=typed.goal,
            placeholder=say(language, "field-optional"),
        )
    for name, hint in (("motivation", "at-most"), ("consequences", "optional-at-most")):
        fields[name] = text_input(
            name,
            say(language, f"field-{name}"),
            value=getattr(typed, name),
            placeholder=say(language, hint, most=LONGEST_MOTIVATION),
            longest=LONGEST_MOTIVATION * _PASTED,
            is_long=True,
        )
    return fields


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_CHOICE else f"{text[: _LONGEST_CHOICE - 1]}…"


def review_card(draft: Draft, checked: Checked, language: str) -> dict[str, Any]:
    """What would be sent, read back: old and new, and in words what is added and taken away."""
    headline = say(language, "review-heading", body=draft.body, year=draft.year)
    content = content_lines(checked.content, language)
    notices = [
        *(
            say(language, "notice-rival", number=each.number, kind=say_kind(each.content, language))
            for each in checked.rivals
        ),
        *(
            say(language, "notice-alike", number=each.code or each.number, text=each.text)
            for each in checked.alike
        ),
        *(say(language, hint.key, **dict(hint.arguments)) for hint in checked.hints),
    ]
    body = [heading(headline), *content.elements]
    if notices:
        body.append(subheading(say(language, "notices")))
        body += [numbered_line("–", each) for each in notices]
    body.append(paragraph(say(language, "review-frozen")))
    data = data_of(draft, language)
    return card(
        body,
        buttons=[
            {**execute_button(say(language, "button-submit"), SUBMIT, data), "style": "positive"},
            execute_button(say(language, "button-change"), EDIT_DRAFT, data),
            execute_button(say(language, "button-cancel"), CANCEL, data),
        ],
        language=language,
        fallback="\n".join(
            (
                headline,
                *content.lines,
                *(f"– {each}" for each in notices),
                say(language, "review-frozen"),
            )
        ),
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of a card, and the same as lines of text."""

    elements: list[dict[str, Any]]
    lines: list[str]


def say_kind(content: Content, language: str) -> str:
    """What is proposed: "Ändra lydelse"."""
    return say(language, f"kind-{content.kind.value}")


def content_lines(content: Content, language: str) -> Shown:
    """What a proposal says: its kind, both wordings and how they differ, and why."""
    facts = [(say(language, "field-kind"), say_kind(content, language))]
    if content.target is not None:
        facts.append((say(language, "field-target"), content.target.label))
    if content.goal is not None:
        facts.append((say(language, "field-goal"), f"{content.goal.number}. {content.goal.text}"))
    shown = Shown([fact_lines(facts)], [f"{name}: {value}" for name, value in facts])
    target, text = content.target, content.text
    if target is not None:
        _add(shown, say(language, "wording-old", year=target.year), target.text)
    if text is not None:
        _add(shown, say(language, "field-text"), text)
    if target is not None and text is not None:
        change = word_change(target.text, text)
        for key, pieces in (("diff-removed", change.removed), ("diff-added", change.added)):
            words = "; ".join(f"”{each}”" for each in pieces) or say(language, "diff-nothing")
            _add(shown, say(language, key), words)
    _add(shown, say(language, "field-motivation"), content.motivation)
    if content.consequences:
        _add(shown, say(language, "field-consequences"), content.consequences)
    return shown


def _add(shown: Shown, title: str, text: str) -> None:
    shown.elements.append(subheading(title))
    shown.elements.extend(verbatim(line) for line in text.split("\n") if line)
    shown.lines.append(f"{title}: {text}")
