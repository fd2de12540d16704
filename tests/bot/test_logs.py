"""The log tells what happened and where, and nothing that a person wrote."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from bot.logs import begin_turn_log, log_to, turn_id
from storage.errors import DatabaseUnavailableError

SAID = "min granne har bytt jobb"


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Where the log goes; as it was, afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    log_to(stream)
    yield stream
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


def lines(stream: io.StringIO) -> list[Any]:
    """What was logged."""
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def fail() -> None:
    """Fail as a mistake in the program does: with what somebody said in the message."""
    try:
        dict[str, str]()[SAID]
    except KeyError as error:
        raise ValueError(f"not understood: {SAID}") from error


def test_a_line_is_json_with_time_level_and_turn(stream: io.StringIO) -> None:
    turn = begin_turn_log()
    structlog.get_logger("bot.test").warning("nämnden saknas", count=2)
    (line,) = lines(stream)
    assert line.pop("timestamp").endswith("Z")
    assert line == {"turn": turn, "level": "warning", "event": "nämnden saknas", "count": 2}


def test_an_exception_is_told_by_type_and_place_and_never_by_its_message(
    stream: io.StringIO,
) -> None:
    try:
        fail()
    except ValueError:
        structlog.get_logger("bot.test").exception("turn failed")
    (line,) = lines(stream)
    assert [each["type"] for each in line["exception"]] == ["ValueError", "KeyError"]
    assert line["exception"][0]["at"][-1].startswith("tests/bot/test_logs.py:")
    assert line["exception"][0]["at"][-1].endswith(" fail")
    assert SAID not in stream.getvalue()


def test_what_is_wrong_with_the_database_or_the_disk_is_told(stream: io.StringIO) -> None:
    log = structlog.get_logger("bot.test")
    for error in (DatabaseUnavailableError("connection refused"), OSError(28, "No space left")):
        log.error("not kept", exc_info=error)
    reasons = [line["exception"][0]["reason"] for line in lines(stream)]
    assert reasons == ["connection refused", "No space left"]


def test_what_a_library_logs_comes_without_what_it_filled_in(stream: io.StringIO) -> None:
    library = logging.getLogger("aiohttp.server")
    try:
        fail()
    except ValueError:
        library.exception("Error handling request from %s", SAID)
    library.warning(f"filled in already: {SAID}")
    library.info("not of interest: %s", "x")
    first, second = lines(stream)
    assert (first["event"], first["logger"]) == ("Error handling request from %s", "aiohttp.server")
    assert first["exception"][0]["type"] == "ValueError"
    assert second["event"] == "library"
    assert SAID not in stream.getvalue()


def test_a_turn_has_one_id_and_the_next_another() -> None:
    first = begin_turn_log()
    assert turn_id() == first
    assert begin_turn_log() != first
