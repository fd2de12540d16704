"""The papers of a matter are handed out to its kansli; an officer says which are ready."""

from __future__ import annotations

from dialogs.answer import Act
from dialogs.apologise import refuse
from dialogs.cards.papers_card import (
    KEEP_EXTRACT,
    MAKE_PAPER,
    MARK_READY,
    SHOW_PAPERS,
    link_card,
    papers_card,
)
from dialogs.case import Case
from dialogs.clock import local_time
from dialogs.desk import Desk
from dialogs.papers import paper_state, plain_paper
from dialogs.texts import say
from dialogs.turn import Place, Reply, Turn
from goals.actor import KANSLI, Role
from goals.asking import open_matter
from goals.errors import (
    GoalsError,
    PaperBodyUnknownError,
    PaperMatterUnknownError,
    PaperPlaceError,
    PaperTooEarlyError,
    PaperTooLateError,
    PaperUnknownError,
)
from goals.extracting import may_keep_extract
from goals.goal import Body
from goals.matter import Matter
from goals.notice import Notice, as_decided
from goals.paper import FORMATS, Paper, PaperFormat, PaperKind
from goals.paper_link import LIFETIME, PaperLink, sign
from goals.ports import Register
from goals.readying import PaperState, check_may_have_papers, digest_of_paper, mark_ready


def papers_act(body: str, year: int, language: str) -> Act:
    """The button that leads here."""
    data = {"body": body, "year": str(year), "language": language}
    return Act(say(language, "button-papers"), SHOW_PAPERS, data)


async def show_papers(turn: Turn, desk: Desk) -> Reply:
    """What papers the matter has, and how far each has come."""
    try:
        case = await _case(turn, desk)
    except GoalsError as error:
        return refuse(error, turn.language)
    return _shown(turn, case)


async def make_paper(turn: Turn, desk: Desk) -> Reply:
    """A link to one of them that only this person can use, for ten minutes."""
    language = turn.language
    try:
        case = await _case(turn, desk)
        kind = _kind(turn)
        written_as = _format(turn, kind)
        plain_paper(case, kind)
    except GoalsError as error:
        return refuse(error, language)
    matter = case.matter
    name = say(language, f"paper-name-{kind.value}")
    headline = say(language, "paper-made", paper=name, body=matter.body, year=matter.year)
    acts = (papers_act(matter.body, matter.year, language),)
    if desk.public_url is None:
        command = (
            f"python -m bot export paper {matter.body} {matter.year} --kind {kind.value}"
            f" --format {written_as.value}"
        )
        said = say(language, "paper-no-address")
        card = link_card(headline, language, said=said, link=None, command=command, acts=acts)
        return Reply.showing(card, language)
    expires = turn.now.replace(microsecond=0) + LIFETIME
    link = PaperLink(
        turn.actor.tenant,
        turn.actor.object_id,
        matter.body,
        matter.year,
        kind,
        written_as,
        expires,
    )
    token = sign(link, await desk.memory.link_key(now=turn.now))
    title = say(language, f"button-paper-{written_as.value}", paper=name)
    card = link_card(
        headline,
        language,
        said=say(language, "paper-made-explained", until=local_time(expires)),
        link=(title, f"{desk.public_url}/papers/{token}"),
        acts=acts,
    )
    return Reply.showing(card, language)


async def mark_paper_ready(turn: Turn, desk: Desk) -> Reply:
    """**Markera som klar**: what the officer saw, and no more."""
    language = turn.language
    try:
        case = await _case(turn, desk)
        paper = plain_paper(case, _kind(turn))
        if turn.fields.get("seen") != digest_of_paper(paper):
            return _shown(turn, case, say(language, "papers-changed"))
        matter = case.matter
        await mark_ready(
            paper,
            matter.body,
            matter.year,
            actor=turn.actor,
            open_ledger=desk.memory.open_ledger,
            now=turn.now,
        )
        case = await _case(turn, desk)
    except GoalsError as error:
        return refuse(error, language)
    name = say(language, f"paper-name-{paper.kind.value}")
    return _shown(turn, case, say(language, "papers-marked", paper=name))


