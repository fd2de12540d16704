"""One request in, one answer out: what is read, what is answered, what is sent."""

from __future__ import annotations

import copy
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
from botbuilder.core import ActivityHandler, InvokeResponse, TurnContext
from botbuilder.schema import (
    Activity,
    ActivityTypes,
    Attachment,
    CardAction,
    ChannelAccount,
    Entity,
    HeroCard,
    Mention,
    SuggestedActions,
)

from bot.adapter import (
    TENANT_KEY,
    FinishedCard,
    MalformedError,
    check_shape,
    read_activity,
    read_body,
    to_wire,
)
from bot.connector import DeliveryError
from tests.bot.echo import EchoBot, echo, echo_bot
from tests.teams import PERSON, TENANT, TeamsStandIn, Trouble, invoke, message

CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": None}]}


@pytest.fixture
async def teams() -> AsyncIterator[TeamsStandIn]:
    async with TeamsStandIn() as stand_in:
        yield stand_in


@pytest.fixture
async def bot(teams: TeamsStandIn) -> AsyncIterator[EchoBot]:
    async with echo_bot(teams) as serving:
        yield serving


# --- what is no activity ---

NOT_ACTIVITIES = (
    b"",
    b"not json",
    b"[]",
    b'"text"',
    b"null",
    b"{}",
    b"\xff\xfe{}",
    '{"type": "Å"}'.encode("latin-1"),
    '{"type": "message"}'.encode("utf-16"),
    b'{"type": NaN}',
    b"[" * 100_000,
    b'{"a":' * 50_000,
    b'{"type": ' + b"9" * 5_000 + b"}",
)


@pytest.mark.parametrize("body", NOT_ACTIVITIES, ids=range(len(NOT_ACTIVITIES)))
async def test_what_is_no_activity_is_answered_with_400(bot: EchoBot, body: bytes) -> None:
    assert (await bot.hear(body))[0] == 400


BAD_FIELDS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("type", (None, "", 7, [], {})),
    ("from", (None, "", "anna", 7, [], {}, {"id": ""}, {"id": 7}, {"id": "a", "aadObjectId": 7})),
    ("conversation", (None, "", "a:1", 7, [], {}, {"id": ""}, {"id": {}}, {"name": "x"})),
    ("serviceUrl", (None, "", 7, [], {})),
    ("recipient", ("bot", 7, [], {"id": 7})),
    ("channelData", ("x", 7, [])),
    ("entities", ("x", 7, {}, [7], [None], [{}], [{"type": 7}])),
    ("attachments", ("x", 7, {}, ["x"], [{"contentType": 7}])),
    ("membersAdded", ("x", {}, ["x"], [{}])),
    ("membersRemoved", ("x", {}, ["x"], [{}])),
    ("reactionsAdded", ("x", {}, ["x"], [{}])),
    *((name, (7, [], {}, True)) for name in ("id", "text", "locale", "name", "replyToId")),
    *((name, (7, [], {})) for name in ("channelId", "timestamp", "textFormat", "action")),
)
TYPES = (
    *("message", "invoke", "messageUpdate", "messageReaction", "conversationUpdate"),
    *("installationUpdate", "event", "typing", "somethingNew"),
)


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize(("name", "values"), BAD_FIELDS)
def test_a_field_that_is_missing_or_of_the_wrong_type_is_refused(
    kind: str, name: str, values: tuple[Any, ...]
) -> None:
    for value in values:
        with pytest.raises(MalformedError):
            check_shape({**message("hej"), "type": kind, name: value})


@pytest.mark.parametrize("name", ["type", "from", "conversation", "serviceUrl"])
async def test_a_message_without_its_essentials_is_answered_with_400(
    bot: EchoBot, name: str
) -> None:
    activity = bot.teams.message("hej")
    del activity[name]
    assert await bot.hear(activity) == (400, {"error": f"bad-{name}"})
    assert bot.teams.said == []


@pytest.mark.parametrize("kind", TYPES)
def test_every_type_of_activity_may_pass(kind: str) -> None:
    check_shape({**message("hej"), "type": kind, "text": None, "entities": None})


