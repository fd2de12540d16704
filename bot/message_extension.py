"""Teams' search in the compose box: what it asks with, and the shape its answer has."""

from __future__ import annotations

import html
from typing import Any, TypeAlias

from bot.forms import CARD
from dialogs.search_goals import Found, SearchResults

QUERY = "composeExtension/query"
"""The name of the invoke."""
SEARCH = "searchGoals"
"""The command's id in the manifest."""
THUMBNAIL = "application/vnd.microsoft.card.thumbnail"

Shape: TypeAlias = dict[str, Any]


def fields_of(value: object) -> dict[str, str]:
    """What is searched for, and which page of it; no `query` where the value is not a search.

    Teams asks with `initialRun` before anything is typed: that is an empty query.
    """
    if not isinstance(value, dict) or value.get("commandId") != SEARCH:
        return {}
    given = value.get("parameters")
    parameters = {
        each["name"]: each.get("value")
        for each in (given if isinstance(given, list) else ())
        if isinstance(each, dict) and isinstance(each.get("name"), str)
    }
    query = parameters.get("query", "" if "initialRun" in parameters else None)
    if not isinstance(query, str):
        return {}
    options = value.get("queryOptions")
    page = {
        name: str(number)
        for name, number in (options if isinstance(options, dict) else {}).items()
        if name in {"skip", "count"} and type(number) is int
    }
    return {**page, "query": query}


def results_shape(results: SearchResults) -> Shape:
    """The list of results, or the sentence that says why there are none."""
    if results.empty is not None:
        return message_shape(results.empty)
    return {
        "composeExtension": {
            "type": "result",
            "attachmentLayout": "list",
            "attachments": [_attachment(found) for found in results.found],
        }
    }


def message_shape(text: str) -> Shape:
    """A sentence where the results would stand."""
    return {"composeExtension": {"type": "message", "text": text}}


def _attachment(found: Found) -> Shape:
    return {
        "contentType": CARD,
        "content": found.card,
        "preview": {
            "contentType": THUMBNAIL,
            "content": {
                # Teams may read these as HTML.
                "title": html.escape(found.title, quote=False),
                "subtitle": html.escape(found.subtitle, quote=False),
                "text": html.escape(found.summary, quote=False),
            },
        },
    }
