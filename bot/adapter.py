"""One request in, one answer out: read it, see who sent it, let the bot take its turn.

Activities are read and written directly, by the names in the SDK's own tables: the SDK's way of
doing it costs more than all the rest of a turn.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from http import HTTPStatus
from typing import Any, NoReturn, TypeAlias, TypeVar, cast

import structlog
from botbuilder.core import CloudAdapterBase, TurnContext
from botbuilder.schema import (
    Activity,
    ActivityTypes,
    Attachment,
    ChannelAccount,
    ConversationAccount,
    ConversationReference,
    DeliveryModes,
    Entity,
    MessageReaction,
    ResourceResponse,
)
from msrest.serialization import Model

from bot.authentication import TeamsAuthentication, UnauthorizedError
from bot.connector import Connector
from bot.logs import begin_turn_log
from bot.metrics import Metrics
from bot.turns import INTENT_KEY, OTHER, OUTCOME_KEY, Outcome, TurnSeen, kind_of

TENANT_KEY = "delmal.tenant"
"""Where a turn's state holds the verified tenant, a str."""

Json: TypeAlias = Any
"""What JSON can hold."""
Logic = Callable[[TurnContext], Awaitable[Any]]
log = structlog.get_logger("bot.adapter")


class FinishedCard(dict[str, Any]):
    """An Adaptive Card that nobody changes any more; plain JSON throughout.

    The SDK's TurnContext deep-copies every activity that it sends, so that middleware may change
    the copy. Of a card, which may hold hundreds of parts, that would be most of a turn's work, and
    nobody changes one once it is built: the copy is the card itself.
    """

    __slots__ = ()

    def __deepcopy__(self, memo: dict[int, Any]) -> FinishedCard:
        return self


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back over HTTP; body None is an empty body."""

    status: int
    body: dict[str, Any] | None = None


class MalformedError(Exception):
    """The body is not an activity: HTTP 400. `reason` holds nothing of what was sent."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class TeamsAdapter(CloudAdapterBase):
    """The SDK's turns and middleware, with our own authentication and connector."""

    def __init__(
        self,
        *,
        authentication: TeamsAuthentication,
        connector: Connector,
        metrics: Metrics | None = None,
    ) -> None:
        # The base class only keeps it for proactive turns, which go by the connector instead.
        super().__init__(cast("Any", authentication))
        self._authentication = authentication
        self._connector = connector
        self._metrics = metrics or Metrics()

    async def process(self, body: bytes, authorization: str | None, logic: Logic) -> Answer:
        """Answer one request: `body` as it came, and its Authorization header.

        400 for what is no activity, 401 for a stranger, 500 for a turn that failed, 501 for an
        invoke that the bot did not answer, else 200 or what the bot answered. Raises only what
        looking up the tenant raises.
        """
        began = time.perf_counter()
        begin_turn_log()
        self._metrics.begun()
        seen = TurnSeen(OTHER, Outcome.FAILED)
        try:
            answer, seen = await self._take(body, authorization, logic)
        finally:
            seconds = time.perf_counter() - began
            self._metrics.seen(seen, seconds)
            log.info("turn", **seen.told(), ms=round(seconds * 1000, 1))
        return answer

    async def _take(
        self, body: bytes, authorization: str | None, logic: Logic
    ) -> tuple[Answer, TurnSeen]:
        try:
            raw = read_body(body)
            check_shape(raw)
            tenant = await self._authentication.authenticate(authorization, raw)
        except MalformedError as error:
            log.warning("request malformed", reason=error.reason)
            return Answer(400, {"error": error.reason}), TurnSeen(OTHER, Outcome.MALFORMED)
        except UnauthorizedError as error:
            log.warning("request refused", reason=error.reason)
            return Answer(401), TurnSeen(OTHER, Outcome.REFUSED)
        context = TurnContext(self, read_activity(raw))
        context.turn_state[TENANT_KEY] = tenant
        try:
            await self.run_pipeline(context, logic)
            answer = self._turn_answer(context)
        except Exception:  # a turn that fails is logged and must not stop the others
            log.exception("turn failed", type=context.activity.type)
            answer = Answer(500)
        return answer, _seen(context, answer)

    def _turn_answer(self, context: TurnContext) -> Answer:
        if context.activity.delivery_mode == DeliveryModes.expect_replies:
            return Answer(200, {"activities": to_wire(context.buffered_reply_activities)})
        if context.activity.type != ActivityTypes.invoke:
            return Answer(200)
        left = cast("Activity | None", context.turn_state.get(self._INVOKE_RESPONSE_KEY))
        if left is None:
            return Answer(501)
        response = cast("Any", left.value)
        return Answer(int(response.status or 200), to_wire(response.body))

    async def send_activities(
        self, context: TurnContext, activities: list[Activity]
    ) -> list[ResourceResponse]:
        """Send them in order. Raises DeliveryError at the first that cannot be delivered."""
        return [ResourceResponse(id=await self._send(context, each)) for each in activities]

    async def _send(self, context: TurnContext, activity: Activity) -> str:
        activity.id = cast("Any", None)
        if activity.type == ActivityTypes.invoke_response:
            context.turn_state[self._INVOKE_RESPONSE_KEY] = activity
            return ""
        if activity.type == ActivityTypes.trace:
            return ""
        if activity.type == "delay":
            await asyncio.sleep((activity.value or 1000) / 1000)
            return ""
        service_url, conversation_id = activity.service_url, activity.conversation.id
        wire = to_wire(activity)
        if activity.reply_to_id:
            return await self._connector.reply(
                service_url, conversation_id, activity.reply_to_id, wire
            )
        return await self._connector.send(service_url, conversation_id, wire)

    async def update_activity(
        self,
        context: TurnContext,  # noqa: ARG002 - the SDK's signature
        activity: Activity,
    ) -> ResourceResponse:
        """Replace the activity of that id. Raises DeliveryError."""
        updated = await self._connector.update(
            activity.service_url, activity.conversation.id, activity.id, to_wire(activity)
        )
        return ResourceResponse(id=updated)

    async def delete_activity(
        self,
        context: TurnContext,  # noqa: ARG002 - the SDK's signature
        reference: ConversationReference,
    ) -> None:
        """Delete the activity that the reference names. Raises DeliveryError."""
        await self._connector.delete(
            reference.service_url, reference.conversation.id, reference.activity_id
        )


