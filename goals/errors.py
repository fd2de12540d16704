"""Every refusal. Its `key` names the sentence in `dialogs/texts` that the person reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar


class GoalsError(Exception):
    """A rule said no. `arguments` fill the sentence named by `key`."""

    key: ClassVar[str]

    def __init__(self, **arguments: str | int) -> None:
        super().__init__(self.key, arguments)
        self.arguments = arguments


class MistakesError(Exception):
    """What is wrong in a form: the refusal of each field, by the field's name in `Typed`."""

    def __init__(self, mistakes: Mapping[str, GoalsError]) -> None:
        super().__init__(dict(mistakes))
        self.mistakes = mistakes


class BusyError(GoalsError):
    """So many record something at once that it would take too long to wait."""

    key = "error-busy"


class NotAGoalDocumentError(GoalsError):
    """The document has neither goals nor sub-goals that could be read."""

    key = "error-not-a-goal-document"


class BodyUnknownError(GoalsError):
    """The document does not say whose goals they are."""

    key = "error-body-unknown"


class FreeAlreadyError(GoalsError):
    """The `day` is a Saturday, Sunday or holiday, and thus free without being entered."""

    key = "error-free-already"


class DirectoryIdError(GoalsError):
    """What was `given` is no id of the directory, of a municipality or a person."""

    key = "error-directory-id"


class MunicipalityNameError(GoalsError):
    """The name has no letters, or more than `most` characters."""

    key = "error-municipality-name"


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


class DocumentEmptyError(GoalsError):
    """The file holds nothing at all."""

    key = "error-document-empty"


class DocumentFileTooLargeError(GoalsError):
    """The file has more bytes than are read, whatever it holds."""

    key = "error-document-file-too-large"


class DocumentCorruptError(GoalsError):
    """The file is damaged, or is not what it says that it is."""

    key = "error-document-corrupt"


class DocumentEncryptedError(GoalsError):
    """The file opens with a password only."""

    key = "error-document-encrypted"


class DocumentMacrosError(GoalsError):
    """The file holds macros, which nobody should have to trust."""

    key = "error-document-macros"


class DocumentOldWordError(GoalsError):
    """The file is of Word 97-2003 (.doc)."""

    key = "error-document-old-word"


class DocumentUnpacksError(GoalsError):
    """The file would unpack to more than is read."""

    key = "error-document-unpacks"


class DocumentNestedError(GoalsError):
    """The file is built deeper or of more pieces than any document that people write."""

    key = "error-document-nested"


class DocumentScannedError(GoalsError):
    """The file holds pictures of pages and no text."""

    key = "error-document-scanned"


class DocumentPagesError(GoalsError):
    """The file has more pages than are read."""

    key = "error-document-pages"


class DocumentTooSlowError(GoalsError):
    """Reading the file took longer than anybody waits."""

    key = "error-document-too-slow"


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


class ProposingNotAllowedError(GoalsError):
    """Only officials and officers of the body propose."""

    key = "error-proposing-not-allowed"


class OpeningNotAllowedError(GoalsError):
    """Only officers and secretaries of the body open and keep its matters."""

    key = "error-opening-not-allowed"


class RegisterNotAllowedError(GoalsError):
    """The proposals of a matter are read by those who propose, prepare and record."""

    key = "error-register-not-allowed"


class CompletionNotAllowedError(GoalsError):
    """Only the body's officers ask for completion."""

    key = "error-completion-not-allowed"


class NoOpenMatterError(GoalsError):
    """No matter of the body takes proposals."""

    key = "error-no-open-matter"


class NoMatterOfYearError(NoOpenMatterError):
    """No matter of the body and that year takes proposals."""

    key = "error-no-matter-of-year"


class MatterClosedError(GoalsError):
    """The matter of that year is decided."""

    key = "error-matter-closed"


class MatterExistsError(GoalsError):
    """The body has a matter of that year already."""

    key = "error-matter-exists"


class WindowNotOpenError(GoalsError):
    """Proposals are taken from `opens`."""

    key = "error-window-not-open"


