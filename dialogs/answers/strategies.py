"""Which political strategies a body has to heed."""

from __future__ import annotations

from dialogs.answer import Answer, Block, Lines, Paragraph
from dialogs.answers.asked import Asked
from goals.strategy import Strategy


def tell_strategies(asked: Asked) -> Answer:
    """Those of the body that is meant, else of every body; or that none is recorded."""
    record = asked.record
    bodies = [asked.body] if asked.body else list(record.bodies)
    of_body = {
        body: [each for each in record.strategies if each.body == body.code] for body in bodies
    }
    found = sum(map(len, of_body.values()))
    names = ", ".join(body.code for body in bodies)
    if not found:
        return asked.answer(
            asked.say("strategies-none", bodies=names), Paragraph(asked.say("strategies-who-adds"))
        )
    blocks: list[Block] = [
        Lines(
            asked.say("heading-strategies", body=body.name),
            tuple(_line(asked, each) for each in strategies),
        )
        for body, strategies in of_body.items()
        if strategies
    ]
    return asked.answer(asked.say("strategies-are", bodies=names, count=found), *blocks)


def _line(asked: Asked, strategy: Strategy) -> str:
    """Its name, its decision (or that the record has none) and where it can be read."""
    decided = [strategy.date.isoformat() if strategy.date else "", strategy.paragraph or ""]
    decision = ", ".join(part for part in decided if part)
    told = (
        asked.say("strategy-decided", decision=decision)
        if decision
        else asked.say("strategy-no-decision")
    )
    return f"{strategy.name} ({told})" + (f" {strategy.link}" if strategy.link else "")
