"""A long answer comes in pages, and no line of it is lost."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.answer import Answer, Lines, Paragraph, Quotes, quoted
from dialogs.cards.answer_card import answer_card
from dialogs.cards.paging import page_of
from dialogs.understanding.question import Intent
from tests.builders import plan
from tests.card_checks import MOST_BYTES, check


def long_answer(lines: int, characters: int) -> Answer:
    """An answer that quotes so many wordings of that length."""
    subgoals = plan(2025, [f"{number} ".ljust(characters, "å") for number in range(lines)]).subgoals
    return Answer(
        "sv",
        Intent.LIST_SUBGOALS,
        "Rubrik",
        blocks=(Quotes("Lista", tuple(map(quoted, subgoals))),),
    )


def shown(card: dict[str, Any]) -> list[str]:
    """The wordings on a card."""
    return [
        element["columns"][1]["items"][0]["inlines"][0]["text"]
        for element in card["body"]
        if element["type"] == "ColumnSet"
    ]


@pytest.mark.parametrize(("lines", "characters"), [(2_000, 20), (300, 500), (60, 4_000)])
def test_every_page_stays_small_and_all_pages_together_are_the_list(
    lines: int, characters: int
) -> None:
    answer = long_answer(lines, characters)
    seen: list[str] = []
    start = 0
    for _ in range(lines):
        card = answer_card(answer, start=start)
        assert len(json.dumps(card, ensure_ascii=False).encode("utf-16-le")) <= MOST_BYTES
        assert check(card) == []
        seen += shown(card)
        more = [each for each in card.get("actions", ()) if each["data"].get("start")]
        if not more:
            break
        start = more[0]["data"]["start"]
    assert seen == [item.text for item in answer.quoted]


blocks = st.lists(
    st.one_of(
        st.builds(Paragraph, st.text(max_size=5)),
        st.builds(
            lambda lines: Lines("Lista", tuple(lines), numbered=True),
            st.lists(st.text(max_size=5), max_size=60),
        ),
    ),
    max_size=5,
).map(tuple)


@given(blocks)
@settings(deadline=None)
def test_pages_follow_each_other_without_gap_or_double(given_blocks: tuple[Any, ...]) -> None:
    wanted = [
        (sign, line)
        for block in given_blocks
        if isinstance(block, Lines)
        for sign, line in zip(block.signs, block.lines, strict=True)
    ]
    seen = []
    start: int | None = 0
    while start is not None:
        page = page_of(given_blocks, start)
        for block in page.blocks:
            if isinstance(block, Lines):
                seen += list(zip(block.signs, block.lines, strict=True))
        start = page.next_start
    assert seen == wanted
