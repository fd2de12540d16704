"""The log: one JSON object a line on standard error, with nothing in it that a person wrote.

An exception is told by its type and by where it happened. Its message is left out: it may quote
what somebody said, or a row of the record. Messages of our own, which say only what is wrong with
the database or with Teams, stand there.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import MutableMapping
from contextvars import ContextVar
from pathlib import Path
from traceback import extract_tb
from typing import Any, TextIO, TypeAlias
from uuid import uuid4

import structlog

from bot.connector import DeliveryError
from storage.errors import DatabaseRevisionError, DatabaseUnavailableError

_ROOT = Path(__file__).parent.parent
_PLAIN = (DatabaseUnavailableError, DatabaseRevisionError, DeliveryError)
"""Their messages hold nothing that a person wrote."""
_MOST_CAUSES = 5
_MOST_FRAMES = 12

Event: TypeAlias = MutableMapping[str, Any]
_turn: ContextVar[str | None] = ContextVar("turn", default=None)


def begin_turn_log() -> str:
    """Give what is logged from here on, in this task, an id of its own; the id."""
    turn = uuid4().hex[:8]
    _turn.set(turn)
    return turn


def turn_id() -> str:
    """The id of the turn under way: it stands in each line about it, and in an apology."""
    return _turn.get() or begin_turn_log()


def log_to(stream: TextIO) -> None:
    """Write all that is logged there, that of libraries too."""
    structlog.configure(
        processors=[
            _name_turn,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            tell_exception,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(stream),
    )
    logging.basicConfig(handlers=[_Onward(logging.WARNING)], force=True)


class _Onward(logging.Handler):
    """Hands on what a library logs, without what it has filled in."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log the first line of the sentence, as it stands in the library's code."""
        sentence = str(record.msg).partition("\n")[0] if record.args else "library"
        structlog.get_logger(record.name).log(
            record.levelno, sentence, logger=record.name, exc_info=record.exc_info
        )


def _name_turn(_logger: object, _method: str, event: Event) -> Event:
    turn = _turn.get()
    return event if turn is None else {"turn": turn, **event}


def tell_exception(_logger: object, _method: str, event: Event) -> Event:
    """Put the exception into the event as types and places, the outermost first."""
    info = event.pop("exc_info", None)
    if info is True:
        info = sys.exc_info()
    elif isinstance(info, BaseException):
        info = (type(info), info, info.__traceback__)
    if isinstance(info, tuple) and info[1] is not None:
        event["exception"] = _told(info[1])
    return event


def _told(error: BaseException | None) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = []
    while error is not None and len(told) < _MOST_CAUSES:
        one: dict[str, Any] = {"type": type(error).__qualname__}
        if isinstance(error, _PLAIN):
            one["reason"] = str(error)
        elif isinstance(error, OSError) and error.strerror:
            one["reason"] = error.strerror
        frames = extract_tb(error.__traceback__)[-_MOST_FRAMES:]
        one["at"] = [f"{_place(each.filename)}:{each.lineno} {each.name}" for each in frames]
        told.append(one)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return told


def _place(file: str) -> str:
    """The file, from the project's folder on, or from that of the libraries."""
    path = Path(file)
    if path.is_relative_to(_ROOT):
        path = path.relative_to(_ROOT)
    parts = path.parts
    if "site-packages" in parts:
        parts = parts[parts.index("site-packages") + 1 :]
    return "/".join(parts)
