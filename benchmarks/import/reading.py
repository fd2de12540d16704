"""A document is read as the import reads it, and timed."""

from __future__ import annotations

from time import perf_counter

from dialogs.texts import say
from goals.document import Doubt
from goals.errors import DocumentFormatError, GoalsError
from storage.documents import read_document

from .grading import Reading
from .papers import Paper


def read(paper: Paper) -> Reading:
    """What the product makes of one document."""
    content = paper.path.read_bytes()
    start = perf_counter()
    try:
        document = read_document(paper.path.name, content)
    except DocumentFormatError as error:
        return Reading(None, perf_counter() - start, error.key, format_unknown=True)
    except GoalsError as error:
        return Reading(None, perf_counter() - start, error.key)
    seconds = perf_counter() - start
    return Reading(document, seconds, doubts=tuple(map(_told, document.doubts)))


def _told(doubt: Doubt) -> str:
    return f"{doubt.key} {say('sv', doubt.key, **doubt.arguments)}"
