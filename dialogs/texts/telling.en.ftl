### Expedition: the units get the decision and acknowledge it, in English.

error-notice-unknown = I cannot find that notice.
error-not-your-notice = This notice is for { $unit }. Whoever is where it arrived acknowledges it.
error-unit-unknown = No unit is called { $unit }. There are these: { $units }.
error-units-not-allowed = An administrator decides how units are reached.
error-address-unknown = That address is not there any more.
error-email-unreadable = That is no e-mail address. Write it like this: unit@municipality.se
error-not-in-channel = Write it in the unit's channel in Teams, or to me in your own chat if it is you who receives for the unit.
error-freeze-reason = Write why the sending is to stop.

## Before anything is sent
dry-run-heading = Send the decision { $body } { $year }: look first
dry-run-explained = Nothing has been sent yet. The decision names these units, and this is where it goes. Each unit gets it once.
dry-run-unreachable = { $count_form ->
    [one] One unit cannot be reached: it has no confirmed address. It counts as not told until it has one.
   *[other] { $count } units cannot be reached: they have no confirmed address. They count as not told until they have one.
}
dry-run-nobody = The decision names nobody whom it is to be sent to. Change the matter's recipients first.
planned-line = { $unit }: { $address }
planned-line-more = { $unit }: { $address } ({ $count } more in reserve)
planned-unreachable = { $unit }: cannot be reached, no confirmed address
address-person = { $label } in their own chat
address-channel = the channel { $label }
address-email = e-mail to { $label }
field-execution = Get the decision for execution
execution-explained = Those not chosen get it for information.
button-expedite-now = Send now
button-preview = Show the message
button-rehearse = Rehearse: send to me only
preview-explained = This is what the message looks like. The real one has the button Received.
rehearsed = { $count_form ->
    [one] One message is on its way to you, marked REHEARSAL. Nobody else gets anything.
   *[other] { $count } messages are on their way to you, marked REHEARSAL. Nobody else gets anything.
}
expedited = The decision is on its way to the units. Here you see what happens.

## What happened
expedition-heading = Expedition { $body } { $year }
expedition-units = Units
expedition-not-yet = The decision has not been sent yet.
expedition-elsewhere = The decision was sent in another way, not from here.
count-intended = To be told
count-delivered = Delivered
count-pending = On their way
count-failed = Not reached
count-received = Have acknowledged
purpose-execution = for execution
purpose-information = for information
delivery-no-address = not reached: no address
delivery-pending = on its way to { $address } since { $at }
delivery-delivered = delivered { $at } ({ $address }){ $attempts_form ->
    [one] {""}
   *[other] {" "}after { $attempts } attempts
}
delivery-failed = not delivered: { $address } { $at } ({ $ending ->
    [gone] the address is not there any more
    [exhausted] given up after { $attempts } attempts
   *[other] was not taken
}: { $reason })
delivery-reminded = reminded
board-received = received by { $name } { $at }
board-received-before = received by { $name } { $at }, before the correction
board-not-received = not acknowledged
somebody = somebody at the unit
sent-again = { $count_form ->
    [zero] There is nothing to send again.
    [one] The decision is on its way to one unit again.
   *[other] The decision is on its way to { $count } units again.
}
button-expedition = Show the expedition
button-send-again = Send again to those not reached
button-refresh = Refresh
button-open-freeze = Stop sending
button-freeze = Stop
button-thaw = Let it go on
freeze-heading = Stop everything that is sent to units?
freeze-explained = Nothing more goes out to units of the municipality until somebody lets it go on. What waits stays.
field-freeze-reason = Why?
frozen = Sending to units is stopped since { $at }: { $reason }
frozen-now = Sending to units is stopped.
thawed = Sending goes on. What waited is on its way.

