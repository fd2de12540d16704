"""The kansli asks for a paper in Teams, and a browser fetches it: nobody else, and not for long."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import docx
import pytest
import time_machine
from pypdf import PdfReader

from bot.app import open_memory, serving, utc_now
from bot.settings import Settings
from goals.actor import Grant, Role
from goals.importing import record_document
from goals.paper import PaperFormat, PaperKind
from goals.paper_link import PaperLink, sign
from storage.database import Database
from storage.documents import example_document, read_document
from storage.link_key import link_key
from storage.people import grant_role, revoke_role
from storage.tenants import Tenant, Tenants
from tests.card_checks import check
from tests.postgres import Postgres
from tests.service import Service, signed_settings
from tests.teams import TENANT, TeamsStandIn

OFFICER = "0ff1ce00-0000-4000-8000-000000000001"
ADDRESS = "https://delmal.exempel.se"


@dataclass(frozen=True, slots=True)
class Town(Service):
    """The service, with its database and an officer of KS."""

    database: Database

    async def press(self, card: Any, title: str, person: str = OFFICER) -> Any:
        """Press a button of Action.Execute; the card that takes the old one's place."""
        (button,) = [each for each in card["actions"] if each["title"] == title]
        action = {"type": "Action.Execute", "verb": button["verb"], "data": button["data"]}
        activity = self.teams.invoke(
            "adaptiveCard/action", {"action": action}, aad_object_id=person, locale="sv-SE"
        )
        status, body = await self.post(activity)
        assert status == 200
        assert check(body["value"]) == []
        return body["value"]

    async def link(self, title: str = "Tjänsteskrivelse (Word)") -> str:
        """The path that the officer gets for a paper."""
        card = await self.card("handlingar KS 2025", aad_object_id=OFFICER)
        (opened,) = [
            each
            for each in (await self.press(card, title))["actions"]
            if each["type"] == "Action.OpenUrl"
        ]
        url: str = opened["url"]
        assert url.startswith(f"{ADDRESS}/papers/")
        return url.removeprefix(ADDRESS)

    async def fetch(self, path: str, **more: Any) -> tuple[aiohttp.ClientResponse, bytes]:
        """As a browser does, without any token of Teams."""
        async with self.session.get(self.url + path, **more) as answer:
            content = await answer.read()
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            return answer, content


@asynccontextmanager
async def served(data: Path, database_url: str | None = None) -> AsyncIterator[Town]:
    """The service as a municipality would set it up."""
    async with TeamsStandIn() as teams:
        settings = signed_settings(teams, data, database_url)
        settings = Settings.model_validate({**settings.model_dump(), "public_url": ADDRESS})
        async with open_memory(settings) as memory:
            await record_document(
                read_document(*example_document()),
                tenant=TENANT,
                open_ledger=memory.open_ledger,
                now=utc_now(),
            )
            await grant(memory.database)
            async with serving(settings) as url, aiohttp.ClientSession() as session:
                yield Town(url, session, teams, memory.database)


OF_KS = Grant(Role.OFFICER, "KS")


async def grant(database: Database, *, tenant: str = TENANT) -> None:
    """Let the officer be one."""
    await grant_role(
        database, tenant=tenant, object_id=OFFICER, grant=OF_KS, by=None, now=utc_now()
    )


@pytest.fixture(params=["sqlite", "postgresql"])
async def town(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Town]:
    """The service on each of its databases."""
    if request.param == "sqlite":
        async with served(tmp_path) as each:
            yield each
        return
    postgres: Postgres = request.getfixturevalue("postgres")
    async with (
        postgres.database() as url,
        served(tmp_path, url.render_as_string(hide_password=False)) as each,
    ):
        yield each


