"""Who sent this request? Whoever is not surely the Bot Framework, for a tenant served here, goes.

The SDK is not used here on purpose: it is retired upstream, and this must outlive it.
"""

from __future__ import annotations

import asyncio
import hashlib
import ipaddress
import json
import re
import time
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import jwt
import structlog
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

METADATA_URL = "https://login.botframework.com/v1/.well-known/openidconfiguration"
ISSUER = "https://api.botframework.com"
CHANNEL = "msteams"
"""The channel id of Teams, and the endorsement a key must carry to speak for it."""
LOCAL_TENANT = "local"
"""The one tenant of local mode, where nobody has to prove anything."""
MICROSOFT_DOMAINS = (".trafficmanager.net", ".botframework.com")

LEEWAY = 5 * 60.0
"""Seconds that our clock and Microsoft's may differ."""
LONGEST_TOKEN = 16 * 1024
"""Characters. Real tokens are below 2,000; a longer one is not worth hashing."""
LONGEST_KEY_ID = 256
SMALLEST_KEY = 2048
"""Bits."""
FARTHEST_MOMENT = 1e15
"""Seconds since 1970; what lies beyond is not a moment."""
HTTPS_PORT = 443
TOKENS_REMEMBERED = 10_000

KEYS_GROW_OLD = 24 * 3600.0
KEYS_TRIED_AGAIN = 5 * 60.0
"""Seconds between two background refreshes while the metadata is down."""
KEY_REFUSED_FOR = 5 * 60.0
KEYS_REFUSED_REMEMBERED = 1_000
FETCHES_A_MINUTE = 6
FETCH_TIMEOUT = aiohttp.ClientTimeout(total=4)
"""Two fetches stay well below the 15 s after which Teams delivers the turn again."""

Clock = Callable[[], float]
"""Seconds since 1970."""
log = structlog.get_logger("bot.authentication")
rs256 = jwt.PyJWS(algorithms=["RS256"])