def _seen(context: TurnContext, answer: Answer) -> TurnSeen:
    activity, state = context.activity, context.turn_state
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        is_for_us = answer.status != HTTPStatus.NOT_IMPLEMENTED
        outcome = Outcome.FAILED if is_for_us else Outcome.UNANSWERED
    else:
        outcome = cast("Outcome", state.get(OUTCOME_KEY, Outcome.ANSWERED))
    return TurnSeen(
        kind_of(activity.type, activity.name),
        outcome,
        intent=cast("str | None", state.get(INTENT_KEY)),
        place=activity.conversation.conversation_type,
        tenant=cast("str", state[TENANT_KEY]),
    )


# --- the body --------------------------------------------------------------------------------


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


# NaN and Infinity are Python's own idea of JSON, and would not survive being sent on.
_decode = json.JSONDecoder(parse_constant=_refuse_constant).decode

_TEXTS = (
    *("id", "timestamp", "localTimestamp", "localTimezone", "channelId", "replyToId", "locale"),
    *("text", "textFormat", "name", "action", "deliveryMode", "summary", "valueType", "label"),
)
_ACCOUNTS = ("from", "recipient", "conversation")
_ACCOUNT_TEXTS = ("id", "name", "aadObjectId", "role", "conversationType", "tenantId")
_ACCOUNT_LISTS = ("membersAdded", "membersRemoved")
_LIST_TEXTS = {
    "entities": "type",
    "attachments": "contentType",
    "reactionsAdded": "type",
    "reactionsRemoved": "type",
}
"""What each thing in these lists must say of itself."""
_LISTS = (*_LIST_TEXTS, *_ACCOUNT_LISTS)


def read_body(body: bytes) -> dict[str, Any]:
    """Read a JSON object. Raises MalformedError."""
    try:
        raw = _decode(body.decode())
        if b"\\ud" in body or b"\\uD" in body:
            # JSON can spell half a surrogate pair, which no database and no UTF-8 can hold.
            raw = json.loads(json.dumps(raw, ensure_ascii=False).encode("utf-8", "replace"))
    except (ValueError, RecursionError):
        raise MalformedError("not-json") from None
    if not isinstance(raw, dict):
        raise MalformedError("not-an-object")
    return raw


def check_shape(raw: Mapping[str, Any]) -> None:
    """See that everything that is read later is of its type. Raises MalformedError.

    Strict for every type of activity: all that Teams sends have type, from, conversation and
    serviceUrl.
    """
    for name in ("type", "serviceUrl"):
        _check(isinstance(raw.get(name), str) and raw[name], name)
    for name in _TEXTS:
        _check(_is_text(raw.get(name)), name)
    for name in _ACCOUNTS:
        account = raw.get(name)
        required = name != "recipient"
        _check(_is_account(account) if required or account is not None else True, name)
    for name in _LISTS:
        check = _is_account if name in _ACCOUNT_LISTS else _is_object
        _check(all(check(each) for each in _list(raw, name)), name)
    for name, text in _LIST_TEXTS.items():
        _check(all(isinstance(each.get(text), str) for each in _list(raw, name)), name)
    _check(raw.get("channelData") is None or _is_object(raw["channelData"]), "channelData")


