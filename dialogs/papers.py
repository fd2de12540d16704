"""What stands on the papers of a matter. Papers are in Swedish: they are the municipality's own.

Everything on them is from the record, or says that it is missing there; our own sentences only
hold it together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dialogs.case import Case
from dialogs.proof import proof_paper
from dialogs.texts import SWEDISH, say
from goals.calling import order_of_au, points_of_au, proposed_by_au, treated_by_au
from goals.checking import rivals_of
from goals.event import Event
from goals.goal import GoalSet, Subgoal
from goals.ground import Ground
from goals.local_time import day_in_sweden
from goals.matter import Matter
from goals.matter_steps import text_of
from goals.meeting import LEAVES, Line, Minutes, NotedOutcome, ResultingList, resulting_list
from goals.noting import needs_papers
from goals.paper import (
    Block,
    Labelled,
    Listed,
    Paper,
    PaperKind,
    Paragraph,
    Section,
    numbers,
    sign_of,
)
from goals.plan import Plan
from goals.proposal import Advice, Content, Meeting, Outcome, Proposal
from goals.readying import PaperState, check_has_paper, state_of
from goals.wording import word_change

_SUPPORTED = frozenset({Advice.SUPPORT, Advice.SUPPORT_CHANGED})
_MOST_IN_WORDS = 12


def make_paper(case: Case, kind: PaperKind, *, municipality: str | None = None) -> Paper:
    """The paper as the record has it now, marked with how far it has come.

    Raises PaperTooEarlyError or PaperTooLateError.
    """
    check_has_paper(case.matter, kind)
    match kind:
        case PaperKind.LETTER:
            paper = _letter(case)
        case PaperKind.BASIS:
            paper = _basis(case)
        case PaperKind.MINUTES:
            paper = _text_for_the_minutes(case)
        case PaperKind.PROOF:
            paper = proof_paper(case)
    mark = {
        PaperState.DRAFT: "paper-draft",
        PaperState.NOT_ADJUSTED: "paper-not-adjusted",
        PaperState.ANNULLED: "paper-annulled",
    }.get(paper_state(case, paper))
    facts = paper.facts
    if municipality is None:
        facts = ((_said("paper-sender"), _said("paper-missing")), *facts)
    return replace(
        paper, sender=municipality, facts=facts, mark=say(SWEDISH, mark) if mark else None
    )


def plain_paper(case: Case, kind: PaperKind) -> Paper:
    """What stands on the paper, without sender and mark: what an officer calls ready.

    Raises PaperTooEarlyError or PaperTooLateError.
    """
    paper = make_paper(case, kind, municipality="")
    return replace(paper, sender=None, mark=None)


def paper_state(case: Case, paper: Paper) -> PaperState:
    """How far the paper has come."""
    return state_of(replace(paper, sender=None, mark=None), case.matter, case.events)


def _letter(case: Case) -> Paper:
    """The official's paper to the politicians (tjänsteskrivelse), in the form of the customer's.

    The list that it proposes is the one that follows if what the officer supports is decided.
    """
    matter = case.matter
    own = tuple(replace(each, by_au=None) for each in case.alive)
    return Paper(
        PaperKind.LETTER,
        matter.title,
        (
            Section(_said("paper-proposal"), tuple(_proposed_decision(case, own))),
            Section(_said("paper-summary"), tuple(_summary(case, own))),
            *_changes(own, is_whole=False),
            _recipients(matter),
            _officer(matter),
        ),
        to=say(SWEDISH, "paper-to", body=case.body),
        facts=_facts(matter),
    )


def _basis(case: Case) -> Paper:
    """Every proposal, old and new, with why, what is recommended, and what AU has proposed."""
    matter = case.matter
    return Paper(
        PaperKind.BASIS,
        say(SWEDISH, "paper-basis-title", title=matter.title),
        (
            Section(_said("paper-starting-point"), tuple(_starting_point(case))),
            *_changes(case.alive, is_whole=True),
            *_from_the_meeting(case, Meeting.AU, _said("paper-changes-au")),
            *_proposed_by_au(case),
            _recipients(matter),
            _officer(matter),
        ),
        to=say(SWEDISH, "paper-to", body=case.body),
        facts=_facts(matter),
    )


def _text_for_the_minutes(case: Case) -> Paper:
    """The text of the decision to paste into the minutes: one that stands alone."""
    matter = case.matter
    plan = case.record.plan(matter.body, matter.year)
    source = plan.source if plan else matter.source
    decided = case.last("decide")
    adjusted = case.last("adjust")
    missing = _said("paper-missing")
    facts = [(_said("paper-day"), source.date.isoformat() if source.date else missing)]
    if adjusted is not None:
        facts.append((_said("paper-adjusted-on"), text_of(adjusted, "day") or missing))
    return Paper(
        PaperKind.MINUTES,
        f"{source.paragraph or _said('paper-paragraph-missing')} {matter.title}",
        (
            Section(_said("paper-decision"), tuple(_decision(case, plan, decided))),
            *_treated(case),
            *_from_the_meeting(case, Meeting.BODY, _said("paper-changes-meeting")),
            _noted("paper-disqualified", text_of(decided, "disqualified")),
            _noted("paper-reservations", text_of(decided, "reservations")),
            *_corrections(case),
            _recipients(matter),
        ),
        facts=(*facts, *_facts(matter)),
    )


def recommended_list(ground: Ground, proposals: Sequence[Proposal]) -> ResultingList:
    """The list that follows if what the officer supports is decided; of rivals the first."""
    outcomes: dict[str, NotedOutcome] = {}
    touched: set[int] = set()
    for proposal in proposals:
        advice = proposal.recommendation.advice if proposal.recommendation else None
        target = proposal.content.target
        if advice not in _SUPPORTED or (target is not None and target.number in touched):
            continue
        if target is not None:
            touched.add(target.number)
        outcomes[proposal.id] = NotedOutcome(Outcome.APPROVE)
    matter = ground.matter
    minutes = Minutes(matter.body, matter.year, Meeting.BODY, outcomes=outcomes)
    return resulting_list(ground.subgoals, proposals, minutes)


# --- the sections ---


def _proposed_decision(case: Case, proposals: Sequence[Proposal]) -> Iterator[Block]:
    """The points that the record has; and the whole list, so that the decision stands alone.

    The list takes the place of a point that nobody can carry out without other papers ("enligt
    dialog"): together they would say two things.
    """
    matter = case.matter
    lines = recommended_list(case.ground, proposals).lines
    points = matter.decision_points
    if lines:
        alone = (each for each in points if not needs_papers(each))
        points = (*alone, say(SWEDISH, "paper-list-proposed", year=matter.year))
    yield Paragraph(say(SWEDISH, "paper-proposes", body=case.body))
    if points:
        yield Listed(points)
    else:
        yield Paragraph(_said("paper-none-recorded"))
    if lines:
        yield _lines(lines)


def _decision(case: Case, plan: Plan | None, decided: Event | None) -> Iterator[Block]:
    points = tuple(each for each in (text_of(decided, "points") or "").split("\n") if each)
    subgoals = plan.subgoals if plan else ()
    if subgoals:
        points = (*points, say(SWEDISH, "paper-list-decided", year=case.matter.year))
    yield Paragraph(say(SWEDISH, "paper-decides", body=case.body))
    if points:
        yield Listed(points, numbers(len(points)))
    else:
        yield Paragraph(_said("paper-none-recorded"))
    if subgoals:
        yield _subgoals(subgoals, is_inner=True)


def _summary(case: Case, proposals: Sequence[Proposal]) -> Iterator[Block]:
    """In the order of the customer's paper: what there is, the goals, the sub-goals."""
    ground = case.ground
    sentences = [*_of_goals(case, ground.goal_set), *_of_base(case, ground.plan)]
    if sentences:
        yield Paragraph(" ".join(sentences))
    yield Paragraph(" ".join(_of_proposals(proposals)))
    yield from _goals_and_subgoals(case)


def _starting_point(case: Case) -> Iterator[Block]:
    yield Paragraph(" ".join([*_of_base(case, case.ground.plan), *_of_proposals(case.alive)]))
    yield from _goals_and_subgoals(case)


def _of_goals(case: Case, goal_set: GoalSet | None) -> Iterator[str]:
    if goal_set is not None and goal_set.period is not None and goal_set.goals:
        yield say(
            SWEDISH,
            "paper-summary-goals",
            body=case.body,
            goals=_amount(len(goal_set.goals)),
            period=str(goal_set.period),
        )


def _of_base(case: Case, plan: Plan | None) -> Iterator[str]:
    year = case.matter.year
    if plan is None:
        yield say(SWEDISH, "paper-summary-no-base", year=year)
        return
    count = _amount(len(plan.subgoals))
    yield say(SWEDISH, "paper-summary-base", year=year, base=plan.year, count=count)


def _of_proposals(proposals: Sequence[Proposal]) -> Iterator[str]:
    count = len(proposals)
    amount = _amount(count)
    yield say(
        SWEDISH,
        "paper-summary-proposals",
        count=count,
        amount=f"{amount[:1].upper()}{amount[1:]}",
    )
    advised = [each.recommendation.advice for each in proposals if each.recommendation]
    parts = [
        say(SWEDISH, f"paper-summary-{advice.value}", amount=_amount(found))
        for advice in Advice
        if (found := advised.count(advice))
    ]
    if parts:
        told = ", ".join(parts[:-1])
        told = say(SWEDISH, "paper-and", first=told, last=parts[-1]) if told else parts[-1]
        yield say(SWEDISH, "paper-summary-advice", told=f"{told[:1].upper()}{told[1:]}")


def _goals_and_subgoals(case: Case) -> Iterator[Block]:
    goal_set, plan = case.ground.goal_set, case.ground.plan
    if goal_set is not None and goal_set.goals:
        goals = goal_set.goals
        yield Paragraph(
            say(
                SWEDISH,
                "paper-goals",
                count=len(goals),
                whose=case.whose,
                amount=_amount(len(goals)),
            )
        )
        yield Listed(
            tuple(goal.text for goal in goals),
            tuple(sign_of(goal.code, goal.number) for goal in goals),
        )
    if plan is not None and plan.subgoals:
        yield Paragraph(say(SWEDISH, "paper-subgoals", whose=case.whose, year=plan.year))
        yield _subgoals(plan.subgoals)


def _proposed_by_au(case: Case) -> Iterator[Section]:
    """What AU proposes the body to decide, with the whole list; none where it has not been there.

    Nor where it tabled or sent back any of it: then it has proposed no list.
    """
    event = treated_by_au(case.events)
    ruled = {each.id: each.by_au for each in case.alive if each.by_au is not None}
    if event is None or any(ruling.outcome in LEAVES for ruling in ruled.values()):
        return
    minutes = Minutes(
        case.matter.body,
        case.matter.year,
        Meeting.AU,
        outcomes={id_: NotedOutcome(each.outcome, each.text) for id_, each in ruled.items()},
        changes=proposed_by_au(case.events),
        order=order_of_au(case.events),
    )
    lines = resulting_list(case.ground.subgoals, case.alive, minutes).lines
    points = points_of_au(case.events)
    if lines:
        points = (*points, say(SWEDISH, "paper-list-proposed", year=case.matter.year))
    heading = say(
        SWEDISH,
        "paper-au-proposes",
        paragraph=text_of(event, "paragraph") or "",
        day=text_of(event, "day") or "",
    )
    blocks: list[Block] = [Paragraph(say(SWEDISH, "paper-proposes", body=case.body))]
    blocks += [Listed(points)] if points else []
    blocks += [_lines(lines)] if lines else []
    yield Section(heading, tuple(blocks))


def _changes(proposals: Sequence[Proposal], *, is_whole: bool) -> Iterator[Section]:
    if not proposals:
        return
    yield Section(_said("paper-changes"))
    for proposal in proposals:
        heading = f"{proposal.number}: {_kind(proposal.content)}"
        rivals = rivals_of(proposal.content, proposals, but=proposal.id)
        blocks = [*(_whole_change(proposal) if is_whole else _change(proposal))]
        if rivals:
            told = ", ".join(each.number for each in rivals)
            blocks.append(Labelled(_said("paper-rivals"), told, is_quoted=False))
        yield Section(heading, tuple(blocks), level=2)


def _kind(content: Content) -> str:
    """What it does to the list: "ny lydelse av delmål 3"."""
    number = content.target.label if content.target else ""
    return say(SWEDISH, f"paper-kind-{content.kind.value}", number=number)


def _change(proposal: Proposal) -> Iterator[Block]:
    """In short: what is proposed, and what the officer thinks of it."""
    content = proposal.content
    yield from _compared(content.target.text if content.target else None, content.text)
    yield from _advice(proposal)


def _whole_change(proposal: Proposal) -> Iterator[Block]:
    content = proposal.content
    yield from _compared(content.target.text if content.target else None, content.text)
    if content.goal is not None:
        label = say(SWEDISH, "paper-supports", number=content.goal.number)
        yield Labelled(label, content.goal.text)
    yield Labelled(_said("paper-motivation"), content.motivation)
    if content.consequences:
        yield Labelled(_said("paper-consequences"), content.consequences)
    else:
        yield Labelled(_said("paper-consequences"), _said("paper-not-told"), is_quoted=False)
    yield from _advice(proposal)
    ruling = proposal.by_au
    if ruling is not None:
        label = say(SWEDISH, "paper-by-au", paragraph=ruling.paragraph, day=ruling.day.isoformat())
        yield Labelled(label, _said(f"outcome-{ruling.outcome.value}"), is_quoted=False)
        if ruling.text is not None:
            yield Labelled(_said("paper-au-wording"), ruling.text)
        if ruling.reason is not None:
            yield Labelled(_said("paper-reason"), ruling.reason)


def _advice(proposal: Proposal) -> Iterator[Block]:
    advised = proposal.recommendation
    if advised is None:
        yield Paragraph(_said("paper-not-prepared"))
        return
    told = _said(f"advice-{advised.advice.value}")
    if advised.same_as is not None:
        told = say(SWEDISH, "paper-same-as", advice=told, number=advised.same_as)
    yield Labelled(_said("paper-advice"), told, is_quoted=False)
    if advised.text is not None:
        yield Labelled(_said("paper-own-wording"), advised.text)
    yield Labelled(_said("paper-reason"), advised.reason)


def _compared(old: str | None, new: str | None) -> Iterator[Block]:
    """Both wordings, and in words what differs."""
    if old is not None:
        yield Labelled(_said("paper-old"), old)
    if new is not None:
        yield Labelled(_said("paper-new"), new)
    if old is None or new is None:
        return
    change = word_change(old, new)
    for key, words in (("paper-removed", change.removed), ("paper-added", change.added)):
        if words:
            yield Labelled(_said(key), "; ".join(words), is_quoted=False)


def _treated(case: Case) -> Iterator[Section]:
    """What the meeting made of each proposal that lay before it."""
    items = []
    for proposal in case.alive:
        ruling = proposal.by_body
        if ruling is None:
            continue
        outcome = _said(f"outcome-{ruling.outcome.value}")
        items.append(f"{proposal.number}, {_kind(proposal.content)}: {outcome}")
    if items:
        yield Section(_said("paper-treated"), (Listed(tuple(items)),))


def _from_the_meeting(case: Case, meeting: Meeting, heading: str) -> Iterator[Section]:
    """What was born in the room; of what AU brought, the body's meeting tells what became of it."""
    blocks: list[Block] = []
    # Once it is decided the list is a new one, in which the numbers mean other sub-goals.
    codes = {each.number: each.code for each in case.ground.subgoals if case.matter.is_open}
    for event in case.events:
        if event.what != "change" or event.data.get("meeting") != meeting.value:
            continue
        target = event.data.get("target")
        code = codes.get(target) if isinstance(target, int) else None
        told = say(
            SWEDISH,
            "paper-change",
            number=text_of(event, "number") or "",
            kind=say(
                SWEDISH,
                f"paper-kind-{text_of(event, 'kind')}",
                number=code or str(target or ""),
            ),
            origin=_said(f"paper-origin-{text_of(event, 'origin')}"),
        )
        if meeting is Meeting.BODY:
            taken = "taken" if text_of(event, "adopted") == "yes" else "left"
            told = f"{told}: {_said(f'paper-change-{taken}')}"
        blocks.append(Labelled(told, text_of(event, "text") or ""))
    if blocks:
        yield Section(heading, tuple(blocks))


def _corrections(case: Case) -> Iterator[Section]:
    blocks: list[Block] = []
    for event in case.events:
        if event.what == "correct":
            number = str(event.data.get("number") or "")
            day = day_in_sweden(event.at).isoformat()
            blocks.append(Paragraph(say(SWEDISH, "paper-corrected", number=number, day=day)))
            blocks += _compared(text_of(event, "old"), text_of(event, "new"))
            blocks.append(Labelled(_said("paper-reason"), text_of(event, "reason") or ""))
    if blocks:
        yield Section(_said("paper-corrections"), tuple(blocks))


def _noted(key: str, text: str | None) -> Section:
    if text:
        return Section(_said(key), (Paragraph(text, is_quoted=True),))
    return Section(_said(key), (Paragraph(_said("paper-none-noted")),))


def _recipients(matter: Matter) -> Section:
    recipients: Block = Paragraph(_said("paper-none-recorded"))
    if matter.recipients:
        recipients = Listed(matter.recipients)
    return Section(_said("paper-recipients"), (recipients,))


def _officer(matter: Matter) -> Section:
    officer = Paragraph(_said("paper-none-recorded"))
    if matter.officer:
        officer = Paragraph(matter.officer, is_quoted=True)
    return Section(_said("paper-officer"), (officer,))


def _facts(matter: Matter) -> tuple[tuple[str, str], ...]:
    return ((_said("paper-dnr"), matter.source.dnr or _said("paper-missing")),)


def _subgoals(subgoals: Sequence[Subgoal], *, is_inner: bool = False) -> Listed:
    return Listed(
        tuple(each.text for each in subgoals),
        tuple(sign_of(each.code, each.number) for each in subgoals),
        is_inner,
    )


def _lines(lines: Sequence[Line]) -> Listed:
    return Listed(
        tuple(line.text for line in lines),
        tuple(
            sign_of(line.was.code if line.was else None, number)
            for number, line in enumerate(lines, start=1)
        ),
        is_inner=True,
    )


def _amount(count: int) -> str:
    """A count of mål, delmål or förslag (all neuter) as one writes it: up to twelve in words."""
    return _said(f"number-{count}") if 0 < count <= _MOST_IN_WORDS else str(count)


def _said(key: str) -> str:
    return say(SWEDISH, key)
