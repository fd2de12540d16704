"""What every test may ask for."""

from __future__ import annotations

from typing import Protocol

import pytest

from tests.card_checks import Card, Rendering, Theme, render, why_not_rendered

pytest_plugins = ["tests.left_out", "tests.postgres"]


class DrawCard(Protocol):
    """Draws a card as Teams would."""

    def __call__(
        self, card: Card, *, theme: Theme = "light", width: int = 480, scale: int = 1
    ) -> Rendering:
        """Return the picture, the text and what the renderer complained of."""
        ...


@pytest.fixture(scope="session")
def draw_card() -> DrawCard:
    """Microsoft's renderer in Chromium; a test that asks for it is left out where it is not."""
    reason = why_not_rendered()
    if reason:
        pytest.skip(f"left out: {reason}")
    return render
