"""Anybody may follow a body; one message when a decision is adjusted, and one press to stop."""

from __future__ import annotations

from tests.dialogs.round import OFFICER, SECRETARY, STAFF, TENANT, Round, titles
from tests.dialogs.test_adjusting import day_of, decided


async def adjust(round_: Round) -> None:
    """By two people."""
    form = await round_.press(await day_of(round_), "Justera", SECRETARY)
    await round_.press(form, "Begär bekräftelse", SECRETARY)
    sure = await round_.press(await day_of(round_, OFFICER), "Bekräfta justering", OFFICER)
    await round_.press(sure, "Bekräfta justering", OFFICER)


def told(round_: Round) -> list[str]:
    """Who has a message about an adjusted decision."""
    return [each.to for each in round_.memory.outbox.notes if each.kind == "note-followed"]


async def test_who_follows_is_told_once_when_it_is_adjusted_and_not_before() -> None:
    round_ = await decided()
    for _ in range(2):
        following = await round_.turn(STAFF, "följ KS")
    assert "Du följer KS" in following.text
    assert following.private
    await round_.turn(OFFICER, "följ KS")
    assert told(round_) == []
    await adjust(round_)
    assert told(round_) == ["stina"]  # the officer has confirmed it themself
    (note,) = [each for each in round_.memory.outbox.notes if each.kind == "note-followed"]
    assert note.button is not None
    stopped = await round_.turn(STAFF, verb=note.button.verb, fields=note.button.data)
    assert "Du följer inte KS längre" in stopped.text


async def test_one_press_stops_it() -> None:
    round_ = await decided()
    following = await round_.turn(STAFF, "follow KS", locale="en-GB")
    assert titles(following) == ["Stop following"]
    for _ in range(2):
        stopped = await round_.press(following, "Stop following", STAFF)
        assert "do not follow KS any more" in stopped.text
    await adjust(round_)
    assert told(round_) == []
    async with round_.memory.register(TENANT) as register:
        assert await register.followers("KS") == ()


async def test_a_body_that_is_not_there_cannot_be_followed() -> None:
    round_ = await decided()
    refused = await round_.turn(STAFF, verb="follow-body", fields={"body": "XYZ"})
    assert "nämnd" in refused.text.lower()
