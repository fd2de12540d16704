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
hint-abbreviation = You may want to write out the abbreviation { $abbreviation }.
