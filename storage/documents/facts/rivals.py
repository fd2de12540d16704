"""Of several proposals in one paper the one that the decision names is read, none of the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from goals.document import Doubt
from storage.documents.outline.blocks import Block
from storage.documents.outline.sections import Section

_WHOSE = r"(?P<who>[A-ZÅÄÖ(][^.:;]{1,80}?)s:? (?:eget |egna )?"
_HEAD = re.compile(
    rf"(?:Alternativ \w+:? |Förslag \w+:? )?{_WHOSE}(?:[\w-]*förslag|yrkande)"
    r"(?: till (?!beslut)(?:[\w-]+ ?){1,6})?:?"
)
_NAMED = re.compile(
    r"(?:\b(?:enligt|bifaller|bifalla|bifall till|i enlighet med|antar|anta|godkänner|godkänna) )"
    r"(?P<who>[^.:;]{2,80}?)s:? (?:[\w-]*förslag|yrkande)",
    re.IGNORECASE,
)
_OF_A_PARTY = re.compile(
    r"\((?:[A-ZÅÄÖ]{1,3}(?:, | och )?)+\)|\b(?:S|M|SD|C|V|KD|L|MP)\b"
    r"|\b(?:moderat|socialdemokrat|center|liberal|kristdemokrat|vänster|miljöparti|sverigedemokrat"
    r"|opposition|minoritet|allians)\w*",
    re.IGNORECASE,
)


def rival_proposals(blocks: Sequence[Block]) -> tuple[frozenset[int], list[Doubt]]:
    """The lines of what others proposed than the decision names, and a doubt for each of them.

    Where it names none of them, what a party alone proposes is left out.
    """
    heads = [(at, who) for at, block in enumerate(blocks) if (who := _whose(block)) is not None]
    named = [who.casefold() for block in blocks for who in _decided(block)]
    chosen = {at for at, who in heads if any(_is_same(who, each) for each in named)}
    rivals = {at for at, who in heads if (chosen or _OF_A_PARTY.search(who)) and at not in chosen}
    starts = {at for at, _ in heads}
    lines: set[int] = set()
    for at in rivals:
        lines.add(blocks[at].line)
        for below in range(at + 1, len(blocks)):
            if below in starts or blocks[below].opens is not None or _is_beside(blocks, at, below):
                break
            if _has_had_list(blocks, at, below):
                break
            lines.add(blocks[below].line)
    return frozenset(lines), [Doubt("doubt-list-left-out", blocks[at].line) for at in rivals]


def _is_beside(blocks: Sequence[Block], head: int, below: int) -> bool:
    """Whether a heading that the file marks lies no deeper than the one before it."""
    outer, inner = blocks[head].level, blocks[below].level
    return outer is not None and inner is not None and inner <= outer


def _has_had_list(blocks: Sequence[Block], head: int, below: int) -> bool:
    """Whether a sentence that ends in a colon has been followed by its list, which has ended."""
    led = blocks[head].text.endswith(":") and blocks[head + 1].is_item
    return led and not blocks[below].is_item and blocks[below].gap > 0


def _whose(block: Block) -> str | None:
    """Whose proposal a heading says that it is: "Majoritetens förslag till delmål"."""
    if block.is_item or block.rows or not block.is_short or block.opens is not None:
        return None
    found = _HEAD.fullmatch(block.text)
    return found["who"] if found is not None else None


def _decided(block: Block) -> Iterator[str]:
    """Whose proposals the decision follows."""
    if block.section is Section.DECISION and not block.opens:
        yield from (found["who"] for found in _NAMED.finditer(block.text))


def _is_same(who: str, named: str) -> bool:
    """Whether a decision names somebody as a heading does, or in fewer words."""
    return who.casefold() in named or named in who.casefold()
