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
        screen = _Screen(console, language)
        await chat.post(type="installationUpdate", action="add")
        screen.show(await connector.next_card())
        showing = asyncio.create_task(screen.show_notes(connector.notes))
        async for line in screen.lines():
            if line.strip().lower() in _LEAVE:
                break
            if not line.strip():
                continue
            pressed = screen.pressed(line)
            if pressed is None:
                await chat.post(type="message", text=line)
                screen.show(await connector.next_card())
                continue
            console.print(Text(f"[{pressed['title']}]", style="bold"))
            if pressed["type"] == "Action.OpenUrl":
                console.print(str(pressed["url"]), markup=False)
                continue
            inputs = await screen.filled_in(pressed)
            if pressed["type"] == "Action.Execute":
                screen.show(await chat.execute(pressed, inputs))
            else:
                await chat.post(type="message", text="", value={**pressed["data"], **inputs})
                screen.show(await connector.next_card())
        await screen.show_what_came(connector.notes)
        showing.cancel()
        await asyncio.gather(showing, return_exceptions=True)


class _Screen:
    """The terminal: the last card, whose buttons can be pressed, and what is typed."""

    def __init__(self, console: Console, language: str) -> None:
        self._console = console
        self._language = language
        self._card: Mapping[str, Any] = {}
        self._buttons: list[Mapping[str, Any]] = []
        self._interactive = sys.stdin.isatty()

    def show(self, card: Mapping[str, Any] | str | None) -> None:
        """Draw a card; the one before stays what can be pressed where none or a sentence came."""
        if card is None or isinstance(card, str):
            said = card or say(self._language, "chat-no-answer")
            self._console.print(said, markup=False)
            return
        self._card, self._buttons = card, draw(self._console, card)

    async def show_notes(self, notes: asyncio.Queue[Mapping[str, Any]]) -> None:
        """Draw what the bot says unasked, as it comes."""
        while True:
            self._show_note(await notes.get())

    async def show_what_came(self, notes: asyncio.Queue[Mapping[str, Any]]) -> None:
        """Draw what has come by now."""
        while not notes.empty():
            self._show_note(notes.get_nowait())

    def _show_note(self, note: Mapping[str, Any]) -> None:
        self._console.print()
        self._console.rule(say(self._language, "chat-note"), align="left")
        self.show(note)

    def pressed(self, line: str) -> Mapping[str, Any] | None:
        """A number alone presses the button of the last card that has it."""
        return _numbered(line, self._buttons)

    async def filled_in(self, pressed: Mapping[str, Any]) -> dict[str, str]:
        """What is typed into the card's inputs, one by one, before the button is pressed.

        Only Enter leaves an input as it is; what is no choice's number is taken as it was typed,
        as from Teams' own people picker.
        """
        filled: dict[str, str] = {}
        if pressed.get("associatedInputs") == "none":
            return filled
        for field in _inputs(self._card):
            self._ask(field)
            line = await anext(self.lines(), "")
            filled[field["id"]] = _value_of(line, field) if line.strip() else field.get("value", "")
        return filled

    def _ask(self, field: Mapping[str, Any]) -> None:
        self._console.print(Text(f"{_label(field)}:", style="bold"))
        for number, choice in enumerate(_choices(field), start=1):
            self._console.print(Text(f"  {number}. {choice['title']}"))
        key = _HINTS.get(field["type"])
        if field.get("isMultiSelect"):
            key = "chat-choose-several"
        if "choices.data" in field:
            key = "chat-choose-person"
        if key is not None:
            self._console.print(Text(f"  {say(self._language, key)}", style="dim"))
        if field.get("value"):
            kept = say(self._language, "chat-kept", value=_shown_value(field))
            self._console.print(Text(f"  {kept}", style="dim"))

    async def lines(self) -> AsyncIterator[str]:
        """What is typed, line by line, without stopping the bot meanwhile."""
        while True:
            if self._interactive:
                self._console.print("\n> ", end="")
            line = await asyncio.to_thread(sys.stdin.readline)
            if not line:
                return
            if not self._interactive:
                self._console.print(f"\n> {line.rstrip()}", markup=False)
            yield line.rstrip("\n")


_HINTS = {
    "Input.ChoiceSet": "chat-choose",
    "Input.Toggle": "chat-choose",
    "Input.Date": "chat-date",
    "Input.Time": "chat-time",
}


