"""A paper as a tagged PDF (PDF/UA-1), which a screen reader can read: for what leaves the house.

The words reach the typesetter as data, never as source, so that none of their signs are obeyed.
"""

from __future__ import annotations

import json
import re
from typing import Any

import typst

from goals.errors import PaperSignError
from goals.paper import Block, Labelled, Listed, Paper, Paragraph
from storage.documents.papers.signs import printable

_SOURCE = """
#let paper = json(bytes(sys.inputs.paper))
#set document(title: paper.title, author: paper.sender)
#set text(
  lang: "sv", region: "SE", size: 11pt, hyphenate: false,
  font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"),
)
#set page(
  paper: "a4",
  margin: 2.5cm,
  header: if paper.mark != "" { align(right, strong(paper.mark)) },
  footer: context align(right, counter(page).display("1 (1)", both: true)),
)
#set par(leading: 0.62em, spacing: 0.9em)
#set list(marker: [–], body-indent: 0.7em, spacing: 0.62em)
#set enum(body-indent: 0.7em, spacing: 0.62em)
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 1): set block(above: 2em, below: 1.2em)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 2): set block(above: 1.7em, below: 0.8em)
#show heading.where(level: 3): set text(size: 12pt)
#show heading.where(level: 3): set block(above: 1.5em, below: 0.8em)
#let kept(body) = block(sticky: true, below: 0.62em, body)
#let listed(block) = {
  let inset = if block.inner { 1.4em } else { 0pt }
  let items = block.items.map(item => text(item))
  if block.signs.len() == 0 {
    list(indent: inset, ..items)
  } else {
    enum(indent: inset, numbering: n => block.signs.at(n - 1), ..items)
  }
}
#if paper.sender != "" { par(paper.sender) }
#if paper.to != "" { block(above: 2em, paper.to) }
#heading(level: 1, paper.title)
#for fact in paper.facts { par(fact.at(0) + ": " + fact.at(1)) }
#for section in paper.sections {
  heading(level: section.level + 1, section.heading)
  for part in section.blocks {
    if part.kind == "paragraph" {
      for line in part.lines { if part.keep { kept(line) } else { par(line) } }
    }
    if part.kind == "listed" { listed(part) }
    if part.kind == "labelled" {
      block(spacing: 0.8em, breakable: part.lines.len() > 1, {
        if part.lines.len() == 1 and part.label.ends-with(":") {
          par(strong(part.label) + " " + part.lines.at(0))
        } else {
          kept(strong(part.label))
          set par(spacing: 0.62em)
          for line in part.lines { par(line) }
        }
      })
    }
  }
}
"""
_NOT_SHOWN = re.compile(r'the text `"(?P<sign>.+?)"` could not be displayed', re.DOTALL)


def pdf_paper(paper: Paper) -> bytes:
    """The paper as PDF/UA-1.

    Raises PaperSignError for a sign that no font at hand has.
    """
    data = json.dumps(_as_json(paper), ensure_ascii=False)
    for only_own in (True, False):  # the machine's fonts only for what the typesetter's own lack
        try:
            written = typst.compile(
                _SOURCE.encode(),
                format="pdf",
                sys_inputs={"paper": data},
                pdf_standards=["ua-1"],
                ignore_system_fonts=only_own,
            )
        except typst.TypstError as error:
            missing = _NOT_SHOWN.search(str(error))
            if missing is None:
                raise
            if not only_own:
                raise PaperSignError(sign=missing["sign"]) from error
        else:
            if not isinstance(written, bytes):
                raise TypeError("a PDF is one file")
            return written
    raise AssertionError


def _as_json(paper: Paper) -> dict[str, Any]:
    return {
        "title": printable(paper.title),
        "sender": printable(paper.sender or ""),
        "to": printable(paper.to or ""),
        "mark": paper.mark or "",
        "facts": [[name, printable(value)] for name, value in paper.facts],
        "sections": [
            {
                "heading": printable(section.heading),
                "level": section.level,
                "blocks": [
                    _block(block, following)
                    for block, following in zip(
                        section.blocks, (*section.blocks[1:], None), strict=False
                    )
                ],
            }
            for section in paper.sections
        ],
    }


def _block(block: Block, following: Block | None) -> dict[str, Any]:
    match block:
        case Paragraph(text):
            return {
                "kind": "paragraph",
                "lines": _lines(text),
                "keep": isinstance(following, Listed),
            }
        case Listed(texts):
            return {
                "kind": "listed",
                "signs": list(block.signs),
                "items": [printable(text) for text in texts],
                "inner": block.is_inner,
            }
        case Labelled(label, text):
            return {"kind": "labelled", "label": printable(label), "lines": _lines(text)}


def _lines(text: str) -> list[str]:
    return [line for line in printable(text).split("\n") if line.strip()]
