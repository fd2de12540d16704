### Looking through what was read of a document, in English.

review-read = This is how I read { $document }.
review-nothing-yet = Nothing has been recorded yet. Check it, correct what is wrong, and confirm.
review-choose-first = First choose which entry it is about.
review-item = Entry to correct or leave out
review-item-example = Choose an entry, or the facts about the document
review-item-fields = Facts about the document (committee, years, date …)
button-confirm = Confirm
button-correct = Correct
button-leave-out = Leave out
button-back = Back
correct-heading = Correct number { $number }
correct-read = This is how I read it: { $text }
correct-explained = What you write becomes the wording in the record, which also says that it was corrected by hand.
correct-wording = Wording
correct-wording-example = Write the wording, word for word
fields-heading = Facts about { $document }
fields-explained = Fill in what is missing. Leave empty what the document does not say.
import-cancelled = The import of { $document } is cancelled. Nothing was recorded.
import-how = Send the goal document in this chat, with the paper clip below the text box. I read it and show what I understood before anything is recorded.
import-looked-for = I look for a list of goals or sub-goals of a committee or board, and found none.
review-changed-meanwhile = This has changed since the card was shown. Check it again before you confirm.
heading-doubts = Please check
review-goals = Goals { $period }
review-goals-no-period = Goals
review-subgoals = Sub-goals { $year }
review-proposed = Proposed decision
review-decided = Decision
review-stated = in force according to the document
review-appealable = decided, can be appealed
missing-in-document = missing in the document
field-code = Abbreviation
field-period = Years of the goals
field-year = Year of the document
field-years = Years
field-date = Date of decision
field-paragraph = Paragraph
field-dnr = Registration number
field-officer = Officer in charge
place-line = line { $line }
place-page = page { $page }
place-page-line = page { $page }, line { $line }
mark-left-out = left out
mark-by-hand = corrected by hand
mark-under = under: { $text }
mark-goal = belongs to goal { $number }

heading-difference-goals = { $body } goals{ $period } compared with the record
heading-difference-plan = { $body } sub-goals { $year } ({ $status }) compared with the record
heading-matters = The matter compared with the record
heading-strategies-added = Political strategies that are added
heading-working = How { $body } sub-goals { $year } were worked out from the list for { $base } in { $document }
import-recorded = Recorded from { $document }: { $parts }.
import-recorded-and = { $parts } and { $last }
import-recorded-goals = { $count_form ->
    [one] one goal
   *[other] { $count } goals
}
import-recorded-subgoals = { $count_form ->
    [one] one sub-goal
   *[other] { $count } sub-goals
}
import-recorded-matters = { $count_form ->
    [one] one matter
   *[other] { $count } matters
}
import-recorded-strategies = { $count_form ->
    [one] one political strategy
   *[other] { $count } political strategies
}
import-nothing-new = { $document }: everything was in the record already. Nothing was changed.
heading-worked-out = The whole list: { $body } sub-goals { $year }
body-is-new = { $name } ({ $code }) is not in the record and is added.
outcome-new = The record has no such list. { $count_form ->
    [one] One entry is added.
   *[other] { $count } entries are added.
}
outcome-kept = The record has the same wordings already, from { $document }. Nothing changes.
outcome-confirmed = The same wordings as in the record. { $document } is the decision and becomes the source.
outcome-held-back = Not recorded. The record has a decision already, from { $document }.
change-added = Added: { $text }
change-removed = Removed: { $text }
change-reworded = Changed: “{ $old }” becomes “{ $new }”
change-kept = { $count_form ->
    [one] One entry remains word for word.
   *[other] { $count } entries remain word for word.
}
matter-new = { $body } { $year }: a new matter. Points of decision: { $points }. Recipients: { $recipients }.
matter-changed = { $body } { $year }: the matter changes. Points of decision: { $points }. Recipients: { $recipients }.
matter-kept = { $body } { $year }: nothing changes. Points of decision: { $points }. Recipients: { $recipients }.
matter-held-back = { $body } { $year }: not recorded. The record has a decision on the matter. Points of decision here: { $points }, recipients: { $recipients }.

doubt-amendment-unfit = The decision changes “{ $target }”, but it cannot be told which of { $body } sub-goals that is. The list for { $year } was not worked out and is not recorded. Write out the whole list and import it again.
doubt-amendment-no-base = The decision changes { $body } sub-goals for { $year }, but the record has no list to change. First import the list that is changed.
doubt-goals-changed = { $body } goals { $period } have other wordings in the record, from { $document }. The new ones take their place.
doubt-goals-held-back = { $body } goals { $period } have other wordings than the decision in the record, from { $document }. They are not recorded.
doubt-goals-overlap = The goals are for { $period }, but the record has goals for { $other }. The years overlap.
doubt-matter-held-back = The matter of { $body } { $year } is decided in the record. The proposal is not recorded.
doubt-other-name = The abbreviation { $code } stands for { $name } in the record, but the document says { $body }.
doubt-subgoals-changed = { $body } sub-goals { $year } have other wordings in the record, from { $document }. The new ones take their place.
doubt-subgoals-held-back = { $body } sub-goals { $year } are decided in the record, from { $document }. The list here is not recorded.

error-nothing-to-import = There are no goals or sub-goals left to record from { $document }.
error-importing-not-allowed = The committee's secretary imports goal documents. Before anything of the committee is in the record, an administrator may do so too. Please ask your committee secretary.
error-import-only-in-private = Send me the document in a chat of our own, just you and me. There you can look through it before anything is recorded.
error-one-file-at-a-time = Send one document at a time.
error-import-gone = The import is not there any more. An import waits for seven days, and only the person who sent the document sees it. Send the document again.
error-import-recorded = { $document } is recorded already. Nothing more was changed.
error-import-cancelled = The import of { $document } is cancelled. Send the document again if it is to be recorded.
error-item-unknown = There is no number { $number } in the document.
error-wording-missing = Write the wording. Choose Leave out if the entry is not to be recorded.
error-wording-too-long = Write at most { $most } characters.
error-field-not-read =
    { $expected ->
        [period] Write two years, for example 2024-2026.
        [year] Write a year, for example 2025.
        [date] Write the date like this: 2025-02-04.
        [code] Write the abbreviation in letters, for example KS.
       *[other] Write at most 200 characters.
    }
error-file-host = { $document } is on a server that I do not fetch files from. Upload the file in the chat itself.
error-file-not-fetched = { $document } could not be fetched. Send the document again.
error-document-is-export = { $document } is a whole export. It is imported on the server: python -m bot import.
