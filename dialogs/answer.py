"""An answer: what it quotes, what it rests on, and the whole of it as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from dialogs.understanding.question import Intent
from goals.goal import Goal, Kind, Subgoal


@dataclass(frozen=True, slots=True)
class Quoted:
    """A wording from the record, verbatim."""

    kind: Kind
    body: str
    number: int
    year: int | None
    """The sub-goal's year; None for a goal, which has a period."""
    text: str
    code: str | None = None

    @property
    def label(self) -> str:
        """What stands before it in a list: its own code, else its place."""
        return self.code or str(self.number)

    @property
    def sign(self) -> str:
        """The label as it stands before the wording: "3." or "1.1"."""
        return f"{self.label}." if self.label.isdigit() else self.label


def quoted(item: Goal | Subgoal) -> Quoted:
    """A goal or sub-goal, to be quoted."""
    if isinstance(item, Subgoal):
        return Quoted(Kind.SUBGOAL, item.body, item.number, item.year, item.text, item.code)
    return Quoted(Kind.GOAL, item.body, item.number, None, item.text, item.code)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or two of ours."""

    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what the answer rests on: "Status", "gäller 2024"."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What it rests on: status and source, a line each."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Quotes:
    """A labelled list of wordings."""

    heading: str
    items: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """A labelled list of lines from the record that are not goals: recipients, decision points."""

    heading: str
    lines: tuple[str, ...]
    numbered: bool = False
    before: int = 0
    """How many lines of it stand on earlier pages."""

    @property
    def signs(self) -> tuple[str, ...]:
        """What stands before each line: its number, or a dash."""
        first = self.before + 1
        return tuple(
            f"{number}." if self.numbered else "–"
            for number in range(first, first + len(self.lines))
        )


Block: TypeAlias = Paragraph | Facts | Quotes | Lines


@dataclass(frozen=True, slots=True)
class Choice:
    """A button that asks on: its words, and the question it asks."""

    title: str
    question: str
    body: str | None = None
    """The body that pressing it says one means, to be remembered for this person."""
    wording: str = ""
    """The wording that it offers. It stands whole above the button: Teams cuts what is too long
    for a button, and wraps none."""


@dataclass(frozen=True, slots=True)
class Act:
    """A button that does something: its words, and what it asks for."""

    title: str
    verb: str
    data: Mapping[str, str]
    style: str = ""
    """As the card has it: "positive" for what the card is for, "destructive"."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What we answer to one question (or to several in one message)."""

    language: str
    intent: Intent
    headline: str
    """The conclusion, one sentence; also the toast."""
    question: str = ""
    """What was asked, for the buttons that ask it again."""
    blocks: tuple[Block, ...] = ()
    body: str | None = None
    year: int | None = None
    status: str = "none"
    suggested: tuple[Quoted, ...] = ()
    choices: tuple[Choice, ...] = ()
    """Buttons: the suggested wordings to choose among, or where to go from here."""
    gaps: tuple[str, ...] = ()
    """Words of the question, where it had no good answer: to be counted for the secretary."""
    why: tuple[str, ...] = ()

    @property
    def quoted(self) -> tuple[Quoted, ...]:
        """Every wording that the answer states, in its order, each once."""
        stated = (
            item for block in self.blocks if isinstance(block, Quotes) for item in block.items
        )
        return tuple(dict.fromkeys(stated))

    @property
    def text(self) -> str:
        """The whole answer as a person reads it where no card is shown."""
        return "\n".join(_lines(self))


def joined(answers: list[Answer]) -> Answer:
    """Answers to several questions of one message as one; the first gives intent and status."""
    first, *others = answers
    blocks = list(first.blocks)
    for other in others:
        if (other.headline, other.blocks) == (first.headline, first.blocks):
            continue
        blocks.append(Paragraph(other.headline))
        blocks += [block for block in other.blocks if block not in blocks]
    return replace(
        first,
        blocks=tuple(blocks),
        suggested=tuple(dict.fromkeys(item for each in answers for item in each.suggested)),
        choices=tuple(dict.fromkeys(choice for each in answers for choice in each.choices))[:3],
        gaps=tuple(dict.fromkeys(word for each in answers for word in each.gaps)),
    )


def _lines(answer: Answer) -> Iterable[str]:
    yield answer.headline
    yield from lines_of(answer.blocks)
    buttons = [choice for choice in answer.choices if not choice.wording]
    for choice in answer.choices:
        if choice.wording:
            yield from ("", choice.wording, f"[{choice.title}]")
    if buttons:
        yield ""
        yield from (f"[{choice.title}]" for choice in buttons)


def lines_of(blocks: Iterable[Block]) -> Iterable[str]:
    """The blocks as plain text, an empty line before each."""
    for block in blocks:
        match block:
            case Paragraph(text):
                yield ""
                yield text
            case Facts(facts):
                yield ""
                yield from (f"{fact.name}: {fact.value}" for fact in facts)
            case Quotes(heading, items):
                yield ""
                yield f"{heading}:"
                yield from (f"{item.sign} {item.text}" for item in items)
            case Lines(heading, lines):
                yield ""
                yield f"{heading}:"
                yield from (f"{sign} {line}" for sign, line in zip(block.signs, lines, strict=True))
