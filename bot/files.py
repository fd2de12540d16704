"""Files that come with a message: fetched only from where Teams keeps them, and read apart."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path, PurePath
from typing import Any

import aiohttp
import structlog
from botbuilder.schema import Activity
from yarl import URL

from dialogs.turn import UploadedFile
from goals.document import GoalDocument
from goals.errors import (
    DocumentCorruptError,
    DocumentFileTooLargeError,
    DocumentTooSlowError,
    FileHostRefusedError,
    FileNotFetchedError,
)
from storage.documents.apart import answer_of

DOWNLOAD_INFO = "application/vnd.microsoft.teams.file.download.info"
"""The content type of a file in a personal chat; it lies in the sender's OneDrive."""
FILE_HOSTS = ("*.sharepoint.com",)
LARGEST_FILE = 30 * 1024 * 1024
FETCHING = aiohttp.ClientTimeout(total=20, connect=5)
READING_SECONDS = 30.0
READ_AT_ONCE = 2
MOST_REDIRECTS = 3
_CHUNK = 64 * 1024
_LONGEST_NAME = 120
_ROOT = Path(__file__).parent.parent
_HOST = re.compile(r"(?P<any>\*\.)?(?P<host>[a-z0-9.-]+)(?::(?P<port>[0-9]{1,5}))?")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

log = structlog.get_logger("bot.files")


@dataclass(frozen=True, slots=True)
class FileHost:
    """A host that files may be fetched from."""

    name: str
    port: int | None
    """None is the scheme's own."""
    with_all_below: bool
    """Whether it stands for every host below it, and not for itself."""

    def allows(self, url: URL) -> bool:
        """Https; plain http only to a loopback host that is named."""
        host = (url.host or "").lower()
        matches = host.endswith(f".{self.name}") if self.with_all_below else host == self.name
        if not matches or url.user or url.password:
            return False
        if url.scheme == "http":
            return host in _LOOPBACK and url.port == self.port
        return url.scheme == "https" and url.port == (self.port or 443)


def read_host(entry: str) -> FileHost:
    """Read "host", "host:port" or "*.host". Raises ValueError."""
    match = _HOST.fullmatch(entry.lower())
    if match is None:
        raise ValueError(f"not a host name: {entry!r}")
    return FileHost(
        match["host"], int(match["port"]) if match["port"] else None, bool(match["any"])
    )


class Files:
    """What comes with a message becomes files that can be read."""

    def __init__(
        self,
        *,
        session: aiohttp.ClientSession,
        hosts: Sequence[str],
        largest: int = LARGEST_FILE,
        reading_seconds: float = READING_SECONDS,
    ) -> None:
        self._session = session
        self._hosts = tuple(map(read_host, hosts))
        self._largest = largest
        self._reading_seconds = reading_seconds
        self._reading = asyncio.Semaphore(READ_AT_ONCE)

    def of(self, activity: Activity) -> tuple[UploadedFile, ...]:
        """The files of a message, none of them fetched."""
        return tuple(
            self._file(_name(attachment.name, content), str(content.get("downloadUrl") or ""))
            for attachment in activity.attachments or ()
            if attachment.content_type == DOWNLOAD_INFO
            for content in (attachment.content if isinstance(attachment.content, dict) else {},)
        )

    def _file(self, name: str, address: str) -> UploadedFile:
        async def read() -> GoalDocument:
            return await self._read(name, await self._fetch(name, address))

        async def fetch() -> bytes:
            return await self._fetch(name, address)

        return UploadedFile(name, read, fetch)

    async def _fetch(self, name: str, address: str) -> bytes:
        """The bytes; from allowed hosts only, without our token, and no more than is allowed."""
        try:
            async with asyncio.timeout(FETCHING.total):
                return await self._follow(name, _address(address))
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            log.warning("file not fetched", reason=type(error).__name__)
            raise FileNotFetchedError(document=name) from error

    async def _follow(self, name: str, url: URL) -> bytes:
        for _ in range(MOST_REDIRECTS + 1):
            if not any(host.allows(url) for host in self._hosts):
                log.warning("file host refused", host=url.host)
                raise FileHostRefusedError(document=name)
            async with self._session.get(
                url,
                allow_redirects=False,
                timeout=FETCHING,
                headers={"Accept-Encoding": "identity"},
            ) as answer:
                if answer.status in _REDIRECTS:
                    url = url.join(_address(answer.headers.get("Location", "")))
                    continue
                if answer.status != HTTPStatus.OK:
                    log.warning("file not fetched", status=answer.status)
                    raise FileNotFetchedError(document=name)
                return await self._bounded(name, answer)
        raise FileNotFetchedError(document=name)

    async def _bounded(self, name: str, answer: aiohttp.ClientResponse) -> bytes:
        """The body, given up as soon as it is too large, whatever its head said."""
        too_large = DocumentFileTooLargeError(
            document=name, megabytes=self._largest // 1024 // 1024
        )
        if (answer.content_length or 0) > self._largest:
            raise too_large
        content = bytearray()
        async for chunk in answer.content.iter_chunked(_CHUNK):
            content += chunk
            if len(content) > self._largest:
                raise too_large
        return bytes(content)

    async def _read(self, name: str, content: bytes) -> GoalDocument:
        """Read it in a process of its own, which is ended when it takes too long.

        It neither holds up the others' turns nor can take this process down, and it knows none
        of our settings.
        """
        environment = {
            key: value for key, value in os.environ.items() if not key.startswith("DELMAL_")
        }
        async with self._reading:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "storage.documents.apart",
                name,
                cwd=_ROOT,
                env=environment,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
            )
            try:
                async with asyncio.timeout(self._reading_seconds):
                    said, _ = await process.communicate(content)
            except TimeoutError:
                raise DocumentTooSlowError(
                    document=name, seconds=round(self._reading_seconds)
                ) from None
            finally:
                if process.returncode is None:
                    process.kill()
                    await process.wait()
        if process.returncode != 0:
            log.warning("document not read", code=process.returncode)
            raise DocumentCorruptError(document=name, format=PurePath(name).suffix or name)
        return answer_of(said)


def _address(text: str) -> URL:
    """The address as it is written: what is quoted in it stays quoted. Raises ValueError."""
    return URL(text, encoded=True)


def _name(stated: object, content: Mapping[str, Any]) -> str:
    """The file's own name, without a path or anything that cannot be seen."""
    name = re.split(r"[/\\]", stated if isinstance(stated, str) else "")[-1]
    name = "".join(sign for sign in name if sign.isprintable()).strip() or "dokument"
    kind = content.get("fileType")
    if "." not in name and isinstance(kind, str) and kind.isalnum():
        name = f"{name}.{kind}"
    return name[-_LONGEST_NAME:]
