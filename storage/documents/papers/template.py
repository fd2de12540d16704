"""The municipality's own Word template: opened only if it is one, and its fields."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Iterator

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph as WordParagraph

from goals.errors import (
    TemplateFieldError,
    TemplateMacroError,
    TemplatePlaceError,
    TemplateUnreadableError,
)
from goals.paper import LARGEST_TEMPLATE

CONTENT_NAME = "innehåll"
_LARGEST_UNPACKED = 50_000_000
FIELD = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_LONGEST_NAME = 60
_TYPES = "[Content_Types].xml"
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
_MACROS = (b"macroEnabled", b"vbaProject")


def open_template(template: bytes, *, known: Collection[str]) -> Document:
    """The template; `known` are the fields that can be filled in, besides {{innehåll}}.

    Raises TemplateUnreadableError, TemplateMacroError, TemplateFieldError or TemplatePlaceError.
    """
    content = _as_document(template)
    try:
        document = docx.Document(io.BytesIO(content))
        _check_fields(document, {*known, CONTENT_NAME})
        place_of(document)
    except (TemplateFieldError, TemplatePlaceError):
        raise
    except Exception as error:  # whatever a file that is no Word file makes the library raise
        raise TemplateUnreadableError from error
    return document


def _check_fields(document: Document, known: Collection[str]) -> None:
    for name in sorted(fields_of(document)):
        if name not in known:
            raise TemplateFieldError(
                field=name[:_LONGEST_NAME] or "{{}}", known=", ".join(sorted(known))
            )


def fields_of(document: Document) -> frozenset[str]:
    """The names of its fields, in lower case, wherever they stand."""
    return frozenset(
        name.casefold()
        for part in parts_of(document)
        for paragraph in paragraphs_of(part, document)
        for name in FIELD.findall(paragraph.text)
    )


def parts_of(document: Document) -> Iterator[BaseOxmlElement]:
    """The XML of the text, of the heads and of the feet that it has."""
    yield document.part.element
    for section in document.sections:
        for part in (
            section.header,
            section.first_page_header,
            section.even_page_header,
            section.footer,
            section.first_page_footer,
            section.even_page_footer,
        ):
            if not part.is_linked_to_previous:
                yield part._element  # noqa: SLF001 — text boxes have no other way


def paragraphs_of(part: BaseOxmlElement, document: Document) -> Iterator[WordParagraph]:
    """Every paragraph of a part, also in tables, text boxes and content controls."""
    for element in list(part.iter(qn("w:p"))):
        yield WordParagraph(element, document._body)  # noqa: SLF001 — its part is the document


def place_of(document: Document) -> WordParagraph | None:
    """Where the content stands: a paragraph of its own in the text; None where it stands last.

    Raises TemplatePlaceError.
    """
    named = [
        (number == 0, paragraph)
        for number, part in enumerate(parts_of(document))
        for paragraph in paragraphs_of(part, document)
        for name in FIELD.findall(paragraph.text)
        if name.casefold() == CONTENT_NAME
    ]
    if not named:
        return None
    (in_text, place), *more = named
    if more or not in_text or FIELD.fullmatch(place.text.strip()) is None:
        raise TemplatePlaceError
    return place


def _as_document(template: bytes) -> bytes:
    """The bytes as a .docx, also of a .dotx, which differs in one word."""
    if len(template) > LARGEST_TEMPLATE:
        raise TemplateUnreadableError
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            entries = package.infolist()
            if sum(each.file_size for each in entries) > _LARGEST_UNPACKED:
                raise TemplateUnreadableError
            types = package.read(_TYPES)
            if any(word in types for word in _MACROS) or any(
                each.filename.endswith("vbaProject.bin") for each in entries
            ):
                raise TemplateMacroError
            if _TEMPLATE_TYPE not in types:
                return template
            made = io.BytesIO()
            with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as document:
                for each in entries:
                    content = package.read(each)
                    if each.filename == _TYPES:
                        content = types.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
                    document.writestr(each.filename, content)
    except (zipfile.BadZipFile, ValueError, KeyError, OSError, RuntimeError) as error:
        raise TemplateUnreadableError from error
    return made.getvalue()
