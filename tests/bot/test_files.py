"""Files are fetched from named hosts only, and read where they can do no harm."""

from __future__ import annotations

from collections.abc import AsyncIterator

import aiohttp
import pytest
from botbuilder.schema import Activity
from yarl import URL

from bot.adapter import read_activity
from bot.files import Files, read_host
from bot.settings import SettingsError, read_settings
from goals.errors import (
    DocumentCorruptError,
    DocumentFileTooLargeError,
    DocumentTooSlowError,
    FileHostRefusedError,
    FileNotFetchedError,
)
from storage.documents import apart, example_document
from tests.teams import TeamsStandIn


@pytest.fixture
async def teams() -> AsyncIterator[TeamsStandIn]:
    async with TeamsStandIn() as stand_in:
        yield stand_in


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as each:
        yield each


def sent(teams: TeamsStandIn, name: str, content: bytes | str = b"") -> Activity:
    """A message with a file."""
    return read_activity(teams.upload(name, content))


@pytest.mark.parametrize(
    ("entry", "url", "allowed"),
    [
        ("*.sharepoint.com", "https://exempelby-my.sharepoint.com/personal/x?a=%2F", True),
        ("*.sharepoint.com", "https://EXEMPELBY.SharePoint.com/x", True),
        ("*.sharepoint.com", "https://sharepoint.com/x", False),
        ("*.sharepoint.com", "https://evilsharepoint.com/x", False),
        ("*.sharepoint.com", "https://x.sharepoint.com./x", False),
        ("*.sharepoint.com", "https://x.sharepoint.com:444/x", False),
        ("*.sharepoint.com", "http://x.sharepoint.com/x", False),
        ("*.sharepoint.com", "https://x.sharepoint.com@evil.invalid/x", False),
        ("files.invalid", "https://files.invalid/x", True),
        ("files.invalid:8443", "https://files.invalid:8443/x", True),
        ("127.0.0.1:80", "http://127.0.0.1/x", True),
        ("127.0.0.1:8080", "http://127.0.0.1:8081/x", False),
        ("127.0.0.1", "http://127.0.0.1:8080/x", False),
        ("files.invalid:80", "http://files.invalid:80/x", False),
    ],
)
def test_https_to_a_named_host_and_plain_http_to_this_machine_alone(
    entry: str, url: str, allowed: bool
) -> None:
    assert read_host(entry).allows(URL(url, encoded=True)) is allowed


def test_a_setting_that_is_no_host_name_stops_the_start() -> None:
    with pytest.raises(SettingsError, match="DELMAL_FILE_HOSTS"):
        read_settings({"DELMAL_FILE_HOSTS": "https://x.sharepoint.com/"})
    assert read_settings({}).file_hosts == ("*.sharepoint.com",)


@pytest.mark.parametrize(
    ("name", "kind", "shown"),
    [
        ("Mål 2025.docx", "docx", "Mål 2025.docx"),
        ("../../etc/passwd", "txt", "passwd.txt"),
        ("C:\\hemligt\\mål.pdf", "pdf", "mål.pdf"),
        ("mål\x00\u202e.txt", "txt", "mål.txt"),
        ("", "", "dokument"),
        (None, None, "dokument"),
    ],
)
async def test_a_file_keeps_its_own_name_and_no_path(
    teams: TeamsStandIn,
    session: aiohttp.ClientSession,
    name: str | None,
    kind: str | None,
    shown: str,
) -> None:
    raw = teams.upload("x.txt")
    raw["attachments"][0] |= {"name": name, "content": {"fileType": kind}}
    (file,) = Files(session=session, hosts=()).of(read_activity(raw))
    assert file.name == shown
    with pytest.raises(FileHostRefusedError):
        await file.read()


async def test_what_is_no_file_is_none(teams: TeamsStandIn, session: aiohttp.ClientSession) -> None:
    raw = teams.message("hej")
    raw["attachments"] += [{"contentType": "image/png", "contentUrl": "https://x.invalid/a.png"}]
    assert Files(session=session, hosts=()).of(read_activity(raw)) == ()


async def test_a_file_is_read_as_it_is_anywhere_else(
    teams: TeamsStandIn, session: aiohttp.ClientSession
) -> None:
    name, content = example_document()
    (file,) = Files(session=session, hosts=[teams.host]).of(sent(teams, name, content))
    document = await file.read()
    assert (document.name, len(document.subgoals)) == (name, 11)
    assert document.subgoals[0].line == 43


async def test_a_file_that_is_not_there_is_told(
    teams: TeamsStandIn, session: aiohttp.ClientSession
) -> None:
    activity = sent(teams, "x.txt")
    activity.attachments[0].content["downloadUrl"] = f"http://{teams.host}/gone"
    (file,) = Files(session=session, hosts=[teams.host]).of(activity)
    with pytest.raises(FileNotFetchedError):
        await file.read()
    activity.attachments[0].content["downloadUrl"] = "http://127.0.0.1:1/x"
    (file,) = Files(session=session, hosts=["127.0.0.1:1"]).of(activity)
    with pytest.raises(FileNotFetchedError):
        await file.read()


@pytest.mark.parametrize("endless", [True, False])
async def test_a_file_over_the_limit_is_given_up_whether_it_says_so_or_not(
    teams: TeamsStandIn, session: aiohttp.ClientSession, endless: bool
) -> None:
    teams.endless = endless
    activity = sent(teams, "x.txt", bytes(2 * 1024 * 1024))
    files = Files(session=session, hosts=[teams.host], largest=1024 * 1024)
    with pytest.raises(DocumentFileTooLargeError):
        await files.of(activity)[0].read()


async def test_reading_that_takes_too_long_is_ended(
    teams: TeamsStandIn, session: aiohttp.ClientSession
) -> None:
    files = Files(session=session, hosts=[teams.host], reading_seconds=0.001)
    with pytest.raises(DocumentTooSlowError):
        await files.of(sent(teams, *example_document()))[0].read()


async def test_a_reader_that_dies_takes_nobody_along(
    teams: TeamsStandIn, session: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    monkeypatch.setenv("PYTHONHOME", "/nowhere")  # no interpreter starts there
    files = Files(session=session, hosts=[teams.host])
    with pytest.raises(DocumentCorruptError):
        await files.of(sent(teams, *example_document()))[0].read()


def test_a_refusal_crosses_to_the_process_that_asked() -> None:
    for name, content in (("x.odt", b""), ("x.json", b"[]"), ("x.txt", b"\x89PNG\x00")):
        said = apart.answer_json(name, content)
        with pytest.raises(Exception, match="error-document") as refused:
            apart.answer_of(said)
        assert name in str(refused.value.args)