def _numbered(line: str, offered: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The one whose number this is."""
    typed = line.strip()
    if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(offered):
        return offered[int(typed) - 1]
    return None


def _inputs(part: object) -> list[Mapping[str, Any]]:
    """Every input of a card, in its order, however deep it stands."""
    if isinstance(part, list):
        return [field for each in part for field in _inputs(each)]
    if not isinstance(part, Mapping):
        return []
    if str(part.get("type", "")).startswith("Input."):
        return [part]
    return [field for name in ("body", "items", "columns") for field in _inputs(part.get(name))]


def _label(field: Mapping[str, Any]) -> str:
    return str(field.get("label") or field.get("title") or "")


def _choices(field: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """What can be chosen; a toggle is a choice of two."""
    if field["type"] == "Input.Toggle":
        return [
            {"title": f"☑ {field['title']}", "value": field.get("valueOn", "true")},
            {"title": f"☐ {field['title']}", "value": field.get("valueOff", "false")},
        ]
    found: Sequence[Mapping[str, Any]] = field.get("choices", ())
    return found


def _value_of(line: str, field: Mapping[str, Any]) -> str:
    parts = line.split(",") if field.get("isMultiSelect") else [line]
    chosen = [_numbered(each, _choices(field)) for each in parts]
    return ",".join(
        str(choice["value"]) if choice else part.strip()
        for choice, part in zip(chosen, parts, strict=True)
    )


def _shown_value(field: Mapping[str, Any]) -> str:
    """What is in an input, as a person calls it."""
    value = str(field.get("value", ""))
    titles = {str(choice["value"]): str(choice["title"]) for choice in _choices(field)}
    if not titles:
        return value
    return ", ".join(titles.get(each, each) for each in value.split(",") if each)


class _Chat:
    """One personal conversation, as Teams would post it."""

    def __init__(
        self, session: aiohttp.ClientSession, url: str, service_url: str, person: str, language: str
    ) -> None:
        self._session = session
        self._url = url
        self._service_url = service_url
        self._person = person
        self._name = say(language, person)
        self._language = language
        self._ids = count(1)

    async def execute(
        self, pressed: Mapping[str, Any], inputs: Mapping[str, str]
    ) -> Mapping[str, Any] | str | None:
        """Press a button of Action.Execute; the card that takes the old one's place.

        A sentence where the old one stays.
        """
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
            "from": {"id": self._person, "aadObjectId": self._person, "name": self._name},
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
        self.notes: asyncio.Queue[Mapping[str, Any]] = asyncio.Queue()
        """What the bot said unasked."""
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
        app.router.add_post("/v3/conversations", self._refuse_to_open)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/"
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self._runner.cleanup()

    async def _take(self, request: web.Request) -> web.Response:
        activity = await request.json()
        # An answer is in reply to something; what is not was said unasked.
        cards = self._cards if "reply_to" in request.match_info else self.notes
        for attachment in activity.get("attachments", ()):
            cards.put_nowait(attachment["content"])
        return web.json_response({"id": f"shown-{next(self._ids)}"})

    async def _refuse_to_open(self, _request: web.Request) -> web.Response:
        """Nobody else is here: as Teams says it of a person who has not added the bot."""
        error = {"code": "BotNotInConversationRoster", "message": "Only one person is here."}
        return web.json_response({"error": error}, status=403)

    async def next_card(self) -> Mapping[str, Any] | None:
        """The next card, or None when none comes."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(WAIT):
                return await self._cards.get()
        return None


def draw(console: Console, card: Mapping[str, Any] | None) -> list[Mapping[str, Any]]:
    """Draw a card; returns its buttons, in the order of their numbers."""
    if card is None:
        return []
    buttons: list[Mapping[str, Any]] = []
    for button in (*_in_body(card["body"]), *card.get("actions", ())):
        if not any(_asks_the_same(button, each) for each in buttons):
            buttons.append(button)
    console.print()
    among_text = []
    for element in card["body"]:
        _draw(console, element, indent=2)
        if element["type"] == "ActionSet":
            among_text += element["actions"]
            _draw_buttons(console, buttons, element["actions"])
    below = [each for each in buttons if each not in among_text]
    if below:
        console.print()
        _draw_buttons(console, buttons, below)
    return buttons


def _draw_buttons(
    console: Console, buttons: Sequence[Mapping[str, Any]], shown: Sequence[Mapping[str, Any]]
) -> None:
    """Those that are shown here, by their numbers among all of them."""
    for number, button in enumerate(buttons, start=1):
        if button in shown:
            console.print(
                Padding(Text(f"[{number}] {button['title']}", style="cyan"), (0, 0, 0, 2))
            )


def _asks_the_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """A line that opens something may have a button below that does too; here both are buttons."""
    return all(one.get(name) == other.get(name) for name in ("type", "title", "verb", "data"))


def _in_body(elements: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The buttons that stand among the text, and the lines that open something."""
    return [
        button
        for element in elements
        for button in [
            *([element["selectAction"]] if "selectAction" in element else []),
            *element.get("actions", ()),
            *_in_body(element.get("items", ())),
        ]
    ]


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
        case "ActionSet":
            pass  # its buttons are numbered with the card's own, by `draw`
        case _:
            console.print(Padding(_text(element), (0, 0, 0, indent)))


def _text(element: Mapping[str, Any]) -> Text:
    if element["type"] == "RichTextBlock":
        text = Text()
        for run in element["inlines"]:
            text.append(run["text"], style="bold" if run.get("weight") == "bolder" else "")
        return text
    if element["type"].startswith("Input."):
        return Text(f"{_label(element)}: [{_shown_value(element) or ' ' * 20}]")
    style = "bold" if element.get("weight") == "bolder" else ""
    return Text(_unescaped(element.get("text", "")), style=style)


def _unescaped(text: str) -> str:
    """A TextBlock's text as it is shown, its Markdown escapes undone."""
    return "".join(
        sign for place, sign in enumerate(text) if sign != "\\" or text[place - 1 : place] == "\\"
    )
