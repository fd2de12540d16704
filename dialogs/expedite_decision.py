"""A decision is sent to the units it names: looked at first, then sent, then followed."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.answer import Act
from dialogs.apologise import refusal, refuse
from dialogs.cards.decision_forms import EXPEDITE
from dialogs.cards.expedition_card import (
    EXECUTION,
    FREEZE,
    OPEN_FREEZE,
    PREVIEW,
    REASON,
    REHEARSE,
    SEND_AGAIN,
    THAW,
    Board,
    Line,
    act_of,
    board_card,
    dry_run_card,
    freeze_card,
)
from dialogs.cards.meeting_card import cancel_act
from dialogs.cards.papers_card import MAKE_PAPER
from dialogs.cards.proposal_card import note_card
from dialogs.clock import local_time
from dialogs.desk import Desk
from dialogs.expedition_lines import counted, delivery_line, received_line
from dialogs.meeting_day import Day, day_of, fresh
from dialogs.notice import notice_card, page_for
from dialogs.taking_step import standing_at, told
from dialogs.texts import say
from dialogs.turn import Reply, Turn
from goals.actor import Role
from goals.decided import decided_of
from goals.errors import FreezeReasonError, GoalsError
from goals.expediting import (
    SHOW_EXPEDITION,
    Planned,
    expedite,
    planned,
    rehearse,
    send_again,
)
from goals.freezing import check_may_freeze, freeze_sending, resume_sending
from goals.matter import MatterState
from goals.notice import DeliveryState, Freeze, Notice, Occasion, Purpose, as_decided, count
from goals.paper import FORMATS, PaperKind
from goals.unit import Unit, unit_called

_S = MatterState
_SENT = (_S.EXPEDITED, _S.FINAL, _S.ANNULLED)
_PREVIEWED = "preview"
PAGE = 25
"""Units on one card."""
_DIGITS = 6
_MOST_ACTS = 6


@dataclass(frozen=True, slots=True)
class Expedition:
    """All that is known of what the units are told of one decision."""

    day: Day
    notices: tuple[Notice, ...]
    units: tuple[Unit, ...]
    freeze: Freeze | None

    @property
    def planned(self) -> tuple[Planned, ...]:
        """The decided recipients, with where they would be reached."""
        return planned(self.day.matter.recipients, self.units)


async def _expedition(day: Day, turn: Turn, desk: Desk) -> Expedition:
    async with desk.memory.register(turn.actor.tenant) as register:
        found = await register.notices(day.matter.body, day.matter.year)
        return Expedition(
            day,
            as_decided(found, day.matter.recipients),
            await register.units(),
            await register.freeze(),
        )


@standing_at(_S.ANNOUNCED)
async def expedite_decision(day: Day, turn: Turn, desk: Desk) -> Reply:
    """**Expediera**: first what would be sent to whom; the second time it is owed."""
    expedition = await _expedition(day, turn, desk)
    if turn.fields.get("confirmed") != "yes":
        return _dry_run(expedition, turn)
    matter = day.matter
    try:
        await expedite(
            matter.body,
            matter.year,
            execution=_chosen(expedition, turn),
            actor=turn.actor,
            new_id=desk.new_id,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except GoalsError as error:
        return await told(error, turn, desk, after=_S.EXPEDITED)
    return await _followed(turn, desk, say(turn.language, "expedited"))


def _dry_run(expedition: Expedition, turn: Turn, *news: str) -> Reply:
    language, day = turn.language, expedition.day
    found = expedition.planned
    data = {**day.data, "language": language}
    missing = [each for each in found if not each.addresses]
    said = [say(language, "dry-run-explained")]
    if expedition.freeze is not None:
        said.append(_frozen(expedition.freeze, language))
    if missing:
        said.append(say(language, "dry-run-unreachable", count=len(missing)))
    shown = list(enumerate(found, start=1))
    if len(found) > PAGE:
        said.append(say(language, "recipients-reached", count=len(found) - len(missing)))
        shown = [(number, each) for number, each in shown if each in missing][:PAGE]
    lines = tuple(Line(f"{number}.", _planned_line(each, language)) for number, each in shown)
    acts = [
        act_of("button-expedite-now", EXPEDITE, data, language, confirmed="yes"),
        act_of("button-preview", PREVIEW, data, language),
        act_of("button-rehearse", REHEARSE, data, language),
        cancel_act(day.matter.body, day.matter.year, language),
    ]
    if not found:
        acts = acts[-1:]
        said = [say(language, "dry-run-nobody")]
    board = Board(
        say(language, "dry-run-heading", body=day.matter.body, year=day.matter.year),
        news=news,
        said=tuple(said),
        title=say(language, "heading-recipients"),
        lines=lines,
        acts=tuple(acts),
    )
    chosen = turn.fields.get(EXECUTION, "").split(",")
    card = dry_run_card(board, [each.unit for each in found], chosen, language)
    return Reply.showing(card if found else board_card(board, language), language)


def _planned_line(each: Planned, language: str) -> str:
    if not each.addresses:
        return say(language, "planned-unreachable", unit=each.unit)
    first, *others = each.addresses
    kind = say(language, f"address-{first.kind.value}", label=first.label)
    if not others:
        return say(language, "planned-line", unit=each.unit, address=kind)
    return say(language, "planned-line-more", unit=each.unit, address=kind, count=len(others))


def _chosen(expedition: Expedition, turn: Turn) -> frozenset[str]:
    """The units that were chosen för verkställighet, by their places."""
    places = set(turn.fields.get(EXECUTION, "").split(","))
    found = enumerate(expedition.planned, start=1)
    return frozenset(each.unit for place, each in found if str(place) in places)


@standing_at(_S.ANNOUNCED)
async def preview_notice(day: Day, turn: Turn, desk: Desk) -> Reply:
    """The very card, as the first unit för verkställighet, or the first of all, would get it."""
    expedition = await _expedition(day, turn, desk)
    language, found = turn.language, expedition.planned
    decided = decided_of(desk.record, day.events, day.matter.body, day.matter.year)
    if decided is None or not found:
        return _dry_run(expedition, turn)
    chosen = _chosen(expedition, turn)
    unit = next((each.unit for each in found if each.unit in chosen), found[0].unit)
    purpose = Purpose.EXECUTION if unit in chosen else Purpose.INFORMATION
    notice = Notice(
        _PREVIEWED, day.matter.body, day.matter.year, unit, purpose, turn.now, turn.actor.object_id
    )
    page = page_for(decided, notice, None, language, now=turn.now)
    data = {**day.data, EXECUTION: turn.fields.get(EXECUTION, "")}
    back = act_of("button-back", EXPEDITE, data, language)
    card = notice_card(page, notice, first=[say(language, "preview-explained")], acts=[back])
    return Reply.showing(card, language)


@standing_at(_S.ANNOUNCED, _S.EXPEDITED)
async def rehearse_expedition(day: Day, turn: Turn, desk: Desk) -> Reply:
    """**Öva**: everything goes to the asker alone, marked ÖVNING."""
    matter = day.matter
    try:
        sent = await rehearse(
            matter.body,
            matter.year,
            actor=turn.actor,
            new_id=desk.new_id,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except GoalsError as error:
        return await told(error, turn, desk, after=_S.FINAL)
    news = say(turn.language, "rehearsed", count=len(sent))
    expedition = await _expedition(day, turn, desk)
    if matter.state is _S.ANNOUNCED:
        return _dry_run(expedition, turn, news)
    return _board(expedition, turn, news)


async def show_expedition(turn: Turn, desk: Desk) -> Reply:
    """What became of what was sent, for the kansli: typed as "expediering KS 2026"."""
    try:
        day = await day_of(turn, desk)
    except GoalsError as error:
        return refuse(error, turn.language)
    return _board(await _expedition(day, turn, desk), turn)


@standing_at(_S.EXPEDITED, _S.FINAL)
async def send_notices_again(day: Day, turn: Turn, desk: Desk) -> Reply:
    """**Skicka igen** to units that were not reached and can be reached now."""
    matter = day.matter
    try:
        sent = await send_again(
            matter.body,
            matter.year,
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except GoalsError as error:
        return await told(error, turn, desk, after=_S.ANNULLED)
    return await _followed(turn, desk, say(turn.language, "sent-again", count=len(sent)))


async def open_freeze(turn: Turn, desk: Desk) -> Reply:
    """**Stoppa utskick**: why? Where it is stopped already, that and its reason are shown."""
    try:
        check_may_freeze(turn.actor)
    except GoalsError as error:
        return refuse(error, turn.language)
    async with desk.memory.register(turn.actor.tenant) as register:
        frozen = await register.freeze()
    return _freeze_form(turn) if frozen is None else _switch(turn, frozen)


def _freeze_form(turn: Turn, wrong: str = "") -> Reply:
    language = turn.language
    data = {name: turn.fields[name] for name in ("body", "year") if name in turn.fields}
    acts = [act_of("button-freeze", FREEZE, data, language)]
    if data:
        acts.append(act_of("button-back", SHOW_EXPEDITION, data, language))
    said = [say(language, "freeze-explained")]
    card = freeze_card(say(language, "freeze-heading"), said, acts, language, wrong=wrong)
    return Reply.showing(card, language)


def _switch(turn: Turn, frozen: Freeze | None, news: str = "") -> Reply:
    """Whether it is stopped, and why, with the button that turns it over."""
    language = turn.language
    act = act_of("button-open-freeze", OPEN_FREEZE, {}, language)
    told = [news]
    if frozen is not None:
        act = act_of("button-thaw", THAW, {}, language)
        told.append(_frozen(frozen, language))
    headline, *said = filter(None, told)
    return Reply.showing(note_card(headline, language, said=said, acts=[act]), language)


async def stop_sending(turn: Turn, desk: Desk) -> Reply:
    """Nothing more is sent to units until somebody lets it go on."""
    try:
        check_may_freeze(turn.actor)
        await freeze_sending(
            turn.actor.tenant,
            turn.fields.get(REASON, ""),
            by=turn.actor.object_id,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except FreezeReasonError as error:
        return _freeze_form(turn, refusal(error, turn.language))
    except GoalsError as error:
        return refuse(error, turn.language)
    return await _followed(turn, desk, say(turn.language, "frozen-now"))


async def let_sending_go_on(turn: Turn, desk: Desk) -> Reply:
    """**Släpp utskick**: what was held goes out."""
    try:
        check_may_freeze(turn.actor)
        await resume_sending(turn.actor.tenant, open_ledger=desk.memory.open_ledger, now=turn.now)
    except GoalsError as error:
        return refuse(error, turn.language)
    return await _followed(turn, desk, say(turn.language, "thawed"))


async def _followed(turn: Turn, desk: Desk, news: str) -> Reply:
    """The board after something was done; without one for an administrator outside the kansli."""
    try:
        day, _ = await fresh(turn, desk)
    except GoalsError:
        async with desk.memory.register(turn.actor.tenant) as register:
            return _switch(turn, await register.freeze(), news)
    return _board(await _expedition(day, turn, desk), turn, news)


def _board(expedition: Expedition, turn: Turn, *news: str) -> Reply:
    language, day = turn.language, expedition.day
    is_sent = day.matter.state in _SENT
    start = _start(turn, len(expedition.notices))
    page = list(enumerate(expedition.notices, start=1))[start : start + PAGE]
    lines = tuple(Line(f"{number}.", _notice_line(each, language)) for number, each in page)
    said = []
    if expedition.freeze is not None:
        said.append(_frozen(expedition.freeze, language))
    if not is_sent:
        said.append(say(language, "expedition-not-yet"))
    elif not expedition.notices:
        said.append(say(language, "expedition-elsewhere"))
    board = Board(
        say(language, "expedition-heading", body=day.matter.body, year=day.matter.year),
        counted(count(expedition.notices), language) if expedition.notices else (),
        news,
        said=tuple(said),
        title=say(language, "expedition-units"),
        lines=lines,
        acts=tuple(_board_acts(expedition, turn)),
    )
    return Reply.showing(board_card(board, language), language)


def _start(turn: Turn, count_of_lines: int) -> int:
    """The first line of the page; 0 for a page that is not there."""
    start = turn.fields.get("start", "")
    is_page = start.isdecimal() and len(start) < _DIGITS and int(start) < count_of_lines
    return int(start) if is_page else 0


def _board_acts(expedition: Expedition, turn: Turn) -> list[Act]:
    language, matter, notices = turn.language, expedition.day.matter, expedition.notices
    data = expedition.day.data
    is_secretary = turn.actor.has(Role.SECRETARY, matter.body)
    acts: list[Act] = []
    if is_secretary and _can_be_sent_again(expedition):
        acts.append(act_of("button-send-again", SEND_AGAIN, data, language))
    acts.append(act_of("button-refresh", SHOW_EXPEDITION, data, language))
    left = len(notices) - _start(turn, len(notices)) - PAGE
    if left > 0:
        more = {**data, "language": language, "start": str(len(notices) - left)}
        acts.append(Act(say(language, "button-more", count=left), SHOW_EXPEDITION, more))
    if notices:
        acts += _proof_acts(expedition, language)
    if is_secretary and expedition.freeze is None:
        acts.append(act_of("button-open-freeze", OPEN_FREEZE, data, language))
    elif is_secretary:
        acts.append(act_of("button-thaw", THAW, data, language))
    acts.append(cancel_act(matter.body, matter.year, language))
    return acts[:_MOST_ACTS]


def _proof_acts(expedition: Expedition, language: str) -> list[Act]:
    data = {**expedition.day.data, "language": language, "kind": PaperKind.PROOF.value}
    name = say(language, f"paper-name-{PaperKind.PROOF.value}")
    return [
        Act(
            say(language, f"button-paper-{each.value}", paper=name),
            MAKE_PAPER,
            {**data, "format": each.value},
        )
        for each in FORMATS[PaperKind.PROOF]
    ]


def _can_be_sent_again(expedition: Expedition) -> bool:
    for each in expedition.notices:
        unit = unit_called(each.unit, expedition.units)
        if each.state is DeliveryState.FAILED and unit is not None and unit.usable:
            return True
    return False


def _frozen(freeze: Freeze, language: str) -> str:
    return say(language, "frozen", at=local_time(freeze.at), reason=freeze.reason)


def _notice_line(notice: Notice, language: str) -> str:
    """One unit in words: whether it was told, where, when, by how many attempts, who answered."""
    parts = [notice.unit, say(language, f"purpose-{notice.purpose.value}")]
    if not notice.carrying:
        parts.append(say(language, "delivery-no-address"))
    parts += [delivery_line(each, language) for each in notice.carrying]
    if any(each.occasion is Occasion.REMINDER for each in notice.deliveries):
        parts.append(say(language, "delivery-reminded"))
    if notice.acknowledged is not None or notice.state is DeliveryState.DELIVERED:
        parts.append(received_line(notice, language))
    return "; ".join(parts)
