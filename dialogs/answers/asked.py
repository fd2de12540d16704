"""What an answer is made from: the question, the record, and who asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dialogs import texts
from dialogs.answer import Answer, Block, Choice, Fact, Facts, Quoted, Quotes, quoted
from dialogs.understanding.library import Library
from dialogs.understanding.question import Intent, Question
from goals.actor import Actor
from goals.goal import Body, Goal, GoalSet, Source, Subgoal
from goals.matter import Matter
from goals.plan import Plan, PlanStatus
from goals.record import Record


class WaitingUnknownError(Exception):
    """The answer tells how many proposals wait: that is to be read, and the answer told again."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, with all that its answer may depend on."""

    question: Question
    record: Record
    actor: Actor
    today: date
    language: str
    library: Library
    """The record's wordings, ready to be searched."""
    body: Body | None
    """The body it is about; None where the tenant has several and none was named."""
    waiting: Mapping[tuple[str, int], int] | None = None
    """How many open proposals each matter (body, year) has; None as long as nobody has asked."""

    def say(self, key: str, **arguments: str | int) -> str:
        """A sentence in the language of the answer."""
        return texts.say(self.language, key, **arguments)

    def waiting_in(self, matter: Matter) -> int:
        """How many open proposals the matter has; raises WaitingUnknownError."""
        if self.waiting is None:
            raise WaitingUnknownError
        return self.waiting.get((matter.body, matter.year), 0)

    @property
    def the_body(self) -> Body:
        """The body, for answers that are given only when it is settled."""
        if self.body is None:
            raise LookupError("the body is not settled")
        return self.body

    @property
    def year(self) -> int | None:
        """The one year that was asked for; "this year" only when it has a list of its own."""
        if self.question.years:
            return self.question.years[0]
        if self.question.this_year and self.body is not None:
            own = self.record.plan(self.body.code, self.today.year)
            return self.today.year if own else None
        return None

    def answer(
        self,
        headline: str,
        *blocks: Block,
        intent: Intent | None = None,
        year: int | None = None,
        status: str = "none",
        body: str | None = None,
        suggested: tuple[Quoted, ...] = (),
        choices: tuple[Choice, ...] = (),
        gaps: tuple[str, ...] = (),
    ) -> Answer:
        """An answer in the question's language, about the question's body."""
        return Answer(
            language=self.language,
            intent=intent or self.question.intent,
            headline=headline,
            blocks=tuple(blocks),
            body=body or (self.body.code if self.body else None),
            year=year,
            status=status,
            suggested=suggested,
            choices=choices,
            gaps=gaps,
            why=self.question.why,
        )

    def heading_of_plan(self, plan: Plan) -> str:
        """Say "KS delmål 2024"; in English also that the wording is the original."""
        return self.say("heading-subgoals", body=plan.body, year=plan.year)

    def heading_of_goals(self, goal_set: GoalSet) -> str:
        """Say "KS mål 2024–2026"."""
        if goal_set.period is None:
            return self.say("heading-goals-no-period", body=goal_set.body)
        return self.say("heading-goals", body=goal_set.body, period=str(goal_set.period))

    def quotes_of_plan(self, plan: Plan) -> Quotes:
        """A year's whole list."""
        return Quotes(self.heading_of_plan(plan), tuple(map(quoted, plan.subgoals)))

    def quotes_of_goals(self, goal_set: GoalSet) -> Quotes:
        """All goals of a period."""
        return Quotes(self.heading_of_goals(goal_set), tuple(map(quoted, goal_set.goals)))

    def facts_of_plan(self, plan: Plan) -> Facts:
        """What a year's list rests on."""
        return Facts(
            (
                self._about(plan.body, str(plan.year)),
                Fact(self.say("fact-status"), self.status_words(plan)),
                *self.facts_of_source(plan.source),
                *self._by_hand(plan.subgoals),
            )
        )

    def facts_of_goals(self, goal_set: GoalSet) -> Facts:
        """What a period's goals rest on."""
        when = str(goal_set.period) if goal_set.period else self.say("missing")
        status = "in_force" if goal_set.source.is_decision else "stated"
        return Facts(
            (
                self._about(goal_set.body, when),
                Fact(self.say("fact-status"), self.say(f"status-{status}")),
                *self.facts_of_source(goal_set.source),
                *self._by_hand(goal_set.goals),
            )
        )

    def facts_of(self, item: Goal | Subgoal) -> tuple[Facts, str, int | None]:
        """What one wording rests on, its status and its year."""
        if isinstance(item, Subgoal):
            plan = self.record.plan(item.body, item.year)
            if plan is not None:
                return self.facts_of_plan(plan), plan.status.value, plan.year
        goal_set = next(
            (each for each in self.record.goal_sets if item in each.goals),
            None,
        )
        if goal_set is None:
            return Facts(()), "none", None
        return self.facts_of_goals(goal_set), PlanStatus.IN_FORCE.value, None

    def facts_of_matter(self, matter: Matter) -> Facts:
        """What is said of a matter rests on; one that was opened here has no document to miss."""
        source = matter.source
        if source.document is not None:
            of_source = self.facts_of_source(source)
        else:
            origin = Fact(self.say("fact-source"), self.say("matter-opened-here"))
            of_source = (origin, *self._facts(self._of_decision(source)))
        return Facts((Fact(self.say("fact-matter"), matter.title), *of_source))

    def facts_of_source(self, source: Source) -> tuple[Fact, ...]:
        """Document, date, § and dnr; what the record lacks is said to be missing."""
        document = (self.say("fact-document"), source.document)
        if source.document is None and source.is_decision:
            document = (self.say("fact-source"), self.say("decision-recorded-here"))
        base = ((self.say("fact-base"), source.base),) if source.base else ()
        return self._facts((document, *base, *self._of_decision(source)))

    def _of_decision(self, source: Source) -> tuple[tuple[str, str | None], ...]:
        return (
            (self.say("fact-date"), source.date.isoformat() if source.date else None),
            (self.say("fact-paragraph"), source.paragraph),
            (self.say("fact-dnr"), source.dnr),
        )

    def _facts(self, named: tuple[tuple[str, str | None], ...]) -> tuple[Fact, ...]:
        facts = [Fact(name, value) for name, value in named if value]
        missing = [name.lower() for name, value in named if not value]
        if missing:
            facts.append(Fact(self.say("fact-missing"), ", ".join(missing)))
        return tuple(facts)

    def _by_hand(self, items: Sequence[Goal] | Sequence[Subgoal]) -> tuple[Fact, ...]:
        """Which wordings a person wrote as they were imported: the document has others."""
        labels = [quoted(item).label for item in items if item.origin.by_hand]
        return (Fact(self.say("fact-by-hand"), ", ".join(labels)),) if labels else ()

    def status_words(self, plan: Plan) -> str:
        """The plan's status as a person reads it."""
        if plan.status is PlanStatus.APPEALABLE:
            if plan.last_appeal_day is None:
                return self.say("status-appealable-no-day")
            return self.say("status-appealable", day=plan.last_appeal_day.isoformat())
        if plan.status is PlanStatus.IN_FORCE and not plan.source.is_decision:
            return self.say("status-stated")
        return self.say(f"status-{plan.status.value}")

    def _about(self, code: str, when: str) -> Fact:
        body = self.record.body(code)
        return Fact(self.say("fact-about"), f"{body.name if body else code}, {when}")
