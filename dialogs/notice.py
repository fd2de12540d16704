"""What a unit reads of a decision: one content, shown as a card in Teams or written as a letter."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from html import escape
from typing import TypeAlias

from dialogs.answer import Act, Block, Fact, Facts, Lines, Paragraph, Quotes, lines_of, quoted
from dialogs.cards.answer_card import elements_of
from dialogs.cards.elements import card, error_line, execute_button, heading, paragraph
from dialogs.cards.paging import page_of
from dialogs.clock import local_time
from dialogs.outgoing import Attachment, Card, HeldBack, Letter, Outgoing
from dialogs.texts import say
from dialogs.turn import CardContent, Reply
from goals.decided import Correction, Decided, decided_of
from goals.errors import ExtractAlteredError
from goals.extract import Extract
from goals.extracting import kept_extract
from goals.note import AddressKind, ClaimedNote
from goals.notice import CARRIES_NOTICE, Delivery, Notice, Occasion
from goals.ports import GoalReader, Memory, Register

ACKNOWLEDGE = "acknowledge-notice"
SHOW_NOTICE = "show-notice"


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a notice, whatever it is shown with."""

    headline: str
    """What has happened; also the toast and the subject."""
    marks: tuple[str, ...]
    """RÄTTELSE, ÖVNING, UPPHÄVT: what is to be seen before all else."""
    said: tuple[str, ...]
    blocks: tuple[Block, ...]
    language: str


LinkOf: TypeAlias = Callable[[str, Notice, str], Awaitable[str | None]]
"""Tenant, notice and e-mail address → where its reader says that they have received it."""


@dataclass(frozen=True, slots=True)
class NoticeWriter:
    """Finds the words of a delivery when it goes out: as the decision reads at that moment."""

    reader: GoalReader
    memory: Memory
    clock: Callable[[], datetime]
    link_of: LinkOf | None = None

    async def compose(self, claimed: ClaimedNote, language: str) -> Outgoing:
        """A card or a letter; held back while the municipality has stopped its sending.

        Raises LookupError where there is no such delivery, or no adjusted decision.
        """
        delivery_id = claimed.note.delivery or ""
        record = await self.reader.record(claimed.tenant)
        async with self.memory.register(claimed.tenant) as register:
            notice = await register.notice_of(delivery_id)
            delivery = notice.delivery(delivery_id) if notice else None
            if notice is None or delivery is None:
                raise LookupError(delivery_id)
            if not notice.is_rehearsal and await register.freeze() is not None:
                return HeldBack("Frozen")
            events = await register.events(notice.body, notice.year)
            extract = await _extract_for(register, notice, delivery)
        decided = decided_of(record, events, notice.body, notice.year)
        if decided is None:
            raise LookupError(delivery_id)
        page = page_for(
            decided, notice, delivery, language, now=self.clock(), attached=extract is not None
        )
        if delivery.kind is not AddressKind.EMAIL:
            return Card(Reply.showing(notice_card(page, notice), language), delivery.edits)
        link = self.link_of and await self.link_of(claimed.tenant, notice, delivery.to)
        letter = notice_letter(page, notice, link=link)
        if extract is None:
            return letter
        attachment = Attachment(extract.name, "application/pdf", extract.content)
        return replace(letter, attachments=(attachment,))


async def _extract_for(register: Register, notice: Notice, delivery: Delivery) -> Extract | None:
    """The certified extract that goes with a letter; none that is not as it was kept."""
    if delivery.kind is not AddressKind.EMAIL or delivery.occasion not in CARRIES_NOTICE:
        return None
    try:
        return await kept_extract(register, notice.body, notice.year)
    except ExtractAlteredError:  # `verify` tells of it; the letter does not wait
        return None


def page_for(
    decided: Decided,
    notice: Notice,
    delivery: Delivery | None,
    language: str,
    *,
    now: datetime,
    attached: bool = False,
) -> Page:
    """What stands on one delivery of a notice; on the notice as it would be sent without one.

    `attached`: the certified extract goes with it.
    """
    occasion = delivery.occasion if delivery else Occasion.FIRST
    about: dict[str, str | int] = {
        "body": decided.body.name,
        "year": decided.plan.year,
        "unit": notice.unit,
        "purpose": notice.purpose.value,
    }
    if occasion is Occasion.REMINDER:
        told = notice.carrying[-1].settled_at if notice.carrying else None
        said = (say(language, "notice-reminder-explained", day=_day(told or now)),)
        headline = say(language, "notice-reminder", **about)
        return Page(headline, (), said, (_short_facts(decided, language),), language)
    if occasion is Occasion.CORRECTION and decided.annulled is not None:
        return Page(
            say(language, "notice-annulled", **about),
            tuple(_marks(decided, notice, language)),
            (say(language, "notice-annulled-explained"),),
            (_short_facts(decided, language),),
            language,
        )
    if occasion is Occasion.CORRECTION:
        headline = say(language, "notice-correction", **about)
        said = (say(language, "notice-correction-explained"),)
        corrections = tuple(_corrections(decided.corrections[-1:], language))
        marks = (say(language, "mark-correction"),)
        blocks = (*corrections, _short_facts(decided, language), *_whole_list(decided, language))
        return Page(headline, marks, said, blocks, language)
    return Page(
        say(language, "notice-headline", **about),
        tuple(_marks(decided, notice, language)),
        tuple(_said(decided, notice, delivery, language)),
        (
            *_blocks(decided, notice, delivery, language, now),
            Paragraph(say(language, "notice-extract-attached" if attached else "notice-extract")),
        ),
        language,
    )