class WindowClosedError(GoalsError):
    """Proposals were taken until `closes`."""

    key = "error-window-closed"


class TextMissingError(GoalsError):
    """Nothing was written."""

    key = "error-text-missing"


class NoWordsError(GoalsError):
    """What was written has no letters."""

    key = "error-no-words"


class TextTooLongError(GoalsError):
    """More than `most` characters were written: `length`."""

    key = "error-text-too-long"


class PersonalNumberError(GoalsError):
    """What was written holds something that looks like a personal identity number."""

    key = "error-personal-number"


class UnchangedWordingError(GoalsError):
    """The new wording is the one that stands already."""

    key = "error-wording-unchanged"


class SameWordingError(GoalsError):
    """Another sub-goal of the list, `number`, says the same."""

    key = "error-wording-same"


class KindUnknownError(GoalsError):
    """What kind of change it is was not chosen."""

    key = "error-kind-unknown"


class TargetUnknownError(GoalsError):
    """The sub-goal was not chosen, or does not stand in the list."""

    key = "error-target-unknown"


class GoalUnknownError(GoalsError):
    """The goal does not stand among the body's goals."""

    key = "error-goal-unknown"


class DraftUnknownError(GoalsError):
    """There is no such draft of this person: it is another's, submitted, deleted or expired."""

    key = "error-draft-unknown"


class ProposalUnknownError(GoalsError):
    """There is no such proposal that this person may see."""

    key = "error-proposal-unknown"


class StepForbiddenError(GoalsError):
    """A proposal in this state cannot take that step."""

    key = "error-step-forbidden"


class StepNotAllowedError(GoalsError):
    """This person may not take the step."""

    key = "error-step-not-allowed"


class ListChangedError(GoalsError):
    """The list has changed since the form was opened."""

    key = "error-list-changed"


class DayUnreadableError(GoalsError):
    """What was written is no day and time."""

    key = "error-day-unreadable"


class NoDayError(GoalsError):
    """What was written is no day."""

    key = "error-no-day"


class WindowOrderError(GoalsError):
    """The window closes before it opens."""

    key = "error-window-order"


class WindowPastError(GoalsError):
    """The window would be closed already."""

    key = "error-window-past"


class MatterYearError(GoalsError):
    """That is no year that a matter can be of."""

    key = "error-matter-year"


class BaseUnknownError(GoalsError):
    """The list that the matter is to be based on is not a list of this body that counts."""

    key = "error-base-unknown"


class WindowHalfError(GoalsError):
    """Only one end of the window was written."""

    key = "error-window-half"


class TimeSkippedError(GoalsError):
    """The clock is put forward past that `time` on that `day`: it does not exist."""

    key = "error-time-skipped"


class DnrUnreadableError(GoalsError):
    """What was written is not the shape of a dnr."""

    key = "error-dnr-unreadable"


class NoSuchBodyError(GoalsError):
    """The tenant's record does not have the body."""

    key = "body-not-recorded"


class NothingRecordedError(GoalsError):
    """The tenant's record has no body yet."""

    key = "nothing-recorded-at-all"


class NoSuchMatterError(GoalsError):
    """The body has no matter of that year."""

    key = "no-matter-for-year"


class MatterDecidedError(GoalsError):
    """The matter is decided: nothing in it is changed any more."""

    key = "error-matter-decided"


class MatterChangedError(GoalsError):
    """Somebody else has changed the matter since the form was opened."""

    key = "error-matter-changed"


class GrantingNotAllowedError(GoalsError):
    """Only an administrator gives and takes roles, in the bodies that they look after."""

    key = "error-granting-not-allowed"


class OperatingNotAllowedError(GoalsError):
    """How the service is, is shown to administrators only."""

    key = "error-operating-not-allowed"


class RolesNotShownError(GoalsError):
    """Who has which role is seen by administrators and secretaries."""

    key = "error-roles-not-shown"


class OwnRoleError(GoalsError):
    """Nobody gives themself a role that has a say over the goals: another administrator must."""

    key = "error-own-role"


