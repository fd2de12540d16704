"""The cards about proposals that are submitted: the receipt, one proposal, and lists of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dialogs.answer import Act
from dialogs.cards.elements import (
    card,
    error_line,
    execute_button,
    fact_lines,
    heading,
    numbered_line,
    paragraph,
    subheading,
    text_input,
)
from dialogs.cards.proposal_form import content_lines, say_kind
from dialogs.clock import local_time
from dialogs.texts import say
from goals.draft import Draft
from goals.proposal import Proposal, ProposalState
from goals.wording import LONGEST_MOTIVATION

SHOW_PROPOSAL = "show-proposal"
SHOW_PROPOSALS = "show-proposals"
WITHDRAW = "withdraw-proposal"
COMPLETE = "complete-proposal"
ASK_COMPLETION = "ask-completion"
SEND_COMPLETION = "send-completion"
REASON = "reason"
PAGE = 10
_LONGEST_GIST = 120


def note_card(
    headline: str,
    language: str,
    *,
    said: Sequence[str] = (),
    facts: Sequence[tuple[str, str]] = (),
    acts: Sequence[Act] = (),
) -> dict[str, Any]:
    """A receipt, or a sentence with what can be done now."""
    lines = [headline, *(f"{name}: {value}" for name, value in facts), *said]
    return card(
        [
            heading(headline),
            *([fact_lines(list(facts))] if facts else []),
            *map(paragraph, said),
        ],
        buttons=[execute_button(act.title, act.verb, dict(act.data)) for act in acts],
        language=language,
        fallback="\n".join(lines),
    )


def state_words(proposal: Proposal, language: str, *, is_kansli: bool) -> str:
    """Where it stands; a meeting's outcome is for the kansli until the minutes are adjusted."""
    state = proposal.state
    if state is ProposalState.DECIDED and not is_kansli:
        state = ProposalState.ON_AGENDA
    return say(language, f"state-{state.value}")


def proposal_card(
    proposal: Proposal, language: str, *, is_kansli: bool, acts: Sequence[Act]
) -> dict[str, Any]:
    """One proposal with all its versions, the newest first."""
    headline = say(language, "proposal-heading", number=proposal.number)
    facts = [
        (say(language, "fact-status"), state_words(proposal, language, is_kansli=is_kansli)),
        (say(language, "fact-submitted"), local_time(proposal.submitted_at)),
    ]
    if proposal.reason:
        facts.append((say(language, "fact-reason"), proposal.reason))
    body = [heading(headline), fact_lines(facts)]
    lines = [headline, *(f"{name}: {value}" for name, value in facts)]
    for version in reversed(proposal.versions):
        if len(proposal.versions) > 1:
            title = say(
                language, "version-heading", version=version.number, at=local_time(version.at)
            )
            body.append(subheading(title))
            lines.append(title)
        content = content_lines(version.content, language)
        body += content.elements
        lines += content.lines
    return card(
        body,
        buttons=[execute_button(act.title, act.verb, dict(act.data)) for act in acts],
        language=language,
        fallback="\n".join(lines),
    )


def gist(proposal: Proposal, language: str) -> str:
    """One line: what kind, on which sub-goal, and the beginning of the wording."""
    content = proposal.content
    wording = content.text or (content.target.text if content.target else "")
    if len(wording) > _LONGEST_GIST:
        wording = f"{wording[: _LONGEST_GIST - 1]}…"
    kind = say_kind(content, language)
    if content.target is None:
        return f"{kind}: {wording}"
    target = say(language, "gist-target", number=content.target.label)
    return f"{kind}, {target}: {wording}"


def words_of(draft: Draft) -> str:
    """By what its author knows a draft again."""
    typed = draft.typed
    words = typed.text.strip() or draft.target_text or typed.motivation.strip()
    return " ".join(words.split())[:_LONGEST_GIST]


def own_card(
    drafts: Sequence[Draft],
    proposals: Sequence[Proposal],
    language: str,
    *,
    headline: str,
    acts: Sequence[Act],
) -> dict[str, Any]:
    """A person's drafts and proposals."""
    body = [heading(headline)]
    lines = [headline]
    if drafts:
        body.append(subheading(say(language, "heading-drafts")))
        lines.append(say(language, "heading-drafts"))
        for draft in drafts:
            line = say(
                language,
                "draft-line",
                body=draft.body,
                year=draft.year,
                text=words_of(draft) or say(language, "draft-empty"),
                expires=local_time(draft.expires_at).partition(" ")[0],
            )
            body.append(numbered_line("–", line))
            lines.append(f"– {line}")
    if proposals:
        body.append(subheading(say(language, "heading-submitted")))
        lines.append(say(language, "heading-submitted"))
    for each in proposals:
        states = state_words(each, language, is_kansli=False)
        line = f"{each.number} ({states}). {gist(each, language)}"
        body.append(numbered_line("–", line))
        lines.append(f"– {line}")
    return card(
        body,
        buttons=[execute_button(act.title, act.verb, dict(act.data)) for act in acts],
        language=language,
        fallback="\n".join(lines),
    )


def register_card(
    headline: str,
    shown: Sequence[Proposal],
    rivals: dict[str, tuple[str, ...]],
    language: str,
    *,
    is_kansli: bool,
    acts: Sequence[Act],
) -> dict[str, Any]:
    """A page of a matter's proposals; `rivals` are the numbers that a number collides with."""
    body = [heading(headline)]
    lines = [headline]
    buttons: list[dict[str, Any]] = []
    for each in shown:
        states = state_words(each, language, is_kansli=is_kansli)
        line = f"{each.number} ({states}). {gist(each, language)}"
        if others := rivals.get(each.number):
            line += f" {say(language, 'collides', numbers=', '.join(others))}"
        lines.append(f"– {line}")
        body.append(
            {
                **numbered_line("–", line),
                "selectAction": {
                    "type": "Action.Execute",
                    "title": say(language, "button-show", number=each.number),
                    "verb": SHOW_PROPOSAL,
                    "data": {"proposal": each.id, "language": language},
                },
            }
        )
    buttons += [execute_button(act.title, act.verb, dict(act.data)) for act in acts]
    return card(body, buttons=buttons, language=language, fallback="\n".join(lines))


def completion_form(
    proposal: Proposal, language: str, *, typed: str = "", error: str | None = None
) -> dict[str, Any]:
    """What does the handläggare need from the author?"""
    headline = say(language, "completion-heading", number=proposal.number)
    said = say(language, "completion-explained")
    data = {"proposal": proposal.id, "language": language}
    field = text_input(
        REASON,
        say(language, "field-reason"),
        value=typed,
        placeholder=say(language, "at-most", most=LONGEST_MOTIVATION),
        longest=LONGEST_MOTIVATION * 4,
        error=say(language, "error-text-missing"),
        is_long=True,
    )
    return card(
        [heading(headline), paragraph(said), field, *([error_line(error)] if error else [])],
        buttons=[
            execute_button(say(language, "button-ask-completion"), SEND_COMPLETION, data),
            execute_button(say(language, "button-cancel"), SHOW_PROPOSAL, data, sends_inputs=False),
        ],
        language=language,
        fallback="\n".join((headline, said, *([error] if error else []))),
    )
