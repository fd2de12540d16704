"""The parts of a Word file: unpacked within bounds, and parsed without entities."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

# Expat itself, because only there a document type is refused before its entities are made.
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from goals.errors import (
    DocumentCorruptError,
    DocumentEncryptedError,
    DocumentFormatError,
    DocumentMacrosError,
    DocumentNestedError,
    DocumentUnpacksError,
)

LARGEST_UNPACKED = 200_000_000
"""The most bytes that all the parts of a file may have, unpacked."""
LARGEST_PART = 40_000_000
"""The most bytes of one part that is read."""
MOST_ENTRIES = 5_000
GREATEST_RATIO = 200
"""How many times its packed size a part may have; text that repeats itself reaches a hundred."""
MOST_ELEMENTS = 1_000_000
DEEPEST = 200
"""How deep elements may lie in one another: five tables in one another are at forty."""

_READ = (".xml", ".rels")
_SMALL_ENOUGH = 1_000_000
_CHUNK = 65_536
_ENCRYPTED = 0x1
_WORD = frozenset(
    {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    }
)
_MAIN_PART = "officeDocument"
_MAIN_TYPES = (
    "wordprocessingml.document.main+xml",
    "wordprocessingml.template.main+xml",
)


class Package:
    """An opened .docx. Parts are read when they are asked for."""

    def __init__(self, name: str, content: bytes, *, formats: str) -> None:
        """Look into the file and refuse what cannot or must not be opened.

        Raises DocumentCorruptError, DocumentEncryptedError, DocumentFormatError (listing
        `formats`) where it is a zip but not of Word, DocumentMacrosError or DocumentUnpacksError.
        """
        self._document = name
        try:
            self._zip = ZipFile(BytesIO(content))
        except (BadZipFile, ValueError, OSError, NotImplementedError, OverflowError):
            raise self._corrupt() from None
        self._check_sizes()
        self.main = self._main_part(formats)

    def xml(self, part: str) -> Element | None:
        """The root of a part, or None where the file has none of that name.

        Elements and attributes of Word's own namespace have their plain names ("p", "val"),
        those of other namespaces a colon before it (":id").

        Raises DocumentCorruptError, DocumentEncryptedError, DocumentNestedError or
        DocumentUnpacksError.
        """
        if part not in self._zip.NameToInfo:
            return None
        return _parse(self._read(part), self._document)

    def related(self, part: str) -> Mapping[str, Related]:
        """What a part refers to inside the file, by the reference's id."""
        place = PurePosixPath(part)
        root = self.xml(str(place.parent / "_rels" / f"{place.name}.rels").removeprefix("./"))
        found: dict[str, Related] = {}
        for each in root if root is not None else ():
            target = each.get("Target", "")
            if each.get("TargetMode") == "External" or not target:
                continue
            kind = each.get("Type", "").rsplit("/", 1)[-1]
            found[each.get("Id", "")] = Related(kind, _resolved(place.parent, target))
        return found

    def _check_sizes(self) -> None:
        """What the file says of itself; `_read` holds it to that."""
        entries = self._zip.infolist()
        if len(entries) > MOST_ENTRIES or sum(e.file_size for e in entries) > LARGEST_UNPACKED:
            raise DocumentUnpacksError(document=self._document)
        for entry in entries:
            if not entry.filename.endswith(_READ):
                continue  # a picture, which may be blank: it is never unpacked
            ratio = entry.file_size / max(entry.compress_size, 1)
            if entry.file_size > _SMALL_ENOUGH and ratio > GREATEST_RATIO:
                raise DocumentUnpacksError(document=self._document)

    def _main_part(self, formats: str) -> str:
        names = self._zip.NameToInfo
        types = self.xml("[Content_Types].xml")
        declared = (
            {each.get("PartName", "").lstrip("/"): each.get("ContentType", "") for each in types}
            if types is not None
            else {}
        )
        stated = [each.part for each in self.related("").values() if each.kind == _MAIN_PART]
        main = next((each for each in (*stated, "word/document.xml") if each in names), None)
        kind = declared.get(main, "") if main else ""
        macros = any(PurePosixPath(each).name.casefold() == "vbaproject.bin" for each in names)
        if "macroEnabled" in kind or macros:
            raise DocumentMacrosError(document=self._document)
        if main is None or (kind and not kind.endswith((*_MAIN_TYPES, "/xml"))):
            suffix = PurePosixPath(self._document).suffix.casefold()
            raise DocumentFormatError(document=self._document, suffix=suffix, formats=formats)
        return main

    def _read(self, part: str) -> bytes:
        """Unpack piece by piece, because the size that a file states may be a lie."""
        entry = self._zip.NameToInfo[part]
        if entry.flag_bits & _ENCRYPTED:
            raise DocumentEncryptedError(document=self._document)
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(entry) as stream:
                while piece := stream.read(_CHUNK):
                    size += len(piece)
                    if size > LARGEST_PART:
                        raise DocumentUnpacksError(document=self._document)
                    pieces.append(piece)
        except (BadZipFile, EOFError, OSError, ValueError, RuntimeError, zlib.error):
            raise self._corrupt() from None
        return b"".join(pieces)

    def _corrupt(self) -> DocumentCorruptError:
        return DocumentCorruptError(document=self._document, format="Word")


@dataclass(frozen=True, slots=True)
class Related:
    """A part that another one refers to."""

    kind: str
    """The last word of the relationship's type: "styles", "numbering", "header"."""
    part: str


def _resolved(folder: PurePosixPath, target: str) -> str:
    parts: list[str] = [] if target.startswith("/") else list(folder.parts)
    for each in target.split("/"):
        if each == "..":
            del parts[-1:]
        elif each not in {"", "."}:
            parts.append(each)
    return "/".join(parts)


def _parse(content: bytes, document: str) -> Element:
    builder = _Builder(document)
    parser = expat.ParserCreate(namespace_separator="\n")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = builder.refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003 — all of it at once; Expat takes no keyword
    except (expat.ExpatError, LookupError, ValueError):
        raise DocumentCorruptError(document=document, format="Word") from None
    if builder.root is None:
        raise DocumentCorruptError(document=document, format="Word")
    return builder.root


@dataclass(slots=True)
class _Builder:
    """Makes a tree of what the parser reports, no deeper and larger than a Word file is."""

    document: str
    root: Element | None = None
    count: int = 0
    open: list[Element] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.count += 1
        if len(self.open) >= DEEPEST or self.count > MOST_ELEMENTS:
            raise DocumentNestedError(document=self.document)
        element = Element(
            self._short(name), {self._short(key): value for key, value in attributes.items()}
        )
        if self.open:
            self.open[-1].append(element)
        else:
            self.root = element
        self.open.append(element)

    def end(self, _: str) -> None:
        self.open.pop()

    def text(self, text: str) -> None:
        if self.open:
            self.open[-1].text = (self.open[-1].text or "") + text

    def refuse(self, *_: object) -> None:
        """Word writes no document type; whoever does wants entities expanded or fetched."""
        raise DocumentCorruptError(document=self.document, format="Word")

    def _short(self, name: str) -> str:
        short = self.names.get(name)
        if short is None:
            space, parted, local = name.rpartition("\n")
            short = local if not parted or space in _WORD else f":{local}"
            self.names[name] = short
        return short
