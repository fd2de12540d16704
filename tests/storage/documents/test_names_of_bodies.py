"""Bodies have names of many kinds, and tables of goals heads of many words."""

from __future__ import annotations

import pytest

from storage.documents.facts.bodies import bodies_in
from storage.documents.outline.tables import Column, column_of


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Mål 2025 för VA-nämnden", ["VA-nämnden"]),
        ("IT-nämndens mål", ["IT-nämnden"]),
        ("Direktionens mål för åren 2025–2027", ["Direktionen"]),
        ("Förbundsdirektionen beslutar", ["Förbundsdirektionen"]),
        ("Regionstyrelsen har fyra mål", ["Regionstyrelsen"]),
        ("Gemensamma nämnden för hjälpmedel", ["Gemensamma nämnden för hjälpmedel"]),
        ("Socialstyrelsen och länsstyrelsen har svarat", []),
        ("den gemensamma nämnden", []),
        ("Humanistiska nämndens mål", ["Humanistiska nämnden"]),
        ("Den politiska nämnden", []),
    ],
)
def test_a_body_is_known_by_its_name(text: str, bodies: list[str]) -> None:
    assert bodies_in(text) == bodies


@pytest.mark.parametrize("header", ["Mål för nämnden", "Mål för VA-nämnden 2025", "Mål 2025"])
def test_a_head_that_says_whose_the_goals_are_is_a_head_of_goals(header: str) -> None:
    assert column_of(header) is Column.GOAL