async def test_an_officer_gets_the_letter_marks_it_ready_and_the_mark_is_gone(town: Town) -> None:
    answer, content = await town.fetch(await town.link())
    assert answer.status == 200
    assert answer.content_type.endswith("wordprocessingml.document")
    assert answer.headers["Content-Disposition"] == (
        'attachment; filename="tjansteskrivelse-KS-2025.docx";'
        " filename*=UTF-8''Tj%C3%A4nsteskrivelse%20KS%202025.docx"
    )
    document = docx.Document(io.BytesIO(content))
    assert document.sections[0].header.paragraphs[0].text == "UTKAST"
    said = [each.text for each in document.paragraphs]
    assert "Mål och delmål 2025 Kommunstyrelsen" in said
    assert "Kommunstyrelsens fyra mål är:" in said

    card = await town.card("handlingar KS 2025", aad_object_id=OFFICER)
    card = await town.press(card, "Markera som klar: Tjänsteskrivelse")
    assert "Tjänsteskrivelse: klar" in card["fallbackText"]
    answer, content = await town.fetch(await town.link("Tjänsteskrivelse (PDF)"))
    assert (answer.status, answer.content_type) == (200, "application/pdf")
    assert "UTKAST" not in PdfReader(io.BytesIO(content)).pages[0].extract_text()
    answer, content = await town.fetch(await town.link("Beslutsunderlag (PDF)"))
    assert PdfReader(io.BytesIO(content)).pages[0].extract_text().startswith("UTKAST")


async def test_a_link_that_was_changed_or_made_up_opens_nothing(tmp_path: Path) -> None:
    async with served(tmp_path) as town:
        path = await town.link()
        words, _, seal = path.removeprefix("/papers/").partition(".")
        forged = sign(_link(), b"a guess")
        for token in ("x", "%00", f"{words}.", f"{words}x.{seal}", f"{words}.{seal}x", forged):
            answer, content = await town.fetch(f"/papers/{token}")
            assert answer.status == 404
            assert "Länken går inte att använda" in content.decode()
            assert answer.content_type == "text/html"
            assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        answer, content = await town.fetch("/papers/x", headers={"Accept-Language": "en-GB,sv"})
        assert "The link cannot be used" in content.decode()
        assert 'lang="en"' in content.decode()


async def test_a_link_is_void_after_ten_minutes(tmp_path: Path) -> None:
    async with served(tmp_path) as town:
        path = await town.link()
        assert (await town.fetch(path))[0].status == 200
        late = datetime.now(UTC) + timedelta(minutes=10, seconds=1)
        with time_machine.travel(late, tick=True):
            answer, content = await town.fetch(path)
        assert answer.status == 403
        assert "tid är ute" in content.decode()


async def test_who_has_lost_the_role_gets_nothing_though_the_link_is_good(town: Town) -> None:
    path = await town.link()
    await revoke_role(
        town.database, tenant=TENANT, object_id=OFFICER, grant=OF_KS, by=None, now=utc_now()
    )
    answer, content = await town.fetch(path)
    assert answer.status == 403
    assert "inte längre rätt" in content.decode()
    card = await town.card("handlingar KS 2025", aad_object_id=OFFICER)
    assert "actions" not in card


def _link(**more: Any) -> PaperLink:
    told: dict[str, Any] = {
        "tenant": TENANT,
        "object_id": OFFICER,
        "body": "KS",
        "year": 2025,
        "kind": PaperKind.LETTER,
        "format": PaperFormat.WORD,
        "expires": utc_now() + timedelta(minutes=5),
    }
    return PaperLink(**{**told, **more})


async def test_a_role_in_one_municipality_opens_nothing_in_another(tmp_path: Path) -> None:
    other = "11111111-1111-1111-1111-111111111111"
    async with served(tmp_path) as town:
        tenants = Tenants(town.database)
        await tenants.add(Tenant(other, "Granvika (påhittad)"), now=utc_now())
        key = await link_key(town.database, now=utc_now())
        answer, _ = await town.fetch(f"/papers/{sign(_link(tenant=other), key)}")
        assert answer.status == 403  # officer in TENANT only
        await grant(town.database, tenant=other)
        answer, content = await town.fetch(f"/papers/{sign(_link(tenant=other), key)}")
        assert answer.status == 409
        assert "finns inte i registret" in content.decode()
        answer, _ = await town.fetch(f"/papers/{sign(_link(tenant='nobody'), key)}")
        assert answer.status == 404


async def test_what_the_record_does_not_have_any_more_is_told_in_words(tmp_path: Path) -> None:
    async with served(tmp_path) as town:
        key = await link_key(town.database, now=utc_now())
        for more in ({"year": 1999}, {"kind": PaperKind.MINUTES}):
            answer, content = await town.fetch(f"/papers/{sign(_link(**more), key)}")
            assert answer.status == 409
            assert answer.content_type == "text/html"
            assert "KS" in content.decode()
