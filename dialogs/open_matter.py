"""The matter of body and year: opened, changed and shown, in a form and on a card."""

from __future__ import annotations

from dataclasses import replace

from dialogs.apologise import refusal, refuse, stale_button
from dialogs.cards.matter_card import (
    MatterForm,
    MatterView,
    matter_card,
    matter_form,
    no_matter_card,
    typed_lines,
    typed_texts,
    which_matter_card,
    which_matter_form,
)
from dialogs.cards.typed_back import typed_back_card
from dialogs.desk import Desk
from dialogs.texts import SWEDISH, say
from dialogs.turn import Place, Reply, Turn
from goals.asking import open_matter as undecided_matter
from goals.errors import (
    BusyError,
    GoalsError,
    MatterDecidedError,
    MatterExistsError,
    MatterYearError,
    MistakesError,
    NoSuchBodyError,
    NothingRecordedError,
    OpeningNotAllowedError,
)
from goals.goal import Body
from goals.ground import ground_of, may_read_register
from goals.matter import Matter
from goals.opening import (
    OvertakenError,
    TypedMatter,
    change_matter,
    check_may_open,
    check_year,
    lists_to_start_from,
    may_enter_dnr,
    may_open,
    next_year,
    open_matter,
    typed_of,
)
from goals.record import Record

_YEAR_DIGITS, _MOST_DIGITS = 4, 9


async def show_matter(turn: Turn, desk: Desk) -> Reply:
    """The matter that was named; without a year, the one that is under way, else the latest."""
    language = turn.language
    is_alone = turn.place is Place.PERSONAL  # elsewhere everybody would see the buttons
    try:
        body = _named_body(turn, desk.record) or _usual_body(turn, desk.record)
    except GoalsError as error:
        return refuse(error, language)
    matters = sorted(desk.record.matters, key=lambda each: (-each.year, each.body))
    if body is None and matters:
        return Reply.showing(which_matter_card(matters, language), language)
    if body is None:
        bodies = ", ".join(each.code for each in desk.record.bodies)
        return Reply.showing(no_matter_card(bodies, None, language, may_open=False), language)
    year = _year(turn)
    matter = _matter(desk.record, body.code, year)
    if matter is None:
        allowed = is_alone and may_open(turn.actor, body.code)
        return Reply.showing(no_matter_card(body.code, year, language, may_open=allowed), language)
    headline = say(language, "matter-name", body=matter.body, year=matter.year)
    return await _card(matter, headline, turn, desk, is_alone=is_alone)


async def open_matter_form(turn: Turn, desk: Desk) -> Reply:
    """The form for a new matter; before it, what is not known of whose it is and of which year."""
    language, record = turn.language, desk.record
    own = tuple(each for each in record.bodies if may_open(turn.actor, each.code))
    try:
        body = _named_body(turn, record)
        if body is not None:
            check_may_open(turn.actor, body.code, record)
        elif not own:
            raise OpeningNotAllowedError(body=", ".join(each.code for each in record.bodies))
    except GoalsError as error:
        return refuse(error, language)
    if body is None:
        usual = _usual_body(turn, record)
        body = own[0] if len(own) == 1 else usual if usual in own else None
    wrong = None
    try:
        year = check_year(_year(turn), now=turn.now)
    except MatterYearError as mistake:
        year = 0
        if turn.fields.get("year"):
            wrong = refusal(mistake, language)
    if body is None or not year:
        of_bodies = (body,) if body else own
        likely = max(next_year(record, each.code, now=turn.now) for each in of_bodies)
        asked = which_matter_form(
            own, language, body=body, year=turn.fields.get("year") or str(likely), error=wrong
        )
        return Reply.showing(asked, language)
    matter = record.matter(body.code, year)
    if matter is not None:
        exists = MatterExistsError(body=body.code, year=year)
        return await _card(matter, refusal(exists, language), turn, desk)
    lists = lists_to_start_from(record, body.code, year)
    typed = TypedMatter(
        title=say(SWEDISH, "matter-title-suggested", body=body.name, year=year),
        based_on=str(lists[0].year) if lists else "",
    )
    return Reply.showing(matter_form(MatterForm(body, year, typed, 0, lists), language), language)


async def change_matter_form(turn: Turn, desk: Desk) -> Reply:
    """The form with the matter as it is; a registrar's has the dnr only."""
    language, record = turn.language, desk.record
    try:
        body = _named_body(turn, record) or _usual_body(turn, record)
        if body is None:
            return await show_matter(turn, desk)
        matter = _matter(record, body.code, _year(turn))
        if not may_enter_dnr(turn.actor, body.code):
            raise OpeningNotAllowedError(body=body.code)
        if matter is None:
            return await show_matter(turn, desk)
        if matter.is_decided:
            raise MatterDecidedError(body=body.code, year=matter.year)
    except GoalsError as error:
        return refuse(error, language)
    form = _form(turn, record, body, matter.year, typed_of(matter, record), matter.version)
    return Reply.showing(matter_form(form, language), language)