class LastAdminError(GoalsError):
    """The last administrator of all bodies stays, or nobody could give roles any more."""

    key = "error-last-admin"


class PersonMissingError(GoalsError):
    """No person was chosen."""

    key = "error-person-missing"


class PersonUnreadableError(GoalsError):
    """What was given for a person is no Entra object id."""

    key = "error-person-unreadable"


class RoleMissingError(GoalsError):
    """No role was chosen, or none that there is."""

    key = "error-role-missing"


class BodyNotChosenError(GoalsError):
    """No body was chosen, or none that is in the record."""

    key = "error-body-not-chosen"


class NothingToImportError(GoalsError):
    """Every goal and sub-goal of the document has been left out."""

    key = "error-nothing-to-import"


class ImportingNotAllowedError(GoalsError):
    """Only the body's secretary imports, and an admin as long as the body has nothing yet."""

    key = "error-importing-not-allowed"


class ImportOnlyInPrivateError(GoalsError):
    """A document is imported in a chat with the bot alone."""

    key = "error-import-only-in-private"


class OneFileAtATimeError(GoalsError):
    """Several files came with one message."""

    key = "error-one-file-at-a-time"


class ImportGoneError(GoalsError):
    """The import is not there: too old, of another person, or never begun."""

    key = "error-import-gone"


class ImportRecordedError(GoalsError):
    """The import has been confirmed already."""

    key = "error-import-recorded"


class ImportCancelledError(GoalsError):
    """The import has been cancelled already."""

    key = "error-import-cancelled"


class ItemUnknownError(GoalsError):
    """The document has no item with this number."""

    key = "error-item-unknown"


class WordingMissingError(GoalsError):
    """Nothing was written where a wording should stand."""

    key = "error-wording-missing"


class WordingTooLongError(GoalsError):
    """The wording is longer than `most` characters."""

    key = "error-wording-too-long"


class FieldNotReadError(GoalsError):
    """What was written for a field (`expected` says which kind) could not be read."""

    key = "error-field-not-read"


class FileHostRefusedError(GoalsError):
    """A file lies where the bot does not fetch from."""

    key = "error-file-host"


class FileNotFetchedError(GoalsError):
    """A file could not be fetched."""

    key = "error-file-not-fetched"


class DocumentIsExportError(GoalsError):
    """A whole export is read in at the server, not in a chat."""

    key = "error-document-is-export"


class BodyNotThereError(GoalsError):
    """The record has no such body."""

    key = "error-body-not-there"


class NameTakenError(GoalsError):
    """Another body is already known by this name."""

    key = "error-name-taken"


class StrategyNotAllowedError(GoalsError):
    """Only the body's secretary records strategies."""

    key = "error-strategy-not-allowed"


class StrategyLinkError(GoalsError):
    """A link must be an address that begins with https://."""

    key = "error-strategy-link"


class StrategyDateError(GoalsError):
    """A date could not be read."""

    key = "error-strategy-date"


class StrategyTooLongError(GoalsError):
    """A strategy's name or paragraph is longer than `most` characters, or its link is."""

    key = "error-strategy-too-long"


class NameMissingError(GoalsError):
    """Nothing was written where a name should stand."""

    key = "error-name-missing"


class PreparingNotAllowedError(GoalsError):
    """Only the body's officers prepare proposals."""

    key = "error-preparing-not-allowed"


class OwnChatError(GoalsError):
    """What only the kansli may see is shown in one's own chat, not before others."""

    key = "error-own-chat"


class MeetingNotAllowedError(GoalsError):
    """Only the body's secretaries record its meetings."""

    key = "error-meeting-not-allowed"


class AdviceUnknownError(GoalsError):
    """What is recommended was not chosen."""

    key = "error-advice-unknown"


class NoneChosenError(GoalsError):
    """No proposal was chosen."""

    key = "error-none-chosen"


class SameAsUnknownError(GoalsError):
    """The proposal that this one is said to be a double of is no open proposal of the matter."""

    key = "error-same-as-unknown"


