"""A card that is too big for one message, in several: all of it, the buttons on the last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from dialogs.cards.elements import MOST_BYTES, paragraph, size_of
from dialogs.texts import say
from dialogs.turn import Reply

Element: TypeAlias = Mapping[str, Any]
LONGEST_TEXT = 8_000
"""Characters of one element, where a longer one has to be divided."""
MOST_OF_BODY = MOST_BYTES * 3 // 4
"""Bytes of the elements in one part: the rest is for what stands around them."""
_DIVIDED = {"Container": "items", "RichTextBlock": "inlines"}
"""By kind of element, where its own elements stand."""


def parts_of(reply: Reply) -> tuple[Reply, ...]:
    """The messages that say this: itself, where it is not too big."""
    if size_of(reply.card) <= MOST_BYTES:
        return (reply,)
    pages = list(_pages(reply.card["body"]))
    return tuple(
        _part(reply, page, number, len(pages)) for number, page in enumerate(pages, start=1)
    )


def _part(reply: Reply, page: list[Element], number: int, count: int) -> Reply:
    said = say(reply.language, "part-of", number=number, count=count)
    card = {**reply.card, "body": [paragraph(said), *page], "fallbackText": reply.summary}
    if number < count:
        card.pop("actions", None)
    return replace(reply, card=card, summary=f"{reply.summary} ({said})")


def _pages(body: list[Element]) -> Iterator[list[Element]]:
    page: list[Element] = []
    taken = 0
    for element in body:
        for piece in _pieces(element):
            size = size_of(piece)
            if page and taken + size > MOST_OF_BODY:
                yield page
                page, taken = [], 0
            page.append(piece)
            taken += size
    if page:
        yield page


def _pieces(element: Element) -> Iterator[Element]:
    """The element, or where it is too big for a message, several that say the same."""
    inside = _DIVIDED.get(element.get("type", ""))
    if size_of(element) <= MOST_OF_BODY:
        yield element
    elif inside is not None:
        for page in _pages(element[inside]):
            yield {**element, inside: page}
    elif isinstance(text := element.get("text"), str):
        for piece in _divided(text):
            yield {**element, "text": piece}
    else:
        yield element  # Teams has the last word


def _divided(text: str) -> Iterator[str]:
    """The text in pieces, parted between words where there are any."""
    while len(text) > LONGEST_TEXT:
        cut = max(text.rfind(sign, 1, LONGEST_TEXT) for sign in "\n ") + 1 or LONGEST_TEXT
        yield text[:cut]
        text = text[cut:]
    yield text