def notice_card(
    page: Page,
    notice: Notice,
    *,
    start: int = 0,
    first: Sequence[str] = (),
    acts: Sequence[Act] | None = None,
) -> CardContent:
    """The card, from line `start` of its lists; with **Mottaget** until somebody has pressed it.

    `first` is what has just happened. `acts` are the buttons of a card that is only looked at.
    """
    language = page.language
    shown = page_of(page.blocks, start)
    received = _received(notice, language)
    body = [*map(paragraph, first), heading(page.headline), *map(error_line, page.marks)]
    body += [paragraph(each) for each in (*received, *page.said)]
    for block in shown.blocks:
        body += elements_of(block)
    buttons = [execute_button(act.title, act.verb, dict(act.data)) for act in acts or ()]
    if acts is None:
        data = {"notice": notice.id, "revision": str(notice.revision), "language": language}
        if not notice.is_received:
            title = say(language, "button-received")
            buttons.append(execute_button(title, ACKNOWLEDGE, data, style="positive"))
        if shown.next_start is not None:
            title = say(language, "button-more", count=shown.left)
            data = {**data, "start": str(shown.next_start)}
            buttons.append(execute_button(title, SHOW_NOTICE, data))
    text = "\n".join(
        (*first, page.headline, *page.marks, *received, *page.said, *lines_of(shown.blocks))
    )
    return card(body, buttons=buttons, language=language, fallback=text)


def notice_letter(page: Page, notice: Notice, *, link: str | None = None) -> Letter:
    """The letter; `link` is where its reader says that they have received it."""
    language = page.language
    received = _received(notice, language)
    ask = say(language, "letter-received-ask") if link and not received else None
    text = [page.headline, *page.marks, *received, "", *page.said, *lines_of(page.blocks)]
    text += ["", ask, link or ""] if ask else []
    html = [
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">',
        f"<title>{escape(page.headline)}</title></head>",
        '<body style="font-family: sans-serif; line-height: 1.5; max-width: 40em">',
        f"<h1>{escape(page.headline)}</h1>",
        *(f"<p><strong>{escape(each)}</strong></p>" for each in (*page.marks, *received)),
        *(f"<p>{escape(each)}</p>" for each in page.said),
        *(part for block in page.blocks for part in _html(block)),
    ]
    if ask and link:
        label = escape(say(language, "letter-received-link"))
        html.append(f'<p>{escape(ask)}</p><p><a href="{escape(link)}">{label}</a></p>')
    html.append("</body></html>")
    subject = " ".join((*(f"{each}:" for each in page.marks), page.headline))
    return Letter(subject, "\n".join(text) + "\n", "\n".join(html) + "\n", language=page.language)


