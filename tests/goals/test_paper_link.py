"""A link to a paper is ours, whole and in time, or it opens nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goals.errors import LinkExpiredError, LinkUnknownError
from goals.paper import PaperFormat, PaperKind
from goals.paper_link import LIFETIME, PaperLink, read_token, sign
from goals.sealing import LONGEST_TOKEN

KEY = b"k" * 32
NOW = datetime(2026, 2, 2, 12, tzinfo=UTC)
LINK = PaperLink(
    "tenant", "olle", "KS", 2026, PaperKind.LETTER, PaperFormat.PDF, NOW + LIFETIME
)  # fmt: skip


def test_a_link_of_ours_says_what_it_is_for_until_its_time_is_out() -> None:
    token = sign(LINK, KEY)
    assert read_token(token, KEY, now=NOW) == LINK
    assert read_token(token, KEY, now=NOW + timedelta(minutes=9, seconds=59)) == LINK
    with pytest.raises(LinkExpiredError):
        read_token(token, KEY, now=NOW + timedelta(minutes=10))


def test_another_key_opens_nothing() -> None:
    with pytest.raises(LinkUnknownError):
        read_token(sign(LINK, b"x" * 32), KEY, now=NOW)


@given(st.text(max_size=60), st.text(max_size=60))
def test_names_of_any_signs_come_back_as_they_were(tenant: str, body: str) -> None:
    link = replace(LINK, tenant=tenant, body=body)
    token = sign(link, KEY)
    if len(token) <= LONGEST_TOKEN:
        assert read_token(token, KEY, now=NOW) == link


@given(st.data())
def test_whoever_changes_one_sign_of_it_gets_nothing(data: st.DataObject) -> None:
    token = sign(LINK, KEY)
    at = data.draw(st.integers(0, len(token) - 1))
    other = data.draw(st.characters(codec="ascii").filter(lambda sign: sign != token[at]))
    with pytest.raises(LinkUnknownError):
        read_token(token[:at] + other + token[at + 1 :], KEY, now=NOW)


@given(st.text(max_size=80))
def test_what_somebody_makes_up_is_unknown(token: str) -> None:
    with pytest.raises(LinkUnknownError):
        read_token(token, KEY, now=NOW)


def test_the_words_of_one_link_with_the_seal_of_another_are_unknown() -> None:
    words = sign(replace(LINK, tenant="another"), KEY).partition(".")[0]
    seal = sign(LINK, KEY).partition(".")[2]
    with pytest.raises(LinkUnknownError):
        read_token(f"{words}.{seal}", KEY, now=NOW)
