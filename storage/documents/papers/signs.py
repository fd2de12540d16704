"""Which signs of a text a paper shows."""

from __future__ import annotations

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0001]"
)
_LONE = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    """Without what nobody sees, and what XML or a font cannot hold: controls, soft hyphens, marks.

    Everything that can be seen stays. Tab and line feed stay for whoever asks for them.
    """
    return _LONE.sub("\ufffd", _UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