def test_half_an_emoji_is_mended() -> None:
    raw = read_body(b'{"text": "a\\ud83d", "whole": "\\ud83d\\ude00"}')
    assert raw == {"text": "a?", "whole": "😀"}


# --- what the bot gets ---


def test_an_activity_is_read_whole() -> None:
    raw = {
        **message("hej", conversation_type="channel", id="1", replyToId="0"),
        "timestamp": "2026-03-01T12:00:00.1234567Z",
        "membersAdded": [{"id": "28:bot"}],
        "attachments": [{"contentType": "image/png", "contentUrl": "https://a/b", "size": 7}],
        "value": {"a": [1]},
        "unknown": {"kept": True},
    }
    activity = read_activity(raw)
    assert activity.type == ActivityTypes.message
    assert activity.text == "<at>Delmål</at> hej"
    assert (activity.id, activity.reply_to_id) == ("1", "0")
    assert activity.from_property.aad_object_id == PERSON
    assert activity.conversation.conversation_type == "channel"
    assert activity.conversation.is_group is True
    assert activity.conversation.additional_properties == {"tenantId": TENANT}
    assert activity.recipient.name == "Delmål"
    assert activity.members_added[0].id == "28:bot"
    assert activity.attachments[0].content_url == "https://a/b"
    assert activity.attachments[0].additional_properties == {"size": 7}
    assert activity.channel_data is raw["channelData"]
    assert activity.value is raw["value"]
    assert activity.additional_properties == {"unknown": {"kept": True}}
    assert activity.timestamp == datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)
    assert (activity.locale, activity.text_format) == ("sv-SE", "plain")
    assert activity.local_timezone == "Europe/Stockholm"


def test_the_sdk_finds_mentions_in_what_was_read() -> None:
    activity = read_activity(message("hej", conversation_type="channel"))
    assert len(TurnContext.get_mentions(activity)) == 1
    assert TurnContext.remove_recipient_mention(activity).strip() == "hej"


def test_an_activity_goes_out_as_it_came_in() -> None:
    raw = message("hej", conversation_type="groupChat")
    sent = to_wire(read_activity(raw))
    for moment in ("timestamp", "localTimestamp"):
        assert sent.pop(moment)[:19] == raw.pop(moment)[:19]
    assert sent == raw


def test_a_moment_that_cannot_be_read_is_none() -> None:
    assert read_activity(message("hej", timestamp="yesterday")).timestamp is None
    naive = read_activity(message("hej", timestamp="2026-03-01T12:00:00"))
    assert naive.timestamp == datetime(2026, 3, 1, 12, tzinfo=UTC)


async def test_the_turn_knows_the_verified_tenant(teams: TeamsStandIn) -> None:
    seen: list[object] = []

    async def logic(context: TurnContext) -> None:
        seen.append(context.turn_state[TENANT_KEY])

    async with echo_bot(teams, logic=logic) as bot:
        assert (await bot.hear(teams.message("hej")))[0] == 200
    assert seen == [TENANT]


async def test_nothing_is_acted_on_before_it_is_known_who_sent_it(teams: TeamsStandIn) -> None:
    heard: list[object] = []

    async def logic(context: TurnContext) -> None:
        heard.append(context)

    async with echo_bot(teams, logic=logic) as bot:
        assert (await bot.hear(teams.message("hej"), token="garbage"))[0] == 401
        assert (await bot.hear(teams.invoke("a/b", {}), token=""))[0] == 401
    assert heard == []


# --- what the bot says ---


async def test_an_answer_is_a_reply_to_the_message(bot: EchoBot) -> None:
    await bot.hear(bot.teams.message("hej", id="1:42"))
    (delivery,) = bot.teams.deliveries
    assert (delivery.method, delivery.activity_id) == ("POST", "1:42")
    said = delivery.activity
    assert (said["type"], said["text"], said["replyToId"]) == ("message", "hej", "1:42")
    assert said["from"]["id"] == "28:" + bot.teams.app_id
    assert said["recipient"]["aadObjectId"] == PERSON
    assert "id" not in said
    assert None not in said.values()