class UnauthorizedError(Exception):
    """The request is not from the Bot Framework for a tenant served here: HTTP 401.

    `reason` is for our log only; it never holds anything that the request said.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def tenant_of(activity: Mapping[str, Any]) -> str | None:
    """The tenant that a raw activity says it is of.

    Read here and not from the SDK's `conversation.tenant_id`, which is always None.
    """
    channel_data, conversation = activity.get("channelData"), activity.get("conversation")
    tenant: object = None
    if isinstance(channel_data, Mapping) and isinstance(channel_data.get("tenant"), Mapping):
        tenant = channel_data["tenant"].get("id")
    if tenant is None and isinstance(conversation, Mapping):
        tenant = conversation.get("tenantId")
    return tenant if isinstance(tenant, str) and tenant else None


class TeamsAuthentication:
    """The checks that every request passes before anything in it is acted on."""

    def __init__(
        self,
        *,
        app_id: str | None,
        tenants: Callable[[str], Awaitable[bool]],
        session: aiohttp.ClientSession,
        metadata_url: str = METADATA_URL,
        service_url_hosts: tuple[str, ...] = (),
        clock: Clock = time.time,
    ) -> None:
        """`app_id` None is local mode; `tenants` says whether a tenant is served here.

        `service_url_hosts` are allowed beside Microsoft's own, as "host" or "host:port".
        Raises ValueError on an empty app id (it must not become local mode by accident) and on a
        host that cannot be read.
        """
        if app_id is not None and not app_id.strip():
            raise ValueError("The app id is empty; local mode is None")
        self._app_id = app_id
        self._tenants = tenants
        self._hosts = AllowedHosts(service_url_hosts)
        self._keys = SigningKeys(metadata_url=metadata_url, session=session, clock=clock)
        self._verified = VerifiedTokens(clock=clock)
        self._clock = clock

    async def authenticate(self, authorization: str | None, activity: Mapping[str, Any]) -> str:
        """The tenant that the request is for, proved. Raises UnauthorizedError.

        `authorization` is the header as it came, `activity` the JSON object of the body.
        """
        service_url = read_service_url(activity.get("serviceUrl"))
        if self._app_id is None:
            if not service_url.is_loopback:
                raise UnauthorizedError("service-url-not-loopback")
            return LOCAL_TENANT
        claims = await self._claims(_bearer_token(authorization))
        if not all(_same_url(claimed, service_url.text) for claimed in claims.service_urls):
            raise UnauthorizedError("service-url-not-claimed")
        if not self._hosts.allow(service_url):
            raise UnauthorizedError("service-url-not-allowed")
        if activity.get("channelId") != CHANNEL:
            raise UnauthorizedError("channel")
        return await self._known_tenant(activity)

    async def _claims(self, token: str) -> Claims:
        fingerprint = hashlib.sha256(token.encode("ascii")).digest()
        claims = self._verified.get(fingerprint)
        if claims is None:
            claims = await self._verify(token)
            self._verified.add(fingerprint, claims)
        return claims

    async def _verify(self, token: str) -> Claims:
        try:
            header = rs256.get_unverified_header(token)
        except (jwt.PyJWTError, ValueError):
            raise UnauthorizedError("token-unreadable") from None
        # Before the key is looked up, so that such a token cannot make us fetch anything.
        if header.get("alg") != "RS256":
            raise UnauthorizedError("algorithm")
        key = await self._keys.key(header.get("kid"))
        try:
            payload = rs256.decode(token, key, algorithms=["RS256"])
        except (jwt.PyJWTError, ValueError):
            raise UnauthorizedError("signature") from None
        return self._read_claims(payload)

    def _read_claims(self, payload: bytes) -> Claims:
        try:
            claims = json.loads(payload)
        except (ValueError, RecursionError):
            raise UnauthorizedError("claims-unreadable") from None
        if not isinstance(claims, dict):
            raise UnauthorizedError("claims-unreadable")
        if claims.get("iss") != ISSUER:
            raise UnauthorizedError("issuer")
        if claims.get("aud") != self._app_id:
            raise UnauthorizedError("audience")
        expires, begins = _moment(claims, "exp"), _moment(claims, "nbf")
        now = self._clock()
        if expires + LEEWAY <= now:
            raise UnauthorizedError("expired")
        if begins - LEEWAY > now:
            raise UnauthorizedError("not-yet-valid")
        return Claims(service_urls=_claimed_service_urls(claims), expires=expires)

    async def _known_tenant(self, activity: Mapping[str, Any]) -> str:
        tenant = tenant_of(activity)
        if tenant is None:
            raise UnauthorizedError("tenant-missing")
        if not await self._tenants(tenant):
            raise UnauthorizedError("tenant-unknown")
        return tenant


# --- the token -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Claims:
    """What a verified token says that must still be held against each activity."""

    service_urls: tuple[str, ...]
    """At least one; all of them must be the activity's."""
    expires: float
    """Seconds since 1970."""


class VerifiedTokens:
    """Tokens whose signature was checked, by SHA-256, until they expire.

    Only genuine tokens come in, so a stranger cannot push out the others.
    """

    def __init__(self, *, clock: Clock, size: int = TOKENS_REMEMBERED) -> None:
        self._clock = clock
        self._size = size
        self._claims: OrderedDict[bytes, Claims] = OrderedDict()

    def __len__(self) -> int:
        """How many are remembered."""
        return len(self._claims)

    def get(self, fingerprint: bytes) -> Claims | None:
        """What the token claims; None when it is new or has expired."""
        claims = self._claims.get(fingerprint)
        if claims is not None and claims.expires <= self._clock():
            del self._claims[fingerprint]
            return None
        return claims

    def add(self, fingerprint: bytes, claims: Claims) -> None:
        """Remember it; the oldest gives way when there are too many."""
        self._claims[fingerprint] = claims
        if len(self._claims) > self._size:
            self._claims.popitem(last=False)


def _bearer_token(authorization: str | None) -> str:
    if not authorization:
        raise UnauthorizedError("no-token")
    scheme, _, token = authorization.partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or not token:
        raise UnauthorizedError("no-token")
    if len(token) > LONGEST_TOKEN:
        raise UnauthorizedError("token-too-long")
    if not token.isascii():
        raise UnauthorizedError("token-unreadable")
    return token