class SameAsNotReferredError(GoalsError):
    """A proposal is said to be a double of another, and yet not recommended to be referred."""

    key = "error-same-as-not-referred"


class OwnWordingNotMeantError(GoalsError):
    """Another wording was typed, and the choice made that has none: it would be lost."""

    key = "error-own-wording-not-meant"


class NotAllPreparedError(GoalsError):
    """`count` proposals of the matter are not prepared yet."""

    key = "error-not-all-prepared"


class NoCommitteeError(GoalsError):
    """The working committee cannot decide on goals (KL 6 kap. 38 §)."""

    key = "error-committee-decides"


class OutcomeMissingError(GoalsError):
    """What became of proposal `number` is not noted."""

    key = "error-outcome-missing"


class OutcomeNotAllowedError(GoalsError):
    """That outcome cannot be given to proposal `number` at this meeting."""

    key = "error-outcome-not-allowed"


class OwnWordingMissingError(GoalsError):
    """The meeting's own wording of proposal `number` is missing."""

    key = "error-own-wording-missing"


class WordingNotChangedError(GoalsError):
    """What was written is how proposal `number` reads already."""

    key = "error-wording-not-changed"


class OutcomeUnknownError(GoalsError):
    """What became of the proposal was not chosen."""

    key = "error-outcome-unknown"


class ReasonMissingError(GoalsError):
    """Why proposal `number` is sent back is missing."""

    key = "error-reason-missing"


class CollisionError(GoalsError):
    """Both `number` and `other` would change sub-goal `target`."""

    key = "error-collision"


class TargetMovedError(GoalsError):
    """What `number` would change does not stand in the list that the matter starts from."""

    key = "error-target-moved"


class OriginUnknownError(GoalsError):
    """How a change came up in the room was not chosen."""

    key = "error-origin-unknown"


class OrderError(GoalsError):
    """The order does not name each line once: `missing`, `extra` are keys, or "none"."""

    key = "error-order"


class ParagraphMissingError(GoalsError):
    """The § is missing, or is none."""

    key = "error-paragraph"


class ParagraphOfOtherError(GoalsError):
    """The § is named as somebody else's than `body`'s."""

    key = "error-paragraph-of-other"


class ParagraphUsedError(GoalsError):
    """The § is used already for another matter of the body that year."""

    key = "error-paragraph-used"


class MeetingDayError(GoalsError):
    """The day of the meeting is missing, or has not come, or is before the matter was called."""

    key = "error-meeting-day"


class MatterStateError(GoalsError):
    """The matter is not where this step begins."""

    key = "error-matter-state"


class MinutesChangedError(GoalsError):
    """Somebody else has noted something in the minutes meanwhile."""

    key = "error-minutes-changed"


class DisqualifiedError(GoalsError):
    """Whoever proposed something does not record the decision on it."""

    key = "error-disqualified"


class SecondPersonError(GoalsError):
    """Somebody else of the body's kansli must confirm."""

    key = "error-second-person"


class AskedAnewError(GoalsError):
    """What was to be confirmed has been asked for anew, with something else."""

    key = "error-asked-anew"


class DayOrderError(GoalsError):
    """The day is before the one of the step before it, or has not come."""

    key = "error-day-order"


class NothingToCorrectError(GoalsError):
    """The correction changes nothing, or there is no such line."""

    key = "error-nothing-to-correct"


class MixedOutcomesError(GoalsError):
    """The body tables the matter or sends it back as a whole, or decides on all of it."""

    key = "error-mixed-outcomes"


class TemplateUnreadableError(GoalsError):
    """The Word template is no Word file, or too large."""

    key = "error-template-unreadable"


class TemplateMacroError(GoalsError):
    """The Word template holds macros."""

    key = "error-template-macro"


class TemplateFieldError(GoalsError):
    """The Word template has the field `field`, which nobody fills in."""

    key = "error-template-field"


class TemplatePlaceError(GoalsError):
    """The place for the content shares its paragraph, is there twice, or is in head or foot."""

    key = "error-template-place"


class PaperSignError(GoalsError):
    """No font at hand has the sign `sign`, so that a PDF would not show it."""

    key = "error-paper-sign"