def _check(right: object, name: str) -> None:
    if not right:
        raise MalformedError(f"bad-{name}")


def _is_text(value: object) -> bool:
    return value is None or isinstance(value, str)


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def _is_account(value: object) -> bool:
    """Whether it is a person's, a bot's or a conversation's account, with an id."""
    if not isinstance(value, dict) or not value.get("id"):
        return False
    return all(_is_text(value.get(name)) for name in _ACCOUNT_TEXTS)


def _list(raw: Mapping[str, Any], name: str) -> list[Any]:
    values = raw.get(name)
    if values is None:
        return []
    _check(isinstance(values, list), name)
    return cast("list[Any]", values)


# --- names -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Names:
    """What one kind of the SDK's things calls its parts, by the SDK's own table."""

    attributes: dict[str, str]
    """Python's name of each name on the wire."""
    wire: tuple[tuple[str, str], ...]
    """Each of Python's names with the one on the wire."""


_known_names: dict[type[Any], _Names] = {}


def _names(model: type[Any]) -> _Names:
    """Look the table up once for each kind."""
    names = _known_names.get(model)
    if names is None:
        table = model._attribute_map  # noqa: SLF001 - the only place where the SDK says them
        wire = tuple((attribute, entry["key"]) for attribute, entry in table.items())
        names = _Names(attributes={key: attribute for attribute, key in wire}, wire=wire)
        _known_names[model] = names
    return names


# --- from the wire ---------------------------------------------------------------------------

SomeModel = TypeVar("SomeModel", bound=Model)


def _read(model: type[SomeModel], raw: Mapping[str, Any]) -> SomeModel:
    """Build one of the SDK's things; what it has no name for is kept beside, not lost."""
    names = _names(model).attributes
    built = model(**{names[wire]: value for wire, value in raw.items() if wire in names})
    built.additional_properties = {wire: value for wire, value in raw.items() if wire not in names}
    return built


def _read_moment(text: str) -> datetime | None:
    """Read an ISO 8601 moment, UTC where none is said; None when it cannot be read."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _reader(model: type[Model]) -> Callable[[Any], Any]:
    return lambda raw: _read(model, raw)


def _list_reader(model: type[Model]) -> Callable[[Any], Any]:
    return lambda raws: [_read(model, raw) for raw in raws]


_READERS: dict[str, Callable[[Any], Any]] = {
    "from_property": _reader(ChannelAccount),
    "recipient": _reader(ChannelAccount),
    "conversation": _reader(ConversationAccount),
    "members_added": _list_reader(ChannelAccount),
    "members_removed": _list_reader(ChannelAccount),
    "reactions_added": _list_reader(MessageReaction),
    "reactions_removed": _list_reader(MessageReaction),
    "attachments": _list_reader(Attachment),
    "entities": _list_reader(Entity),
    "timestamp": _read_moment,
    "local_timestamp": _read_moment,
}


def read_activity(raw: Mapping[str, Any]) -> Activity:
    """Build the SDK's activity from one that `check_shape` has let through.

    `channel_data` and `value` stay as they came; unknown names are in `additional_properties`.
    """
    activity = _read(Activity, raw)
    for attribute, read in _READERS.items():
        value = getattr(activity, attribute)
        if value is not None:
            setattr(activity, attribute, read(value))
    return activity


# --- to the wire -----------------------------------------------------------------------------


def to_wire(value: object) -> Json:
    """Turn the SDK's things into what JSON can hold; None is left out, an attachment is as it is.

    Plain values, dicts and lists may be mixed with the SDK's things at any depth.
    """
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Model):
        return _model_to_wire(value)
    if isinstance(value, Mapping):
        return {name: to_wire(each) for name, each in value.items()}
    if isinstance(value, Iterable):
        return [to_wire(each) for each in value]
    return value.isoformat() if isinstance(value, datetime) else value


def _model_to_wire(model: Model) -> dict[str, Any]:
    wire = {
        name: to_wire(value)
        for name, value in (model.additional_properties or {}).items()
        if value is not None
    }
    for attribute, name in _names(type(model)).wire:
        value = getattr(model, attribute, None)
        if value is not None:
            # A card is JSON already, and the biggest thing in an activity.
            is_card = attribute == "content" and type(value) in (dict, FinishedCard)
            wire[name] = value if is_card else to_wire(value)
    return wire
