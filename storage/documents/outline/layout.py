"""What a paper shows by its layout alone is marked as other papers mark it.

A heading in the margin stands on a line of its own, one in capitals has no full stop, and a list
that only its indentation or the names before it tell has bullets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from storage.documents.goal_words import is_whole_heading
from storage.documents.goals.unmarked import reads_as_goal, tells_of_goal
from storage.documents.outline.markers import LABELS, read_marker
from storage.documents.outline.sections import Section, section_heading
from storage.documents.outline.tree import is_fact
from storage.documents.text_lines import BULLET, Line

_CAPITALS = re.compile(r"(?P<head>[A-ZÅÄÖ][A-ZÅÄÖ\d ,:\u2013-]{2,80})\.(?:\s+(?P<rest>\S.*))?")
_BESIDE = re.compile(r"(?P<head>\S+(?: \S+){0,4}?):?\s{3,}(?P<rest>\S.*)")
_IN_MARGIN = frozenset(
    {Section.PROPOSAL, Section.DECISION, Section.ACCOUNT, Section.BASIS, Section.RECIPIENTS}
)
_NAMED = re.compile(r"(?P<name>[A-ZÅÄÖ][\w\-]*(?: [\w\-]+){0,4}): (?P<text>[A-ZÅÄÖ].+)")
_LABEL_ALONE = re.compile(
    r"((?:nämnds?|del|etapp|resultat|effekt|inriktnings|verksamhets)?mål)"
    r" (\d{1,2}(?:\.\d{1,2})?)[.:]?",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"[\"\u201c\u201d\u00bb][^\"\u201c\u201d\u00bb\u00ab]{10,}[\"\u201d\u00ab\u00bb][.,;]?"
)
_INWARD = range(2, 9)
"""How much further in than its heading a list begins."""
_AT_LEAST_TWO = 2
_WORDS_OF_A_HEADING = 6
_WORDS_OF_A_TEXT = 3
_SENTENCES = re.compile(r"[.!?:]\s+[A-ZÅÄÖ]|[.:;]$")


def with_layout(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, what only their layout says marked; those of a Word file say it themselves."""
    paged = any(line.page is not None for line in lines)
    if not paged and any(line.begins for line in lines):
        return tuple(lines)
    apart = _with_names(_with_labels(list(_without_stops(list(_from_margin(lines))))))
    apart = _with_quotes(apart)
    return tuple(apart if paged else _with_bullets(apart))


def _from_margin(lines: Sequence[Line]) -> Iterator[Line]:
    """A heading in the margin stands over the text that it stands beside."""
    for at, line in enumerate(lines):
        found = _BESIDE.fullmatch(line.text) if not line.cells else None
        if found is not None and _is_in_margin(found["head"], found["rest"]):
            yield replace(line, text=found["head"])
            below = lines[at + 1].indent if at + 1 < len(lines) else 0
            inward = below if below > line.indent else line.indent + found.start("rest")
            yield replace(line, text=found["rest"], indent=inward)
        else:
            yield line


def _is_in_margin(head: str, rest: str) -> bool:
    """Whether what stands to the left of a text is its heading, and no label of a fact."""
    if is_whole_heading(head):
        marker = read_marker(rest)
        return marker is not None and marker.style not in LABELS
    section = section_heading(head)
    if section is None or section[0] not in _IN_MARGIN:
        return False
    text = len(rest.split()) >= _WORDS_OF_A_TEXT and not is_fact(rest)
    return text or section[0] is Section.RECIPIENTS


def _without_stops(lines: Sequence[Line]) -> Iterator[Line]:
    """RESERVATIONER. Ledamot (D) … is a heading and what stands under it."""
    for line in lines:
        found = _CAPITALS.fullmatch(line.text) if not line.cells else None
        if found is None or read_marker(line.text) is not None:
            yield line
            continue
        heads = section_heading(found["head"].capitalize()) is not None
        if found["rest"] is None:
            yield replace(line, text=found["head"])
        elif heads:
            yield replace(line, text=found["head"])
            yield replace(line, text=found["rest"])
        else:
            yield line


