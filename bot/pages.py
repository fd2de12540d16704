"""The three pages that an app in Teams must have: what it is, personal data, terms of use.

Each stands in both languages, Swedish first, and loads nothing from anywhere.
"""

from __future__ import annotations

import html
from functools import cache

from aiohttp import web

from dialogs.texts import LANGUAGES, say

PAGES: dict[str, tuple[str, ...]] = {
    "/about": ("page-about", "page-about-answers", "page-about-changes", "page-about-source"),
    "/privacy": (
        "page-privacy",
        "page-privacy-who",
        "page-privacy-kept",
        "page-privacy-not-kept",
        "page-privacy-gaps",
        "page-privacy-shared",
        "page-privacy-rights",
    ),
    "/terms": ("page-terms", "page-terms-use", "page-terms-advice", "page-terms-licence"),
}
"""Where it stands → its title, and its paragraphs."""
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
}
_STYLE = (
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;"
    "color:#1b1b1b;background:#fff}section+section{border-top:1px solid #767676;margin-top:2rem}"
    "@media(prefers-color-scheme:dark){body{color:#f2f2f2;background:#1b1b1b}}"
)


async def show_page(request: web.Request) -> web.Response:
    """GET /about, /privacy, /terms."""
    return web.Response(text=page(request.path), content_type="text/html", headers=HEADERS)


@cache
def page(path: str) -> str:
    """The page as HTML."""
    title, *paragraphs = PAGES[path]
    sections = "\n".join(_section(language, title, paragraphs) for language in LANGUAGES)
    first = LANGUAGES[0]
    return (
        f'<!doctype html>\n<html lang="{first}">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_said(first, title)}</title>\n<style>{_STYLE}</style>\n"
        f"<main>\n{sections}\n</main>\n</html>\n"
    )


def _section(language: str, title: str, paragraphs: list[str]) -> str:
    text = "\n".join(f"<p>{_said(language, each)}</p>" for each in paragraphs)
    return f'<section lang="{language}">\n<h1>{_said(language, title)}</h1>\n{text}\n</section>'


def _said(language: str, key: str) -> str:
    return html.escape(say(language, key))
