### What one is told without having asked, in English.

notes-several = { $count } pieces of news for you
notes-more = And { $count } more.
notes-of-matter = { $count } pieces of news in the matter { $body } { $year }
part-of = Part { $number } of { $count }

private-from-channel = You asked in a channel. This is for you alone.
private-from-group = You asked in a group chat. This is for you alone.
private-continued = I go on with you in our own chat, where nobody else reads.
private-not-installed = This is for you alone, but I cannot write to you. Add the app Delmål for yourself in Teams, and ask again.
private-not-now = This is for you alone, but your own chat cannot be reached right now. Ask again in a while, or write to me directly.

## About proposals, to officers and secretaries

note-submitted = New proposal: { note-submitted-line }
note-submitted-line = { $number }, { $change ->
    [add] a new sub-goal
    [remove] to remove sub-goal { $target }
    [keep] to keep sub-goal { $target }
   *[other] a changed wording of sub-goal { $target }
}.{ $rivals ->
    [none] {""}
   *[other] {" "}About the same sub-goal as { $rivals }.
}
note-submitted-several = { $count } new proposals in the matter { $body } { $year }
note-submitted-more = You are told as a case officer or committee secretary of { $body }.
note-completed = { $number } is completed: { $change ->
    [add] a new sub-goal
    [remove] to remove sub-goal { $target }
    [keep] to keep sub-goal { $target }
   *[other] a changed wording of sub-goal { $target }
}.{ $rivals ->
    [none] {""}
   *[other] {" "}Now about the same sub-goal as { $rivals }.
}
note-completed-several = { $count } proposals in the matter { $body } { $year } are completed
note-completed-more = You are told as a case officer or committee secretary of { $body }.
note-withdrawn = { $number } is withdrawn by whoever made it.
note-withdrawn-several = { $count } proposals in the matter { $body } { $year } are withdrawn
note-withdrawn-more = You are told as a case officer or committee secretary of { $body }.

## About proposals, to those who have made them

note-completion-asked = The case officer asks you to complete your proposal { $number }.
note-completion-asked-several = The case officer asks you to complete { $count } proposals
note-completion-asked-more = { $reason ->
    [none] Press Complete { $number } to see what is needed.
   *[other] Reason for { $number }: { $reason }
}
note-step = Your proposal { $number } is { $state ->
    [prepared] prepared by the case officer
    [on_au] on the working committee’s agenda
    [on_agenda] on the agenda of { $body }
    [expedited] decided on, and the decision is sent to those concerned
    [final] decided on, and the decision has gained legal force
   *[annulled] decided on, but a court has annulled the decision
}.
note-step-several = News of { $count } of your proposals
note-step-more = It concerns the matter { $body } { $year }. { $state ->
    [prepared] The proposal can be withdrawn until it is put on an agenda.
    [on_au] The working committee makes a proposal to { $body }, which decides. You are told the decision when the minutes are adjusted.
    [on_agenda] You are told the decision when the minutes are adjusted.
   *[other] Show the proposal to read what was decided.
}
note-decided = { $body } has decided on your proposal { $number }: { $outcome ->
    [approve] approved
    [change] approved with a change
    [reject] rejected
    [answered] it is considered answered
   *[other] read the decision
}.
note-decided-several = { $body } has decided on { $count } of your proposals
note-decided-more = { $paragraph ->
    [none] The minutes are adjusted.
   *[other] The decision is { $paragraph } of { $day }. The minutes are adjusted.
}
note-rival = { $number } is about the same sub-goal as your proposal { $own }.
note-rival-several = { $count } proposals are about the same sub-goals as yours
note-rival-more = You are told because proposals on the same sub-goal are decided on together. Your proposal stays as it is.
button-complete-one = Complete { $number }

## About drafts, to those who have written them

draft-named = { $proposal ->
    [none] { $target ->
        [none] Your draft in the matter { $body } { $year }
       *[other] Your draft about sub-goal { $target } in the matter { $body } { $year }
    }
   *[other] Your draft to complete { $proposal }
}
note-draft-reminder = { draft-named } expires { $day }.
note-draft-reminder-several = { $count } of your drafts expire soon
note-draft-reminder-more = It has not been submitted, and only you see it. Open it and choose Save draft to keep it for 30 more days.
note-draft-expired = { draft-named } has expired. It has not been submitted.
note-draft-expired-several = { $count } of your drafts have expired
note-draft-expired-more = What you have written can be fetched back until { $day }, when it is deleted. Open the draft and choose Save draft if you want to keep it.
button-open-draft = { $proposal ->
    [none] { $target ->
        [none] Open the draft
       *[other] Open the draft about sub-goal { $target }
    }
   *[other] Open the completion of { $proposal }
}