def _moment(claims: Mapping[str, Any], name: str) -> float:
    """A moment in seconds since 1970; NaN and infinity, which Python's JSON reads, are none."""
    moment = claims.get(name)
    if isinstance(moment, bool) or not isinstance(moment, int | float):
        raise UnauthorizedError(f"{name}-missing")
    if not abs(moment) < FARTHEST_MOMENT:
        raise UnauthorizedError(f"{name}-missing")
    return float(moment)


def _claimed_service_urls(claims: Mapping[str, Any]) -> tuple[str, ...]:
    """Every claim of that name in any case, at least one; Microsoft writes it in more than one."""
    urls = tuple(value for name, value in claims.items() if name.lower() == "serviceurl")
    if not urls or not all(isinstance(url, str) for url in urls):
        raise UnauthorizedError("service-url-not-claimed")
    return urls


def _same_url(one: str, other: str) -> bool:
    return one.removesuffix("/") == other.removesuffix("/")


# --- the service URL -------------------------------------------------------------------------

# Narrow on purpose: no user name, query, backslash or blank, over which URL parsers disagree.
_SERVICE_URL = re.compile(
    r"(?P<scheme>https?)://(?P<host>[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::(?P<port>[0-9]{1,5}))?"
    r"(?:/[a-z0-9._~%/:@-]*)?",
    re.IGNORECASE | re.ASCII,
)
_HOST_ENTRY = re.compile(
    r"(?P<host>[a-z0-9.-]+|\[[0-9a-f:.]+\]|[0-9a-f]*:[0-9a-f:.]*:[0-9a-f:.]*)"
    r"(?::(?P<port>[0-9]{1,5}))?",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class ServiceUrl:
    """Where answers would go."""

    text: str
    secure: bool
    host: str
    """Lower case, without brackets."""
    port: int

    @property
    def is_loopback(self) -> bool:
        """Whether it is this very machine."""
        return _is_loopback(self.host)


def read_service_url(text: object) -> ServiceUrl:
    """Read an activity's serviceUrl. Raises UnauthorizedError unless it is a plain http(s) URL."""
    match = _SERVICE_URL.fullmatch(text) if isinstance(text, str) else None
    if match is None or not isinstance(text, str):
        raise UnauthorizedError("service-url-unreadable")
    secure = match["scheme"].lower() == "https"
    port = int(match["port"] or (HTTPS_PORT if secure else 80))
    return ServiceUrl(text=text, secure=secure, host=match["host"].lower().strip("[]"), port=port)


class AllowedHosts:
    """The hosts that answers may go to: Microsoft's by https, and those named."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._named = frozenset(_read_host(entry) for entry in entries)

    def allow(self, url: ServiceUrl) -> bool:
        """Whether an answer may go there; plain http only to a loopback host that is named."""
        named = not self._named.isdisjoint({(url.host, None), (url.host, url.port)})
        if not url.secure:
            return named and url.is_loopback
        return named or (url.port == HTTPS_PORT and url.host.endswith(MICROSOFT_DOMAINS))


def _read_host(entry: str) -> tuple[str, int | None]:
    """Read "host" or "host:port"; port None stands for any."""
    match = _HOST_ENTRY.fullmatch(entry.strip())
    if match is None:
        raise ValueError(f"Not a host name: {entry!r}")
    return match["host"].lower().strip("[]"), int(match["port"]) if match["port"] else None


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


# --- the keys --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SigningKey:
    """One of the Bot Framework's public keys."""

    public: RSAPublicKey
    endorsed: bool
    """Whether it may sign for Teams."""


class SigningKeys:
    """The Bot Framework's keys by their id, fetched when a token names one that is new to us."""

    def __init__(self, *, metadata_url: str, session: aiohttp.ClientSession, clock: Clock) -> None:
        self._metadata_url = metadata_url
        self._session = session
        self._clock = clock
        self._keys: dict[str, SigningKey] = {}
        self._refresh_at = 0.0
        self._refused: OrderedDict[str, float] = OrderedDict()
        self._fetches: deque[float] = deque(maxlen=FETCHES_A_MINUTE)
        self._fetch: asyncio.Task[bool] | None = None

    async def key(self, key_id: object) -> RSAPublicKey:
        """The key of that id. Raises UnauthorizedError when there is none endorsed for Teams."""
        if not isinstance(key_id, str) or not 0 < len(key_id) <= LONGEST_KEY_ID:
            raise UnauthorizedError("key-id")
        if key_id not in self._keys:
            await self._ask_for(key_id)
        elif self._clock() >= self._refresh_at:
            # Nobody waits for this one; the old keys are good until the new ones are here.
            self._start_fetch()
        key = self._keys.get(key_id)
        if key is None:
            raise UnauthorizedError("key-unknown")
        if not key.endorsed:
            raise UnauthorizedError("key-not-endorsed")
        return key.public

    async def _ask_for(self, key_id: str) -> None:
        if self._is_recent(self._refused.get(key_id), KEY_REFUSED_FOR):
            raise UnauthorizedError("key-unknown")
        fetch = self._start_fetch()
        if fetch is None:
            raise UnauthorizedError("key-fetches-used-up")
        # Shielded: one caller that goes away must not take the keys from the others.
        if not await asyncio.shield(fetch):
            raise UnauthorizedError("metadata-unavailable")
        if key_id not in self._keys:
            self._refuse(key_id)

    def _refuse(self, key_id: str) -> None:
        self._refused[key_id] = self._clock()
        self._refused.move_to_end(key_id)
        if len(self._refused) > KEYS_REFUSED_REMEMBERED:
            self._refused.popitem(last=False)

    def _is_recent(self, moment: float | None, seconds: float) -> bool:
        """Whether it was in the last seconds; a clock set back makes nothing recent for ever."""
        return moment is not None and 0 <= self._clock() - moment < seconds

    def _start_fetch(self) -> asyncio.Task[bool] | None:
        """The fetch under way, or a new one; None when this minute's are used up."""
        if self._fetch is None or self._fetch.done():
            if sum(self._is_recent(moment, 60) for moment in self._fetches) >= FETCHES_A_MINUTE:
                return None
            self._fetches.append(self._clock())
            self._fetch = asyncio.create_task(self._fetch_keys())
        return self._fetch

    async def _fetch_keys(self) -> bool:
        """Replace the keys by the ones in force; False, and the old ones stay, when it fails."""
        try:
            metadata = await self._get(self._metadata_url)
            keys = _read_keys(await self._get(metadata["jwks_uri"]))
        except Exception as error:  # noqa: BLE001 - whatever it is, it refuses and is not a crash
            log.warning("signing keys not fetched", error=type(error).__name__)
            self._refresh_at = self._clock() + KEYS_TRIED_AGAIN
            return False
        self._keys = keys
        self._refresh_at = self._clock() + KEYS_GROW_OLD
        return True

    async def _get(self, url: str) -> dict[str, Any]:
        async with self._session.get(url, timeout=FETCH_TIMEOUT) as answer:
            answer.raise_for_status()
            document = await answer.json(content_type=None)
        if not isinstance(document, dict):
            raise TypeError("Not a JSON object")
        return document


def _read_keys(document: Mapping[str, Any]) -> dict[str, SigningKey]:
    """Read a JSON Web Key Set. Raises ValueError when no key in it can be used."""
    keys = {}
    for entry in document["keys"]:
        public = _read_public_key(entry)
        if public is not None and isinstance(entry.get("kid"), str):
            endorsements = entry.get("endorsements")
            endorsed = isinstance(endorsements, list) and CHANNEL in endorsements
            keys[entry["kid"]] = SigningKey(public=public, endorsed=endorsed)
    if not keys:
        raise ValueError("No key in the key set")
    return keys


def _read_public_key(entry: object) -> RSAPublicKey | None:
    """Read one key; None when it is of another kind or broken, which spoils no other."""
    if not isinstance(entry, dict):
        return None
    try:
        key = jwt.PyJWK(entry, algorithm="RS256").key
    except (jwt.PyJWTError, ValueError, TypeError, AttributeError):
        return None
    if not isinstance(key, RSAPublicKey) or key.key_size < SMALLEST_KEY:
        return None
    return key
