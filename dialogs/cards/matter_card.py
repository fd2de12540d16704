"""The cards of a matter: all that is known of it, and the form in which it is opened or changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dialogs.cards.elements import (
    card,
    choice_input,
    date_input,
    error_line,
    execute_button,
    fact_lines,
    heading,
    numbered_line,
    paragraph,
    subheading,
    text_input,
    time_input,
)
from dialogs.cards.proposal_card import SHOW_PROPOSALS
from dialogs.clock import window_ends
from dialogs.texts import say
from goals.goal import Body
from goals.matter import Matter
from goals.opening import (
    LONGEST_DNR,
    LONGEST_NAME,
    LONGEST_RECIPIENTS,
    LONGEST_TITLE,
    TypedMatter,
)
from goals.plan import Plan, PlanStatus

SHOW_MATTER = "show-matter"
OPEN_MATTER = "open-matter"
CHANGE_MATTER = "change-matter"
SAVE_MATTER = "save-matter"
MOST_MATTERS = 6
"""Buttons that Teams shows."""
_YEAR_DIGITS = 4
_PASTED = 4
"""A field takes so many times what may be sent: what is pasted is told to be too long, not cut."""


@dataclass(frozen=True, slots=True)
class MatterView:
    """A matter with what stands around it in the record."""

    matter: Matter
    base: Plan | None
    """The list that it starts from."""
    waiting: int
    """How many open proposals it has."""
    may_change: bool = False
    may_read_proposals: bool = False


def matter_card(view: MatterView, headline: str, language: str, *, now: datetime) -> dict[str, Any]:
    """All that is known of a matter, and what this person may do with it."""
    matter = view.matter
    facts = [
        (say(language, "matter-title"), matter.title),
        (say(language, "fact-dnr"), matter.source.dnr or say(language, "missing")),
        (say(language, "fact-status"), say(language, f"state-matter-{matter.state.value}")),
        *_window_facts(matter, language, now),
        (say(language, "matter-base"), _base_words(view.base, language)),
        (say(language, "matter-officer"), matter.officer or say(language, "missing")),
    ]
    if matter.source.document:
        facts.append((say(language, "fact-document"), matter.source.document))
    waiting = say(language, "proposals-waiting", count=view.waiting, year=matter.year)
    lists = [
        (say(language, "heading-proposed", body=matter.body, year=matter.year),
         [(f"{number}.", point) for number, point in enumerate(matter.decision_points, start=1)]),
        (say(language, "heading-recipients"), [("–", name) for name in matter.recipients]),
    ]  # fmt: skip
    body = [heading(headline), fact_lines(facts), paragraph(waiting)]
    text = [headline, *(f"{name}: {value}" for name, value in facts), waiting]
    if not matter.recipients:
        nobody = say(language, "no-recipients-for-year", body=matter.body, year=matter.year)
        body.append(paragraph(nobody))
        text.append(nobody)
    for title, lines in lists:
        if lines:
            body += [subheading(title), *(numbered_line(sign, line) for sign, line in lines)]
            text += [f"{title}:", *(f"{sign} {line}" for sign, line in lines)]
    data = _data(matter.body, matter.year, language)
    buttons = []
    if view.may_change and not matter.is_decided:
        buttons.append(execute_button(say(language, "matter-button-change"), CHANGE_MATTER, data))
    if view.may_read_proposals:
        buttons.append(
            execute_button(say(language, "matter-button-proposals"), SHOW_PROPOSALS, data)
        )
    return card(body, buttons=buttons, language=language, fallback="\n".join(text))


def _data(body: str, year: int, language: str) -> dict[str, str]:
    return {"body": body, "year": str(year), "language": language}


def _window_facts(matter: Matter, language: str, now: datetime) -> list[tuple[str, str]]:
    window = matter.window
    if window is None:
        return [(say(language, "matter-window"), say(language, "matter-window-none"))]
    if now < window.opens:
        key = "matter-window-later"
    else:
        key = "matter-window-now" if now < window.closes else "matter-window-closed"
    ends = window_ends(window, language)
    return [
        (say(language, "matter-opens"), ends["opens"]),
        (say(language, "matter-closes"), say(language, key, closes=ends["closes"])),
    ]


def _base_words(base: Plan | None, language: str) -> str:
    if base is None:
        return say(language, "matter-base-none")
    key = "matter-base-proposed" if base.status is PlanStatus.PROPOSED else "matter-base-list"
    return say(language, key, body=base.body, year=base.year, count=len(base.subgoals))


@dataclass(frozen=True, slots=True)
class MatterForm:
    """What a form of a matter is about, and what stands in it."""

    body: Body
    year: int
    typed: TypedMatter
    seen: int
    """The version that it was filled from; 0 for a matter that is to be opened."""
    lists: tuple[Plan, ...]
    """Those that it can be based on."""
    only_dnr: bool = False


def matter_form(
    form: MatterForm,
    language: str,
    *,
    above: Sequence[str] = (),
    stands: Sequence[tuple[str, str]] = (),
    beside: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The form, with what was typed in it.

    `above` is what went wrong with all of it, `stands` what is recorded now, and `beside` what is
    wrong with a field, by its name (`opens` and `closes` for those of the window).
    """
    opening = form.seen == 0
    key = "matter-form-open" if opening else "matter-form-change"
    headline = say(language, key, body=form.body.code, year=form.year)
    explained = say(language, "matter-form-explained") if opening else ""
    mistakes = dict(beside or {})
    body = [heading(headline), *map(error_line, above)]
    text = [headline, *above]
    if stands:
        said = say(language, "matter-stands-now")
        body += [paragraph(said), fact_lines(list(stands))]
        text += [said, *(f"{name}: {value}" for name, value in stands)]
    if explained:
        body.append(paragraph(explained))
        text.append(explained)
    for name, elements in _fields(form, language).items():
        body += elements
        if name in mistakes:
            body.append(error_line(mistakes[name]))
    data = {**_data(form.body.code, form.year, language), "version": str(form.seen)}
    text += [f"{name}: {value}" for name, value in typed_lines(form.typed, language)]
    return card(
        body,
        buttons=[
            execute_button(say(language, "button-save"), SAVE_MATTER, data),
            execute_button(say(language, "button-cancel"), SHOW_MATTER, data, sends_inputs=False),
        ],
        language=language,
        fallback="\n".join((*text, *mistakes.values())),
    )


