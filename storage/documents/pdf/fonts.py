"""A PDF's fonts: which letters their signs are, and how wide."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from pypdf.generic import DictionaryObject

# The only way to its widths and encodings; the version is bounded in pyproject.toml for it.
from pypdf.generic._font import Font

from storage.documents.text_lines import BULLET

_PICTURES = ("wingdings", "webdings", "dingbats")
_UNNAMED = "\U000f0000"
"""Where the numbers begin that stand for no letter."""
_BOLD = ("bold", "black", "heavy", "demi")
_BOLD_WEIGHT = 600
_FORCED_BOLD = 1 << 18
"""The flag of a font's descriptor that says that it is drawn bold."""
_LIGATURES = ("\ufb00", "\ufb06")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a string of a page shows in a font."""

    text: str
    width: float
    """In parts of the size, without what the page adds between letters."""
    signs: int
    spaces: int


def letters_of(described: DictionaryObject) -> Letters | None:
    """A font as the file describes it; None where nobody can tell which letters it has."""
    font = Font.from_font_resource(described)
    return Letters(font, _is_bold(font)) if font.interpretable else None


def _is_bold(font: Font) -> bool:
    """Whether its name, its weight or its flags say that it is bold."""
    described = font.font_descriptor
    weight: object = described.weight
    flags: object = described.flags
    forced = isinstance(flags, int) and flags & _FORCED_BOLD != 0
    heavy = isinstance(weight, (int, float)) and weight >= _BOLD_WEIGHT
    return heavy or forced or any(each in font.name.casefold() for each in _BOLD)


@dataclass(slots=True)
class Letters:
    """One font; each of its signs is looked up once."""

    font: Font
    is_bold: bool = False
    known: dict[str | int, tuple[str, float, bool]] = field(default_factory=dict)
    """By its sign: the letters, the width in thousandths, whether it is the space."""

    def read(self, raw: bytes) -> Shown:
        """The letters of a string and their width."""
        known = self.known
        found = [known.get(sign) or self._look_up(sign) for sign in self._signs(raw)]
        return Shown(
            "".join([text for text, _, _ in found]),
            sum([width for _, width, _ in found]) / 1000,
            len(found),
            sum([space for _, _, space in found]),
        )

    def _signs(self, raw: bytes) -> str | bytes:
        if not isinstance(self.font.encoding, str):
            return raw
        try:
            return raw.decode(self.font.encoding, "surrogatepass")
        except (UnicodeDecodeError, LookupError):
            return raw.decode("latin-1")

    def _look_up(self, sign: str | int) -> tuple[str, float, bool]:
        font = self.font
        if isinstance(sign, int):
            raw = chr(sign)
            shown = font.encoding.get(sign, raw) if isinstance(font.encoding, dict) else raw
        else:
            raw = shown = sign
        text = "".join(str(font.character_map.get(each, each)) for each in shown)
        is_space = raw == font.space_char
        width = font.space_width if is_space else font.get_text_width(raw)
        self.known[sign] = found = (self._as_read(text), float(width), is_space)
        return found

    def _as_read(self, text: str) -> str:
        """Ligatures as their letters, the pictures of a picture font as bullets.

        What the file numbers without saying which letter it is, is left out.
        """
        if any(name in self.font.name.casefold() for name in _PICTURES):
            return "".join(sign if sign.isspace() else BULLET for sign in text)
        return "".join(
            unicodedata.normalize("NFKC", sign) if _LIGATURES[0] <= sign <= _LIGATURES[1] else sign
            for sign in text
            if sign < _UNNAMED
        )