async def test_the_bot_learns_the_id_of_what_it_said(teams: TeamsStandIn) -> None:
    ids: list[str] = []

    async def logic(context: TurnContext) -> None:
        response = await context.send_activity("hej")
        assert response is not None
        ids.append(response.id)

    async with echo_bot(teams, logic=logic) as bot:
        await bot.hear(teams.message("hej"))
    assert ids == ["1:said-1"]


async def test_what_answers_no_activity_is_sent_and_not_a_reply(bot: EchoBot) -> None:
    update = {**bot.teams.message("hej"), "type": "conversationUpdate"}
    await bot.hear(update)
    (delivery,) = bot.teams.deliveries
    assert delivery.activity_id is None


async def test_nothing_of_a_message_is_lost_on_its_way_out(teams: TeamsStandIn) -> None:
    mention = Mention(mentioned=ChannelAccount(id="29:1", name="Åsa"), text="<at>Åsa</at>")
    mention.type = "mention"
    other = Entity(type="https://schema.org/Message")
    other.additional_properties = {"@type": "Message", "additionalType": ["AIGeneratedContent"]}
    rich = Activity(
        type=ActivityTypes.message,
        text="<at>Åsa</at> hej",
        summary="Svar om delmål 6",
        entities=[mention, other],
        suggested_actions=SuggestedActions(
            to=[], actions=[CardAction(type="imBack", title="Hjälp", value="hjälp")]
        ),
        attachments=[
            Attachment(content_type="application/vnd.microsoft.card.adaptive", content=CARD),
            Attachment(
                content_type="application/vnd.microsoft.card.hero",
                content=HeroCard(title="T", buttons=[CardAction(type="imBack", title="B")]),
            ),
        ],
        channel_data={"notification": {"alert": True}},
    )

    async def logic(context: TurnContext) -> None:
        await context.send_activity(rich)

    async with echo_bot(teams, logic=logic) as bot:
        await bot.hear(teams.message("hej"))
    (said,) = teams.said
    assert said["summary"] == "Svar om delmål 6"
    assert said["entities"] == [
        {
            "type": "mention",
            "text": "<at>Åsa</at>",
            "mentioned": {"id": "29:1", "name": "Åsa"},
        },
        {
            "type": "https://schema.org/Message",
            "@type": "Message",
            "additionalType": ["AIGeneratedContent"],
        },
    ]
    assert said["suggestedActions"] == {
        "to": [],
        "actions": [{"type": "imBack", "title": "Hjälp", "value": "hjälp"}],
    }
    assert said["attachments"][0]["content"] == CARD
    assert said["attachments"][1]["content"] == {
        "title": "T",
        "buttons": [{"type": "imBack", "title": "B"}],
    }
    assert said["channelData"] == {"notification": {"alert": True}}


async def test_a_message_can_be_updated_and_deleted(teams: TeamsStandIn) -> None:
    async def logic(context: TurnContext) -> None:
        await context.update_activity(Activity(type="message", id="1:7", text="nytt"))
        await context.delete_activity("1:7")

    async with echo_bot(teams, logic=logic) as bot:
        assert (await bot.hear(teams.message("hej")))[0] == 200
    put, delete = teams.deliveries
    assert (put.method, put.activity_id, put.activity["text"]) == ("PUT", "1:7", "nytt")
    assert (delete.method, delete.activity_id) == ("DELETE", "1:7")


async def test_a_trace_is_not_sent_to_people(teams: TeamsStandIn) -> None:
    async def logic(context: TurnContext) -> None:
        await context.send_trace_activity("trace", value=1)

    async with echo_bot(teams, logic=logic) as bot:
        assert (await bot.hear(teams.message("hej")))[0] == 200
    assert teams.deliveries == []


async def test_replies_that_are_expected_come_in_the_answer(teams: TeamsStandIn) -> None:
    async with echo_bot(teams) as bot:
        status, body = await bot.hear(teams.message("hej", deliveryMode="expectReplies"))
    assert status == 200
    assert [activity["text"] for activity in body["activities"]] == ["hej"]
    assert teams.deliveries == []


