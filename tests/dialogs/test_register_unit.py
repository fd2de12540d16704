"""Units say where they are reached, an administrator confirms it, and what is lost is shown."""

from __future__ import annotations

import pytest

from dialogs.turn import Place, Reply, Turn
from goals.actor import Actor, Grant, Role
from goals.errors import EmailUnreadableError
from goals.expediting import planned
from goals.note import AddressKind
from goals.reaching import Place as Reached
from goals.reaching import add_address, lose_addresses, read_email
from goals.unit import AddressState, Channel, Unit, unit_called, unit_key
from tests.dialogs.round import ADMIN, OFFICIAL, SECRETARY, STAFF, TENANT, Round, titles

IT = Channel("19:it@thread.tacv2", "https://smba.invalid", "28:bot", "team-1", "Allmänt", "IT")


async def begun(unit: str = "IT-enhet") -> Round:
    """With a unit that a matter names, and an administrator."""
    round_ = await Round().begun()
    async with round_.memory.open_ledger(TENANT, now=round_.now) as ledger:
        await ledger.add_unit(unit)
        await ledger.change_role(ADMIN.object_id, Grant(Role.ADMIN), given=True, by=None)
    return round_


async def registered(round_: Round, actor: Actor, text: str = "registrera IT-enheten här") -> Reply:
    """Said in the unit's channel."""
    return await round_.answer(
        Turn(
            actor,
            round_.now,
            text,
            place=Place.CHANNEL,
            channel=IT,
            conversation=IT.conversation_id,
            locale="sv-SE",
        )
    )


async def unit_of(round_: Round) -> Unit:
    async with round_.memory.register(TENANT) as register:
        return next(each for each in await register.units() if each.name.startswith("IT"))


async def test_a_unit_is_registered_in_its_channel_and_an_administrator_confirms_it() -> None:
    round_ = await begun()
    told = await registered(round_, STAFF)
    assert "så snart en administratör har bekräftat det" in told.text
    assert (await unit_of(round_)).usable == ()
    (note,) = round_.memory.outbox.notes
    assert (note.to, note.kind) == ("it", "note-address-waiting")
    units = await round_.turn(ADMIN, "enheter")
    assert "IT-enhet: kanalen IT / Allmänt (väntar på att bekräftas)" in units.text
    (address,) = (await unit_of(round_)).addresses
    done = await round_.press(units, "Bekräfta", ADMIN, address=address.id)
    assert "IT-enhet nås nu: kanalen IT / Allmänt" in done.text
    assert [each.value for each in (await unit_of(round_)).usable] == [IT.conversation_id]
    assert round_.memory.outbox.notes[-1].kind == "note-address-confirmed"


async def test_registered_twice_it_is_one_address() -> None:
    round_ = await begun()
    for _ in range(2):
        await registered(round_, STAFF)
    assert len((await unit_of(round_)).addresses) == 1
    assert len(round_.memory.outbox.notes) == 1


async def test_what_an_administrator_registers_holds_at_once() -> None:
    round_ = await begun()
    told = await registered(round_, ADMIN, "@ registrera IT-enheten här".removeprefix("@ "))
    assert told.text == "IT-enhet nås här (kanalen IT / Allmänt)."


async def test_in_ones_own_chat_it_is_the_person_who_receives() -> None:
    round_ = await begun()
    await round_.turn(STAFF, "registrera IT-enheten här")
    (address,) = (await unit_of(round_)).addresses
    assert (address.kind, address.value) == (AddressKind.PERSON, "stina")


async def test_a_group_chat_is_no_place_for_a_unit() -> None:
    round_ = await begun()
    told = await round_.turn(STAFF, "registrera IT-enheten här", place=Place.GROUP)
    assert "enhetens kanal" in told.text


async def test_a_name_that_no_decision_has_is_told_with_those_that_are_there() -> None:
    round_ = await begun()
    told = await registered(round_, STAFF, "registrera Simhallen här")
    assert "Ingen enhet heter Simhallen" in told.text
    assert "IT-enhet" in told.text


@pytest.mark.parametrize("actor", [STAFF, OFFICIAL, SECRETARY])
async def test_only_an_administrator_changes_addresses(actor: Actor) -> None:
    round_ = await begun()
    await registered(round_, STAFF)
    (address,) = (await unit_of(round_)).addresses
    for verb in ("confirm-address", "remove-address", "put-address-first"):
        told = await round_.turn(actor, verb=verb, fields={"address": address.id})
        assert "administratör" in told.text
    for verb in ("open-unit-email", "save-unit-email"):
        told = await round_.turn(actor, verb=verb, fields={"unit": "IT-enhet", "email": "a@b.se"})
        assert "administratör" in told.text
    assert (await unit_of(round_)).addresses == (address,)
    assert titles(await round_.turn(SECRETARY, "enheter")) == []


