"""Reads one document in a process of its own: `python -m storage.documents.apart NAME`.

The bytes come on standard input. What was read, or why it was not, goes to standard output as
JSON, for `answer_of` in the process that asked.
"""

from __future__ import annotations

import json
import sys

from goals import errors
from goals.document import GoalDocument
from goals.errors import GoalsError
from storage.documents import read_document
from storage.documents.exchange.kept import document_from_json, document_to_json

MOST_MEMORY = 1_500_000_000
"""Bytes of address space, where the system can hold a process to it."""


def answer_of(said: bytes) -> GoalDocument:
    """What the other process has read. Raises the GoalsError that it met."""
    answer = json.loads(said)
    if "read" in answer:
        return document_from_json(answer["read"])
    error: type[GoalsError] = getattr(errors, answer["refused"])
    raise error(**answer["arguments"])


def answer_json(name: str, content: bytes) -> bytes:
    """What this process writes: the document as it was read, or the refusal that it met."""
    answer: dict[str, object]
    try:
        answer = {"read": document_to_json(read_document(name, content))}
    except GoalsError as error:
        answer = {"refused": type(error).__name__, "arguments": error.arguments}
    return json.dumps(answer).encode()


def _hold_memory() -> None:
    try:
        import resource  # noqa: PLC0415 — Windows has none
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


if __name__ == "__main__":
    _hold_memory()
    sys.stdout.buffer.write(answer_json(sys.argv[1], sys.stdin.buffer.read()))
