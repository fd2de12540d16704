"""Every refusal. Its `key` names the sentence in `dialogs/texts` that the person reads."""

from __future__ import annotations

from typing import ClassVar


class GoalsError(Exception):
    """A rule said no. `arguments` fill the sentence named by `key`."""

    key: ClassVar[str]

    def __init__(self, **arguments: str | int) -> None:
        super().__init__(self.key, arguments)
        self.arguments = arguments


class NotAGoalDocumentError(GoalsError):
    """The document has neither goals nor sub-goals that could be read."""

    key = "error-not-a-goal-document"


class BodyUnknownError(GoalsError):
    """The document does not say whose goals they are."""

    key = "error-body-unknown"


class TenantUnknownError(GoalsError):
    """No such municipality is served here."""

    key = "error-tenant-unknown"


class DocumentFormatError(GoalsError):
    """Documents of this format are not read."""

    key = "error-document-format"


class DocumentUnreadableError(GoalsError):
    """The document is not text."""

    key = "error-document-unreadable"


class DocumentTooLargeError(GoalsError):
    """The document holds more text than is read."""

    key = "error-document-too-large"


class DocumentNotJsonError(GoalsError):
    """The document is not a JSON object."""

    key = "error-document-not-json"


class DocumentFieldError(GoalsError):
    """A field of the JSON document does not hold what it must."""

    key = "error-document-field"


class TeachingNotAllowedError(GoalsError):
    """Only secretaries and officers teach words, and see which questions lack an answer."""

    key = "error-teaching-not-allowed"


class WordMissingError(GoalsError):
    """Nothing was written where a word should stand."""

    key = "error-word-missing"


class WordTooLongError(GoalsError):
    """The word or phrase is longer than `most` characters."""

    key = "error-word-too-long"


class WordWithoutLettersError(GoalsError):
    """A number or a sign is no word."""

    key = "error-word-without-letters"


class WordMeansItselfError(GoalsError):
    """What a word stands for must be another word."""

    key = "error-word-means-itself"