def _with_labels(lines: list[Line]) -> list[Line]:
    """A label alone, "MÅL 1", is of the heading right under it, where the file marks headings."""
    done: list[Line] = []
    for line in lines:
        at = next((at for at in range(len(done) - 1, -1, -1) if done[at].text), None)
        label = _LABEL_ALONE.fullmatch(done[at].text) if at is not None else None
        heads = line.heading is not None and read_marker(line.text) is None
        if at is not None and label is not None and done[at].heading is None and heads:
            text = f"{label[1].capitalize()} {label[2]}: {line.text}"
            done[at:] = [replace(line, text=text)]
        else:
            done.append(line)
    return done


def _with_names(lines: list[Line]) -> list[Line]:
    """Lines such as "Trygg välfärd: Ingen ska …" right under a heading of goals are a list."""
    done = list(lines)
    for at, heading in enumerate(lines):
        if heading.cells or not is_whole_heading(heading.text):
            continue
        items = list(_named(lines, at))
        if len(items) >= _AT_LEAST_TWO:
            for each in items:
                done[each] = replace(lines[each], text=f"{BULLET} {lines[each].text}")
    return done


def _with_quotes(lines: list[Line]) -> list[Line]:
    """Lines that follow each other, each one text in quotation marks, are a list."""
    done = list(lines)
    quoted = [_QUOTED.fullmatch(line.text) is not None and not line.cells for line in lines]
    for at, line in enumerate(lines):
        if quoted[at] and any(quoted[max(0, at - 1) : at] + quoted[at + 1 : at + 2]):
            done[at] = replace(line, text=f"{BULLET} {line.text}")
    return done


def _named(lines: Sequence[Line], at: int) -> Iterator[int]:
    names: set[str] = set()
    for each in range(at + 1, len(lines)):
        text = lines[each].text
        if not text or text[0].islower():
            continue
        found = _NAMED.fullmatch(text) if not lines[each].cells else None
        if found is None or found["name"] in names or tells_of_goal(text):
            return
        if read_marker(text) is not None or not reads_as_goal(found["text"]):
            return
        names.add(found["name"])
        yield each


def _with_bullets(lines: list[Line]) -> list[Line]:
    """Lines that begin further in than the short one over them are its list."""
    done = list(lines)
    found = [(heading, list(_listed(lines, at))) for at, heading in enumerate(lines)]
    places = {_places(lines, *each) for each in found if len(each[1]) >= _AT_LEAST_TWO}
    for heading, items in found:
        if items and _places(lines, heading, items) in places:
            for each in items:
                done[each] = replace(lines[each], text=f"{BULLET} {lines[each].text}")
    return done


def _places(lines: Sequence[Line], heading: Line, items: Sequence[int]) -> tuple[int, int]:
    """Where a heading and its list begin; one item alone is a list where others begin so, too."""
    return heading.indent, lines[items[0]].indent


def _listed(lines: Sequence[Line], at: int) -> Iterator[int]:
    """The lines, without those that go on from one, that a line is the heading of."""
    below = list(_indented(lines, at))
    items = [each for each in below if not lines[each].text[0].islower()]
    if (
        _is_heading(lines[at])
        and items
        and items[0] == below[0]
        and (len(items) >= _AT_LEAST_TWO or reads_as_goal(lines[items[0]].text))
        and len({lines[each].indent for each in items}) == 1
        and not any(_SENTENCES.search(lines[each].text) for each in below)
    ):
        yield from items


def _is_heading(line: Line) -> bool:
    if not line.text or line.cells or line.text[0].islower():
        return False
    marker = read_marker(line.text)
    if is_whole_heading(line.text) or (marker is not None and marker.style in LABELS):
        return True
    short = len(line.text.split()) <= _WORDS_OF_A_HEADING and line.text[-1].isalnum()
    return short and marker is None


def _indented(lines: Sequence[Line], at: int) -> Iterator[int]:
    """The lines right under one that begin further in, up to the next blank one."""
    for each in range(at + 1, len(lines)):
        line = lines[each]
        inward = line.indent - lines[at].indent
        if not line.text or line.cells or inward not in _INWARD or read_marker(line.text):
            return
        yield each
