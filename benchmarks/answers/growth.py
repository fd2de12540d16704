"""Records as large as they may become, made of the words of the documents, and asked."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from resource import getpagesize
from statistics import median, quantiles

from benchmarks.answers.asking import ask, prepare
from benchmarks.answers.records import NOW
from goals.goal import Body, Goal, GoalSet, Period, Source, Subgoal
from goals.plan import Plan, PlanStatus
from goals.record import Record

_BODIES = (
    Body("KS", "Kommunstyrelsen"),
    Body("BUN", "Barn- och utbildningsnämnden"),
    Body("SN", "Socialnämnden"),
    Body("SBN", "Samhällsbyggnadsnämnden"),
    Body("KFN", "Kultur- och fritidsnämnden"),
    Body("MBN", "Miljö- och byggnadsnämnden"),
    Body("TN", "Tekniska nämnden"),
    Body("AMN", "Arbetsmarknadsnämnden"),
    Body("VON", "Vård- och omsorgsnämnden"),
    Body("ÖFN", "Överförmyndarnämnden"),
)
_YEARS = range(NOW.year - 8, NOW.year + 2)
_GOALS = 5
_MUNICIPALITIES = 300
_BODIES_OF_EACH = 3
_SUBGOALS_OF_EACH = 10
_ASKED = 1_500


@dataclass(frozen=True, slots=True)
class Growth:
    """What one size was asked, and how long that took."""

    name: str
    wordings: int
    first: float
    """Milliseconds until the record can be asked: once for each revision of it."""
    times: tuple[float, ...]
    """Milliseconds of each question."""
    memory: float | None
    """What the records and their indexes take, in MB; None where the system does not tell."""
    process: float | None
    """The whole process, in MB."""


def measure_growth(questions: Sequence[str], wordings: Iterable[str]) -> list[Growth]:
    """One tenant of 1,000 items, in many lists and in one; 300 tenants of ten years each."""
    say = _Sayings(wordings)
    many_lists = _record("many-lists", say, _BODIES, _YEARS, per_list=(9, 10))
    one_list = _record("one-list", say, _BODIES[:1], _YEARS[-1:], per_list=(1_000 - _GOALS,))
    grown = [
        _measure("1,000 items: 10 bodies, 10 years", lambda: [many_lists], questions),
        _measure("1,000 items, all in one list", lambda: [one_list], questions),
    ]
    bodies = _BODIES[:_BODIES_OF_EACH]
    grown.append(
        _measure(
            f"{_MUNICIPALITIES} municipalities, {len(bodies)} bodies, {len(_YEARS)} years",
            lambda: [
                _record(f"municipality-{n}", say, bodies, _YEARS, per_list=(_SUBGOALS_OF_EACH,))
                for n in range(_MUNICIPALITIES)
            ],
            questions,
        )
    )
    return grown


def _measure(name: str, make: Callable[[], list[Record]], questions: Sequence[str]) -> Growth:
    gc.collect()
    before = process_memory()
    records = make()
    first = [prepare(record) for record in records]
    gc.collect()
    after = process_memory()
    across = zip(cycle(records), islice(cycle(questions), _ASKED), strict=False)
    times = tuple(ask(question, record)[1] for record, question in across)
    taken = None if before is None or after is None else after - before
    goals = sum(len(each.goals) for record in records for each in record.goal_sets)
    subgoals = sum(len(plan.subgoals) for record in records for plan in record.plans)
    return Growth(name, goals + subgoals, median(first), times, taken, process_memory())


def percentile(times: Sequence[float], share: int) -> float:
    """The time that so many in a hundred questions stay below."""
    return quantiles(times, n=100, method="inclusive")[share - 1]


def process_memory() -> float | None:
    """What this process holds in memory (RSS), in MB; None where there is no /proc."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return None
    return pages * getpagesize() / 2**20


class _Sayings:
    """New wordings: the beginning of one, words of others, the end of a third."""

    def __init__(self, wordings: Iterable[str]) -> None:
        self._wordings = [wording.split() for wording in sorted(wordings)]
        self._words = sorted({word for words in self._wordings for word in words})
        self._random = random.Random(20_261_123)

    def next(self) -> str:
        first, last = self._random.sample(self._wordings, 2)
        between = self._random.sample(self._words, 2)
        return " ".join([*first[: len(first) // 2 + 1], *between, *last[len(last) // 2 :]])


def _record(
    tenant: str,
    say: _Sayings,
    bodies: Sequence[Body],
    years: Sequence[int],
    *,
    per_list: tuple[int, ...],
) -> Record:
    """A record with so many sub-goals in each year's list, one number after the other."""
    source = Source(document="made up")
    period = Period(years[0], years[-1])
    return Record(
        tenant,
        revision=1,
        bodies=tuple(bodies),
        goal_sets=tuple(
            GoalSet(
                body.code,
                period,
                tuple(Goal(body.code, n, say.next()) for n in range(1, _GOALS + 1)),
                source,
            )
            for body in bodies
        ),
        plans=tuple(
            Plan(
                body.code,
                year,
                PlanStatus.IN_FORCE,
                tuple(Subgoal(body.code, year, n, say.next()) for n in range(1, count + 1)),
                source,
            )
            for body in bodies
            for year, count in zip(years, cycle(per_list))
        ),
    )
