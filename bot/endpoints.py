"""The doors: where Teams posts activities, and where the operator asks how we are."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from html import escape
from urllib.parse import quote

import structlog
from aiohttp import web

from bot.adapter import Answer, Logic, TeamsAdapter
from bot.handing_out import Papers
from bot.logs import turn_id
from bot.metrics import CONTENT_TYPE, is_from_inside
from bot.pages import PAGES, show_page
from bot.receipts import ReceiptPage, Receipts
from dialogs.texts import language_of_locale, say
from goals.errors import (
    BusyError,
    GoalsError,
    LinkExpiredError,
    LinkRevokedError,
    LinkUnknownError,
    NoticeUnknownError,
    NotYourNoticeError,
    ReceiptExpiredError,
    ReceiptUnknownError,
    TenantUnknownError,
)

Ready = Callable[[], Awaitable[bool]]
Measured = Callable[[], Awaitable[bytes]]
"""The numbers of this process, in Prometheus' form."""

LARGEST_BODY = 256 * 1024
"""Bytes. Teams' own limit for a message is 100 KB."""
HEADERS = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
_NOWHERE_ELSE = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}
"""What a link of ours leads to tells nobody else that it was followed."""
_ONE_BUTTON = {
    **_NOWHERE_ELSE,
    "Content-Security-Policy": "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
}
"""The same where there is a button, which nobody else's page may press for a person."""
_REFUSED: dict[type[GoalsError], int] = {
    LinkUnknownError: 404,
    LinkExpiredError: 403,
    LinkRevokedError: 403,
    ReceiptUnknownError: 404,
    ReceiptExpiredError: 403,
    TenantUnknownError: 404,
    NoticeUnknownError: 404,
    NotYourNoticeError: 403,
    BusyError: 503,
}
"""Else the record has changed since the link was made, or the paper could not be made: 409."""

ADAPTER = web.AppKey("adapter", TeamsAdapter)
LOGIC: web.AppKey[Logic] = web.AppKey("logic")
PAPERS: web.AppKey[Papers] = web.AppKey("papers")
RECEIPTS: web.AppKey[Receipts] = web.AppKey("receipts")
READY: web.AppKey[Ready] = web.AppKey("ready")
MEASURED: web.AppKey[Measured] = web.AppKey("measured")
log = structlog.get_logger("bot.endpoints")


def make_app(
    *,
    adapter: TeamsAdapter,
    logic: Logic,
    ready: Ready,
    measured: Measured,
    papers: Papers | None = None,
    receipts: Receipts | None = None,
) -> web.Application:
    """The web application; `logic` takes each turn, `ready` says whether work can be done.

    `measured` gives our numbers. `papers` hands out what links of ours lead to, `receipts` shows
    what the links of letters lead to; without them there are none.
    """
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[_say_no_more_than_an_id])
    app[ADAPTER] = adapter
    app[LOGIC] = logic
    app[READY] = ready
    app[MEASURED] = measured
    app.on_response_prepare.append(_add_headers)
    app.router.add_post("/api/messages", messages)
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
    app.router.add_get("/metrics", metrics)
    if papers is not None:
        app[PAPERS] = papers
        app.router.add_get("/papers/{token}", paper)
    for path in PAGES:
        app.router.add_get(path, show_page)
    if receipts is not None:
        app[RECEIPTS] = receipts
        app.router.add_get("/received/{token}", receipt)
        app.router.add_post("/received/{token}", received)
    return app


async def messages(request: web.Request) -> web.Response:
    """POST /api/messages: one activity, of whatever content type, and our answer to it."""
    if "Origin" in request.headers:
        # A web page on the same desk, reaching for a bot in local mode. Teams is no browser.
        return _response(Answer(400, {"error": "from-a-browser"}))
    try:
        body = await request.read()
    except web.HTTPRequestEntityTooLarge:
        return _response(Answer(400, {"error": "too-large"}))
    except (web.RequestPayloadError, ConnectionError):
        # Cut short, or not in the encoding that it claims.
        return _response(Answer(400, {"error": "unreadable"}))
    answer = await request.app[ADAPTER].process(
        body, request.headers.get("Authorization"), request.app[LOGIC]
    )
    return _response(answer)


