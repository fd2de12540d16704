"""Which words of a sentence say what it is about: shorthand, misspellings, phrases, "om …"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dialogs.understanding import intents, numbering, sentences
from dialogs.understanding.process_terms import is_term
from dialogs.understanding.vocabulary import Spelling, Vocabulary
from dialogs.understanding.words import fold, has_swedish_letters, in_capitals, stem, tokens
from goals.goal import Body

WORD = re.compile(r"[^\W_]+(?:[-:’'][^\W_]+)*")
_WHOLE = re.compile(
    r"\b(?:hela kommunens?|(?:whole|entire) municipality|across the municipality"
    r"|(?:hur manga|antal(?:et)?|how many|number of)\b.{0,60}"
    r"\b(?:sammanlagt|totalt|tillsammans|total|altogether))\b"
)
_WORDS_OF_WHOLE = frozenset(
    {
        *(
            "hela kommunen",
            "whole municipality",
            "entire municipality",
            "whole",
            "entire",
            "across",
            "hela",
        ),
        *("sammanlagt", "totalt", "tillsammans", "total", "altogether"),
    }
)
# Words that carry an intent, not a topic; folded, matched by their beginning.
_INTENT_WORDS = re.compile(
    r"(?:mal|malen|malet|malens|mals|delmal\w*|goals?|sub-?goals?|objectives?|targets?|milestones?"
    r"|beslut\w*|faststall\w*|antag\w*|antog\w*|klubb(?:at|ade|ad)|justera\w*|godkan\w*|decid\w+|decision\w*|adopt(?:s|ed|ing)?|approv\w*"
    r"|forslag\w*|foresl\w+|propos\w+|utkast\w*|drafts?|andra|andrat\w*|andrade\w*|andras|andring\w*|chang\w+|amend\w*"
    r"|skillnad\w*|jamfor\w*|differ\w*|compar\w*|historik\w*|histor(?:y|ia|ien)|lydelse\w*|version\w*|formuler\w*"
    r"|handlagg\w*|mottagar\w*|recipients?|expedier\w*|skicka\w*|send|sending|status|statusen|datum|date|klar|klart|klara|fardig\w*|official|officiell\w*|vann|galler|gallde|gallande"
    r"|lyder|lyda|lod|lydde|forut|forr|tidigare|skriv(?:a|er|et|it|na|s|en)?|skrivels\w*|skrivning\w*|se|ser|visa\w*|laser|beratta\w*|vunnit|laga|kraft|achieve\w*|uppna\w*|enheter\w*|units?|forvaltning(?:en|ar)?|underlag(?:et)?"
    r"|forst|sist|appl(?:y|ies|ied|icable)|final|in|force|nummer|number|punkt\w*|sista|forsta|andra|last|first|one|ones|list(?:a|an|ade|ar|or|orna|s|ed|ing)?|kommunens?|municipality\w*"
    r"|tillhor\w*|kommun|ansvarig\w*|arendet?|arendets|responsible|officers?|matter|municipal|mandatperiod\w*|period(?:en)?|moment|namnd(?:en|ens|er|erna|s)?|committees?|ks|fokus\w*|focus\w*|priorit\w*|krut(?:et)?|kraftsam\w*|concentrate|wording\w*|text(?:en|er|s)?)"
)


@dataclass(frozen=True, slots=True)
class Known:
    """What understanding may know of a tenant: its bodies, and the words of its goals."""

    bodies: tuple[Body, ...] = ()
    words: frozenset[str] = frozenset()
    """Words of the recorded wordings, in lower case, folded too: these are never misspellings."""
    spelling: Spelling = field(default_factory=dict)
    """The same words and the keywords, as what a misspelt word may have been meant to be."""
    own_names: frozenset[str] = frozenset()
    """What the municipality calls itself, as `bare_name` has it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence, as it is to be understood."""

    typed: str
    """As typed, lower case; the word it was meant to be when misspelt."""
    plain: str
    """Folded."""
    after: str
    """The sign that follows it, if that says something: "?" or "-"."""
    short_for: str = ""
    """What it is short for where no phrase has it: IT in capitals is no "it"."""

    def written_out(self) -> Word:
        """The word that it is short for, or itself."""
        return Word(self.short_for, self.short_for, self.after) if self.short_for else self


def spelled(
    text: str, rest: str, known: Known, vocabulary: Vocabulary, mended: dict[str, str]
) -> list[Word]:
    """The words that are left of the text, shorthand written out and misspellings mended."""
    words: list[Word] = []
    dotted = has_swedish_letters(text)
    for match in WORD.finditer(rest):
        typed = text[match.start() : match.end()].casefold()
        after = rest[match.end() : match.end() + 2].lstrip().replace("&", ",")[:1]
        written_out = vocabulary.abbreviations.get(typed) or vocabulary.abbreviations.get(match[0])
        if written_out:
            words += [Word(each, fold(each), "") for each in tokens(written_out)]
            continue
        if words and (joined := fold(words[-1].typed) + match[0]) in known.words:
            words[-1] = Word(joined, joined, "")  # "plats varumärket"
            continue
        if not _is_known(typed, match[0], known, vocabulary):
            meant = vocabulary.nearest(typed, also=known.spelling)
            if meant is not None:
                mended[typed] = meant
                typed = meant
        # who writes å, ä and ö and no "ändra" means the second one
        plain = "andre" if dotted and typed == "andra" else fold(typed)
        shouted = text.isupper() and " " in text.strip()
        short_for = "" if shouted else in_capitals(text[match.start() : match.end()])
        words.append(Word(typed, plain, after if after in {"?", ","} else "", short_for))
    return words


def is_content(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether a word may say what a question is about."""
    return not (
        _INTENT_WORDS.fullmatch(word.plain)
        or numbering.names_goals(word.plain)
        or vocabulary.is_stopword(word.typed)
        or word.plain in numbering.NUMBER_WORDS
        or word.plain.isdigit()
        or len(word.plain) == 1
    )


