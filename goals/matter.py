"""A matter (ärende): one body's yearly round of goals, from opening to decision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from goals.goal import Source


class MatterState(StrEnum):
    """Where the matter stands. Later steps of the process add their own members."""

    OPENED = "opened"
    """Öppnat: proposals are taken, nothing is prepared yet."""
    PREPARING = "preparing"
    """Under beredning: there is a proposal for a decision, and no adjusted decision."""
    ON_AU = "on_au"
    """Kallat till arbetsutskottet."""
    AU_DONE = "au_done"
    """Behandlat av arbetsutskottet, which proposes and does not decide."""
    TABLED_BY_AU = "tabled_by_au"
    """Bordlagt av arbetsutskottet: frozen until it is called there again."""
    ON_AGENDA = "on_agenda"
    """Kallat till the body that decides."""
    TABLED = "tabled"
    """Bordlagt by the body that decides: frozen until it is called there again."""
    DECIDED_NOT_ADJUSTED = "decided_not_adjusted"
    """For the kansli only."""
    ADJUSTED = "adjusted"
    ANNOUNCED = "announced"
    EXPEDITED = "expedited"
    FINAL = "final"
    """Laga kraft."""
    ANNULLED = "annulled"
    DECIDED = "decided"
    """Imported: the source is itself the record of the decision."""


TAKES_PROPOSALS = frozenset({MatterState.OPENED, MatterState.PREPARING})
BEFORE_MEETINGS = TAKES_PROPOSALS | {MatterState.DECIDED}
"""What a document may change: opened or prepared here, or itself known from a document."""
NOT_ADJUSTED = frozenset(
    {
        *TAKES_PROPOSALS,
        MatterState.ON_AU,
        MatterState.TABLED_BY_AU,
        MatterState.AU_DONE,
        MatterState.ON_AGENDA,
        MatterState.TABLED,
        MatterState.DECIDED_NOT_ADJUSTED,
    }
)
"""Whether it is decided is for the kansli to know until the minutes are adjusted."""


class Entered(StrEnum):
    """What a person may type in of a matter that a document may state as well."""

    TITLE = "title"
    DNR = "dnr"
    OFFICER = "officer"
    RECIPIENTS = "recipients"


@dataclass(frozen=True, slots=True)
class Window:
    """When proposals are taken: from `opens`, and no more from `closes`. Aware times."""

    opens: datetime
    closes: datetime


@dataclass(frozen=True, slots=True)
class Matter:
    """What is to be decided, by whom it is handled, and who shall get the decision."""

    body: str
    year: int
    title: str
    """Ärendemening, as the document has it."""
    state: MatterState
    decision_points: tuple[str, ...]
    recipients: tuple[str, ...]
    officer: str | None
    """Handläggare, as the document names them."""
    source: Source
    """For a matter that was opened here: its dnr, once it is entered, and no document."""
    version: int = 1
    window: Window | None = None
    """None where none was set: proposals are taken until the matter is called to a meeting."""
    based_on: int | None = None
    """The year of the list that it starts from; None for the latest one."""
    entered: frozenset[Entered] = frozenset()
    """What a person has typed in here: a proposed paper does not take its place."""

    def stated_again(self, stated: Matter) -> Matter:
        """What stands once a document has stated the matter: equal to this if it has no news.

        The document's own points, names and number hold, but for what a person has entered. A
        decision says itself who is to be sent it; where it names nobody, those who were named
        before still are to have it. What no document states is kept, and so is how far the matter
        has come once it has been called to a meeting here.
        """
        keeps = self.entered
        if stated.state is MatterState.DECIDED and stated.recipients:
            keeps -= {Entered.RECIPIENTS}
        recipients = stated.recipients or self.recipients
        officer = stated.officer or self.officer
        return replace(
            stated,
            state=stated.state if self.state in BEFORE_MEETINGS else self.state,
            title=self.title if Entered.TITLE in keeps else stated.title,
            recipients=self.recipients if Entered.RECIPIENTS in keeps else recipients,
            officer=self.officer if Entered.OFFICER in keeps else officer,
            source=replace(
                stated.source, dnr=self.source.dnr if Entered.DNR in keeps else stated.source.dnr
            ),
            version=self.version,
            window=self.window,
            based_on=self.based_on,
            entered=keeps,
        )

    @property
    def is_decided(self) -> bool:
        """Whether the body has decided in it, adjusted or not: nothing is put in any more."""
        return not self.is_open or self.state is MatterState.DECIDED_NOT_ADJUSTED

    @property
    def is_open(self) -> bool:
        """Whether no adjusted decision is recorded in it."""
        return self.state in NOT_ADJUSTED
