"""The minutes of a whole meeting: the one § that is about goals is read, the others are told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from storage.documents.text_lines import Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One § of the minutes."""

    number: str
    """As it is written: "§ 64/20"."""
    lines: tuple[Line, ...]
    """Its lines, its head among them."""
    is_appendix: bool = False
    """Whether it is no § but what is appended after the last one."""


LETTERS_OF_PARAGRAPH = (
    r"(?:[A-ZÅÄÖ]{2,6}(?: (?:AU|au))?|[A-ZÅÄÖ][a-zåäö]{1,2}(?: ?au)?"
    r"|[A-ZÅÄÖ][a-zåäö]{1,2}[A-ZÅÄÖ]{1,3})"
)
"""What a § may begin with, whose it is: "KS", "Un", "SnAU"."""
_APPENDIX = re.compile(
    r"bilaga(?:\s+\d{1,2})?(?:\s+till\s+§\s*\d+)?(?:\s*[:.\u2013-].*)?", re.IGNORECASE
)
_HEAD = re.compile(
    rf"(?P<number>(?:{LETTERS_OF_PARAGRAPH}\s*)?(?:§|Paragraf)\s*(?P<own>\d{{1,4}})(?:/\d{{2,4}})?)"
    r"(?![\d,–-])"
    r"(?:[.:]?\s+(?=\S)(?P<rest>.*)|[.:]?$)"
)
_MOST_OF_PREAMBLE = 15
_AGENDA = 3
"""So many heads in a row, with nothing between, are an agenda."""


def parts_of(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Paragraph, ...]]:
    """What stands before the first §, shortened, and every §; none where the paper has but one."""
    heads = _heads(lines)
    if len({number for _, number in heads}) < len(("one", "another")):
        return (), ()
    heads += [
        (at, line.text)
        for at, line in enumerate(lines)
        if at > heads[-1][0] and _APPENDIX.fullmatch(line.text)
    ]
    starts = [at for at, _ in heads]
    ends = [*starts[1:], len(lines)]
    paragraphs = tuple(
        Paragraph(number, tuple(lines[start:end]), _APPENDIX.match(number) is not None)
        for (start, number), end in zip(heads, ends, strict=True)
    )
    return _preamble(lines[: starts[0]]), paragraphs


def _heads(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """Where each § begins; in an agenda none does, and what it lists comes again."""
    found = [(at, number) for at in range(len(lines)) if (number := _head(lines, at)) is not None]
    last = {number: at for at, number in found}
    heads: list[tuple[int, str]] = []
    run: list[tuple[int, str]] = []
    for at, number in (each for each in found if last[each[1]] == each[0]):
        if run and any(line.text for line in lines[run[-1][0] + 1 : at]):
            heads += run if len(run) < _AGENDA else []
            run = []
        run.append((at, number))
    return heads + (run if len(run) < _AGENDA else [])


def _head(lines: Sequence[Line], at: int) -> str | None:
    """The § that a line is the head of; a reference in a sentence is none."""
    line = lines[at]
    found = _HEAD.match(line.text) if not line.cells else None
    if found is None:
        return None
    rest = found["rest"] or ""
    sentence = rest[:1].islower() or rest.endswith(".")
    above = lines[at - 1].text if at else ""
    goes_on = (
        bool(above) and (above[-1].isalnum() or above[-1] == ",") and len(above) > len(line.text)
    )
    return None if sentence or (goes_on and not line.heading) else " ".join(found["number"].split())


def _preamble(lines: Sequence[Line]) -> tuple[Line, ...]:
    written = [line for line in lines if line.text and _HEAD.match(line.text) is None]
    wanted = {line.number for line in written[:_MOST_OF_PREAMBLE]}
    return tuple(
        line
        for at, line in enumerate(lines)
        if line.number in wanted or (not line.text and at and lines[at - 1].number in wanted)
    )
