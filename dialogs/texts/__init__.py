"""Every sentence people read, in Swedish and English: the .ftl files beside this one."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import TypeAlias

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("sv", "en")
SWEDISH = "sv"
_FOLDER = Path(__file__).parent

Argument: TypeAlias = str | int


class TextMissingError(LookupError):
    """A sentence, or an argument of it, is missing: a mistake in the program, found by tests."""


@lru_cache(maxsize=4_000)
def _say(language: str, key: str, arguments: tuple[tuple[str, Argument], ...]) -> str:
    bundle = _bundle(language)
    name, _, attribute = key.partition(".")
    if not bundle.has_message(name):
        raise TextMissingError(f"{language}: {key}")
    message = bundle.get_message(name)
    pattern = message.attributes.get(attribute) if attribute else message.value
    if pattern is None:
        raise TextMissingError(f"{language}: {key}")
    values: dict[str, str] = {}
    long: dict[str, str] = {}
    for argument, value in arguments:
        # As text: years and numbers of goals are names, not amounts: "2025", never "2 025".
        values[argument] = str(value)
        if len(values[argument]) > _LONGEST:
            place = f"\ue000{len(long)}\ue001"
            long[place], values[argument] = values[argument], place
        if isinstance(value, int):
            values[f"{argument}_form"] = _FORMS.get(value, "many")
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise TextMissingError(f"{language}: {key}: {errors[0]}")
    said = str(text)
    for place, value in long.items():
        said = said.replace(place, value)
    return said


_LONGEST = 900
"""Characters of an argument that are handed to Fluent, which takes at most 1,000; a longer one
stands in for itself, at its place, once the sentence is made."""


_FORMS = {0: "zero", 1: "one"}
"""The form of words that goes with a number: `$count_form` for `$count`; else "many"."""


def say(language: str, key: str, **arguments: Argument) -> str:
    """The sentence in that language. `key` may name an attribute: "term-delegation.source".

    Raises TextMissingError for an unknown key or a missing argument.
    """
    return _say(language, key, tuple(sorted(arguments.items())))


def language_of_locale(locale: str | None) -> str:
    """The language of a client's tag ("en-GB" → "en"); Swedish where it is none of ours."""
    language = (locale or "").partition("-")[0].lower()
    return language if language in LANGUAGES else SWEDISH


def has(language: str, key: str) -> bool:
    """Whether there is such a sentence."""
    return _bundle(language).has_message(key)


@cache
def keys(language: str) -> frozenset[str]:
    """All keys of a language, attributes included; for tests."""
    bundle = _bundle(language)
    found = set()
    for name in bundle._messages:  # noqa: SLF001 — fluent has no public way to list them
        message = bundle.get_message(name)
        if message.value is not None:
            found.add(name)
        found |= {f"{name}.{attribute}" for attribute in message.attributes}
    return frozenset(found)


@cache
def _bundle(language: str) -> FluentBundle:
    # Isolation marks (U+2068, U+2069) would stand inside verbatim quotes.
    bundle = FluentBundle([{"sv": "sv-SE", "en": "en-GB"}[language]], use_isolating=False)
    for file in sorted(_FOLDER.glob(f"*{language}.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