async def test_several_addresses_have_an_order() -> None:
    round_ = await begun()
    await registered(round_, ADMIN)
    form = await round_.press(await round_.turn(ADMIN, "enheter"), "Lägg till e-post", ADMIN)
    wrong = await round_.press(form, "Spara", ADMIN, unit="IT-enhet", email="it(at)kommun")
    assert "Det är ingen e-postadress" in wrong.text
    units = await round_.press(form, "Spara", ADMIN, unit="IT-enhet", email="it@exempelby.invalid")
    unit = await unit_of(round_)
    assert [each.kind for each in unit.usable] == [AddressKind.CHANNEL, AddressKind.EMAIL]
    units = await round_.press(units, "Använd först", ADMIN, address=unit.usable[1].id)
    unit = await unit_of(round_)
    assert [each.kind for each in unit.usable] == [AddressKind.EMAIL, AddressKind.CHANNEL]
    units = await round_.press(units, "Ta bort", ADMIN, address=unit.usable[0].id)
    assert "nås inte längre så: e-post till it@exempelby.invalid" in units.text
    assert [each.kind for each in (await unit_of(round_)).usable] == [AddressKind.CHANNEL]
    gone = await round_.turn(ADMIN, verb="confirm-address", fields={"address": "ingen"})
    assert "Den adressen finns inte längre" in gone.text


async def test_where_the_bot_is_taken_out_the_address_is_lost_and_shown() -> None:
    round_ = await begun()
    await registered(round_, ADMIN)
    for _ in range(2):
        await lose_addresses(
            TENANT,
            kind=AddressKind.CHANNEL,
            values=frozenset(),
            team="team-1",
            open_ledger=round_.memory.open_ledger,
            now=round_.now,
        )
    (address,) = (await unit_of(round_)).addresses
    assert address.state is AddressState.GONE
    kinds = [each.kind for each in round_.memory.outbox.notes]
    assert kinds == ["note-address-gone"]
    units = await round_.turn(ADMIN, "enheter")
    assert "(finns inte kvar)" in units.text
    await registered(round_, ADMIN)
    assert len((await unit_of(round_)).usable) == 1


async def test_units_of_another_municipality_are_not_reached() -> None:
    round_ = await begun()
    await registered(round_, ADMIN)
    (address,) = (await unit_of(round_)).addresses
    round_.memory.add_tenant("annan")
    stranger = Actor("annan", "it", ADMIN.grants)
    round_.memory.outbox.all.clear()
    told = await round_.answer(
        Turn(stranger, round_.now, verb="remove-address", fields={"address": address.id})
    )
    assert "Den adressen finns inte längre" in told.text
    assert (await unit_of(round_)).usable == (address,)


async def test_a_great_municipality_has_its_units_on_several_cards() -> None:
    round_ = await begun()
    async with round_.memory.open_ledger(TENANT, now=round_.now) as ledger:
        for number in range(60):
            await ledger.add_unit(f"Enhet {number:02}")
    page = await round_.turn(ADMIN, "enheter")
    page = await round_.press(page, "Visa fler (37 till)", ADMIN)
    page = await round_.press(page, "Visa fler (12 till)", ADMIN)
    assert "IT-enhet" in page.text
    assert "Visa fler" not in " ".join(titles(page))


@pytest.mark.parametrize(
    "typed",
    ["", "it", "it@", "@kommun.se", "it@kommun", "a b@kommun.se", "it@kommun..se",
     "x" * 250 + "@a.se",
     "it@kommun.se\nBcc: alla@kommun.se", "it@kommun.se, chef@kommun.se"],
)  # fmt: skip
def test_what_is_no_email_address_is_refused(typed: str) -> None:
    with pytest.raises(EmailUnreadableError):
        read_email(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [("IT-enheten", "IT-enhet"), ("it enhet", "IT-enhet"), ("Kommundirektören", "Kommundirektör"),
     ("Kanslienheten", "Kanslienhet"), ("Servicekontoret", "Servicekontor")],
)  # fmt: skip
def test_a_unit_is_the_same_with_another_ending(one: str, other: str) -> None:
    assert unit_key(one) == unit_key(other)
    assert unit_called(one, [Unit(other)]) == Unit(other)


async def test_a_unit_that_was_entered_with_another_ending_is_one_with_that_of_the_decision() -> (
    None
):
    round_ = await begun()
    await add_address(
        TENANT,
        "Simhallsenheten",
        Reached(AddressKind.EMAIL, "sim@exempelby.invalid", "sim@exempelby.invalid"),
        by=None,
        new_id=lambda: "sim",
        open_ledger=round_.memory.open_ledger,
        now=round_.now,
    )
    async with round_.memory.open_ledger(TENANT, now=round_.now) as ledger:
        await ledger.add_unit("Simhallsenhet")  # as a matter that names it does
    units = await round_.turn(ADMIN, "enheter")
    assert "Simhallsenhet: e-post till sim@exempelby.invalid" in units.text
    assert "Simhallsenheten" not in units.text
    async with round_.memory.register(TENANT) as register:
        (found,) = planned(("Simhallsenhet",), await register.units())
    assert [each.value for each in found.addresses] == ["sim@exempelby.invalid"]


def test_units_of_other_names_are_other_units() -> None:
    assert unit_called("Personalenheten", [Unit("Ekonomienhet"), Unit("IT-enhet")]) is None
