"""A paragraph (§) of somebody's minutes, in the ways that people write it."""

from __future__ import annotations

import re

from goals.errors import ParagraphMissingError, ParagraphOfOtherError
from goals.proposal import Meeting

_PARAGRAPH = re.compile(
    r"(?P<whose>[A-ZÅÄÖ]{1,8}(?=[\s§]))?\s*(?:§\s*)?(?P<number>\d{1,4})"
    r"(?:\s*/\s*(?:\d{2}|\d{4}))?",
    re.IGNORECASE,
)


def read_paragraph(typed: str, body: str, meeting: Meeting = Meeting.BODY) -> str:
    """The § under the name of whose it is: "KS § 234", "AU § 181".

    Read from "234", "§ 234", "KS § 234", "KS 107/16" and "§ 64/20". Raises ParagraphMissingError,
    or ParagraphOfOtherError where it is named as somebody else's: AU's § decides nothing.
    """
    whose = "AU" if meeting is Meeting.AU else body
    found = _PARAGRAPH.fullmatch(typed.strip())
    if found is None or int(found["number"]) == 0:
        raise ParagraphMissingError
    own = {whose.casefold(), f"{body}AU".casefold() if meeting is Meeting.AU else whose.casefold()}
    if found["whose"] and found["whose"].casefold() not in own:
        raise ParagraphOfOtherError(body=whose)
    return f"{whose} § {int(found['number'])}"


def named_paragraph(typed: str) -> int | None:
    """The number in what a source calls its §; None where it has none."""
    found = _PARAGRAPH.search(typed)
    return int(found["number"]) if found else None
