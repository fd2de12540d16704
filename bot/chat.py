"""The terminal as a small Teams: what is typed goes in by the door, cards come out drawn."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from itertools import count
from typing import Any, Self

import aiohttp
from aiohttp import web
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.app import open_memory, serving, utc_now
from bot.authentication import LOCAL_TENANT
from bot.settings import Settings
from dialogs.texts import say
from goals.actor import Grant, Role
from storage.people import grant_role

WAIT = 20.0
"""Seconds to wait for an answer."""
_CONVERSATION = "terminal"
_LEAVE = {"exit", "quit", ":q", "/quit", "/exit"}


async def talk(settings: Settings, speaker: str, role: Role | None, *, language: str) -> None:
    """Talk until the input ends. The sample person has the role while and after this chat."""
    person = f"sample-{speaker}"
    if role is not None:
        async with open_memory(settings, with_example=True) as memory:
            await grant_role(
                memory.database,
                tenant=LOCAL_TENANT,
                object_id=person,
                grant=Grant(role),
                by=None,
                now=utc_now(),
            )
    console = Console(highlight=False)
    async with (
        serving(settings) as bot,
        _Connector() as connector,
        aiohttp.ClientSession() as session,
    ):
        console.print(say(language, "chat-welcome", person=say(language, f"sample-{speaker}")))
        chat = _Chat(session, f"{bot}/api/messages", connector.url, person, language)
        await chat.post(type="installationUpdate", action="add")
        card = await connector.next_card()
        buttons = draw(console, card)
        lines = _lines(console)
        async for line in lines:
            if line.strip().lower() in _LEAVE:
                break
            pressed = _pressed(line, buttons)
            if pressed is not None:
                console.print(Text(f"[{pressed['title']}]", style="bold"))
            if pressed is not None and pressed["type"] == "Action.Execute":
                card = await chat.execute(pressed, await _filled_in(console, card, pressed, lines))
            else:
                said = {"text": line} if pressed is None else {"text": "", "value": pressed["data"]}
                await chat.post(type="message", **said)
                card = await connector.next_card()
            if card is None:
                console.print(say(language, "chat-no-answer"))
                continue
            buttons = draw(console, card)


def _pressed(line: str, buttons: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """A number alone presses the button of the last card that has it."""
    typed = line.strip()
    if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(buttons):
        return buttons[int(typed) - 1]
    return None


async def _filled_in(
    console: Console,
    card: Mapping[str, Any] | None,
    pressed: Mapping[str, Any],
    lines: AsyncIterator[str],
) -> dict[str, str]:
    """What is typed into the card's inputs, one by one, before the button is pressed."""
    filled: dict[str, str] = {}
    if card is None or pressed.get("associatedInputs") == "none":
        return filled
    for element in card["body"]:
        if element["type"] == "Input.Text":
            console.print(f"{element['label']}:", markup=False)
            filled[element["id"]] = await anext(lines, "")
    return filled


async def _lines(console: Console) -> AsyncIterator[str]:
    """What is typed, line by line, without stopping the bot meanwhile."""
    interactive = sys.stdin.isatty()
    while True:
        if interactive:
            console.print("\n> ", end="")
        line = await asyncio.to_thread(sys.stdin.readline)
        if not line:
            return
        if not interactive:
            console.print(f"\n> {line.rstrip()}", markup=False)
        if line.strip():
            yield line.rstrip("\n")


