"""Of several lists of goals those that are the paper's own, by what stands over each.

Over a list of its own a paper says what the paper is about: the word for goals, whose they are, the
years, and what else its title and its decision say. Whoever tells of other goals says more: whose,
which, from when, or what became of them. So any word besides sets a list apart, whatever it says;
but only where the paper has a list of its own of the same kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from goals.document import Doubt
from goals.goal import Period
from storage.documents.facts.bodies import body_key
from storage.documents.goal_words import names_goals_above, names_subgoals, periods_in, years_in
from storage.documents.goals.introductions import Introduction, Listed, without_reaching
from storage.documents.goals.lists import Found, Kind


@dataclass(frozen=True, slots=True)
class About:
    """What a paper says that it is about."""

    title: str = ""
    title_line: int | None = None
    decided: tuple[str, ...] = ()
    """The points of the decision, or of the proposal, that say which goals are to hold."""
    body: str | None = None
    years: frozenset[int] = frozenset()
    """The years that it names."""
    assumed_year: int | None = None
    """The one that a decision of its day is about."""


@dataclass(frozen=True, slots=True)
class OwnLists:
    """What stands in the paper's own lists, and that others were left out."""

    found: tuple[Found, ...]
    doubts: tuple[Doubt, ...] = ()


_List = tuple[Introduction, Kind]

_WORD = re.compile(r"[^\W\d_]\w*(?:[-:]\w+)*")
_PLAIN = re.compile(
    r"(?:del|etapp|års|effekt|resultat|nämnds?)?mål(?:en)?|målsättning(?:ar)?|prioriterade|nya"
    r"|(?:nämnd|styrelse|direktion|verksamhet)(?:en|n)?s?|vår|våra|vi|sina?"
    r"|följande|nedan(?:stående)?|dessa|det|detta|här|så|de|som|den|en|ett|att|till|för|i|om|inom"
    r"|under|med|och|samt|enligt|vid|på|av|tillhörande|respektive|per|varje|nämligen"
    r"|är|vara|har?|ska|skall|vill|(?:upp)?nås?|(?:upp)?nått|gäller|gälla|lyder|lista"
    r"|anta(?:r|s|gna|git)?|antog|fastställ(?:a|er|s|da|t|de)|godkän(?:na|ner|ns|t|de)"
    r"|beslut(?:ar?|as|at|ade)?|satt|sätter"
    r"|föreslå(?:r|s)?|föreslagna|förslag(?:et)?"
    r"|år(?:et|en|ets)?|(?:mandat|plan)?period(?:en)?|verksamhetsår(?:et)?|bilaga|tabell|kapitel"
    r"|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|senast|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv"
)
"""The words that any paper may have over a list of its own."""
_HOLD = re.compile(
    r"långsiktiga|nuvarande|gällande|ligger|fast|kvar|kvarstår|inte|ändras|oförändrade"
)
"""What may be said besides of the goals that a body has, where it decides on sub-goals alone."""
_FOR_A_PART = re.compile(r"\w*mål(?:en)? (?:för|inom)\b", re.IGNORECASE)
_ACROSS = {Kind.GOAL: Kind.SUBGOAL, Kind.SUBGOAL: Kind.GOAL}


def own_lists(found: Sequence[Found], about: About) -> OwnLists:
    """What was found without the lists that are not the paper's own."""
    telling = _Telling(found, about)
    others = [each for each in telling.lists if telling.is_other(each)]
    left = {at for each in others for at in telling.lists[each]}
    doubts = tuple(Doubt("doubt-list-left-out", stated.line) for stated, _ in others)
    return OwnLists(tuple(without(found, left)), doubts)