def _shown(turn: Turn, case: Case, *first: str) -> Reply:
    language = turn.language
    matter = case.matter
    papers = _papers(case)
    headline = say(language, "papers-headline", body=matter.body, year=matter.year)
    states = []
    acts: list[Act] = []
    marks: list[Act] = []
    data = {"body": matter.body, "year": str(matter.year), "language": language}
    for paper in papers:
        name = say(language, f"paper-name-{paper.kind.value}")
        state = paper_state(case, paper)
        states.append((name, say(language, f"paper-state-{state.value}")))
        for each in FORMATS[paper.kind]:
            title = say(language, f"button-paper-{each.value}", paper=name)
            chosen = {**data, "kind": paper.kind.value, "format": each.value}
            acts.append(Act(title, MAKE_PAPER, chosen))
        if state is PaperState.DRAFT and turn.actor.has(Role.OFFICER, matter.body):
            title = say(language, "button-mark-ready", paper=name)
            seen = {**data, "kind": paper.kind.value, "seen": digest_of_paper(paper)}
            marks.append(Act(title, MARK_READY, seen))
    if may_keep_extract(turn.actor, matter.body, matter.state):
        marks.append(Act(say(language, "button-extract"), KEEP_EXTRACT, data))
    before = any(paper.kind in {PaperKind.LETTER, PaperKind.BASIS} for paper in papers)
    explained = say(language, "papers-explained-before" if before else "papers-explained-after")
    card = papers_card(
        headline, language, states=states, said=(*first, explained), acts=(*acts, *marks)
    )
    return Reply.showing(card, language)


def _papers(case: Case) -> tuple[Paper, ...]:
    """Those that the matter has now."""
    found = []
    for kind in PaperKind:
        try:
            found.append(plain_paper(case, kind))
        except (PaperTooEarlyError, PaperTooLateError):
            continue
    return tuple(found)


async def _case(turn: Turn, desk: Desk) -> Case:
    """The matter that is meant, for who may have its papers.

    Raises PaperPlaceError, PaperBodyUnknownError, PaperNotAllowedError or PaperMatterUnknownError.
    """
    if turn.place is not Place.PERSONAL:
        raise PaperPlaceError
    body = _body(turn, desk)
    check_may_have_papers(turn.actor, body.code)
    matter = _matter(turn, desk, body.code)
    async with desk.memory.register(turn.actor.tenant) as register:
        return Case(
            desk.record,
            matter,
            await register.proposals(matter.body, matter.year),
            await register.events(matter.body, matter.year),
            await notices_of(register, matter),
        )


async def notices_of(register: Register, matter: Matter) -> tuple[Notice, ...]:
    """What the units were told of a matter, without rehearsals."""
    found = await register.notices(matter.body, matter.year)
    return as_decided(found, matter.recipients)


def _body(turn: Turn, desk: Desk) -> Body:
    """The one that is named; else the person's own, or the first whose kansli they belong to."""
    bodies = desk.record.bodies
    named = turn.fields.get("body", "").casefold()
    if named:
        for body in bodies:
            if named in {each.casefold() for each in (body.code, body.name, *body.aliases)}:
                return body
    else:
        mine = [
            body for body in bodies if any(turn.actor.has(role, body.code) for role in KANSLI)
        ] or list(bodies)
        mine.sort(key=lambda body: body.code != turn.actor.default_body)
        if mine:
            return mine[0]
    known = ", ".join(body.code for body in bodies) or "–"
    raise PaperBodyUnknownError(body=turn.fields.get("body") or "–", bodies=known)


def _matter(turn: Turn, desk: Desk, body: str) -> Matter:
    """That of the year; without one the latest that is open, else the latest."""
    year = turn.fields.get("year", "")
    of_body = [each for each in desk.record.matters if each.body == body]
    if year:
        found = next((each for each in of_body if str(each.year) == year), None)
    else:
        latest = max(of_body, key=lambda each: each.year, default=None)
        found = open_matter(desk.record, body, None) or latest
    if found is None:
        years = ", ".join(str(each.year) for each in of_body) or "–"
        raise PaperMatterUnknownError(body=body, years=years)
    return found


def _kind(turn: Turn) -> PaperKind:
    try:
        return PaperKind(turn.fields.get("kind", ""))
    except ValueError:
        raise PaperUnknownError from None


def _format(turn: Turn, kind: PaperKind) -> PaperFormat:
    written_as = turn.fields.get("format", "")
    if written_as not in FORMATS[kind]:
        raise PaperUnknownError
    return PaperFormat(written_as)
