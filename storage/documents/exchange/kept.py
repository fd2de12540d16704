"""Everything that was read of a document, as JSON that only this program reads."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from goals.correcting import Corrections
from goals.document import GoalDocument

_DOCUMENT = TypeAdapter(GoalDocument)
_CORRECTIONS = TypeAdapter(Corrections)


def document_to_json(document: GoalDocument) -> dict[str, Any]:
    """The whole document, doubts and places included."""
    whole: dict[str, Any] = _DOCUMENT.dump_python(document, mode="json")
    return whole


def document_from_json(whole: dict[str, Any]) -> GoalDocument:
    """What `document_to_json` made."""
    return _DOCUMENT.validate_python(whole)


def corrections_to_json(corrections: Corrections) -> dict[str, Any]:
    """What a person changed."""
    whole: dict[str, Any] = _CORRECTIONS.dump_python(corrections, mode="json")
    return whole


def corrections_from_json(whole: dict[str, Any]) -> Corrections:
    """What `corrections_to_json` made."""
    return _CORRECTIONS.validate_python(whole)
