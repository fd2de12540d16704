"""What may happen to a list that counts: an evident slip is mended, or a court annuls it."""

from __future__ import annotations

from dialogs.answer import Act
from dialogs.apologise import refusal
from dialogs.cards.decision_forms import (
    ANNUL,
    CONFIRM_CORRECTION,
    SEND_JUDGMENT,
    annul_form,
    correct_form,
)
from dialogs.desk import Desk
from dialogs.meeting_day import Day, fresh, show_day
from dialogs.taking_step import (
    COUNTS,
    frame_of,
    moment_of,
    read_day,
    record_step,
    standing_at,
    sure,
    told,
)
from dialogs.texts import say
from dialogs.turn import Reply, Turn
from goals.adjusting import annul
from goals.errors import DayOrderError, GoalsError, MistakesError, NoDayError, NothingToCorrectError
from goals.local_time import day_in_sweden
from goals.matter import MatterState
from goals.matter_steps import check_day, text_of
from goals.rectifying import ask_correction, asked_correction, confirm_correction

_S = MatterState


@standing_at(*COUNTS)
async def open_correction(day: Day, turn: Turn, _desk: Desk) -> Reply:
    """**Rättelse**: which line, how it is to read, and why."""
    return _correct_form(day, turn)


def _correct_form(day: Day, turn: Turn, beside: dict[str, str] | None = None) -> Reply:
    frame = frame_of(
        day, turn, "slip-heading", said=[say(turn.language, "slip-explained")], beside=beside
    )
    form = correct_form(
        frame,
        day.plan.subgoals if day.plan else (),
        number=turn.fields.get("number", ""),
        text=turn.fields.get("text", ""),
        reason=turn.fields.get("reason", ""),
    )
    return Reply.showing(form, turn.language)


@standing_at(*COUNTS)
async def send_correction(day: Day, turn: Turn, desk: Desk) -> Reply:
    """The first person has said what is wrong; a second one is to confirm it."""
    language, number = turn.language, turn.fields.get("number", "")
    try:
        await ask_correction(
            day.matter.body,
            day.matter.year,
            number=int(number) if number.isdecimal() and len(number) < len("99999") else 0,
            text=turn.fields.get("text", ""),
            reason=turn.fields.get("reason", ""),
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except MistakesError as error:
        beside = {name: refusal(each, language) for name, each in error.mistakes.items()}
        return _correct_form(day, turn, beside)
    except NothingToCorrectError as error:
        return _correct_form(day, turn, {"text": refusal(error, language)})
    except GoalsError as error:
        return await told(error, turn, desk, after=_S.ANNULLED)
    day, _ = await fresh(turn, desk)
    return show_day(day, turn, news=[say(language, "correction-asked")])


@standing_at(*COUNTS, confirms=True)
async def confirm_corrected(day: Day, turn: Turn, desk: Desk) -> Reply:
    """**Bekräfta rättelse**: old and new once more; then it is a new version of the list."""
    language, asked = turn.language, asked_correction(day.events)
    if asked is None:
        done = turn.fields.get("confirmed") == "yes"
        return show_day(day, turn, news=[say(language, "already-done")] if done else ())
    if turn.fields.get("confirmed") != "yes" or moment_of(turn) != asked.at:
        facts = [
            (say(language, "field-line"), str(asked.data["number"])),
            (say(language, "fact-old"), text_of(asked, "old") or ""),
            (say(language, "field-text"), text_of(asked, "new") or ""),
            (say(language, "field-reason"), text_of(asked, "reason") or ""),
        ]
        data = {"asked": asked.at.isoformat()}
        act = Act(say(language, "button-confirm-correction"), CONFIRM_CORRECTION, data)
        headline = say(language, "confirm-correction-heading")
        said = [say(language, "confirm-correction-explained")]
        return sure(day, turn, headline, act, facts=facts, said=said)
    return await record_step(
        lambda: confirm_correction(
            day.matter.body,
            day.matter.year,
            seen=asked.at,
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        ),
        turn,
        desk,
        after=_S.ANNULLED,
        news=say(language, "corrected"),
    )


@standing_at(*COUNTS)
async def open_judgment(day: Day, turn: Turn, _desk: Desk) -> Reply:
    """**Upphävt**: which judgment, and of which day."""
    return _annul_form(day, turn)


def _annul_form(day: Day, turn: Turn, beside: dict[str, str] | None = None) -> Reply:
    frame = frame_of(
        day, turn, "annul-heading", said=[say(turn.language, "annul-explained")], beside=beside
    )
    form = annul_form(
        frame,
        day=turn.fields.get("day", ""),
        judgment=turn.fields.get("judgment", ""),
        today=day_in_sweden(turn.now),
    )
    return Reply.showing(form, turn.language)


@standing_at(*COUNTS)
async def send_judgment(day: Day, turn: Turn, desk: Desk) -> Reply:
    """The judgment is read back, and recorded: the list counts no more."""
    language = turn.language
    typed, judgment = turn.fields.get("day", ""), turn.fields.get("judgment", "")
    try:
        read = read_day(typed)
        check_day(read, not_before=None, now=turn.now)
    except (NoDayError, DayOrderError) as error:
        return _annul_form(day, turn, {"day": refusal(error, language)})
    if turn.fields.get("confirmed") != "yes" and judgment.strip():
        data = {"day": typed, "judgment": judgment}
        facts = [
            (say(language, "fact-annulled"), typed),
            (say(language, "fact-judgment"), judgment),
        ]
        act = Act(say(language, "button-annul"), SEND_JUDGMENT, data)
        back = Act(say(language, "button-change"), ANNUL, data)
        headline = say(language, "annul-sure", body=day.matter.body, year=day.matter.year)
        said = [say(language, "annul-sure-explained")]
        return sure(day, turn, headline, act, facts=facts, said=said, more=[back])
    try:
        await annul(
            day.matter.body,
            day.matter.year,
            day=read,
            judgment=judgment,
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
    except MistakesError as error:
        beside = {name: refusal(each, language) for name, each in error.mistakes.items()}
        return _annul_form(day, turn, beside)
    except DayOrderError as error:
        return _annul_form(day, turn, {"day": refusal(error, language)})
    except GoalsError as error:
        return await told(error, turn, desk, after=_S.ANNULLED)
    newest, _ = await fresh(turn, desk)
    return show_day(newest, turn, news=[say(language, "annulled")])
