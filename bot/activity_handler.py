"""An activity becomes a turn, a dialog answers it, the reply becomes an activity. No rules here."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from http import HTTPStatus
from typing import Any, cast

import structlog
from botbuilder.core import ActivityHandler, InvokeResponse, TurnContext
from botbuilder.schema import Activity, ActivityTypes, Attachment, ChannelAccount

from bot import forms, message_extension
from bot.adapter import TENANT_KEY, FinishedCard
from bot.connector import DeliveryError
from bot.files import Files
from bot.identity import (
    actor_of,
    address_of_sender,
    channel_of,
    conversation_of,
    object_id_of,
)
from bot.leaving import left, renamed
from bot.logs import turn_id
from bot.person_channel import PersonChannel
from bot.person_pace import PersonPace, TooFast
from bot.turns import ACTION, INTENT_KEY, OUTCOME_KEY, Outcome
from dialogs import registry
from dialogs.apologise import apologise, slow_down
from dialogs.context import KEPT_FOR, read_context
from dialogs.continue_privately import continued, from_elsewhere, not_continued
from dialogs.desk import Desk
from dialogs.health import Examine
from dialogs.search_goals import search_goals
from dialogs.turn import Place, Reply, Turn
from dialogs.understanding.vocabulary import Vocabulary
from goals.errors import GoalsError
from goals.reaching import lose_addresses, rename_channel
from storage.addresses import PersonAddress, Recipient, learn_address
from storage.database import Database
from storage.errors import DatabaseUnavailableError
from storage.gaps import count_gaps
from storage.goal_reader import SqlGoalReader
from storage.memory import SqlMemory
from storage.people import set_default_body
from storage.turns import TurnStart, begin_turn, forget_activity, keep_context

TYPING_AFTER = 1.0
"""Seconds. Sooner it would only flicker; Teams wants a sign of life within two."""
KNOWN_KEY = "delmal.known-address"
"""Where a turn's state holds the address that was known of the person as it began."""
FIRST_TIME_KEY = "delmal.first-time"
"""Where it holds whether the activity is new; False for one that Teams has delivered again."""
MESSAGE = "application/vnd.microsoft.activity.message"
"""What answers a button with a sentence, and leaves its card as it is."""
_MENTION = re.compile(r"<at\b[^>]*>.*?</at>", re.IGNORECASE | re.DOTALL)
_PLACES = {place.value: place for place in Place}

log = structlog.get_logger("bot.activity_handler")