class _Chat:
    """One personal conversation, as Teams would post it."""

    def __init__(
        self, session: aiohttp.ClientSession, url: str, service_url: str, person: str, language: str
    ) -> None:
        self._session = session
        self._url = url
        self._service_url = service_url
        self._person = person
        self._language = language
        self._ids = count(1)

    async def execute(
        self, pressed: Mapping[str, Any], inputs: Mapping[str, str]
    ) -> Mapping[str, Any] | None:
        """Press a button of Action.Execute; the card that takes the old one's place."""
        action = {"verb": pressed["verb"], "data": {**pressed.get("data", {}), **inputs}}
        answer = await self.post(
            type="invoke", name="adaptiveCard/action", value={"action": action}
        )
        return answer.get("value") if isinstance(answer, dict) else None

    async def post(self, **fields: Any) -> Any:  # noqa: ANN401 — what an activity can hold
        """Post an activity; the JSON of its answer, where it has one."""
        activity = {
            "id": f"{self._person}-{utc_now().timestamp()}-{next(self._ids)}",
            "channelId": "msteams",
            "serviceUrl": self._service_url,
            "locale": "en-GB" if self._language == "en" else "sv-SE",
            "from": {"id": self._person, "aadObjectId": self._person},
            "recipient": {"id": "bot", "name": "Delmål"},
            "conversation": {
                "id": f"{_CONVERSATION}-{self._person}-{id(self)}",
                "conversationType": "personal",
            },
            **fields,
        }
        async with self._session.post(self._url, json=activity) as answer:
            body = await answer.read()
            return json.loads(body) if body else None


class _Connector:
    """Where the bot sends its answers: the two addresses of Teams' connector that it uses."""

    def __init__(self) -> None:
        self._cards: asyncio.Queue[Mapping[str, Any]] = asyncio.Queue()
        self._ids = count(1)
        self.url = ""

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=1024 * 1024)
        for path in (
            "/v3/conversations/{conversation}/activities",
            "/v3/conversations/{conversation}/activities/{reply_to}",
        ):
            app.router.add_post(path, self._take)
            if "reply_to" in path:
                app.router.add_put(path, self._take)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/"
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        activity = await request.json()
        for attachment in activity.get("attachments", ()):
            self._cards.put_nowait(attachment["content"])
        return web.json_response({"id": f"shown-{next(self._ids)}"})

    async def next_card(self) -> Mapping[str, Any] | None:
        """The next card, or None when none comes."""
        with contextlib.suppress(TimeoutError):
            return await asyncio.wait_for(self._cards.get(), WAIT)
        return None


def draw(console: Console, card: Mapping[str, Any] | None) -> list[Mapping[str, Any]]:
    """Draw a card; returns its buttons, in the order of their numbers."""
    if card is None:
        return []
    console.print()
    for element in card["body"]:
        _draw(console, element, indent=2)
    buttons = list(card.get("actions", ()))
    if buttons:
        console.print()
        for number, button in enumerate(buttons, start=1):
            console.print(
                Padding(Text(f"[{number}] {button['title']}", style="cyan"), (0, 0, 0, 2))
            )
    return buttons


def _draw(console: Console, element: Mapping[str, Any], *, indent: int) -> None:
    if element.get("separator") or element.get("spacing") == "medium":
        console.print()
    match element["type"]:
        case "Container":
            for item in element["items"]:
                _draw(console, item, indent=indent + 2)
        case "ColumnSet":
            table = Table.grid(padding=(0, 1))
            for column in element["columns"]:
                table.add_column(ratio=1 if column.get("width") == "stretch" else None)
            table.add_row(
                *(
                    Text("\n").join(_text(item) for item in column["items"])
                    for column in element["columns"]
                )
            )
            console.print(Padding(table, (0, 0, 0, indent)))
        case "Input.Text":
            field = Text(f"{element['label']}: [{element.get('value') or ' ' * 20}]")
            console.print(Padding(field, (0, 0, 0, indent)))
        case _:
            console.print(Padding(_text(element), (0, 0, 0, indent)))


def _text(element: Mapping[str, Any]) -> Text:
    if element["type"] == "RichTextBlock":
        text = Text()
        for run in element["inlines"]:
            text.append(run["text"], style="bold" if run.get("weight") == "bolder" else "")
        return text
    style = "bold" if element.get("weight") == "bolder" else ""
    return Text(_unescaped(element.get("text", "")), style=style)


def _unescaped(text: str) -> str:
    """A TextBlock's text as it is shown, its Markdown escapes undone."""
    return "".join(
        sign for place, sign in enumerate(text) if sign != "\\" or text[place - 1 : place] == "\\"
    )
