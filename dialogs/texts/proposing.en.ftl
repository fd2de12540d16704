### Proposing changes to sub-goals, in English.

error-proposing-not-allowed = You are not authorised to propose changes to sub-goals for { $body }. The case officer is, and so are the officials whom an administrator has authorised. Ask the case officer or an administrator.
error-opening-not-allowed = The case officers and committee secretaries of { $body } open and change matters. Ask them.
error-register-not-allowed = The proposals for { $body } are read by those who propose, prepare and take the minutes. Everybody sees how many there are, and the decision once the minutes are adjusted.
error-completion-not-allowed = It is the case officer of { $body } who asks for more.
error-no-open-matter = { $body } has no open matter that takes proposals. The case officer or the committee secretary opens one: write “open matter { $body }”.
error-no-matter-of-year = { $body } has no open matter for { $year } that takes proposals.
error-matter-closed = The matter { $body } { $year } takes no more proposals. It is on an agenda, or closed.
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
error-body-missing = Choose a committee.
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
error-list-changed = The list has changed since you opened the form. Read through the proposal again.
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
field-target-hint = Choose a sub-goal. Not needed for a new one.
field-body = Committee
field-text-hint = The whole new wording, in Swedish, at most { $most } characters. Not needed for Remove and Keep.
field-text = New wording
field-goal = Goal it supports
field-motivation = Motivation
field-consequences = Consequences
field-reason = Reason
goal-none = None of the goals
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
button-version = Version { $version }
button-earlier = Show earlier ones ({ $count })
button-complete = Complete
button-withdraw = Withdraw
button-ask-completion = Ask for more
button-all-proposals = Proposals { $body } { $year }
propose-heading = Propose a change to { $body } sub-goals { $year }
propose-which-body = Which committee is the proposal for?
form-matter = Matter: { $title }.
form-list = The proposal starts from the list for { $year }.
form-limits = The new wording may have { $wording } characters, the motivation and the consequences { $others } each.
form-no-list = { $body } has no list yet. Propose a new sub-goal.
form-mistakes = Something needs mending. Below each such field it says what. What you have written is saved as a draft.
window-none = No last day has been set for proposals.
window-closes = Proposals are taken up to and including { $closes }.
wording-now = Sub-goal { $number } reads now (the Swedish original)
wording-old = Present wording ({ $year }, the Swedish original)
wording-before = When you chose the sub-goal it read (the Swedish original): { $text }
wording-now-is = Now it reads (the Swedish original): { $text }
wording-gone = The sub-goal is no longer in the list. Choose again. Your text is kept.
review-heading = Review your proposal: { $body } sub-goals { $year }
review-frozen = When you submit, the text is frozen as version 1 and becomes part of the matter.
review-frozen-next = When you submit, the text is frozen as a new version. The earlier ones stay.
draft-changed = The draft has changed since this card was shown. This is how it reads now. Nothing has been submitted.
notices = To consider
notice-rival = Proposal { $number } ({ $kind }) is about the same sub-goal. They are decided on together.
notice-alike = It resembles sub-goal { $number } (the Swedish original): { $text }
notice-text-left-out = The new wording that you have written does not come along, because you have chosen { $kind }.
notice-target-left-out = The sub-goal that you have chosen does not come along, because you have chosen { $kind }.
diff-removed = Removed
diff-added = Added
diff-nothing = nothing
quoted = “{ $text }”
draft-saved = The draft is saved. Only you see it.
draft-kept-until = It is kept until { $day } unless you change it.
draft-deleted = The draft is deleted.
draft-sign = Draft { $body } { $year }
draft-line = { $text } (kept until { $expires })
draft-line-expired = { $text } (has expired, can be fetched back until { $expires })
entries-open = Choose a line to read it, or write the number of the proposal.
draft-empty = nothing written yet
cancelled = Nothing has been submitted.
cancelled-kept = Nothing has been submitted. The draft is kept.
receipt = Proposal { $number } is submitted.
receipt-again = Proposal { $number } was submitted already. Nothing more has happened.
typed-follows = Nothing has been recorded. Here is what you have written.
receipt-completed = The completion of { $number } is submitted.
receipt-completed-again = The completion of { $number } was submitted already. Nothing more has happened.
receipt-rival = { $number } is about the same sub-goal too. The proposals are decided on together.
next-prepared = The case officer prepares the proposal. Then it is taken up at a meeting. You are told when something happens to it. You can withdraw it until it is put on an agenda.
next-day = Proposals are taken up to and including { $closes }. The day of the meeting is not in the record.
next-no-day = The day of the meeting is not in the record.
completion-asked = The case officer asks you for more: { $reason }
completion-heading = Ask for more about { $number }
completion-explained = Write what is needed. Whoever made the proposal will see it and can submit a new version. The first one is kept.
completion-sent = More has been asked for about { $number }.
completion-told = Whoever made the proposal gets a message about it.
fact-submitted = Submitted
fact-proposal = Proposal
fact-officer = Case officer
fact-rivals = About the same sub-goal
fact-reason = Reason
proposal-heading = Proposal { $number }
version-heading = Version { $version } of { $count }, submitted { $at }
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
withdrawn = Proposal { $number } is withdrawn.
withdrawn-explained = It can still be read, marked as withdrawn.
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
register-page = { $first }–{ $last } are shown.
filter-open = Open ({ $count })
filter-completion = Waiting for completion ({ $count })
filter-closed = Closed ({ $count })
state-submitted = submitted
state-completion = waiting for completion
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