## The message
notice-headline = { $body } has decided on the sub-goals { $year }: { $purpose ->
    [execution] for execution
   *[information] for information
} in { $unit }
notice-reminder = Reminder: has { $unit } received the decision of { $body } on the sub-goals { $year }?
notice-reminder-explained = The decision arrived here { $day }. Nobody has acknowledged it yet. Press Received once you have read it.
notice-correction = Correction: { $body } has corrected the decision on the sub-goals { $year }
notice-correction-explained = An evident slip in the decision has been corrected. The message that you got before is changed in the same way. Press Received once you have read the correction.
notice-expected-execution = { $unit } is to carry out its part of the decision. The sub-goals are for { $year }. Press Received once you have read it.
notice-expected-information = { $unit } gets the decision for information. All you need to do is press Received once you have read it.
notice-expected-execution-letter = { $unit } is to carry out its part of the decision. The sub-goals are for { $year }.
notice-expected-information-letter = { $unit } gets the decision for information.
notice-decided-by = { $body }, { $paragraph }, { $day }
notice-validity = { $year }
notice-validity-goals = The sub-goals { $year }, the goals { $period }
notice-reservations = There are reservations. They are in the minutes.
notice-no-reservations = None are noted
notice-sender = The office of { $body }
notice-appeal = How to appeal is in the notice on the municipality's digital board.
notice-extract = The office has the certified extract of the minutes.
notice-extract-attached = The certified extract of the minutes is attached as a PDF.
notice-first-list = There is no earlier list to compare with.
notice-received = Received by { $name } { $at }.
notice-received-before = Received by { $name } { $at }, before the correction.
kept-numbers = Sub-goals { $numbers }
heading-decision = Decision
heading-correction = Correction { $day } of sub-goal { $number }
correction-old = Before: { $text }
correction-new = Now: { $text }
correction-why = Reason: { $reason }
fact-purpose = You get the decision
fact-validity = Valid
fact-reservations = Reservations
fact-sender = Sender
fact-sent = Sent
fact-message = Number of the notice
mark-correction = CORRECTION
mark-rehearsal = REHEARSAL
mark-annulled = ANNULLED BY A COURT { $day }: { $judgment }
button-received = Received
pressed-received = Thank you. It is noted that { $unit } has received the decision.
pressed-before = It has been acknowledged already. Nothing more has happened.
pressed-corrected = The decision has been corrected since the card was shown. Read the correction and press Received again.
pressed-rehearsed = This is a rehearsal. Nothing has been noted.
notice-annulled = Annulled: a court has annulled what { $body } decided on the sub-goals { $year }
notice-annulled-explained = The decision does not hold any more. Do not go on working by it. Press Received once you have read it.
note-correction-failed = { $unit } could not be reached with the correction of the sub-goals { $year } of { $body }.
note-correction-failed-several = { $count } units could not be reached with the correction
recipients-reached = { $count } units have an address. Here are those that cannot be reached.
letter-received-ask = Confirm that you have received the decision:
letter-received-link = Received
note-notice-failed = { $unit } could not be reached with the decision of { $body } on the sub-goals { $year }.
note-notice-failed-several = { $count } units could not be reached
note-notice-unanswered = { $unit } has not acknowledged the decision of { $body } on the sub-goals { $year }, in spite of a reminder.
note-notice-unanswered-several = { $count } units have not acknowledged

## How units are reached
registered-waiting = { $unit } is reached here ({ $address }) as soon as an administrator has confirmed it. The administrators have been told.
registered-confirmed = { $unit } is reached here ({ $address }).
units-heading = How the units are reached
units-explained = Decisions go to the first confirmed address. The others are in reserve. Write "register", the unit's name and "here" in the unit's channel to add one.
units-none = There are no units yet. They come with the first decision that names them.
unit-line = { $unit }: { $addresses }
unit-line-none = { $unit }: cannot be reached, no address
address-state-waiting = { $address } (waits to be confirmed)
address-state-confirmed = { $address }
address-state-gone = { $address } (is not there any more)
address-now-confirmed = { $unit } is now reached: { $address }.
address-now-removed = { $unit } is no longer reached so: { $address }.
address-put-first = { $unit } is reached first so: { $address }.
field-address = Choose an address
field-unit = Unit
field-email = E-mail address
field-email-hint = unit@municipality.se
error-unit-missing = Choose a unit.
button-units = Show the units
button-confirm-address = Confirm
button-first-address = Use first
button-remove-address = Remove
button-open-email = Add e-mail
button-save-email = Save
unit-email-heading = Reach a unit by e-mail
unit-email-explained = Use the unit's shared mailbox. The address holds at once.
note-address-waiting = { $unit } wants to be reached here: { $label }. An administrator needs to confirm it.
note-address-waiting-several = { $count } units want to be reached
note-address-confirmed = { $unit } is now reached here: { $label }.
note-address-gone = { $unit } is no longer reached here: { $label }. The app was removed from there.
note-address-gone-several = { $count } addresses are not there any more

## Following a body
following = You follow { $body }.
following-explained = You get a message when a decision on goals or sub-goals is adjusted. Nothing else.
not-following = You do not follow { $body } any more.
button-unfollow = Stop following
note-followed = { $body } has decided on the sub-goals { $year }, and the minutes are adjusted. Ask me which they are.

## The proof for the registrar
proof-title = Proof of expedition: { $title }
proof-decision = Decision
proof-sent = Sent
proof-sent-by = Sent by (object id in Entra)
proof-content = Digest of the content (SHA-256)
proof-made = Made
proof-summary = Summary
proof-each = Each unit gets the decision once. Times are Swedish time.
proof-units = Units
proof-occasion-reminder = reminder: { $told }
proof-occasion-correction = correction: { $told }
proof-column-notice = Notice
proof-column-unit = Unit
proof-column-purpose = Purpose
proof-column-occasion = Occasion
proof-column-kind = Way
proof-column-address = Address
proof-column-owed-at = Owed (UTC)
proof-column-settled-at = Ended (UTC)
proof-column-attempts = Attempts
proof-column-ending = Ending
proof-column-reason = Reason
proof-column-message = Message id
proof-column-received-at = Received (UTC)
proof-column-received-by = Received by
proof-column-content = Digest (SHA-256)

receipt-ask = Has { $unit } received the decision on the sub-goals for { $year } ({ $body })?
receipt-explained = Press Received, and the matter will say that the decision has reached { $address }.
receipt-button = Received
error-receipt-unknown = The link cannot be used. Open it from the e-mail again, or write to the office instead.
error-receipt-expired = The link is too old. Write to the office instead.