def has_subject(topic: tuple[str, ...], known: Known, vocabulary: Vocabulary) -> bool:
    """Whether any of it, or a part, is known as what a goal can be about, or stands in one."""
    return bool(vocabulary.concepts_in(list(topic))) or any(
        vocabulary.concepts_of(each) or (each in known.words and not vocabulary.is_ordinary(each))
        for word in topic
        for each in (word, *vocabulary.parts(word))
    )


def set_phrases(words: list[Word], vocabulary: Vocabulary) -> tuple[tuple[str, ...], list[Word]]:
    """The set phrases ("ut i jobb"), each as one, and the words that are left."""
    typed = [word.typed for word in words]
    found = [
        (start, length, concept)
        for start, length, concept in vocabulary.set_phrases_in(typed)
        if length > 1 or not vocabulary.is_stopword(typed[start])  # "snälla" is no "snåla"
    ]
    taken = {place for start, length, _ in found for place in range(start, start + length)}
    phrases = dict.fromkeys(" ".join(typed[s : s + length]) for s, length, _ in found)
    return tuple(phrases), [word for place, word in enumerate(words) if place not in taken]


def focus_of_sentence(
    plain: str, words: list[Word], content: list[Word], vocabulary: Vocabulary
) -> tuple[str, ...]:
    """The content words that follow "om" or "about"."""
    span = sentences.focus_of(plain)
    if span is None:
        return ()
    within = []
    place = 0
    for word in words:
        if span[0] <= place < span[1]:
            within.append(word)
        place += len(word.plain) + len(word.after) + 1
    # "people into work": words that say nothing each, and something together
    together = tuple(word.typed for word in within)
    is_phrase = len(together) > 1 and bool(vocabulary.concepts_in(list(together)))
    return tuple(word.typed for word in within if word in content) or (
        together if is_phrase else ()
    )


def beside_goals(
    plain: str, topic: tuple[str, ...], known: Known, vocabulary: Vocabulary, *, is_list: bool
) -> tuple[str, ...]:
    """The topic beside goals that no "om" follows: less than all that stands there.

    `is_list` says that a body or a year is named: "vilka är delmålen 2024 nurå" is after the list,
    and a word that nobody knows is no topic.
    """
    if is_list:
        topic = tuple(word for word in topic if _is_known(word, fold(word), known, vocabulary))
    if intents.SEND.search(plain) or _only_ordinary(plain, topic, vocabulary):
        return ()
    if sentences.ALL_OF_THEM.search(plain):
        # "vilka mål har politikerna satt": only a subject that the goals are on makes it a search
        subjects = tuple(word for word in topic if sentences.are_on(plain, word))
        on_something = has_subject(subjects, known, vocabulary)
        return topic if on_something and not sentences.told_before(plain, topic) else ()
    return topic


def is_everybody(plain: str, topic: tuple[str, ...], unknown: str | None, known: Known) -> bool:
    """Whether the goals of all bodies are asked for: "målen i hela kommunen"."""
    several = len(known.bodies) > 1 and unknown is None
    return several and bool(_WHOLE.search(plain)) and set(topic) <= _WORDS_OF_WHOLE


def _only_ordinary(plain: str, topic: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    """Whether plain words stand beside the goals, and none that they could be about."""
    return all(
        vocabulary.is_ordinary(word) and not vocabulary.concepts_of(word) for word in topic
    ) and not sentences.OF_SOMETHING.search(plain)


def _is_known(typed: str, plain: str, known: Known, vocabulary: Vocabulary) -> bool:
    return (
        typed in known.words
        or stem(typed) in known.words
        or vocabulary.is_known(typed)
        or bool(_INTENT_WORDS.fullmatch(plain))
        or plain in intents.KEYWORDS
        or plain in numbering.NUMBER_WORDS
        or is_term(plain)
        or (
            bool(vocabulary.parts(typed)) and vocabulary.nearest(typed, also=known.spelling) is None
        )
    )