class PaperIncompleteError(GoalsError):
    """The file was read back, and a wording of the record was not found in it."""

    key = "error-paper-incomplete"


class PaperNotAllowedError(GoalsError):
    """The papers of a matter are for the kansli of its body."""

    key = "error-paper-not-allowed"


class PaperPlaceError(GoalsError):
    """Papers are handed out in a person's own chat with the bot, not before others."""

    key = "error-paper-place"


class PaperTooEarlyError(GoalsError):
    """There is no text for the minutes before the decision is recorded."""

    key = "error-paper-too-early"


class PaperTooLateError(GoalsError):
    """The matter is decided: the papers before the decision are not written anew."""

    key = "error-paper-too-late"


class PaperNotReadyableError(GoalsError):
    """The text for the minutes becomes final by the adjustment, and by nobody's word."""

    key = "error-paper-not-readyable"


class ReadyNotAllowedError(GoalsError):
    """Only the officer of the body says that a paper is ready."""

    key = "error-ready-not-allowed"


class PaperBodyUnknownError(GoalsError):
    """`body` is none of the bodies that are recorded, `bodies`."""

    key = "error-paper-body"


class PaperMatterUnknownError(GoalsError):
    """`body` has no matter of that year, but of `years`."""

    key = "error-paper-matter"


class PaperUnknownError(GoalsError):
    """There is no such paper."""

    key = "error-paper-unknown"


class ExtractNotPdfError(GoalsError):
    """`document` is no PDF file, or not all of one."""

    key = "error-extract-not-pdf"


class ExtractTooLargeError(GoalsError):
    """`document` is larger than the `megabytes` that are kept."""

    key = "error-extract-too-large"


class ExtractTooEarlyError(GoalsError):
    """The minutes are not adjusted, or the decision is annulled: there is nothing to certify."""

    key = "error-extract-too-early"


class ExtractAlteredError(GoalsError):
    """The file is not the one that was kept: it is handed to nobody."""

    key = "error-extract-altered"


class LinkUnknownError(GoalsError):
    """The link is not one of ours, or was changed on the way."""

    key = "error-link-unknown"


class LinkRevokedError(GoalsError):
    """The person whose link it is has lost their role, or never had it."""

    key = "error-link-revoked"


class LinkExpiredError(GoalsError):
    """The link's time is out."""

    key = "error-link-expired"


class NoticeUnknownError(GoalsError):
    """There is no such notice in the municipality."""

    key = "error-notice-unknown"


class NotYourNoticeError(GoalsError):
    """The notice went to `unit`, somewhere else than where it was pressed."""

    key = "error-not-your-notice"


class UnitUnknownError(GoalsError):
    """No unit is called `unit`; `units` are there."""

    key = "error-unit-unknown"


class UnitsNotAllowedError(GoalsError):
    """Only an administrator confirms and changes how units are reached."""

    key = "error-units-not-allowed"


class AddressUnknownError(GoalsError):
    """There is no such address of a unit."""

    key = "error-address-unknown"


class EmailUnreadableError(GoalsError):
    """What was written is no e-mail address."""

    key = "error-email-unreadable"


class NotInChannelError(GoalsError):
    """A unit is registered in the channel where it is to be reached, or in one's own chat."""

    key = "error-not-in-channel"


class FreezeReasonError(GoalsError):
    """Who stops the sending says why."""

    key = "error-freeze-reason"


class ReceiptUnknownError(GoalsError):
    """The link of a letter is not one of ours, or was changed on the way."""

    key = "error-receipt-unknown"


class ReceiptExpiredError(GoalsError):
    """The link of a letter is too old."""

    key = "error-receipt-expired"


class PersonUnknownError(GoalsError):
    """Nothing is stored about this person."""

    key = "error-person-unknown"


class PersonHasRoleError(GoalsError):
    """This person has a role still, so their name is needed."""

    key = "error-person-has-role"


class PersonIsAddressError(GoalsError):
    """This person is where a unit is reached."""

    key = "error-person-is-address"