async def healthz(_request: web.Request) -> web.Response:
    """GET /healthz: whether the process is alive."""
    return web.Response(text="ok")


async def readyz(request: web.Request) -> web.Response:
    """GET /readyz: whether it can do its work; 503 when it cannot."""
    try:
        ready = await request.app[READY]()
    except Exception:  # whatever it is, it is a reason not to be ready
        log.exception("readiness not known")
        ready = False
    return web.Response(text="ready") if ready else web.Response(status=503, text="not ready")


async def paper(request: web.Request) -> web.Response:
    """GET /papers/{token}: the paper that the link is for, or a page that says why not."""
    try:
        file = await request.app[PAPERS].by_token(request.match_info["token"])
    except GoalsError as error:
        return _refusal(error, request.headers.get("Accept-Language", ""))
    return web.Response(
        body=file.content,
        content_type=file.media_type,
        headers={
            **_NOWHERE_ELSE,
            "Content-Disposition": f'attachment; filename="{file.plain_name}";'
            f" filename*=UTF-8''{quote(file.name, safe='')}",
        },
    )


async def receipt(request: web.Request) -> web.Response:
    """GET /received/{token}: the page with the button. It records nothing.

    Programs that look for malice in letters follow their links, and are nobody who has received
    anything.
    """
    return await _receipt_page(request, request.app[RECEIPTS].asked)


async def received(request: web.Request) -> web.Response:
    """POST /received/{token}: the button on that page was pressed."""
    return await _receipt_page(request, request.app[RECEIPTS].given)


async def _receipt_page(
    request: web.Request, shown: Callable[[str, str], Awaitable[ReceiptPage]]
) -> web.Response:
    accepted = request.headers.get("Accept-Language", "")
    language = _language(accepted)
    try:
        page = await shown(request.match_info["token"], language)
    except GoalsError as error:
        return _refusal(error, accepted)
    body = f"<h1>{escape(page.headline)}</h1><p>{escape(page.said)}</p>"
    if page.button is not None:
        body += f'<form method="post"><button>{escape(page.button)}</button></form>'
    return _page(language, body, headers=_ONE_BUTTON)


def _refusal(error: GoalsError, accepted: str) -> web.Response:
    language = _language(accepted)
    sentence = escape(say(language, error.key, **error.arguments))
    return _page(
        language,
        f"<h1>Delmål</h1><p>{sentence}</p>",
        status=_REFUSED.get(type(error), 409),
        headers=_NOWHERE_ELSE,
    )


async def metrics(request: web.Request) -> web.Response:
    """GET /metrics: the numbers, for callers of this machine and its own net only."""
    if not is_from_inside(request):
        raise web.HTTPNotFound
    body = await request.app[MEASURED]()
    return web.Response(body=body, headers={"Content-Type": CONTENT_TYPE})


def _language(accepted: str) -> str:
    """What a browser wants to read first, of what we speak."""
    return language_of_locale(accepted.partition(",")[0].partition(";")[0].strip())


def _page(language: str, body: str, *, headers: dict[str, str], status: int = 200) -> web.Response:
    text = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Delmål</title></head>'
        f"<body><main>{body}</main></body></html>"
    )
    return web.Response(status=status, text=text, content_type="text/html", headers=headers)


def _response(answer: Answer) -> web.Response:
    if answer.body is None:
        return web.Response(status=answer.status)
    return web.Response(
        status=answer.status,
        text=json.dumps(answer.body, ensure_ascii=False),
        content_type="application/json",
    )


@web.middleware
async def _say_no_more_than_an_id(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Keep an unexpected error to ourselves: its id goes out, the rest into the log."""
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except Exception:  # the last one who can catch it
        log.exception("request failed", id=turn_id())
        return _response(Answer(500, {"id": turn_id()}))


async def _add_headers(_: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)
    # Each request has its own connection: who keeps one that we close as we stop, and writes at
    # that moment, would lose what they wrote. A new one waits at the port for the next process.
    response.force_close()
    response.headers["Connection"] = "close"  # aiohttp has decided on it before we are asked
