"""The cards about proposals that are submitted: the receipt, one proposal, and lists of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dialogs.answer import Act
from dialogs.cards.elements import (
    card,
    entry,
    error_line,
    execute_button,
    fact_lines,
    heading,
    paragraph,
    subheading,
    text_input,
)
from dialogs.cards.proposal_form import EDIT_DRAFT, MOST_TYPED, content_lines, say_kind
from dialogs.cards.treated import treated
from dialogs.clock import local_time
from dialogs.texts import say
from goals.draft import Draft
from goals.proposal import Proposal, Version
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
        buttons=_buttons(acts),
        language=language,
        fallback="\n".join(lines),
    )


def _buttons(acts: Sequence[Act]) -> list[dict[str, Any]]:
    return [execute_button(act.title, act.verb, dict(act.data), style=act.style) for act in acts]


def state_words(proposal: Proposal, language: str) -> str:
    """Where it stands."""
    return say(language, f"state-{proposal.state.value}")


def proposal_card(
    proposal: Proposal,
    version: Version,
    rivals: Sequence[str],
    language: str,
    *,
    acts: Sequence[Act],
) -> dict[str, Any]:
    """One proposal, in one of its versions: all of them might be more than Teams takes."""
    headline = say(language, "proposal-heading", number=proposal.number)
    facts = [
        (say(language, "fact-status"), state_words(proposal, language)),
        (say(language, "fact-submitted"), local_time(proposal.submitted_at)),
    ]
    if proposal.reason:
        facts.append((say(language, "fact-reason"), proposal.reason))
    if rivals:
        facts.append((say(language, "fact-rivals"), ", ".join(rivals)))
    body = [heading(headline), fact_lines(facts)]
    lines = [headline, *(f"{name}: {value}" for name, value in facts)]
    if len(proposal.versions) > 1:
        title = say(
            language,
            "version-heading",
            version=version.number,
            count=len(proposal.versions),
            at=local_time(version.at),
        )
        body.append(subheading(title))
        lines.append(title)
    content = content_lines(version.content, language)
    so_far = treated(proposal, language)
    return card(
        [*body, *content.elements, *so_far.elements],
        buttons=_buttons(acts),
        language=language,
        fallback="\n".join((*lines, *content.lines, *so_far.lines)),
    )


def gist(proposal: Proposal, language: str, *, text: str | None = None) -> str:
    """One line: what kind, on which sub-goal, and the beginning of the wording.

    `text` is the wording that lies before a meeting, where it is not the author's own.
    """
    content = proposal.content
    wording = text or content.text or (content.target.text if content.target else "")
    if len(wording) > _LONGEST_GIST:
        wording = f"{wording[: _LONGEST_GIST - 1]}…"
    what = say_kind(content, language)
    if content.target is not None:
        what += f", {say(language, 'gist-target', number=content.target.label)}"
    return f"{what}: {say(language, 'quoted', text=wording)}."


def words_of(draft: Draft) -> str:
    """By what its author knows a draft again."""
    typed = draft.typed
    words = typed.text.strip() or draft.target_text or typed.motivation.strip()
    return " ".join(words.split())[:_LONGEST_GIST]


def own_card(
    drafts: Sequence[Draft],
    proposals: Sequence[Proposal],
    rivals: Mapping[str, tuple[str, ...]],
    language: str,
    *,
    headline: str,
    acts: Sequence[Act],
) -> dict[str, Any]:
    """A person's drafts and proposals. Each line opens what it tells of."""
    body = [heading(headline)]
    lines = [headline]
    if drafts:
        body.append(subheading(say(language, "heading-drafts")))
        lines.append(say(language, "heading-drafts"))
    for draft in drafts:
        sign = say(language, "draft-sign", body=draft.body, year=draft.year)
        until = draft.gone_at if draft.is_expired else draft.expires_at
        line = say(
            language,
            "draft-line-expired" if draft.is_expired else "draft-line",
            text=words_of(draft) or say(language, "draft-empty"),
            expires=local_time(until).partition(" ")[0],
        )
        data = {"draft": draft.id, "language": language}
        title = say(language, "button-continue")
        if len(drafts) + len(proposals) > 1:
            title = say(language, "button-continue-draft", text=words_of(draft))
        opens = execute_button(title, EDIT_DRAFT, data)
        body.append(entry(sign, line, opens))
        lines.append(f"– {sign}. {line}")
    if proposals:
        body.append(subheading(say(language, "heading-submitted")))
        lines.append(say(language, "heading-submitted"))
        for each in proposals:
            _add(each, rivals, language, body, lines)
    if len(drafts) + len(proposals) > 1:
        body.append(paragraph(say(language, "entries-open")))
    return card(body, buttons=_buttons(acts), language=language, fallback="\n".join(lines))


def register_card(
    headline: str,
    shown: Sequence[Proposal],
    rivals: Mapping[str, tuple[str, ...]],
    language: str,
    *,
    said: Sequence[str],
    acts: Sequence[Act],
) -> dict[str, Any]:
    """A page of a matter's proposals; `rivals` are the numbers that a number collides with."""
    body = [heading(headline), *map(paragraph, said)]
    lines = [headline, *said]
    for each in shown:
        _add(each, rivals, language, body, lines)
    if len(shown) > 1:
        body.append(paragraph(say(language, "entries-open")))
    return card(body, buttons=_buttons(acts), language=language, fallback="\n".join(lines))


def _add(
    proposal: Proposal,
    rivals: Mapping[str, tuple[str, ...]],
    language: str,
    body: list[dict[str, Any]],
    lines: list[str],
) -> None:
    """One proposal of a list: number, where it stands, and what it proposes."""
    sign = f"{proposal.number}, {state_words(proposal, language)}"
    line = gist(proposal, language)
    if others := rivals.get(proposal.number):
        line += f" {say(language, 'collides', numbers=', '.join(others))}"
    title = say(language, "button-show", number=proposal.number)
    data = {"proposal": proposal.id, "language": language}
    body.append(entry(sign, line, execute_button(title, SHOW_PROPOSAL, data)))
    lines.append(f"– {sign}. {line}")


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
        longest=MOST_TYPED["motivation"],
        error=say(language, "error-text-missing"),
        is_long=True,
    )
    return card(
        [heading(headline), paragraph(said), field, *([error_line(error)] if error else [])],
        buttons=[
            execute_button(
                say(language, "button-ask-completion"), SEND_COMPLETION, data, style="positive"
            ),
            execute_button(say(language, "button-cancel"), SHOW_PROPOSAL, data, sends_inputs=False),
        ],
        language=language,
        fallback="\n".join((headline, said, *([f"{field['label']}: {error}"] if error else []))),
    )
