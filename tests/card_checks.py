"""What a card must pass: Microsoft's schema, our house rules, and Microsoft's renderer.

To look at one: python -m tests.card_checks CARD.json OUT.png [--theme dark] [--width 360]
"""

from __future__ import annotations

import argparse
import base64
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from jsonschema import Draft6Validator
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator

from tests.chromium import Chromium, find_chromium

Card = Mapping[str, Any]
Theme = Literal["light", "dark"]

VERSION = "1.5"
MOST_ACTIONS = 6
MOST_BYTES = 80_000
"""Of a whole card as UTF-16, which is how Teams counts its 100 KB."""

CHECKED_INPUT = ("isRequired", "regex", "min", "max")
"""What can make the client refuse an input, and then it must say why."""

RENDERER = Path(__file__).parent / "renderer"
SCRIPTS = (
    "node_modules/adaptivecards/dist/adaptivecards.min.js",
    "node_modules/markdown-it/dist/browser/markdown-it.umd.min.js",
    "teams.js",
)
RENDERERS_OWN_FAULT = re.compile(
    r'^Invalid value "[a-z]{2}" for property "lang"|^Property "choices\.data" is supported in'
)
"""Its pattern for language tags refuses the very tags that the schema asks for, and it does not
know that Teams has had a people picker since long before 1.6."""
MARGIN = 16


def check(card: Card) -> list[str]:
    """Everything that is wrong with the card and can be seen without drawing it."""
    return [*check_schema(card), *check_house_rules(card)]


# --- Microsoft's schema ----------------------------------------------------------------------


def check_schema(card: Card) -> list[str]:
    """What Microsoft's schema of Adaptive Cards 1.5 says against the card."""
    plain = _without_teams_own(card)
    return sorted({said for error in _schema().iter_errors(plain) for said in _in_words(error)})


def _without_teams_own(part: Any) -> Any:
    """The card without what only Teams knows of: mentions, full width, its people picker."""
    if isinstance(part, Mapping):
        return {
            name: _without_teams_own(value)
            for name, value in part.items()
            if name not in {"msteams", "choices.data"}
        }
    return [_without_teams_own(each) for each in part] if isinstance(part, list) else part


@cache
def _schema() -> Validator:
    file = files("adaptive_cards") / "schemas" / f"schema-{VERSION}.json"
    return Draft6Validator(json.loads(file.read_text(encoding="utf-8-sig")))


def _in_words(error: ValidationError) -> Iterator[str]:
    """The leaves of the schema's many alternatives that are about the thing that was meant."""
    if not error.context:
        yield f"{error.json_path}: {error.message[:300]}"
        return
    alternatives = _alternatives(error)
    meant = [errors for errors in alternatives if not any(map(_of_other_type, errors))]
    if not meant and isinstance(error.instance, Mapping):
        kind = error.instance.get("type")
        yield f"{error.json_path}: nothing of the type {kind!r} may stand here"
        return
    if not isinstance(error.instance, (Mapping, list)):
        leaves = [each for errors in alternatives for each in errors]
        yield from _in_words(min(leaves, key=lambda each: each.validator != "enum"))
        return
    for errors in meant or alternatives:
        for each in errors:
            yield from _in_words(each)


def _alternatives(error: ValidationError) -> list[list[ValidationError]]:
    """What each alternative that the schema offered has against the thing."""
    found: dict[Any, list[ValidationError]] = {}
    for each in error.context or ():
        found.setdefault(each.schema_path[0], []).append(each)
    return list(found.values())


def _of_other_type(error: ValidationError) -> bool:
    """Whether an alternative failed because it is about another type of element."""
    if error.context and not error.relative_path:
        return all(any(map(_of_other_type, errors)) for errors in _alternatives(error))
    if error.validator == "required":
        return not error.relative_path and error.message.startswith("'type' ")
    return error.validator == "enum" and list(error.relative_path) == ["type"]


# --- The house's rules -----------------------------------------------------------------------


def check_house_rules(card: Card) -> list[str]:
    """What the card lacks to be readable for everyone, on a phone, in Teams."""
    return [*_about_the_card(card), *_about_its_parts(card)]


def _about_the_card(card: Card) -> Iterator[str]:
    if card.get("type") != "AdaptiveCard":
        yield "$: type is not AdaptiveCard"
    if card.get("version") != VERSION:
        yield f"$: version is not {VERSION}"
    if not str(card.get("fallbackText") or "").strip():
        yield "$: no fallbackText, so who sees no card sees nothing"
    if not re.fullmatch("[a-z]{2}", str(card.get("lang"))):
        yield "$: no lang of two letters, so a screen reader guesses"
    size = len(json.dumps(card, ensure_ascii=False).encode("utf-16-le"))
    if size > MOST_BYTES:
        yield f"$: {size} bytes as UTF-16, more than {MOST_BYTES}"


def _about_its_parts(card: Card) -> Iterator[str]:
    ids: Counter[str] = Counter()
    for path, part in _parts("$", card):
        kind = str(part.get("type", ""))
        if isinstance(part.get("actions"), list) and len(part["actions"]) > MOST_ACTIONS:
            yield f"{path}: {len(part['actions'])} actions, more than {MOST_ACTIONS}"
        if isinstance(part.get("id"), str):
            ids[part["id"]] += 1
        if kind == "TextBlock":
            yield from _about_text(path, part)
        elif kind == "Image":
            yield from _about_image(path, part)
        elif kind.startswith("Input."):
            yield from _about_input(path, part)
        elif kind.startswith("Action."):
            yield from _about_action(path, part)
    for name, count in ids.items():
        if count > 1:
            yield f"$: {count} parts have the id {name!r}"


