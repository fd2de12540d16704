### Preparation, meetings and decisions, in English.

error-preparing-not-allowed = It is the case officer of { $body } who prepares proposals.
error-meeting-not-allowed = It is the committee secretary of { $body } who enters what happened at the meeting. Somebody else of the office confirms it.
error-advice-unknown = Choose what you recommend.
error-same-as-unknown = { $number } is no other open proposal of the matter.
error-same-as-not-referred = Choose Referred elsewhere, or take the choice away here.
error-own-wording-not-meant = The wording is changed. Choose the alternative with a change, or put back the wording that stood here.
error-not-all-prepared = { $count_form ->
    [one] One proposal
   *[other] { $count } proposals
} to { $body } { $year } not fully prepared. Prepare first, or ask for more and await the answer.
error-committee-decides = The working committee may not decide on goals. It can only propose (Local Government Act, chapter 6, section 38).
error-outcome-missing = Enter the outcome for { $number }.
error-outcome-not-allowed = That outcome cannot be given to { $number } at this meeting.
error-own-wording-missing = Write the changed wording for { $number }.
error-reason-missing = Write why { $number } is referred back, so that whoever gets it knows what to do.
error-collision = { $number } and { $other } both change sub-goal { $target }. Only one of them can be approved.
error-order = The order must name each line once.{ $missing ->
    [none] {""}
   *[other] {" "}Missing: { $missing }.
}{ $extra ->
    [none] {""}
   *[other] {" "}Not there, or named twice: { $extra }.
}
error-paragraph = Write the number of the section, for example § 12.
error-paragraph-used = { $paragraph } is used already, for the sub-goals { $year }.
error-meeting-day = Write the day of the meeting. It cannot be before the call or after today.
error-matter-state = That cannot be done now: the matter { $body } { $year } is { $state ->
    [opened] open and not called
    [preparing] being prepared
    [on_au] on the working committee’s agenda
    [tabled_by_au] tabled by the working committee
    [au_done] treated by the working committee
    [on_agenda] on the agenda
    [tabled] tabled
    [decided_not_adjusted] decided and the minutes not adjusted
    [adjusted] adjusted
    [announced] announced
    [expedited] sent out
    [final] closed, in legal force
    [annulled] annulled
   *[other] decided
}.
error-minutes-changed = Somebody else has entered something meanwhile. This is what stands there now.
error-disqualified = You made { $number } yourself and cannot enter the decision on it. Ask another committee secretary.
error-second-person = Somebody else of the office must confirm.
error-day-order = That day cannot be: { $day }. It cannot be before the step before it or after today.
error-nothing-to-correct = There is nothing to correct: there is no such sub-goal, or the wording is the same.
error-mixed-outcomes = Either the whole matter is tabled or referred back, or all of it is decided.
error-none-chosen = Choose at least one proposal.
error-wording-not-changed = That is how { $number } reads already. Write another wording, or choose without a change.
error-outcome-unknown = Choose the outcome.
error-target-moved = { $number } is about a sub-goal that is not in the list the matter starts from. Choose another outcome, and add a change from the meeting.
error-origin-unknown = Choose how the change came up.
error-paragraph-of-other = Write the section of { $body }. Another’s section will not do.