async def save_matter(turn: Turn, desk: Desk) -> Reply:
    """**Spara**: the receipt with all of the matter; or the form again, with what is wrong."""
    language, record = turn.language, desk.record
    typed = TypedMatter(**{name: turn.fields.get(name, "") for name in TypedMatter.__slots__})
    seen = _number(turn.fields.get("version", ""))
    memory, year = desk.memory, _year(turn) or 0
    try:
        body = _named_body(turn, record)
        if body is None:
            return await stale_button(turn, desk)
        form = _form(turn, record, body, year, typed, seen)
        if seen:
            kept = await change_matter(
                typed,
                body.code,
                year,
                seen=seen,
                actor=turn.actor,
                open_ledger=memory.open_ledger,
                now=turn.now,
            )
        else:
            kept = await open_matter(
                typed,
                body.code,
                year,
                actor=turn.actor,
                open_ledger=memory.open_ledger,
                now=turn.now,
            )
    except MistakesError as mistakes:
        beside = {field: refusal(mistake, language) for field, mistake in mistakes.mistakes.items()}
        above = (say(language, "matter-form-mistakes"),)
        return Reply.showing(matter_form(form, language, above=above, beside=beside), language)
    except OvertakenError as overtaken:
        return _overtaken(overtaken, form, turn, desk)
    except BusyError as busy:
        above = (refusal(busy, language),)
        return Reply.showing(matter_form(form, language, above=above), language)
    except GoalsError as error:
        shown = typed_back_card(refusal(error, language), typed_texts(typed, language), language)
        return Reply.showing(shown, language)
    key = "matter-saved" if seen else "matter-opened"
    headline = say(language, key, body=kept.matter.body, year=kept.matter.year)
    return await _card(kept.matter, headline, turn, desk)


def _overtaken(overtaken: OvertakenError, form: MatterForm, turn: Turn, desk: Desk) -> Reply:
    """The form again with what was typed, and above it what somebody else has recorded."""
    language, matter = turn.language, overtaken.matter
    recorded = typed_of(matter, desk.record)
    typed = replace(recorded, dnr=form.typed.dnr) if form.only_dnr else form.typed
    both = zip(typed_lines(recorded, language), typed_lines(typed, language), strict=True)
    stands = [
        (name, value or say(language, "missing"))
        for (name, value), (_, wanted) in both
        if value != wanted
    ]
    form = replace(form, seen=matter.version)
    above = (refusal(overtaken.refusal, language),)
    return Reply.showing(matter_form(form, language, above=above, stands=stands), language)


def _form(
    turn: Turn, record: Record, body: Body, year: int, typed: TypedMatter, seen: int
) -> MatterForm:
    return MatterForm(
        body,
        year,
        typed,
        seen,
        lists_to_start_from(record, body.code, year),
        only_dnr=not may_open(turn.actor, body.code),
    )


async def _card(
    matter: Matter, headline: str, turn: Turn, desk: Desk, *, is_alone: bool = True
) -> Reply:
    """The matter's card; with what this person may do with it where nobody else reads it."""
    waiting = await desk.memory.waiting(turn.actor.tenant)
    view = MatterView(
        matter,
        ground_of(desk.record, matter).plan,
        waiting.get((matter.body, matter.year), 0),
        may_change=is_alone and may_enter_dnr(turn.actor, matter.body),
        may_read_proposals=is_alone and may_read_register(turn.actor, matter.body),
    )
    return Reply.showing(matter_card(view, headline, turn.language, now=turn.now), turn.language)


def _named_body(turn: Turn, record: Record) -> Body | None:
    """The body that was named; None where none was.

    Raises NoSuchBodyError, or NothingRecordedError where there is none to name.
    """
    if not record.bodies:
        raise NothingRecordedError
    named = turn.fields.get("body", "")
    body = record.body(named)
    if named and body is None:
        raise NoSuchBodyError(body=named)
    return body


def _usual_body(turn: Turn, record: Record) -> Body | None:
    """The only one there is, else the person's own."""
    if len(record.bodies) == 1:
        return record.bodies[0]
    return record.body(turn.actor.default_body) if turn.actor.default_body else None


def _matter(record: Record, body: str, year: int | None) -> Matter | None:
    """The matter of the year; without one, the latest that is undecided, else the latest."""
    if year is not None:
        return record.matter(body, year)
    of_body = [each for each in record.matters if each.body == body]
    latest = max(of_body, key=lambda each: each.year, default=None)
    return undecided_matter(record, body, None) or latest


def _year(turn: Turn) -> int | None:
    typed = turn.fields.get("year", "").strip()
    return _number(typed) if len(typed) == _YEAR_DIGITS and _number(typed) else None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS else 0
