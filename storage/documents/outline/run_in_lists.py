"""A list that runs on in a sentence becomes a list: "Delmålen är: (1) …, (2) … och (3) …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from storage.documents.goal_words import names_goals
from storage.documents.goals.unmarked import reads_as_goal
from storage.documents.outline.blocks import Block, join_lines
from storage.documents.outline.markers import Marker, Style

_LEAD = re.compile(r"[^:]{5,250}?(?::(?=\s)|(?: att| är| vara|,? nämligen)(?=\s\(?[1a]\)\s))")
_ADOPTS = re.compile(
    r"(?:[\w\- ]{0,60}(?:nämnden|styrelsen|fullmäktige) )?(?:antar|fastställer|beslutar om)\b"
    r"(?![^:]*(?:lyd|ändring|tillägg))[^:]{0,120}mål\b[^:]{0,120}:(?:\s|$)"
)
_INWARD = 4
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-ZÅÄÖ])")
_AT_LEAST_TWO = 2
_MARKS: tuple[tuple[Style, re.Pattern[str]], ...] = (
    (Style.NUMBER, re.compile(r"\s\(?(?P<code>\d{1,2})\)\s+(?=\S)")),
    (Style.NUMBER, re.compile(r"\s(?P<code>\d{1,2})\.\s+(?=[^\W\d])")),
    (Style.LETTER, re.compile(r"\s\(?(?P<code>[a-zåäö])\)\s+(?=\S)")),
    (Style.THAT, re.compile(r"(?:(?<=:)|[,;](?: och| samt)?|(?<=\w)(?: och| samt))\s+(?=att\s)")),
    (Style.BULLET, re.compile(r"(?:(?<=:)|;(?: och| samt)?)\s+(?=\S)")),
)
_LEAST_WORDS = 3


def with_run_in_lists(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks; one that lists goals after its colon is its lead, then an item each."""
    return tuple(part for block in _with_sentences(blocks) for part in _parted(block))


def _with_sentences(blocks: Sequence[Block]) -> Iterator[Block]:
    """What a decision adopts, sentence by sentence after a colon, as a list.

    Where paragraphs follow each other, each of them is a goal, however many its sentences.
    """
    adopts: Block | None = None
    for block, below in zip_longest(blocks, blocks[1:]):
        found = _ADOPTS.match(block.text) if not (block.rows or block.opens) else None
        before = adopts if adopts is not None and not block.gap and not block.is_item else None
        text = block.text[found.end() :] if found is not None else block.text
        sentences = [each.strip() for each in _SENTENCE.split(text) if each.strip()]
        each_shall = bool(sentences) and all(map(_shall, sentences))
        if found is None and below is not None and not (below.gap or below.is_item or below.opens):
            each_shall = each_shall and not all(map(_shall, _SENTENCE.split(below.text)))
        adopts = block if found is not None and not sentences else None
        if not each_shall or (found is None and before is None):
            yield block
            continue
        if found is not None:
            yield replace(block, text=found[0].strip(), lines=(found[0].strip(),))
        over = before or block
        for sentence in sentences:
            marker = Marker(Style.BULLET, None, sentence)
            yield replace(
                block,
                text=sentence,
                line=_line_of(block, block.text.find(sentence)),
                gap=0,
                indent=over.indent + _INWARD,
                marker=marker,
                lines=(sentence,),
            )


def _shall(sentence: str) -> bool:
    return " ska " in sentence and reads_as_goal(sentence)


def _parted(block: Block) -> Iterator[Block]:
    lead = _LEAD.match(block.text) if not (block.rows or block.opens) else None
    if lead is None or not names_goals(lead[0]):
        yield block
        return
    for style, pattern in _MARKS:
        marks = list(pattern.finditer(block.text, lead.end()))
        items = list(_items(block, style, marks))
        if _is_list(style, marks, lead.end()) and all(map(_is_worded, items)):
            yield replace(block, text=lead[0], lines=(lead[0],))
            yield from items
            yield from _rest(block, marks[-1].end())
            return
    yield block


def _is_list(style: Style, marks: Sequence[re.Match[str]], start: int) -> bool:
    """Whether the marks follow each other, the first of them right after the colon."""
    if len(marks) < _AT_LEAST_TWO or marks[0].start() != start:
        return False
    if style in {Style.THAT, Style.BULLET}:
        return True
    codes = [mark["code"] for mark in marks]
    first = "1" if style is Style.NUMBER else "a"
    counted = [_after(first, place) for place in range(len(codes))]
    return codes == counted


def _after(first: str, place: int) -> str:
    return str(1 + place) if first.isdigit() else chr(ord(first) + place)


def _is_worded(item: Block) -> bool:
    return len(item.text.split()) >= _LEAST_WORDS


def _end(text: str, start: int) -> int:
    """Where the last item ends: with its sentence."""
    found = _SENTENCE_END.search(text, start)
    return found.end() if found is not None else len(text)


def _items(block: Block, style: Style, marks: Sequence[re.Match[str]]) -> Iterator[Block]:
    for at, mark in enumerate(marks):
        last = at + 1 == len(marks)
        end = _end(block.text, mark.end()) if last else marks[at + 1].start()
        text = block.text[mark.end() : end].strip().removesuffix(".")
        code = mark["code"] if "code" in mark.re.groupindex else None
        yield replace(
            block,
            text=text,
            line=_line_of(block, mark.end()),
            gap=0,
            marker=Marker(style, code, text),
            lines=(text,),
        )


def _rest(block: Block, start: int) -> Iterator[Block]:
    """The sentences after a list that runs on in one."""
    end = _end(block.text, start)
    text = block.text[end:].strip()
    if text:
        line = _line_of(block, end + 1)
        yield replace(block, text=text, line=line, gap=0, marker=None, lines=(text,))


def _line_of(block: Block, place: int) -> int:
    """The line of the source that a place in the joined text stands on."""
    if len(block.lines) == 1:
        return block.line
    for at in range(len(block.lines)):
        if len(join_lines([each for each in block.lines[: at + 1] if each])) > place:
            return block.line + at
    return block.line