## Preparation
label-advice-support = Supported
label-advice-support_changed = Supported with a change
label-advice-oppose = Not supported
label-advice-refer = Referred elsewhere
field-advice = Recommendation
field-own-wording = Own wording (with a change)
wording-own = Own wording
field-same-as = Same as (if referred)
field-proposals = Proposals
button-prepare = Prepare
button-prepare-again = Prepare anew
button-prepare-next = Prepare { $number }
button-prepare-several = Prepare several ({ $count } waiting)
button-save-recommendation = Save the recommendation
prepare-heading = Prepare proposal { $number }
prepare-several-heading = Prepare several proposals: { $body } { $year }
prepare-several-explained = Those you choose get the same recommendation and the same reason. A proposal that is to get a wording of its own is prepared by itself.
prepared-one = { $number } is prepared.
prepared-several = { $count } proposals are prepared.
left-to-prepare = { $count_form ->
    [zero] All proposals to { $body } { $year } are prepared.
    [one] One proposal to { $body } { $year } waits to be prepared.
   *[other] { $count } proposals to { $body } { $year } wait to be prepared.
}
nothing-to-prepare = No proposal to { $body } { $year } waits to be prepared.
same-as = same as { $number }
treated-officer = Preparation
treated-au = Working committee
treated-body = { $body }
wording-is = Wording: { $text }
reason-is = Reason: { $reason }
label-au-approve = Proposes approval
label-au-change = Proposes approval with a change
label-au-reject = Proposes rejection
label-au-no_opinion = Makes no proposal of its own
label-au-table = Tabled
label-au-remit = Referred back
label-outcome-approve = Approved
label-outcome-change = Approved with a change
label-outcome-reject = Rejected
label-outcome-answered = Considered answered
label-outcome-lapse = Lapses
label-outcome-table = Tabled
label-outcome-remit = Referred back

