"""One person cannot crowd out the others, and is told when they may go on."""

from __future__ import annotations

import pytest

from bot import person_pace
from bot.person_pace import PersonPace, TooFast


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def taken(pace: PersonPace, times: int, person: str = "anna") -> list[TooFast | None]:
    """Take so many turns."""
    return [pace.take("tenant", person) for _ in range(times)]


def test_half_of_a_minutes_turns_may_come_at_once(clock: Clock) -> None:
    assert taken(PersonPace(60, clock=clock), 31) == [None] * 30 + [TooFast(1, is_first=True)]


def test_who_waits_as_long_as_they_were_told_may_go_on(clock: Clock) -> None:
    pace = PersonPace(6, clock=clock)
    *_, refused = taken(pace, 4)
    assert refused == TooFast(10, is_first=True)
    clock.now += 9.9
    assert pace.take("tenant", "anna") == TooFast(1, is_first=False)
    clock.now += 0.2
    assert pace.take("tenant", "anna") is None


def test_it_is_told_once_until_they_have_been_in_time_again(clock: Clock) -> None:
    pace = PersonPace(2, clock=clock)
    assert [each and each.is_first for each in taken(pace, 3)] == [None, True, False]
    clock.now += 30
    assert [each and each.is_first for each in taken(pace, 2)] == [None, True]


def test_nobody_pays_for_another_nor_for_their_namesake_elsewhere(clock: Clock) -> None:
    pace = PersonPace(2, clock=clock)
    taken(pace, 5)
    assert pace.take("tenant", "bo") is None
    assert pace.take("other", "anna") is None


def test_a_rest_never_saves_up_more_than_a_full_bucket(clock: Clock) -> None:
    pace = PersonPace(4, clock=clock)
    clock.now += 1_000_000
    assert [each is None for each in taken(pace, 3)] == [True, True, False]


def test_only_so_many_people_are_remembered(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(person_pace, "MOST_REMEMBERED", 2)
    watched = PersonPace(2, clock=clock)
    for person in ("anna", "bo", "cia"):
        watched.take("tenant", person)
    assert watched.take("tenant", "cia") is not None
    assert watched.take("tenant", "anna") is None  # forgotten, and thus as new