class DelmalActivityHandler(ActivityHandler):
    """What the bot does with each kind of activity; others are let pass."""

    def __init__(  # noqa: PLR0913 — wired by hand, in app.py only
        self,
        *,
        database: Database,
        reader: SqlGoalReader,
        memory: SqlMemory,
        vocabulary: Vocabulary,
        people: PersonChannel,
        files: Files,
        pace: PersonPace,
        examine: Examine,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._database = database
        self._reader = reader
        self._memory = memory
        self._vocabulary = vocabulary
        self._people = people
        self._files = files
        self._pace = pace
        self._examine = examine
        self._clock = clock
        self.public_url: str | None = None
        """Where browsers reach us; known once we listen."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Answer what was typed, or the question of a button that was pressed."""
        activity = turn_context.activity
        if (limited := self._limited(turn_context)) is not None:
            if limited.is_first:  # further ones would only be more of what is too much
                await self._send(turn_context, self._slow_down(turn_context, limited))
            return
        async with _typing(turn_context):
            reply = await self._reply(turn_context, key=_key(activity))
        if reply is not None:
            await self._send(turn_context, await self._placed(turn_context, reply))
            await self._remember(turn_context, reply)
            await self._learn_address(turn_context)
            await self._count_gaps(turn_context, reply)

    async def on_conversation_update_activity(self, turn_context: TurnContext) -> None:
        """Greet once when the bot itself is added; nobody else is greeted."""
        added = cast("list[ChannelAccount]", turn_context.activity.members_added or [])
        if any(member.id == turn_context.activity.recipient.id for member in added):
            await self._welcome(turn_context)
        await self._notice_leaving(turn_context)
        await self._notice_renaming(turn_context)

    async def on_installation_update_add(self, turn_context: TurnContext) -> None:
        """Greet once; Teams tells of an installation in two ways, and maybe of both."""
        await self._welcome(turn_context)

    async def on_installation_update_remove(self, turn_context: TurnContext) -> None:
        """Units are no longer reached where the bot was taken out."""
        await self._notice_leaving(turn_context)

    async def _notice_leaving(self, turn_context: TurnContext) -> None:
        was = left(turn_context.activity)
        if was is None:
            return
        try:
            lost = await lose_addresses(
                cast("str", turn_context.turn_state[TENANT_KEY]),
                kind=was.kind,
                values=was.values,
                team=was.team,
                open_ledger=self._memory.open_ledger,
                now=self._clock(),
            )
        except (DatabaseUnavailableError, GoalsError):
            log.exception("leaving not noticed")  # the next notice that finds nobody tells
        else:
            log.info("addresses lost", count=len(lost))

    async def _notice_renaming(self, turn_context: TurnContext) -> None:
        now_called = renamed(turn_context.activity)
        if now_called is None:
            return
        tenant = cast("str", turn_context.turn_state[TENANT_KEY])
        try:
            await rename_channel(
                tenant, *now_called, open_ledger=self._memory.open_ledger, now=self._clock()
            )
        except (DatabaseUnavailableError, GoalsError):
            log.exception("renaming not noticed")  # only the label is old

    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse | None:
        """A pressed button, a pop-up form or a search; what is not ours is unanswered (501)."""
        activity = turn_context.activity
        if (limited := self._limited(turn_context)) is not None:
            return _limited_answer(activity, self._slow_down(turn_context, limited))
        if activity.name == message_extension.QUERY:
            return InvokeResponse(status=200, body=await self._search(turn_context))
        if activity.name in forms.INVOKES:
            form = await self._reply(turn_context, key=None)
            return InvokeResponse(status=200, body=forms.popup_shape(form) if form else {})
        if activity.name != ACTION:
            return None
        # Where others read along, an answer may be a message of its own: not to be sent again.
        key = _key(activity) if _place(activity) is not Place.PERSONAL else None
        reply = await self._reply(turn_context, key=key and f"invoke {key}", again=True)
        shown = await self._placed(turn_context, reply) if reply else None
        body: dict[str, Any] = {"statusCode": 200, "type": forms.CARD, "value": {}}
        if shown is not None and shown is reply and not shown.failed:
            body["value"] = shown.card
        elif shown is not None:  # the card stays as it is: everybody sees it, or it is filled in
            body |= {"type": MESSAGE, "value": shown.text if shown.failed else shown.summary}
        return InvokeResponse(status=200, body=body)

    async def on_turn(self, turn_context: TurnContext) -> None:
        """Take one turn; an answer to an invoke is left where the adapter finds it."""
        if turn_context.activity.type != ActivityTypes.invoke:
            await super().on_turn(turn_context)
            return
        response = await self.on_invoke_activity(turn_context)
        if response is not None:
            await turn_context.send_activity(
                Activity(type=ActivityTypes.invoke_response, value=response)
            )

    async def _welcome(self, turn_context: TurnContext) -> None:
        conversation = turn_context.activity.conversation.id
        reply = await self._reply(
            turn_context, key=f"welcome {conversation}", verb=registry.WELCOME
        )
        if reply is not None:
            await self._send(turn_context, reply)
            await self._learn_address(turn_context)

    async def _placed(self, turn_context: TurnContext, reply: Reply) -> Reply:
        """What is shown where the person asked: the reply, or that it goes on in their own chat."""
        activity = turn_context.activity
        place = _place(activity)
        if not reply.private or place is Place.PERSONAL:
            return reply
        known = cast("PersonAddress | None", turn_context.turn_state.get(KNOWN_KEY))
        object_id = object_id_of(activity)
        if object_id is None:
            return not_continued(reply.language, is_installed=False)
        to = Recipient(cast("str", turn_context.turn_state[TENANT_KEY]), object_id)
        if turn_context.turn_state.get(FIRST_TIME_KEY, True):
            try:
                await self._people.send(
                    from_elsewhere(reply, place), to, address_of_sender(activity, known)
                )
            except DeliveryError as error:
                log.warning("not continued privately", status=error.status, code=error.code)
                return not_continued(
                    reply.language, is_installed=error.status != HTTPStatus.FORBIDDEN
                )
        return continued(reply.language)

    async def _reply(
        self,
        turn_context: TurnContext,
        *,
        key: str | None,
        verb: str | None = None,
        again: bool = False,
    ) -> Reply | None:
        """The answer to this turn; None where it was answered before, unless `again`.

        Whatever fails is logged with an id and apologised for, in the person's language.
        """
        activity = turn_context.activity
        tenant = cast("str", turn_context.turn_state[TENANT_KEY])
        now = self._clock()
        taken_on = False
        try:
            start = await begin_turn(
                self._database,
                tenant=tenant,
                activity_id=key,
                object_id=object_id_of(activity),
                now=now,
                conversation=activity.conversation.id,
            )
            if not start.first_time and not again:
                turn_context.turn_state[OUTCOME_KEY] = Outcome.REPEATED
                return None
            taken_on = key is not None
            turn_context.turn_state[KNOWN_KEY] = start.address
            turn_context.turn_state[FIRST_TIME_KEY] = start.first_time
            record = await self._reader.record(tenant, revision=start.revision)
            turn = _turn(activity, tenant, start, now, verb)
            turn = replace(turn, files=self._files.of(activity))
            desk = Desk(
                record,
                self._vocabulary,
                self._memory,
                public_url=self.public_url,
                examine=self._examine,
            )
            reply = await registry.answer(turn, desk)
            turn_context.turn_state[INTENT_KEY] = registry.intent_of(turn, record, reply)
        except DatabaseUnavailableError:
            turn_context.turn_state[OUTCOME_KEY] = Outcome.FAILED
            log.exception("database unavailable")
            return apologise("error-database", turn_id(), locale=activity.locale)
        except Exception:  # a person never waits in vain: whatever it was, it is answered
            turn_context.turn_state[OUTCOME_KEY] = Outcome.FAILED
            log.exception("turn failed", type=activity.type)
            if taken_on and key is not None:
                await self._forget(tenant, key)
            return apologise("error-unexpected", turn_id(), locale=activity.locale)
        return reply

    def _limited(self, turn_context: TurnContext) -> TooFast | None:
        """Whether the person has to wait; a stranger without an object id counts as one person."""
        tenant = cast("str", turn_context.turn_state[TENANT_KEY])
        limited = self._pace.take(tenant, object_id_of(turn_context.activity) or "")
        if limited is not None:
            turn_context.turn_state[OUTCOME_KEY] = Outcome.LIMITED
        return limited

    def _slow_down(self, turn_context: TurnContext, limited: TooFast) -> Reply:
        return slow_down(limited.seconds, locale=_locale(turn_context.activity))

    async def _search(self, turn_context: TurnContext) -> dict[str, Any]:
        """The results of a search from the compose box; a sentence where it failed."""
        activity = turn_context.activity
        tenant = cast("str", turn_context.turn_state[TENANT_KEY])
        now = self._clock()
        try:
            start = await begin_turn(
                self._database,
                tenant=tenant,
                activity_id=None,
                object_id=object_id_of(activity),
                now=now,
            )
            record = await self._reader.record(tenant, revision=start.revision)
            turn = Turn(
                actor=actor_of(tenant, activity, start),
                now=now,
                fields=message_extension.fields_of(activity.value),
                locale=_locale(activity) or start.tenant_language,
            )
            results = search_goals(turn, record, self._vocabulary)
            turn_context.turn_state[INTENT_KEY] = message_extension.SEARCH
            return message_extension.results_shape(results)
        except Exception as error:  # a person never waits in vain: whatever it was, it is answered
            turn_context.turn_state[OUTCOME_KEY] = Outcome.FAILED
            log.exception("search failed")
            unreachable = isinstance(error, DatabaseUnavailableError)
            key = "error-database" if unreachable else "error-unexpected"
            reply = apologise(key, turn_id(), locale=_locale(activity))
            return message_extension.message_shape(reply.text)

    async def _send(self, turn_context: TurnContext, reply: Reply) -> None:
        activity = turn_context.activity
        try:
            await turn_context.send_activity(_message(reply))
        except DeliveryError as error:
            log.warning("reply not delivered", status=error.status, code=error.code)
            key = _key(activity)
            if key is not None and activity.type == ActivityTypes.message:
                await self._forget(cast("str", turn_context.turn_state[TENANT_KEY]), key)
            raise

    async def _remember(self, turn_context: TurnContext, reply: Reply) -> None:
        """Keep what the person's next question may go on from. The answer is out already."""
        activity = turn_context.activity
        tenant = cast("str", turn_context.turn_state[TENANT_KEY])
        object_id = object_id_of(activity)
        if object_id is None:
            return
        try:
            if reply.context is not None:
                await keep_context(
                    self._database,
                    tenant=tenant,
                    conversation=activity.conversation.id,
                    object_id=object_id,
                    value=reply.context.to_text(),
                    expires_at=self._clock() + KEPT_FOR,
                )
            if reply.default_body is not None:
                await set_default_body(
                    self._database, tenant=tenant, object_id=object_id, body=reply.default_body
                )
        except DatabaseUnavailableError:
            log.warning("turn not remembered")

    async def _learn_address(self, turn_context: TurnContext) -> None:
        """Keep where the person is reached, where that is news. The answer is out already."""
        activity = turn_context.activity
        object_id = object_id_of(activity)
        known = cast("PersonAddress | None", turn_context.turn_state.get(KNOWN_KEY))
        address = address_of_sender(activity, known)
        if object_id is None or address is None or address == known:
            return
        tenant = cast("str", turn_context.turn_state[TENANT_KEY])
        try:
            await learn_address(
                self._database, Recipient(tenant, object_id), address, now=self._clock()
            )
            self._memory.owed.set()  # what they could not be told before
        except Exception:  # they have their answer; the next turn tries again
            log.exception("address not learned")

    async def _count_gaps(self, turn_context: TurnContext, reply: Reply) -> None:
        """Count the words that had no good answer. The answer is out already."""
        try:
            await count_gaps(
                self._database,
                tenant=cast("str", turn_context.turn_state[TENANT_KEY]),
                words=reply.gaps,
                object_id=object_id_of(turn_context.activity),
                now=self._clock(),
            )
        except Exception:  # nobody has asked for it, and nobody is to suffer from it
            log.exception("gaps not counted")

    async def _forget(self, tenant: str, key: str) -> None:
        """Let a redelivery be answered."""
        try:
            await forget_activity(self._database, tenant=tenant, activity_id=key)
        except DatabaseUnavailableError:
            log.warning("activity not forgotten")


def _limited_answer(activity: Activity, reply: Reply) -> InvokeResponse | None:
    """The sentence where the answer would stand; the card that was pressed stays as it is."""
    if activity.name == message_extension.QUERY:
        return InvokeResponse(status=200, body=message_extension.message_shape(reply.text))
    if activity.name in forms.INVOKES:
        return InvokeResponse(status=200, body=forms.popup_shape(replace(reply, done=True)))
    if activity.name != ACTION:
        return None
    body = {"statusCode": 200, "type": MESSAGE, "value": reply.summary}
    return InvokeResponse(status=200, body=body)


def _key(activity: Activity) -> str | None:
    """What tells one message from another: ids are unique within a conversation only."""
    return f"{activity.conversation.id} {activity.id}" if activity.id else None


def _turn(
    activity: Activity, tenant: str, start: TurnStart, now: datetime, verb: str | None
) -> Turn:
    value = _value(activity)
    fields = {
        name: _storable(str(field)) for name, field in value.items() if isinstance(field, str | int)
    }
    return Turn(
        actor=actor_of(tenant, activity, start),
        now=now,
        text=_said(activity),
        verb=verb or fields.pop("verb", None),
        fields=fields,
        locale=_locale(activity) or start.tenant_language,
        place=_place(activity),
        context=read_context(start.context),
        name=_storable(activity.from_property.name or "") if activity.from_property else "",
        conversation=conversation_of(activity),
        channel=channel_of(activity),
    )


def _place(activity: Activity) -> Place:
    return _PLACES.get(activity.conversation.conversation_type or "", Place.PERSONAL)


def _value(activity: Activity) -> Mapping[str, Any]:
    """What a button carried: of Action.Submit in the value itself, of Execute in its action."""
    if activity.type == ActivityTypes.invoke and activity.name in forms.INVOKES:
        return forms.asked(activity.name, activity.value)
    value = activity.value if isinstance(activity.value, dict) else {}
    action = value.get("action")
    if activity.type != ActivityTypes.invoke or not isinstance(action, dict):
        return value
    data, verb = action.get("data"), action.get("verb")
    return {
        **(data if isinstance(data, dict) else {}),
        "verb": verb if isinstance(verb, str) else "",
    }


_CONTROLS = dict.fromkeys({*range(0x20), 0x7F} - set(map(ord, "\t\n\r")))


def _storable(text: str) -> str:
    """The text without control signs and halves of pairs, some of which PostgreSQL refuses."""
    return text.translate(_CONTROLS).encode("utf-8", "ignore").decode()


def _locale(activity: Activity) -> str | None:
    if activity.locale:
        return str(activity.locale)
    for entity in activity.entities or ():
        more = getattr(entity, "additional_properties", None) or {}
        if entity.type == "clientInfo" and isinstance(more.get("locale"), str):
            return str(more["locale"])
    return None


def _said(activity: Activity) -> str:
    """The text without the mention of the bot itself; other people's names stay as words."""
    text = activity.text or ""
    bot = activity.recipient.id if activity.recipient else None
    for entity in activity.entities or ():
        more = getattr(entity, "additional_properties", None) or {}
        mentioned = more.get("mentioned")
        mention = more.get("text")
        if (
            entity.type == "mention"
            and isinstance(mention, str)
            and isinstance(mentioned, dict)
            and mentioned.get("id") == bot
        ):
            text = text.replace(mention, " ")
    text = _MENTION.sub(lambda tag: re.sub(r"<[^>]*>", " ", tag[0]), text)
    return _storable(text).replace("&nbsp;", " ").strip()


def _message(reply: Reply) -> Activity:
    """The card, and a summary that Teams shows in its toast; no text beside it."""
    return Activity(
        type=ActivityTypes.message,
        summary=reply.summary,
        attachments=[Attachment(content_type=forms.CARD, content=FinishedCard(reply.card))],
    )


@asynccontextmanager
async def _typing(turn_context: TurnContext) -> AsyncIterator[None]:
    """Show that an answer is being written, once it takes more than a second."""

    async def show() -> None:
        await asyncio.sleep(TYPING_AFTER)
        await turn_context.send_activity(Activity(type=ActivityTypes.typing))

    showing = asyncio.get_running_loop().create_task(show())
    try:
        yield
    finally:
        showing.cancel()
        try:
            await showing
        except asyncio.CancelledError:
            pass
        except DeliveryError as error:
            log.warning("typing not shown", status=error.status)