## The meeting
error-own-chat = Write that to me in our own chat. What happened at a meeting is for the office only until the minutes are adjusted.
error-choose = Choose one of these.
button-save-next = Save and next
button-item = Outcome of { $number }
button-as-au = As AU proposes ({ $count })
button-next-item = Next without outcome
not-entered = not entered
button-list = Show the list
button-list-page = The list, part { $number }
button-from-start = From the start
button-facts = About the meeting
button-changes = Changes from the meeting ({ $count })
button-new-change = Add a change from the meeting
button-add-change = Add
by-au-button-call = Put on working committee’s agenda
by-body-button-call = Put on the agenda
by-au-button-record = Record the working committee
by-body-button-record = Record the decision
by-au-button-confirm = Yes, record what it proposes
by-body-button-confirm = Yes, record the decision
button-save-order = Save the order
day-heading = Meeting: { $body } { $year }
fact-paragraph-day = Section and day
fact-noted = Outcomes
fact-outcomes = Outcomes
fact-change = Change from the meeting
by-au-fact-points = The working committee proposes
by-body-fact-points = Points of the decision
noted-of = { $done } of { $count } entered
state-matter-opened = opened, not decided
state-matter-preparing = being prepared, not decided
state-matter-on_au = on the working committee’s agenda
state-matter-tabled_by_au = tabled by the working committee
state-matter-au_done = treated by the working committee
state-matter-on_agenda = on the agenda
state-matter-tabled = tabled
state-matter-decided_not_adjusted = decided, not adjusted
state-matter-adjusted = adjusted
state-matter-announced = announced
state-matter-expedited = sent out
state-matter-final = in legal force
state-matter-annulled = annulled by a court
state-matter-decided = decided
day-ready = { $count_form ->
    [zero] No proposal is ready for the agenda.
    [one] One proposal is ready for the agenda.
   *[other] { $count } proposals are ready for the agenda.
}
day-not-ready = { $count_form ->
    [one] One proposal is not fully prepared: { $named }. It must be prepared before the matter can be put on an agenda.
   *[other] { $count } proposals are not fully prepared: { $named }. They must be prepared before the matter can be put on an agenda.
}
and-more = { $named } and { $count } more
by-au-day-lines = Proposals on the working committee’s agenda
by-body-day-lines = Proposals on the agenda
already-done = That is done already. Nothing more has happened.
by-au-call-sure = Put { $body } { $year } on the working committee’s agenda with { $count_form ->
    [zero] no proposals
    [one] one proposal
   *[other] { $count } proposals
}?
by-body-call-sure = Put { $body } { $year } on the agenda with { $count_form ->
    [zero] no proposals
    [one] one proposal
   *[other] { $count } proposals
}?
call-explained = After that no more proposals are taken, and those there are can be neither changed nor withdrawn.
by-au-called = The matter is on the working committee’s agenda.
by-body-called = The matter is on the agenda.
item-heading = { $number } ({ $place } of { $count })
outcome-missing = no outcome yet
outcome-stands = Now it says: { $outcome }
outcome-saved = { $number }: { $outcome }. Saved.
as-au-saved = { $count_form ->
    [one] One outcome is entered as the working committee proposes.
   *[other] { $count } outcomes are entered as the working committee proposes.
}
outcomes-complete = All proposals have an outcome. Check what is entered about the meeting and the list, then record it.
wording-proposed = Proposed wording (in the original)
approval-gives = Approval gives the wording
field-outcome = Outcome
field-meeting-wording = The meeting’s wording (with a change)
field-outcome-reason = Reason (required when referred back)
change-heading = Add a change from the meeting
change-explained = What came up in the dialogue or was moved by a member, and no proposal is about.
field-origin = How did it come up?
label-origin-dialogue = In dialogue
label-origin-motion = Motion
label-meeting-au = working committee
label-meeting-body = meeting
label-change-add = New sub-goal: { $text }
label-change-reword = Sub-goal { $number } gets the wording: { $text }
label-change-remove = Sub-goal { $number } is removed: { $text }
label-change-keep = Sub-goal { $number } is kept: { $text }
changes-heading = { $count_form ->
    [one] One change from the meeting
   *[other] { $count } changes from the meeting
}
field-adopted-au = The working committee proposes
field-adopted-body = Adopted
field-dropped = Take away a change that was entered by mistake
by-au-changes-explained = Those you choose are what the working committee proposes. The others are noted as not proposed.
by-body-changes-explained = Those you choose are adopted and enter the list. The others are noted as not adopted.
change-saved = The change is saved.
changes-saved = The changes from the meeting are saved.
by-au-adopted-yes = { $number } proposed:
by-au-adopted-no = { $number } not proposed:
by-body-adopted-yes = { $number } adopted:
by-body-adopted-no = { $number } not adopted:
by-au-facts-heading = About the working committee’s meeting: { $body } { $year }
by-body-facts-heading = About the meeting: { $body } { $year }
field-meeting-day = Day of the meeting
field-points-au = What the working committee proposes, one point a line
field-points-body = Points of the decision, one a line
field-points-hint = One point a line
field-reservations = Reservations
field-disqualified = Conflicts of interest
facts-saved = What you entered about the meeting is saved.
points-from-au = The points are what the working committee proposes. Change them so that they agree with the minutes.
points-proposed = The points are those proposed in the matter. Change them so that they agree with the minutes.
points-suggested = The points are only my suggestion. Change them so that they agree with the minutes.
points-need-papers = The point “{ $point }” cannot be understood without other papers. Rather write what is decided; the whole list goes with the decision.
point-list = that the sub-goals for { $year } are adopted as in the numbered list
point-goals = that the goals for { $period } remain
list-heading = This is what the list becomes: { $body } sub-goals { $year } ({ $count } lines)
by-au-list-explained = This is what the list would become if the working committee’s proposals are adopted. It does not decide.
by-body-list-explained = This is what the list becomes with what is entered so far.
list-page = Part { $number } of { $pages }.
list-new = new, { $number }
list-as-before = as before, { $number }
list-reworded = changed by { $number }, before { $before }
list-removed = Removed
list-removed-by = by { $number }
field-order = Order
field-order-hint = For example 1, 3, F-KS-2026-002, 2
order-saved = The order is saved.
no-list-yet = There is no list for the year yet.
by-au-record-sure = Record how the working committee treated { $body } { $year }?
by-body-record-sure = Record the decision on { $body } sub-goals { $year }?
record-sure-leave = Record that { $body } { $year } is not settled now?
by-au-record-explained = The working committee proposes. The list shows what follows if its proposals are adopted. This cannot be undone.
by-body-record-explained = This is the whole list that the decision gives. It is shown to the office only until the minutes are adjusted. This cannot be undone.
by-au-recorded = How the working committee treated { $body } { $year } is recorded.
by-body-recorded = The decision on { $body } sub-goals { $year } is recorded. The next step is to adjust the minutes.
recorded-left = It is recorded that { $body } { $year } was not settled.

