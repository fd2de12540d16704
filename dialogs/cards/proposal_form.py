"""The form in which a change of a sub-goal is proposed, and what is read back before it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType
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
from dialogs.cards.typed_back import lines_of
from dialogs.clock import window_end
from dialogs.texts import say
from goals.checking import Checked
from goals.draft import Draft
from goals.event import digest_of
from goals.ground import Ground
from goals.proposal import Content, ProposalKind
from goals.wording import LONGEST_MOTIVATION, LONGEST_WORDING, word_change

PROPOSE = "propose-change"
REVIEW = "review-proposal"
SAVE_DRAFT = "save-draft"
EDIT_DRAFT = "edit-draft"
DROP_DRAFT = "drop-draft"
SUBMIT = "submit-proposal"
CANCEL = "cancel-proposal"
MY_PROPOSALS = "my-proposals"

MOST_TYPED: Mapping[str, int] = MappingProxyType(
    {
        "kind": 10,
        "target": 20,
        "text": 5_000,
        "goal": 20,
        "motivation": 6_000,
        "consequences": 6_000,
    }
)
"""What a field takes, in UTF-16 units: more than may be sent, so that what is pasted is told to be
too long and not cut; together so little that no card with it comes near Teams' 100 KB."""
NO_GOAL = "-"
"""The choice that takes a chosen goal back: a list of choices cannot be emptied."""
_LONGEST_CHOICE = 90


@dataclass(frozen=True, slots=True)
class FormNotes:
    """What stands above the fields, and beside each of them."""

    above: Sequence[str] = ()
    """What has happened, to be seen first."""
    said: Sequence[str] = ()
    beside: Mapping[str, str] | None = None


def proposal_form(
    draft: Draft, ground: Ground, language: str, notes: FormNotes | None = None
) -> dict[str, Any]:
    """The form, with what was typed before in it."""
    notes = notes or FormNotes()
    headline = say(language, "propose-heading", body=draft.body, year=draft.year)
    beside = notes.beside or {}
    fields = _fields(draft, ground, language)
    above = [
        *notes.above,
        *([say(language, "form-mistakes")] if beside else []),
        *(mistake for name, mistake in beside.items() if name not in fields),
    ]
    said = [*notes.said, _introduction(draft, ground, language)]
    body = [heading(headline), *map(error_line, above), *map(paragraph, said)]
    text = [headline, *above, *said]
    target = ground.subgoal(draft.typed.target) if draft.typed.target else None
    if target is not None:
        title = say(language, "wording-now", number=target.code or target.number)
        body += [subheading(title), verbatim(target.text)]
        text.append(f"{title}: {target.text}")
    # Said here too: a placeholder is not seen in a field that is filled.
    limits = say(language, "form-limits", wording=LONGEST_WORDING, others=LONGEST_MOTIVATION)
    body.append({**paragraph(limits), "isSubtle": True, "size": "small"})
    text.append(limits)
    for name, field in fields.items():
        body.append(field)
        if name in beside:
            body.append(error_line(beside[name]))
            text.append(f"{field['label']}: {beside[name]}")
    data = data_of(draft, language)
    return card(
        body,
        buttons=[
            execute_button(say(language, "button-review"), REVIEW, data, style="positive"),
            execute_button(say(language, "button-save-draft"), SAVE_DRAFT, data),
            execute_button(say(language, "button-cancel"), CANCEL, data, sends_inputs=False),
        ],
        language=language,
        fallback="\n".join(text),
    )


