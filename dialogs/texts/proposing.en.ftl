### Proposing changes to sub-goals, in English.

error-proposing-not-allowed = You are not authorised to propose changes to sub-goals for { $body }. The case officers are, and the officials whom an administrator has authorised. Ask your administrator for help.
error-opening-not-allowed = The case officers and committee secretaries of { $body } open and change matters. Ask them.
error-register-not-allowed = The proposals for { $body } are read by those who propose, prepare and take the minutes. Everybody sees how many there are, and the decision once the minutes are adjusted.
error-completion-not-allowed = It is the case officer of { $body } who asks for more.
error-no-open-matter = { $body } has no open matter that takes proposals. The case officer or the committee secretary opens one: write “open matter { $body }”.
error-matter-closed = The matter { $body } { $year } is decided and takes no more proposals.
error-matter-exists = { $body } has a matter for { $year } already.
error-window-not-open = Proposals to { $body } { $year } are taken from { $opens }.
error-window-closed = The time for proposals to { $body } { $year } ended { $closes }. What you have written is kept among your drafts. Ask the case officer or the committee secretary.
error-text-missing = Write something here.
error-no-words = Write in words.
error-text-too-long = Write at most { $most } characters. Now there are { $length }.
error-personal-number = Take out what looks like a personal identity number. Proposals become public documents.
error-wording-unchanged = That is the wording of today. Change something, or choose Keep.
error-wording-same = Sub-goal { $number } has that wording already.
error-kind-unknown = Choose what you want to propose.
error-target-unknown = Choose the sub-goal it is about.
error-goal-unknown = Choose one of the goals.
error-draft-unknown = That draft is not there any more. It may have been submitted or deleted.
error-proposal-unknown = I do not find that proposal among those you may see.
error-step-forbidden = That cannot be done: proposal { $number } is { $state ->
    [submitted] submitted
    [completion] sent back for completion
    [prepared] prepared
    [on_au] on the working committee’s agenda
    [au_result] treated by the working committee
    [on_agenda] on the agenda
    [withdrawn] withdrawn
    [tabled_by_au] tabled
    [tabled] tabled
    [remitted] referred back
   *[other] decided
}. { $step ->
    [withdraw] A proposal can be withdrawn until it is put on an agenda.
    [complete] A proposal is completed when the case officer has asked for it.
    [ask_completion] More is asked for before the proposal is put on an agenda.
   *[other] Show the proposal again to see what can be done now.
}
error-step-not-allowed = You are no longer authorised to do that for { $body }.
error-list-changed = The list has changed since you opened the form.
error-day-unreadable = Write a day and a time, for example 2026-03-01 and 12:00.
error-window-order = The last day must be after the first.
error-window-past = That day has passed already.
error-matter-year = Write a year between { $first } and { $last }.
error-base-unknown = There is no such list, or it does not count.
hint-long-sentence = The sentence has { $words } words. Shorter sentences are easier to read.
hint-abbreviation = You may want to write out the abbreviation “{ $abbreviation }”.

kind-add = New sub-goal
kind-reword = Change the wording
kind-remove = Remove
kind-keep = Keep
field-kind = Type of change
field-target = Sub-goal
field-target-hint = Choose a sub-goal
field-text = New wording
field-goal = Goal it supports
field-motivation = Motivation
field-consequences = Consequences
field-reason = Reason
field-optional = Optional
at-most = At most { $most } characters
optional-at-most = Optional, at most { $most } characters
button-propose = Propose a change
button-review = Review
button-save-draft = Save draft
button-submit = Submit
button-change = Change
button-continue = Go on
button-continue-draft = Go on: { $text }
button-drop-draft = Delete the draft
button-my-proposals = My proposals
button-show = Show { $number }
button-complete = Complete
button-withdraw = Withdraw
button-ask-completion = Ask for more
button-all-proposals = Proposals { $body } { $year }
propose-heading = Propose a change to { $body } sub-goals { $year }
form-mistakes = Mend what stands in red. What you have written is kept as a draft.
window-none = { $title }. No last day has been set.
window-closes = { $title }. Proposals are taken up to and including { $closes }.
wording-now = Sub-goal { $number } reads now (in the original)
wording-old = Present wording ({ $year }, in the original)
wording-before = Then the sub-goal read: { $text }
wording-now-is = Now it reads: { $text }
wording-gone = The sub-goal is no longer in the list. Choose again.
review-heading = Review your proposal: { $body } sub-goals { $year }
review-frozen = When you submit, the text is frozen as version 1 and becomes part of the matter.
notices = To consider
notice-rival = Proposal { $number } ({ $kind }) is about the same sub-goal. They are decided on together.
notice-alike = It resembles sub-goal { $number }: { $text }
diff-removed = Removed
diff-added = Added
diff-nothing = nothing
draft-saved = The draft is saved. Only you see it.
draft-kept-until = It is kept until { $day } unless you change it.
draft-deleted = The draft is deleted.
draft-line = { $body } { $year }: { $text } (kept until { $expires })
draft-empty = nothing written yet
cancelled = Nothing has been submitted.
cancelled-kept = Nothing has been submitted. The draft is kept.
receipt = Proposal { $number } is submitted.
receipt-again = Proposal { $number } was submitted already. Nothing more has happened.
receipt-completed = The completion of { $number } is submitted.
receipt-rival = { $number } is about the same sub-goal too. The proposals are decided on together.
next-prepared = The case officer now prepares the proposal. You are told when something happens to it.
next-day = Proposals are taken up to and including { $closes }.
next-no-day = No day has been set for when the matter is to be treated.
completion-asked = The case officer asks you for more: { $reason }
completion-heading = Ask for more about { $number }
completion-explained = Write what is needed. Whoever made the proposal will see it and can submit a new version. The first one is kept.
completion-sent = More has been asked for about { $number }.
fact-submitted = Submitted
fact-reason = Reason
proposal-heading = Proposal { $number }
version-heading = Version { $version }, { $at }
gist-target = sub-goal { $number }
collides = About the same sub-goal as { $numbers }.
mine-headline = You have { $drafts_form ->
    [zero] no drafts
    [one] one draft
   *[other] { $drafts } drafts
} and { $proposals_form ->
    [zero] no submitted proposals
    [one] one submitted proposal
   *[other] { $proposals } submitted proposals
}.
heading-drafts = Drafts
heading-submitted = Submitted proposals
withdraw-sure = Do you want to withdraw { $number }?
withdraw-explained = It cannot be undone. The proposal can still be read, marked as withdrawn.
register-headline = { $body } { $year }: { $count_form ->
    [zero] no proposals
    [one] one proposal
   *[other] { $count } proposals
}{ $filter ->
    [open] {" "}to be considered
    [completion] {" "}waiting for completion
    [closed] {" "}that are closed
   *[other] {""}
}.
filter-all = All ({ $count })
filter-open = Open ({ $count })
filter-completion = Waiting for completion ({ $count })
filter-closed = Closed ({ $count })
state-submitted = submitted
state-completion = more asked for
state-prepared = prepared
state-on_au = on the working committee’s agenda
state-au_result = treated by the working committee
state-on_agenda = on the agenda
state-decided = decided, minutes not adjusted
state-adjusted = adjusted
state-expedited = sent out
state-final = in legal force
state-annulled = annulled by a court
state-withdrawn = withdrawn
state-tabled_by_au = tabled by the working committee
state-tabled = tabled
state-remitted = referred back