## From adjusting to legal force
error-asked-anew = This has been changed since you opened the card. Here is what stands now.
error-day-not-come = Choose a day, today or before.
error-last-day = Choose the last day. It must be after the day of the notice.
button-adjust = Adjust
button-ask-adjusting = Ask for confirmation
button-confirm-adjusting = Confirm the adjusting
button-announce = Announce
button-expedite = Send out
button-gain-force = Legal force
button-slip = Correct a slip
button-ask-correction = Ask for confirmation of the correction
button-confirm-correction = Confirm the correction
button-annul = Annulled
fact-decision = Decision
fact-list = List
lines-in-list = { $count } sub-goals
fact-adjusted = Adjusted
adjusted-at-once = { $day } (adjusted at once)
fact-announced = Announced
fact-last-day = Last day of appeal
fact-expedited = Sent out
fact-in-force = In legal force
fact-annulled = Annulled
fact-judgment = Judgment
fact-corrections = Corrections
fact-old = Wording before
said-not-adjusted = The outcome is shown to the office only until the minutes are adjusted.
said-asked-adjusting = The adjusting on { $day }{ $at_once ->
    [yes] {" "}(at once)
   *[no] {""}
} is entered. Somebody else of the office is to confirm it.
said-adjusted = The next step is to announce the minutes on the notice board, on the second day after the adjusting at the latest.
said-announced = The next step is to send the decision to those concerned.
said-appealable = The decision can be appealed against until { $day }. After that you can enter that it has gained legal force.
said-annulled = The list does not count. The latest list that is not annulled is shown, with its own year.
said-asked-correction = A correction waits for somebody else of the office to confirm it. Sub-goal { $number }: “{ $old }” becomes “{ $new }”.
adjust-heading = Adjust the minutes: { $body } { $year }
adjust-explained = Write on which day the minutes were adjusted. Somebody else of the office then confirms on the same card.
field-adjusted-day = Day of adjusting
field-at-once = Kind of adjusting
label-at-once-no = The usual way
label-at-once-yes = At once
adjusting-asked = The day of adjusting is entered. Somebody else of the office is to confirm it: they open the same card and choose Confirm the adjusting.
adjusting-late = That day is more than 14 days after the meeting.
confirm-adjusting-heading = Confirm that { $body } { $year } is adjusted?
confirm-adjusting-explained = From now on everybody sees the decision and the new list. This cannot be undone.
adjusted = { $body } { $year } is adjusted. Everybody sees the decision now.
notice-heading = Announce the minutes: { $body } { $year }
field-notice = Day of the notice
field-last-day = Last day of appeal
appeal-plain = Three weeks (21 days) from the notice on { $notice } is { $last }.
appeal-moved = Three weeks (21 days) from the notice on { $notice } is { $plain }, which is a Saturday, Sunday or holiday. Therefore moved from { $plain } to { $last }.
appeal-recounted = The day of the notice is another. I have counted the last day anew.
appeal-otherwise = You have chosen another day: { $day }.
notice-late = The notice comes more than two days after the adjusting.
notice-sure = Are the days right?
announced = The notice is entered. The decision can be appealed against until { $day }.
force-sure = Has nobody appealed?
force-explained = The last day was { $day }. Ask the administrative court if you are not sure. This cannot be undone.
in-force = The decision has gained legal force.
slip-heading = Correct a slip: { $body } { $year }
slip-explained = Only evident slips are corrected (Administrative Procedure Act, section 36). The old wording stays, and somebody else of the office confirms.
field-line = Sub-goal in the list
correction-asked = The correction is entered. Somebody else of the office is to confirm it.
confirm-correction-heading = Confirm the correction?
confirm-correction-explained = The list gets a new version. The old wording stays in the record. This cannot be undone.
corrected = The correction is made. Everybody sees the new wording.
annul-heading = Annulled by a court: { $body } { $year }
annul-explained = Write which judgment annulled the decision.
field-judgment-day = Day of the judgment
field-judgment = Judgment (court and case number)
annul-sure = Has the court annulled { $body } { $year }?
annul-sure-explained = The list ceases to count and the latest one that is not annulled is shown. This cannot be undone.
annulled = It is entered that the decision is annulled.
error-no-day = Write a day, for example 2026-03-01.