def typed_lines(typed: TypedMatter, language: str) -> list[tuple[str, str]]:
    """What stands in the form, each field by its name."""
    opens = f"{typed.opens_day} {typed.opens_time}".strip()
    closes = f"{typed.closes_day} {typed.closes_time}".strip()
    return [
        (say(language, "matter-title"), typed.title),
        (say(language, "fact-dnr"), typed.dnr),
        (say(language, "matter-opens"), opens),
        (say(language, "matter-closes"), closes),
        (say(language, "matter-base"), typed.based_on),
        (say(language, "matter-officer"), typed.officer),
        (say(language, "heading-recipients"), ", ".join(typed.recipients.splitlines())),
    ]


def typed_texts(typed: TypedMatter, language: str) -> list[tuple[str, str]]:
    """The same, with a recipient a line: to be copied into such a form again."""
    recipients = (say(language, "heading-recipients"), typed.recipients)
    return [*typed_lines(typed, language)[:-1], recipients]


def _fields(form: MatterForm, language: str) -> dict[str, list[dict[str, Any]]]:
    """The inputs, by the names that mistakes have."""
    typed = form.typed
    dnr = text_input(
        "dnr",
        say(language, "fact-dnr"),
        value=typed.dnr,
        placeholder=say(language, "matter-dnr-hint"),
        longest=LONGEST_DNR * _PASTED,
    )
    if form.only_dnr:
        return {"dnr": [dnr]}
    return {
        "title": [
            text_input(
                "title",
                say(language, "matter-title"),
                value=typed.title,
                placeholder="",
                longest=LONGEST_TITLE * _PASTED,
                error=say(language, "error-text-missing"),
            )
        ],
        "dnr": [dnr],
        "opens": [
            {**paragraph(say(language, "matter-window-hint")), "isSubtle": True, "size": "small"},
            _moment(
                "opens",
                (typed.opens_day, typed.opens_time),
                (say(language, "matter-opens"), say(language, "matter-opens-time")),
                language,
            ),
        ],
        "closes": [
            _moment(
                "closes",
                (typed.closes_day, typed.closes_time),
                (say(language, "matter-closes"), say(language, "matter-closes-time")),
                language,
            )
        ],
        "based_on": [_base_input(form, language)],
        "officer": [
            text_input(
                "officer",
                say(language, "matter-officer"),
                value=typed.officer,
                placeholder=say(language, "matter-officer-hint"),
                longest=LONGEST_NAME * _PASTED,
            )
        ],
        "recipients": [
            text_input(
                "recipients",
                say(language, "heading-recipients"),
                value=typed.recipients,
                placeholder=say(language, "matter-recipients-hint"),
                longest=LONGEST_RECIPIENTS * 2,
                is_long=True,
            )
        ],
    }