def body_form(
    bodies: Sequence[tuple[str, str]], data: Mapping[str, str], language: str
) -> dict[str, Any]:
    """Which body is the proposal for? `bodies` are names and codes."""
    headline = say(language, "propose-which-body")
    field = choice_input(
        "body",
        say(language, "field-body"),
        bodies,
        error=say(language, "error-body-missing"),
        is_open=True,
    )
    return card(
        [heading(headline), field],
        buttons=[
            execute_button(say(language, "button-continue"), PROPOSE, dict(data), style="positive")
        ],
        language=language,
        fallback="\n".join((headline, *(f"– {name}" for name, _ in bodies))),
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


def _introduction(draft: Draft, ground: Ground, language: str) -> str:
    """The matter, the list that it starts from, and until when."""
    matter, plan = ground.matter, ground.plan
    window = "" if draft.completes else say(language, "window-none")
    if matter.window is not None and not draft.completes:
        window = say(
            language,
            "window-closes",
            closes=window_end(matter.window.closes, language, is_end=True),
        )
    started = (
        say(language, "form-list", year=plan.year)
        if plan
        else say(language, "form-no-list", body=matter.body)
    )
    return " ".join((say(language, "form-matter", title=matter.title), started, window)).rstrip()


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
        placeholder=say(language, "field-text-hint", most=LONGEST_WORDING),
        longest=MOST_TYPED["text"],
        is_long=True,
    )
    if ground.goal_set is not None:
        fields["goal"] = choice_input(
            "goal",
            say(language, "field-goal"),
            [
                (say(language, "goal-none"), NO_GOAL),
                *(
                    (_short(f"{each.code or each.number}. {each.text}"), str(each.number))
                    for each in ground.goal_set.goals
                ),
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
            longest=MOST_TYPED[name],
            is_long=True,
        )
    return fields


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_CHOICE else f"{text[: _LONGEST_CHOICE - 1]}…"


def typed_digest(draft: Draft) -> str:
    """By what a review card's **Skicka in** knows again what it showed."""
    return digest_of(*asdict(draft.typed).values())


def review_card(
    draft: Draft, checked: Checked, language: str, *, above: Sequence[str] = ()
) -> dict[str, Any]:
    """What would be sent, read back: old and new, and in words what is added and taken away."""
    headline = say(language, "review-heading", body=draft.body, year=draft.year)
    content = content_lines(checked.content, language)
    notices = _notices(draft, checked, language)
    frozen = say(language, "review-frozen-next" if draft.completes else "review-frozen")
    body = [heading(headline), *map(error_line, above), *content.elements]
    if notices:
        body.append(subheading(say(language, "notices")))
        body += [numbered_line("–", each) for each in notices]
        notices = [say(language, "notices"), *(f"– {each}" for each in notices)]
    body.append({**paragraph(frozen), "separator": True, "spacing": "medium"})
    data = data_of(draft, language)
    return card(
        body,
        buttons=[
            execute_button(
                say(language, "button-submit"),
                SUBMIT,
                {**data, "seen": typed_digest(draft)},
                style="positive",
            ),
            execute_button(say(language, "button-change"), EDIT_DRAFT, data),
            execute_button(say(language, "button-cancel"), CANCEL, data),
        ],
        language=language,
        fallback="\n".join((headline, *above, *content.lines, *notices, frozen)),
    )


def _notices(draft: Draft, checked: Checked, language: str) -> list[str]:
    """What its author should know before it is sent."""
    typed, content = draft.typed, checked.content
    notices = [
        say(language, "notice-rival", number=each.number, kind=say_kind(each.content, language))
        for each in checked.rivals
    ]
    notices += [
        say(language, "notice-alike", number=each.code or each.number, text=each.text)
        for each in checked.alike
    ]
    notices += [say(language, hint.key, **dict(hint.arguments)) for hint in checked.hints]
    kind = say_kind(content, language)
    old = content.target.text if content.target else ""
    if content.text is None and typed.text.strip() not in {"", old}:
        notices.append(say(language, "notice-text-left-out", kind=kind))
    if content.target is None and typed.target:
        notices.append(say(language, "notice-target-left-out", kind=kind))
    return notices


def typed_texts(draft: Draft, language: str) -> list[tuple[str, str]]:
    """What was written into the form, each field by its name."""
    typed = draft.typed
    return [
        (say(language, "field-text"), typed.text),
        (say(language, "field-motivation"), typed.motivation),
        (say(language, "field-consequences"), typed.consequences),
    ]


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
        differs = [
            (
                say(language, key),
                "; ".join(say(language, "quoted", text=each) for each in pieces)
                or say(language, "diff-nothing"),
            )
            for key, pieces in (("diff-removed", change.removed), ("diff-added", change.added))
        ]
        shown.elements.append(fact_lines(differs))
        shown.lines.extend(f"{name}: {words}" for name, words in differs)
    _add(shown, say(language, "field-motivation"), content.motivation)
    if content.consequences:
        _add(shown, say(language, "field-consequences"), content.consequences)
    return shown


def _add(shown: Shown, title: str, text: str) -> None:
    shown.elements.append(subheading(title))
    shown.elements.extend(map(verbatim, lines_of(text)))
    shown.lines.append(f"{title}: {text}")
