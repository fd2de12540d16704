"""How certain it is which wording is meant: quoted, offered among others, or neither."""

from __future__ import annotations

from typing import TypeAlias

from dialogs.understanding.finding import (
    CLOSE_PART,
    INFLECTED,
    NEAR,
    SAME_CONCEPT,
    SAME_WORD,
    Candidate,
)
from goals.goal import Goal, Subgoal

Found: TypeAlias = tuple[Goal | Subgoal, Candidate]
"""A wording, and how strongly the question points to it."""

# Found by trying on the development questions of benchmarks/answers; tests hold no figure of it.
SURE, WORD = 0.33, 0.75
"""The share of the question that a clear winner must answer, and how surely it must be met."""
STRICTLY_SURE, STRICT_WORD = 0.5, 0.85
"""The same for a whole sentence that does not ask for goals in so many words."""
TOGETHER = 0.8
"""The share from which one wording is about all the things that are asked for."""
LEAD_OF_A_GOAL = 0.85
"""Who has more than this share of its score is a rival of a goal that leaves a part of the question
unanswered: goals speak of wide things, which much seems to be about."""
NEARLY = 0.22
"""The share from which a wording is offered."""
CLEAR_LEAD, IN_THE_RACE = 0.9, 0.6
"""Who has less than this share of the best one's score is no rival; is not even offered."""
LEAD_BY_LENGTH = 0.84
"""The same where one word meets both as surely, and only their length tells them apart."""
OF_FAR_AHEAD, FAR_AHEAD = 0.2, 0.84
"""The share that a sub-goal must answer which is surely met and leads so far: the rest of a long
message tells how the question came up."""
AS_GOOD = 0.95
"""The share of the best one's score from where two are equally about it."""
MOST_CHOICES = 3
_PAIR = 2


def certain(
    found: list[Found], *, strictly: bool = False, several: bool = True
) -> tuple[list[Goal | Subgoal], list[Goal | Subgoal]]:
    """Those to quote, and if none, those to offer.

    Coverage says how much of the question a wording answers, the lead how clearly it is this
    one and no other, the strongest evidence whether any word of it is really met. `strictly`
    is for a question that does not ask for goals in so many words, `several` for one that may
    name more than one thing.
    """
    if not found:
        return [], []
    share, word = (STRICTLY_SURE, STRICT_WORD) if strictly else (SURE, WORD)
    item, best = found[0]
    near = [pair for pair in found if pair[1].score > IN_THE_RACE * best.score]
    rivals = [pair for pair in near[1:] if _is_rival(pair[1], best)]
    race = [found[0], *rivals]
    leads = best.coverage >= share and best.convincing >= word
    leads = leads and not rivals
    surely = best.convincing >= STRICT_WORD
    alone = SURE
    if isinstance(item, Goal):
        leads = leads and _is_surely_the_goal(best, near[1:])
        alone = STRICTLY_SURE
    stands_alone = len(near) == 1 and best.coverage >= alone and best.convincing >= CLOSE_PART
    if leads or (stands_alone and (surely or not strictly)):
        return [item], []
    met = {frozenset(evidence.word for evidence in each.evidence) for _, each in race}
    alike = all(evidence.strength >= SAME_WORD for _, each in race for evidence in each.evidence)
    met_at_all = all(each.convincing >= word for _, each in race)
    is_all = len(race) == 1 or all(each.coverage >= TOGETHER for _, each in race)
    if len(race) <= MOST_CHOICES and alike and met_at_all and is_all and (several or len(met) == 1):
        return [each for each, _ in race], []
    if _goal_and_its_subgoal(race):
        return [each for each, of in race if of.score >= AS_GOOD * best.score], []
    offered = [
        each
        for each, candidate in near
        if candidate.coverage >= NEARLY and candidate.strongest > NEAR
    ]
    return [], offered[:MOST_CHOICES]


def far_ahead(found: list[Found]) -> list[Goal | Subgoal]:
    """The sub-goal that is surely met and leads far, though it answers little of a long message."""
    if not found or isinstance(found[0][0], Goal):
        return []
    (item, best), *others = found
    leads = all(of.score <= FAR_AHEAD * best.score for _, of in others)
    surely = best.coverage >= OF_FAR_AHEAD and best.convincing >= STRICT_WORD
    return [item] if leads and surely else []


def _is_surely_the_goal(best: Candidate, near: list[Found]) -> bool:
    """Whether a goal answers all of the question, or half of it and far more than any other."""
    far_ahead = all(other.score <= LEAD_OF_A_GOAL * best.score for _, other in near)
    return best.coverage >= TOGETHER or (best.coverage >= STRICTLY_SURE and far_ahead)


def _is_rival(other: Candidate, best: Candidate) -> bool:
    """Whether it may be as much about it as the best one, and not just for the same people."""
    if other.convincing <= NEAR < best.convincing:
        return False
    alike = len(best.evidence) == 1 and other.coverage == best.coverage
    return other.score > (LEAD_BY_LENGTH if alike else CLEAR_LEAD) * best.score and (
        other.strongest >= min(best.strongest, INFLECTED)
        or (other.coverage > best.coverage and other.strongest >= SAME_CONCEPT)
    )


def _goal_and_its_subgoal(race: list[Found]) -> bool:
    """Whether a goal and one sub-goal of the same body share the topic equally, and surely."""
    kinds = {type(item) for item, _ in race}
    return (
        len(race) == len(kinds) == _PAIR
        and len({item.body for item, _ in race}) == 1
        and all(
            each.coverage >= STRICTLY_SURE and each.convincing >= STRICT_WORD for _, each in race
        )
    )