def _moment(
    name: str, typed: tuple[str, str], labels: tuple[str, str], language: str
) -> dict[str, Any]:
    """A day and a time of day, side by side."""
    inputs = (
        date_input(
            f"{name}_day",
            labels[0],
            value=typed[0],
            error=say(language, "error-day-unreadable"),
            is_required=False,
        ),
        time_input(f"{name}_time", labels[1], value=typed[1]),
    )
    return {
        "type": "ColumnSet",
        "columns": [
            {
                "type": "Column",
                "width": "stretch",
                "verticalContentAlignment": "bottom",
                "items": [field],
            }
            for field in inputs
        ],
    }


def _base_input(form: MatterForm, language: str) -> dict[str, Any]:
    if not form.lists:
        return paragraph(say(language, "matter-base-empty", body=form.body.code))
    return choice_input(
        "based_on",
        say(language, "matter-base"),
        [(_base_words(each, language), str(each.year)) for each in form.lists],
        value=form.typed.based_on,
        error=say(language, "error-base-unknown"),
    )


def which_matter_form(
    bodies: Sequence[Body],
    language: str,
    *,
    body: Body | None,
    year: str,
    error: str | None = None,
) -> dict[str, Any]:
    """Whose matter, and of which year, is to be opened; `error` is beside the year."""
    headline = say(language, "matter-which-open")
    fields = []
    if body is None:
        fields.append(
            choice_input(
                "body",
                say(language, "matter-body"),
                [(each.name, each.code) for each in bodies],
                error=say(language, "which-body"),
            )
        )
    fields.append(
        text_input(
            "year",
            say(language, "matter-year"),
            value=year,
            placeholder="",
            longest=_YEAR_DIGITS,
            error=say(language, "matter-year-missing"),
        )
    )
    data = {"language": language, **({"body": body.code} if body else {})}
    said = [say(language, "matter-of-body", body=body.name)] if body else []
    text = [headline, *said, f"{say(language, 'matter-year')}: {year}"]
    return card(
        [
            heading(headline),
            *map(paragraph, said),
            *fields,
            *([error_line(error)] if error else []),
        ],
        buttons=[execute_button(say(language, "matter-button-go-on"), OPEN_MATTER, data)],
        language=language,
        fallback="\n".join((*text, *([error] if error else []))),
    )


def which_matter_card(matters: Sequence[Matter], language: str) -> dict[str, Any]:
    """Several bodies have matters, and none was named."""
    headline = say(language, "matter-which-show")
    named = [say(language, "matter-name", body=each.body, year=each.year) for each in matters]
    return card(
        [heading(headline)],
        buttons=[
            execute_button(name, SHOW_MATTER, _data(each.body, each.year, language))
            for name, each in zip(named[:MOST_MATTERS], matters[:MOST_MATTERS], strict=True)
        ],
        language=language,
        fallback="\n".join((headline, *named)),
    )


def no_matter_card(body: str, year: int | None, language: str, *, may_open: bool) -> dict[str, Any]:
    """There is none; who may is offered to open one."""
    headline = (
        say(language, "no-matter-for-year", body=body, year=year)
        if year
        else say(language, "no-matter", body=body)
    )
    data = {"body": body, "language": language, **({"year": str(year)} if year else {})}
    buttons = [execute_button(say(language, "matter-button-open"), OPEN_MATTER, data)]
    return card(
        [heading(headline)],
        buttons=buttons if may_open else [],
        language=language,
        fallback=headline,
    )
