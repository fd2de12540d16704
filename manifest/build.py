"""The app package for Teams: the manifest of one deployment, its texts and its icons, in a zip.

The template holds the Swedish texts, en.json the English ones. Where a string says {app_id} or
another name of a Deployment's parts, the deployment's own value is put in.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import urlsplit

SCHEMA = "1.30"
"""The version of Microsoft's manifest schema that is written, and that the tests validate by."""
LONGEST_DEVELOPER = 32
LONGEST_LINK = 2048
_FOLDER = Path(__file__).parent
_TEMPLATE = "manifest.template.json"
_TEXTS = ("en.json",)
_ICONS = ("color.png", "outline.png")
_WHEN = (1980, 1, 1, 0, 0, 0)
"""The oldest moment that a zip can tell. With the real one no two packages would be the same."""
_GUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_VERSION = re.compile(r"(?:0|[1-9]\d{0,8})(?:\.(?:0|[1-9]\d{0,8})){2}")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+[a-z][a-z0-9-]*[a-z0-9]")
_PATH = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")
_PLACE = re.compile(r"\{(\w+)\}")

Json: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class Mistake:
    """Why no package can be built: the key of a sentence in the texts, and its arguments."""

    key: str
    value: str = ""
    name: str = ""
    """What the value was given as."""


class ManifestError(Exception):
    """What was given cannot become a package; every mistake at once."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__(*mistakes)
        self.mistakes = mistakes


@dataclass(frozen=True, slots=True)
class Deployment:
    """What differs between one municipality's package and another's. Made by read_deployment."""

    app_id: str
    host: str
    """The name that Teams reaches the bot by."""
    version: str
    developer: str
    website: str
    privacy: str
    terms: str
    schema: str = SCHEMA


def read_deployment(
    *,
    app_id: str | None,
    public_url: str | None,
    version: str,
    developer: str,
    website: str | None = None,
    privacy: str | None = None,
    terms: str | None = None,
) -> Deployment:
    """Check what was given. Raises ManifestError with everything that is wrong.

    `public_url` is where the bot is reached, https://bot.example.se, perhaps with a path. The pages
    that an app must have stand below it, at /about, /privacy and /terms, unless others are named.
    """
    mistakes: list[Mistake] = []
    app_id = (app_id or "").strip().lower()
    if not app_id:
        mistakes.append(Mistake("manifest-no-app-id"))
    elif not _GUID.fullmatch(app_id):
        mistakes.append(Mistake("manifest-bad-app-id", app_id))
    address = (public_url or "").strip()
    base = _base_of(address)
    if not address:
        mistakes.append(Mistake("manifest-no-address"))
    elif not address.lower().startswith("https://"):
        mistakes.append(Mistake("manifest-not-https", address))
    elif base is None:
        mistakes.append(Mistake("manifest-bad-address", address))
    if not _VERSION.fullmatch(version):
        mistakes.append(Mistake("manifest-bad-version", version))
    developer = " ".join(developer.split())
    if not 0 < len(developer) <= LONGEST_DEVELOPER:
        mistakes.append(Mistake("manifest-bad-developer", developer))
    pages = {
        "website": (website, "about"),
        "privacy": (privacy, "privacy"),
        "terms": (terms, "terms"),
    }
    links = {name: link or f"{base}/{page}" for name, (link, page) in pages.items()}
    mistakes += [
        Mistake("manifest-bad-link", given, name)
        for name, (given, _) in pages.items()
        if given is not None and not _is_link(given)
    ]
    if mistakes or base is None:
        raise ManifestError(tuple(mistakes))
    return Deployment(app_id, str(urlsplit(base).hostname), version, developer, **links)


def manifest_of(deployment: Deployment) -> dict[str, Json]:
    """The manifest, as Teams reads it."""
    filled: dict[str, Json] = _filled(_read(_TEMPLATE), deployment)
    return filled


def package(deployment: Deployment) -> bytes:
    """The zip to upload. The same deployment gives the same bytes, on every machine.

    Nothing in it is compressed: it is small, and not every zlib compresses alike.
    """
    files = {"manifest.json": _written(manifest_of(deployment))}
    files |= {name: _written(_filled(_read(name), deployment)) for name in _TEXTS}
    files |= {name: (_FOLDER / name).read_bytes() for name in _ICONS}
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for name, file in files.items():
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.create_system = 3  # Unix, also where it is built on Windows
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, file)
    return content.getvalue()


def _base_of(address: str) -> str | None:
    """The address https://host/path, its host as the net knows it; None for all else."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode().lower()
        plain = parts.netloc.lower() == (parts.hostname or "")
    except ValueError:  # UnicodeError is one
        return None
    path = parts.path.rstrip("/")
    rest = parts.query or parts.fragment or not _PATH.fullmatch(path)
    if not plain or rest or not _HOST.fullmatch(host):
        return None
    return f"https://{host}{path}"


def _is_link(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    fits = len(link) <= LONGEST_LINK and not re.search(r"\s", link)
    return fits and parts.scheme == "https" and "." in (parts.hostname or "")


def _read(name: str) -> Json:
    return json.loads((_FOLDER / name).read_text(encoding="utf-8"))


def _written(document: Json) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def _filled(part: Json, deployment: Deployment) -> Json:
    """The part with the deployment's values in the places that name them."""
    if isinstance(part, dict):
        return {name: _filled(value, deployment) for name, value in part.items()}
    if isinstance(part, list):
        return [_filled(each, deployment) for each in part]
    if isinstance(part, str):
        return _PLACE.sub(lambda place: _value(deployment, place[1]), part)
    return part


def _value(deployment: Deployment, name: str) -> str:
    if name not in {each.name for each in fields(deployment)}:
        raise LookupError(f"The template asks for {name}, which a deployment does not have")
    return str(getattr(deployment, name))
