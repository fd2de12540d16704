"""A question is asked as the bot would ask it, and the time that it takes is told."""

from __future__ import annotations

from time import perf_counter

from benchmarks.answers.records import NOW
from dialogs.answer import Answer
from dialogs.answer_question import answer_text
from dialogs.understanding.library import library_of
from dialogs.understanding.vocabulary import shipped
from goals.actor import Actor
from goals.record import Record


def ask(text: str, record: Record) -> tuple[Answer, float]:
    """The answer for someone without roles, and how many milliseconds it took."""
    actor = Actor(record.tenant, "benchmark")
    vocabulary = shipped()
    start = perf_counter()
    answer = answer_text(
        text, record, actor=actor, today=NOW.date(), vocabulary=vocabulary, waiting={}
    )
    return answer, (perf_counter() - start) * 1_000


def prepare(record: Record) -> float:
    """Index the record's wordings, as its first question does; how many milliseconds it took."""
    vocabulary = shipped()
    start = perf_counter()
    library_of(record, vocabulary)
    return (perf_counter() - start) * 1_000
