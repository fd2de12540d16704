"""Reads the pixels of a PNG, for the tests of our own icons."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

_CHANNELS = {2: 3, 6: 4}
"""Bytes of a pixel by the PNG's colour type: RGB, RGBA."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of eight bits a channel."""

    width: int
    height: int
    has_alpha: bool
    pixels: tuple[tuple[int, ...], ...]
    """Row by row; red, green, blue and perhaps alpha."""


def read_png(content: bytes) -> Picture:
    """Read a PNG without interlacing. Raises ValueError for one of another kind."""
    if not content.startswith(b"\x89PNG\r\n\x1a\n"):
        raise ValueError("Not a PNG")
    chunks = list(_chunks(content))
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if depth != 8 or kind not in _CHANNELS or interlaced:
        raise ValueError("A PNG of another kind")
    raw = zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT"))
    size = _CHANNELS[kind]
    row, pixels = bytes(width * size), []
    for start in range(0, len(raw), width * size + 1):
        row = _unfiltered(raw[start], raw[start + 1 : start + 1 + width * size], row, size)
        pixels += [tuple(row[at : at + size]) for at in range(0, len(row), size)]
    return Picture(width, height, kind == 6, tuple(pixels))


def _chunks(content: bytes) -> list[tuple[bytes, bytes]]:
    at, found = 8, []
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        found.append((content[at + 4 : at + 8], content[at + 8 : at + 8 + length]))
        at += length + 12
    return found


def _unfiltered(filtering: int, row: bytes, above: bytes, size: int) -> bytes:
    out = bytearray()
    for at, value in enumerate(row):
        left = out[at - size] if at >= size else 0
        corner = above[at - size] if at >= size else 0
        guess = (
            0,
            left,
            above[at],
            (left + above[at]) // 2,
            _paeth(left, above[at], corner),
        )[filtering]
        out.append((value + guess) & 0xFF)
    return bytes(out)


def _paeth(left: int, above: int, corner: int) -> int:
    estimate = left + above - corner
    return min((left, above, corner), key=lambda each: abs(estimate - each))