def _html(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield f"<p>{escape(text)}</p>"
        case Facts(facts):
            yield "<dl>"
            for fact in facts:
                yield f"<dt><strong>{escape(fact.name)}</strong></dt><dd>{escape(fact.value)}</dd>"
            yield "</dl>"
        case Quotes(title, items):
            yield f"<h2>{escape(title)}</h2>"
            yield from _html_list([(item.sign, item.text) for item in items])
        case Lines(title, lines):
            yield f"<h2>{escape(title)}</h2>"
            yield from _html_list(list(zip(block.signs, lines, strict=True)))


def _html_list(lines: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The signs are the record's own, so they stand as text, and not as the list's own numbers."""
    yield '<ul style="list-style: none; padding-left: 0">'
    yield from (f"<li>{escape(sign)} {escape(text)}</li>" for sign, text in lines)
    yield "</ul>"


def _marks(decided: Decided, notice: Notice, language: str) -> Iterator[str]:
    if notice.is_rehearsal:
        yield say(language, "mark-rehearsal")
    if decided.annulled is not None:
        yield say(
            language,
            "mark-annulled",
            day=decided.annulled.day.isoformat() if decided.annulled.day else "–",
            judgment=decided.annulled.judgment,
        )
    if any(each.at >= notice.owed_at for each in decided.corrections):
        yield say(language, "mark-correction")


def _received(notice: Notice, language: str) -> tuple[str, ...]:
    received = notice.acknowledged
    if received is None:
        return ()
    key = "notice-received" if notice.is_received else "notice-received-before"
    name = received.name or say(language, "somebody")
    return (say(language, key, name=name, at=local_time(received.at)),)


def _said(
    decided: Decided, notice: Notice, delivery: Delivery | None, language: str
) -> Iterator[str]:
    """What the unit is to do; a letter has no button, and asks for itself where it has a link."""
    by_letter = delivery is not None and delivery.kind is AddressKind.EMAIL
    key = f"notice-expected-{notice.purpose.value}{'-letter' if by_letter else ''}"
    yield say(language, key, unit=notice.unit, year=decided.plan.year)


def _blocks(
    decided: Decided, notice: Notice, delivery: Delivery | None, language: str, now: datetime
) -> Iterator[Block]:
    yield from _corrections(decided.corrections, language)
    yield Facts(tuple(_facts(decided, notice, delivery, language, now)))
    if decided.points:
        yield Lines(say(language, "heading-decision"), decided.points, numbered=True)
    yield from _whole_list(decided, language)
    yield from _changes(decided, language)
    yield Paragraph(say(language, "notice-appeal"))


def _whole_list(decided: Decided, language: str) -> Iterator[Block]:
    goals, plan = decided.goals, decided.plan
    if goals is not None and goals.goals:
        title = say(
            language, "heading-goals", body=decided.body.code, period=str(goals.period or "")
        )
        yield Quotes(title.strip(), tuple(map(quoted, goals.goals)))
    title = say(language, "heading-subgoals", body=decided.body.code, year=plan.year)
    yield Quotes(title, tuple(map(quoted, plan.subgoals)))


def _changes(decided: Decided, language: str) -> Iterator[Block]:
    """In words what is new since the list before: added, reworded, removed, kept."""
    if decided.before is None or decided.changes is None:
        yield Paragraph(say(language, "notice-first-list"))
        return
    old, new = decided.before.year, decided.plan.year
    added = tuple(quoted(c.new) for c in decided.changes.changes if c.new and not c.old)
    removed = tuple(quoted(c.old) for c in decided.changes.changes if c.old and not c.new)
    if added:
        yield Quotes(say(language, "heading-added", year=new), added)
    for change in decided.changes.changes:
        if change.old and change.new:
            title = say(language, "heading-reworded", old=old, new=new)
            yield Quotes(title, (quoted(change.old), quoted(change.new)))
    if removed:
        yield Quotes(say(language, "heading-removed", year=new), removed)
    kept = decided.changes.kept
    if kept:
        numbers = ", ".join(str(each.number) for each in kept)
        told = say(language, "kept-numbers", numbers=numbers)
        yield Lines(say(language, "heading-kept", year=new), (told,))


def _corrections(corrections: Sequence[Correction], language: str) -> Iterator[Block]:
    for each in corrections:
        title = say(language, "heading-correction", number=each.number, day=_day(each.at))
        yield Lines(
            title,
            (
                say(language, "correction-old", text=each.old),
                say(language, "correction-new", text=each.new),
                say(language, "correction-why", reason=each.reason),
            ),
        )


def _short_facts(decided: Decided, language: str) -> Facts:
    return Facts(tuple(_facts_of_decision(decided, language)))


def _facts_of_decision(decided: Decided, language: str) -> Iterator[Fact]:
    missing = say(language, "missing")
    source = decided.plan.source
    yield Fact(say(language, "fact-matter"), decided.matter.title)
    yield Fact(say(language, "fact-dnr"), decided.matter.source.dnr or missing)
    day = source.date.isoformat() if source.date else missing
    yield Fact(
        say(language, "fact-decision"),
        say(
            language,
            "notice-decided-by",
            body=decided.body.name,
            paragraph=source.paragraph or missing,
            day=day,
        ),
    )


def _facts(
    decided: Decided, notice: Notice, delivery: Delivery | None, language: str, now: datetime
) -> Iterator[Fact]:
    missing = say(language, "missing")
    yield from _facts_of_decision(decided, language)
    goals = decided.goals
    validity = say(language, "notice-validity", year=decided.plan.year)
    if goals is not None and goals.period is not None:
        validity = say(
            language, "notice-validity-goals", year=decided.plan.year, period=str(goals.period)
        )
    yield Fact(say(language, "fact-purpose"), say(language, f"purpose-{notice.purpose.value}"))
    yield Fact(say(language, "fact-validity"), validity)
    for key, day in (
        ("fact-adjusted", decided.adjusted),
        ("fact-announced", decided.announced),
        ("fact-last-day", decided.last_day),
    ):
        yield Fact(say(language, key), day.isoformat() if day else missing)
    reservations = "notice-reservations" if decided.reservations else "notice-no-reservations"
    yield Fact(say(language, "fact-reservations"), say(language, reservations))
    yield Fact(say(language, "fact-officer"), decided.matter.officer or missing)
    sender = say(language, "notice-sender", body=decided.body.name)
    yield Fact(say(language, "fact-sender"), sender)
    if delivery is not None:
        sent = notice.deliveries[0].settled_at or now
        yield Fact(say(language, "fact-sent"), local_time(sent))
        yield Fact(say(language, "fact-message"), notice.id[:12])


def _day(at: datetime) -> str:
    return local_time(at).partition(" ")[0]
