"""The forms of a meeting: a change that came up in the room, which of them count, and the facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dialogs.cards.elements import (
    card,
    choice_input,
    date_input,
    error_line,
    execute_button,
    heading,
    numbered_line,
    paragraph,
    text_input,
)
from dialogs.cards.meeting_card import MEETING
from dialogs.texts import say
from goals.goal import Subgoal
from goals.meeting import MeetingChange, Origin
from goals.noting import Sitting, TypedFacts
from goals.proposal import Meeting, ProposalKind
from goals.wording import LONGEST_MOTIVATION, LONGEST_WORDING

MEETING_CHANGES = "meeting-changes"
NOTE_CHANGES = "note-changes"
MEETING_CHANGE = "meeting-change"
NOTE_CHANGE = "note-change"
MEETING_FACTS = "meeting-facts"
NOTE_FACTS = "note-facts"
ADOPTED, DROPPED = "adopted", "dropped"
_KINDS = (ProposalKind.ADD, ProposalKind.REWORD, ProposalKind.REMOVE)
_PASTED = 2
"""A field takes so many times what may be sent: what is pasted is told to be too long, not cut."""
_LONGEST_CHOICE = 110
_LONGEST_POINTS = 8_000


@dataclass(frozen=True, slots=True)
class TypedChange:
    """What stands in the form of a change, as it was typed."""

    kind: str = ""
    target: str = ""
    text: str = ""
    origin: str = ""


def change_form(
    sitting: Sitting,
    typed: TypedChange,
    language: str,
    *,
    beside: Mapping[str, str] | None = None,
    wrong: Sequence[str] = (),
) -> dict[str, Any]:
    """**Lägg till ändring från mötet**."""
    headline = say(language, "change-heading")
    said = say(language, "change-explained")
    beside = beside or {}
    kinds = [each for each in _KINDS if sitting.base or not each.has_target]
    fields = {
        "kind": choice_input(
            "kind",
            say(language, "field-kind"),
            [(say(language, f"kind-{each.value}"), each.value) for each in kinds],
            value=typed.kind,
            error=say(language, "error-kind-unknown"),
        )
    }
    if sitting.base:
        fields["target"] = choice_input(
            "target",
            say(language, "field-target"),
            [
                (_short(f"{each.code or each.number}. {each.text}"), str(each.number))
                for each in sitting.base
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
    fields["origin"] = choice_input(
        "origin",
        say(language, "field-origin"),
        [(say(language, f"label-origin-{each.value}"), each.value) for each in Origin],
        value=typed.origin,
        error=say(language, "error-origin-unknown"),
    )
    return _form(
        sitting,
        language,
        [heading(headline), *map(error_line, wrong), paragraph(said), *_with(fields, beside)],
        [headline, *wrong, said, *beside.values()],
        say(language, "button-add-change"),
        NOTE_CHANGE,
    )


def changes_card(
    sitting: Sitting,
    language: str,
    *,
    adopted: str | None = None,
    news: Sequence[str] = (),
    wrong: Sequence[str] = (),
) -> dict[str, Any]:
    """The changes that came up so far, which of them count, and one that was noted by mistake."""
    headline = say(language, "changes-heading", count=len(sitting.minutes.changes))
    lines = [
        (each.number, change_words(each, sitting.base, language))
        for each in sitting.minutes.changes
    ]
    meeting = sitting.meeting
    born_here = [each for each in sitting.minutes.changes if each.meeting is meeting]
    if adopted is None:
        adopted = ",".join(each.number for each in sitting.minutes.changes if each.adopted)
    fields = {
        ADOPTED: choice_input(
            ADOPTED,
            say(language, f"field-adopted-{meeting.value}"),
            [(_short(f"{number}: {words}"), number) for number, words in lines],
            value=adopted,
            is_open=True,
            is_several=True,
        )
    }
    if born_here:
        fields[DROPPED] = choice_input(
            DROPPED,
            say(language, "field-dropped"),
            [(each.number, each.number) for each in born_here],
            placeholder=say(language, "field-optional"),
        )
    said = say(language, f"by-{meeting.value}-changes-explained")
    body = [
        heading(headline),
        *map(error_line, wrong),
        *map(paragraph, news),
        *(numbered_line(number, words) for number, words in lines),
        paragraph(said),
        *fields.values(),
    ]
    text = [headline, *wrong, *news, *(f"{number} {words}" for number, words in lines), said]
    more = execute_button(
        say(language, "button-new-change"),
        MEETING_CHANGE,
        _data(sitting, language),
        sends_inputs=False,
    )
    return _form(
        sitting, language, body, text, say(language, "button-save"), NOTE_CHANGES, more=[more]
    )


def change_words(change: MeetingChange, base: Sequence[Subgoal], language: str) -> str:
    """What a change does, where it came up, and how: "Ändra delmål 2: … (AU, enligt dialog)"."""
    target = next((each for each in base if each.number == change.target), None)
    label = (target.code or str(target.number)) if target else str(change.target or "")
    whose = say(language, f"label-meeting-{change.meeting.value}")
    how = say(language, f"label-origin-{change.origin.value}").lower()
    text = change.text or (target.text if target else "")
    key = f"label-change-{change.kind.value}"
    return f"{say(language, key, number=label, text=text)} ({whose}, {how})"


def facts_form(
    sitting: Sitting,
    typed: TypedFacts,
    language: str,
    *,
    today: date,
    hints: Sequence[str] = (),
    beside: Mapping[str, str] | None = None,
    wrong: Sequence[str] = (),
) -> dict[str, Any]:
    """**Uppgifter om mötet**: §, day, points, reservations and jäv."""
    matter, beside = sitting.matter, beside or {}
    headline = say(
        language,
        f"by-{sitting.meeting.value}-facts-heading",
        body=matter.body,
        year=matter.year,
    )
    whose = "AU" if sitting.meeting is Meeting.AU else matter.body
    fields = {
        "paragraph": text_input(
            "paragraph",
            say(language, "field-paragraph"),
            value=typed.paragraph,
            placeholder=f"{whose} § 12",
            longest=40,
            error=say(language, "error-paragraph"),
        ),
        "day": date_input(
            "day",
            say(language, "field-meeting-day"),
            value=typed.day,
            error=say(language, "error-meeting-day"),
            last=today.isoformat(),
        ),
        "points": text_input(
            "points",
            say(language, f"field-points-{sitting.meeting.value}"),
            value=typed.points,
            placeholder=say(language, "field-points-hint"),
            longest=_LONGEST_POINTS,
            error=say(language, "error-text-missing"),
            is_long=True,
        ),
    }
    for name in ("reservations", "disqualified"):
        fields[name] = text_input(
            name,
            say(language, f"field-{name}"),
            value=getattr(typed, name),
            placeholder=say(language, "optional-at-most", most=LONGEST_MOTIVATION),
            longest=LONGEST_MOTIVATION * _PASTED,
            is_long=True,
        )
    body = [heading(headline), *map(error_line, wrong), *map(paragraph, hints)]
    return _form(
        sitting,
        language,
        [*body, *_with(fields, beside)],
        [headline, *wrong, *hints, *beside.values()],
        say(language, "button-save"),
        NOTE_FACTS,
    )


def _form(
    sitting: Sitting,
    language: str,
    body: list[dict[str, Any]],
    text: list[str],
    title: str,
    verb: str,
    *,
    more: Sequence[dict[str, Any]] = (),
) -> dict[str, Any]:
    """A form of the meeting; its button carries which minutes it was filled in on."""
    data = _data(sitting, language)
    save = execute_button(title, verb, {**data, "version": str(sitting.minutes.version)})
    back = execute_button(say(language, "button-back"), MEETING, data, sends_inputs=False)
    return card(
        body,
        buttons=[{**save, "style": "positive"}, *more, back],
        language=language,
        fallback="\n".join(text),
    )


def _data(sitting: Sitting, language: str) -> dict[str, str]:
    matter = sitting.matter
    return {"body": matter.body, "year": str(matter.year), "language": language}


def _with(fields: Mapping[str, dict[str, Any]], beside: Mapping[str, str]) -> list[dict[str, Any]]:
    """The fields, each with what is wrong with it below."""
    shown: list[dict[str, Any]] = []
    for name, field in fields.items():
        shown.append(field)
        if name in beside:
            shown.append(error_line(beside[name]))
    return shown


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_CHOICE else f"{text[: _LONGEST_CHOICE - 1]}…"