def _parts(path: str, value: object) -> Iterator[tuple[str, Card]]:
    """The card and everything in it, but not the data that its buttons carry."""
    if isinstance(value, Mapping):
        yield path, value
        for key, inner in value.items():
            if key not in ("data", "msteams"):
                yield from _parts(f"{path}.{key}", inner)
    elif isinstance(value, (list, tuple)):
        for number, inner in enumerate(value):
            yield from _parts(f"{path}[{number}]", inner)


def _about_text(path: str, text: Card) -> Iterator[str]:
    if text.get("wrap") is not True:
        yield f"{path}: the text does not wrap"
    if not str(text.get("text") or "").strip():
        yield f"{path}: the text is empty"


def _about_image(path: str, image: Card) -> Iterator[str]:
    if not str(image.get("altText") or "").strip():
        yield f"{path}: the image has no altText"
    if not str(image.get("url") or "").startswith(("https://", "data:image/")):
        yield f"{path}: the image's url is neither https nor data"


def _about_input(path: str, asked: Card) -> Iterator[str]:
    label = asked.get("label")
    if asked.get("type") == "Input.Toggle":
        label = label or asked.get("title")
    if not str(asked.get("id") or "").strip():
        yield f"{path}: the input has no id, so its value is not sent"
    if not str(label or "").strip():
        yield f"{path}: the input has no label"
    if (
        any(asked.get(key) not in (None, False) for key in CHECKED_INPUT)
        and not str(asked.get("errorMessage") or "").strip()
    ):
        yield f"{path}: the input can be refused but has no errorMessage"


def _about_action(path: str, action: Card) -> Iterator[str]:
    if not str(action.get("title") or "").strip():
        yield f"{path}: the action has no title"
    kind = action.get("type")
    if kind == "Action.OpenUrl" and not re.match(r"https://[^\s/]+", str(action.get("url") or "")):
        yield f"{path}: the action's url is not https"
    if kind == "Action.Execute" and not str(action.get("verb") or "").strip():
        yield f"{path}: the action has no verb, so the bot cannot tell what was pressed"


# --- Microsoft's renderer --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rendering:
    """What the renderer made of a card."""

    errors: tuple[str, ...]
    text: str
    """What a person reads, in its order."""
    png_bytes: bytes


def why_not_rendered() -> str | None:
    """Why no card can be drawn on this machine, or None when one can."""
    if find_chromium() is None:
        return "pictures of cards, because Chromium is missing (Debian: apt install chromium)"
    if not all((RENDERER / script).is_file() for script in SCRIPTS):
        return (
            "pictures of cards, because Microsoft's renderer is missing "
            "(with Node.js and npm installed, `python3 run.py test` fetches it)"
        )
    return None


def render(card: Card, *, theme: Theme = "light", width: int = 480, scale: int = 1) -> Rendering:
    """Draw the card as Teams would, in a column of so many pixels."""
    page = _page()
    drawn = page.evaluate(f"drawCard({json.dumps(card)}, {json.dumps(theme)}, {width})")
    size = {"width": width + 2 * MARGIN, "height": drawn["height"]}
    page.call("Emulation.setDeviceMetricsOverride", **size, deviceScaleFactor=scale, mobile=False)
    shot = page.call("Page.captureScreenshot", format="png")
    errors = (str(error) for error in drawn["errors"])
    return Rendering(
        tuple(error for error in errors if not RENDERERS_OWN_FAULT.match(error)),
        drawn["text"],
        base64.b64decode(shot["data"]),
    )


@cache
def _page() -> Chromium:
    """One browser for all cards, with the renderer loaded."""
    executable = find_chromium()
    if executable is None:
        raise RuntimeError(why_not_rendered())
    browser = Chromium(executable)
    style = json.dumps((RENDERER / "teams.css").read_text(encoding="utf-8"))
    browser.evaluate(
        "document.open(); document.write('<!doctype html><meta charset=utf-8><style></style>"
        f"<div id=card></div>'); document.close(); document.querySelector('style').append({style})"
    )
    for script in SCRIPTS:
        browser.evaluate((RENDERER / script).read_text(encoding="utf-8") + "\n;undefined")
    return browser


def main(words: list[str]) -> int:
    """Write a card's picture and print what is wrong with the card."""
    parser = argparse.ArgumentParser(prog="python -m tests.card_checks", description=main.__doc__)
    parser.add_argument("card", type=Path, help="a card as JSON")
    parser.add_argument("picture", type=Path, help="the PNG to write")
    parser.add_argument("--theme", choices=["light", "dark"], default="light")
    parser.add_argument("--width", type=int, default=480, help="pixels; a phone has about 360")
    parser.add_argument("--scale", type=int, default=2, help="picture pixels per pixel")
    told = parser.parse_args(words)
    reason = why_not_rendered()
    if reason:
        print(f"No {reason}.", file=sys.stderr)
        return 2
    card = json.loads(told.card.read_text(encoding="utf-8"))
    drawn = render(card, theme=told.theme, width=told.width, scale=told.scale)
    told.picture.write_bytes(drawn.png_bytes)
    wrong = [*check(card), *drawn.errors]
    print("\n".join(wrong) or "Nothing is wrong with it.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