@dataclass
class _Telling:
    """Tells the lists of a paper from others, each by its introduction and its kind."""

    found: Sequence[Found]
    about: About

    @cached_property
    def lists(self) -> dict[_List, list[int]]:
        """The places of what each introduction lists, the overarching goals left out."""
        lists: dict[_List, list[int]] = {}
        for at, each in enumerate(self.found):
            if each.introduced is not None and each.kind is not Kind.COUNCIL:
                lists.setdefault((each.introduced, each.kind), []).append(at)
        return lists

    def is_other(self, each: _List) -> bool:
        """Whether a list is none of the paper's own."""
        stated, kind = each
        if each in self._own or not self._is_of_body(stated):
            return False
        if self._is_title(stated):
            return kind in self._kinds
        if kind not in self._kinds:
            across = _ACROSS[kind] in self._kinds and self._names_only(_ACROSS[kind])
            if not across or (kind is Kind.GOAL and self._is_worded_plainly(stated, _HOLD)):
                return False
        return not self._holds(each)

    @cached_property
    def _own(self) -> frozenset[_List]:
        """The paper's own; of those that seem to be, the ones that say it most surely."""
        own = {
            (stated, kind)
            for stated, kind in self.lists
            if self._is_worded_plainly(stated) and self._has_own_years(stated)
        }
        own = _surest(own, {each for each in own if not self._is_title(each[0])})
        own |= self._parallel - own
        elsewhere = {stated.text for stated, _ in own if not stated.in_account}
        own = _surest(own, {each for each in own if each[0].text in elsewhere})
        own |= self._told_by_year_or_body({kind for _, kind in own})
        own = _surest(own, {each for each in own if each[0].is_heading or each[0].says_which})
        if not self._years:
            own = self._of_assumed_year(own)
        return frozenset(own)

    def _of_assumed_year(self, own: set[_List]) -> set[_List]:
        """Those not of a year gone by; beside a list without a year only those of this one."""
        year = self.about.assumed_year
        if year is None:
            return own
        past = {each for each in own if max(_years_over(each[0]), default=year) < year}
        own = _surest(own, own - past)
        without = {kind for stated, kind in own if not _years_over(stated)}
        of_it = {each for each in own if year in (_years_over(each[0]) or {year})}
        return _surest(own, {each for each in of_it if each[1] in without})

    def _told_by_year_or_body(self, kinds: set[Kind]) -> set[_List]:
        """Of the kinds that no list is worded plainly of, those that name the year or the body."""
        body = (self.about.body or "").casefold()
        return {
            (stated, kind)
            for stated, kind in self.lists
            if kind not in kinds
            and not self._names_only(_ACROSS[kind])
            and self._has_own_years(stated)
            and (_years_over(stated) & self._years or (body and body in stated.text.casefold()))
        }

    @cached_property
    def _parallel(self) -> frozenset[_List]:
        """The lists for parts of what the body does: "Delmål för förskolan", "Delmål för …"."""
        alike: dict[str, list[_List]] = {}
        for stated, kind in self.lists:
            found = _FOR_A_PART.match(stated.text)
            if found and not self._is_worded_plainly(stated) and self._has_own_years(stated):
                alike.setdefault(found[0].casefold(), []).append((stated, kind))
        several = (each for each in alike.values() if len(each) > 1)
        return frozenset(chain.from_iterable(several))

    @cached_property
    def _kinds(self) -> frozenset[Kind]:
        """The kinds that the paper has lists of its own of, or has by labels alone."""
        labelled = {each.kind for each in self.found if each.introduced is None}
        return frozenset(labelled | {kind for _, kind in self._own})

    @cached_property
    def _words(self) -> frozenset[str]:
        said = (self.about.title, *self.about.decided, self.about.body or "")
        return frozenset(form for word in _words(" ".join(said)) for form in (word, f"{word}s"))

    @cached_property
    def _years(self) -> frozenset[int]:
        if not self.about.years:
            return frozenset(_years_of(periods_in(self.about.title)))
        return self.about.years.union(*map(years_in, self.about.decided))

    def _is_worded_plainly(self, stated: Introduction, besides: re.Pattern[str] = _PLAIN) -> bool:
        """Whether nothing stands over a list but the words of the paper's own."""
        return all(
            word in self._words or _PLAIN.fullmatch(word) or besides.fullmatch(word)
            for word in _words(without_reaching(stated.text))
        )

    def _has_own_years(self, stated: Introduction) -> bool:
        """Whether no year stands over a list but the paper's own."""
        over = _years_over(stated) if stated.listed is Listed.SUBGOALS else set()
        apart = over and not over & self._years
        return not self._years or (self._years.issuperset(years_in(stated.text)) and not apart)

    def _is_title(self, stated: Introduction) -> bool:
        return stated.line == self.about.title_line

    def _is_of_body(self, stated: Introduction) -> bool:
        """Whether no other body is said to have them; those are told of by its name."""
        return not stated.owners or body_key(self.about.body or "") in stated.owners

    def _holds(self, each: _List) -> bool:
        """Whether sub-goals of another list stand under its goals."""
        places = set(self.lists[each])
        return any(one.parent in places and one.introduced != each[0] for one in self.found)

    def _names_only(self, kind: Kind) -> bool:
        """Whether the decision, else the title, names goals of one kind and none of the other."""
        said = self.about.decided or (self.about.title,)
        goals, subgoals = (any(map(names, said)) for names in (names_goals_above, names_subgoals))
        return goals is not subgoals and goals is (kind is Kind.GOAL)


def _surest(lists: set[_List], surer: set[_List]) -> set[_List]:
    """The surer ones, and the others of a kind that none of them is of."""
    kinds = {kind for _, kind in surer}
    return {each for each in lists if each in surer or each[1] not in kinds}


def _years_over(stated: Introduction) -> set[int]:
    """The years that stand over a list, those of spans too."""
    return {*years_in(stated.text), *_years_of(periods_in(stated.text))}


def _years_of(spans: Sequence[Period]) -> Iterator[int]:
    return chain.from_iterable(range(each.first, each.last + 1) for each in spans)


def _words(text: str) -> Iterator[str]:
    """The words of a text in small letters, without figures."""
    return (found[0] for found in _WORD.finditer(text.casefold()))


def without(found: Sequence[Found], left: set[int]) -> Iterator[Found]:
    """What was found but at some places; what stands under others keeps them."""
    places: dict[int | None, int] = {}
    for at, each in enumerate(found):
        if at not in left:
            places[at] = len(places)
            yield replace(each, parent=places.get(each.parent))