# --- invokes ---


async def _invoke(teams: TeamsStandIn, response: Any) -> tuple[int, Any]:
    class Handler(ActivityHandler):
        async def on_invoke_activity(self, turn_context: TurnContext) -> Any:
            return response

    async with echo_bot(teams, logic=Handler().on_turn) as bot:
        return await bot.hear(teams.invoke("adaptiveCard/action", {"action": {"verb": "x"}}))


async def test_an_invoke_is_answered_with_what_the_bot_left(teams: TeamsStandIn) -> None:
    body = {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "Å"}
    assert await _invoke(teams, InvokeResponse(status=200, body=body)) == (200, body)
    assert teams.deliveries == []


async def test_an_invoke_may_be_answered_with_another_status(teams: TeamsStandIn) -> None:
    assert await _invoke(teams, InvokeResponse(status=412)) == (412, None)


async def test_an_invoke_may_be_answered_with_a_card(teams: TeamsStandIn) -> None:
    body = {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": CARD}
    assert (await _invoke(teams, InvokeResponse(status=200, body=body)))[0] == 200


async def test_an_invoke_that_the_bot_did_not_answer_is_501(teams: TeamsStandIn) -> None:
    assert await _invoke(teams, None) == (501, None)


# --- when the bot fails ---


async def _fail(context: TurnContext) -> None:
    raise RuntimeError("secret")


async def test_a_turn_that_fails_is_answered_with_500_and_no_word(teams: TeamsStandIn) -> None:
    async with echo_bot(teams, logic=_fail) as bot:
        assert await bot.hear(teams.message("hej")) == (500, None)


async def test_a_failed_turn_is_apologised_for_by_the_application(teams: TeamsStandIn) -> None:
    async def apologise(context: TurnContext, error: Exception) -> None:
        await context.send_activity("Förlåt")

    async with echo_bot(teams, logic=_fail) as bot:
        bot.adapter.on_turn_error = apologise
        assert (await bot.hear(teams.message("hej")))[0] == 200
    assert teams.texts == ["Förlåt"]


async def test_an_apology_that_fails_is_500_without_a_word(teams: TeamsStandIn) -> None:
    async def apologise(context: TurnContext, error: Exception) -> None:
        raise error

    async with echo_bot(teams, logic=_fail) as bot:
        bot.adapter.on_turn_error = apologise
        assert await bot.hear(teams.message("hej")) == (500, None)


async def test_the_bot_is_told_when_its_message_is_refused(teams: TeamsStandIn) -> None:
    errors: list[DeliveryError] = []

    async def logic(context: TurnContext) -> None:
        try:
            await echo(context)
        except DeliveryError as error:
            errors.append(error)

    teams.troubles.append(Trouble(status=403, code="MessageWritesBlocked"))
    async with echo_bot(teams, logic=logic) as bot:
        assert (await bot.hear(teams.message("hej")))[0] == 200
    assert [error.code for error in errors] == ["MessageWritesBlocked"]


async def test_it_works_without_http_too(bot: EchoBot) -> None:
    async def answer(context: TurnContext) -> None:
        await context.send_activity(
            Activity(type="invokeResponse", value=InvokeResponse(status=200, body={"a": 1}))
        )

    body = json.dumps(invoke("a/b", {}, service_url=bot.teams.service_url)).encode()
    answered = await bot.adapter.process(body, f"Bearer {bot.teams.token()}", answer)
    assert (answered.status, answered.body) == (200, {"a": 1})


def test_a_finished_card_is_neither_copied_nor_walked() -> None:
    card = FinishedCard({"type": "AdaptiveCard", "body": [{"type": "TextBlock", "text": "å"}]})
    activity = Activity(type="message", attachments=[Attachment(content=card)])
    copied = copy.deepcopy(activity)
    assert copied.attachments[0] is not activity.attachments[0]
    assert copied.attachments[0].content is card
    wire = to_wire(copied)
    assert wire["attachments"][0]["content"] is card
    assert json.loads(json.dumps(wire))["attachments"][0]["content"] == dict(card)
