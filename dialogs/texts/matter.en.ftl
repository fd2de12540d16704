### The matter: opening it, changing it and showing it, in English.

error-window-half = Write both when proposals start to be taken and when the time ends, or neither of the days.
error-time-skipped = The time { $time } does not exist on { $day }, when summer time begins. Choose another time.
error-dnr-unreadable = Write the registration number (dnr) as the diary has it, for example KS 2025/39. Leave it empty if there is none yet.
error-matter-decided = The matter { $body } { $year } is decided and cannot be changed.
error-matter-changed = Somebody else has changed the matter since you opened the form. What you wrote is kept below.

## The card

matter-title = Title (ärendemening)
matter-name = Matter { $body } { $year }
matter-opened = The matter { $body } { $year } is open.
matter-saved = The matter { $body } { $year } is saved.
matter-window = Proposals are taken
matter-window-none = until the matter is put on an agenda
matter-window-later = { $closes }. Opens later.
matter-window-now = { $closes }. Open now.
matter-window-closed = { $closes }. The time has ended.
matter-base = Starts from
matter-base-none = an empty list
matter-base-list = { $body } sub-goals { $year } ({ $count } sub-goals)
matter-base-proposed = { $body } sub-goals { $year }, proposed ({ $count } sub-goals)
matter-officer = Officer in charge (handläggare)
clock-summer-time = (summer time)
clock-winter-time = (winter time)

## The form

matter-form-open = Open the matter { $body } { $year }
matter-form-change = Change the matter { $body } { $year }
matter-form-explained = The title is a suggestion, in Swedish as in the diary. Change it as you like. What is left empty is shown as missing and can be filled in later.
matter-form-mistakes = The matter is not saved yet. Mend what is marked.
matter-stands-now = This is what the matter says now. If you save, what you wrote below holds instead.
matter-title-suggested = Mål och delmål { $year } för { $body }
matter-dnr-hint = for example KS 2025/39
matter-opens = Proposals are taken from
matter-closes = Up to and including
matter-opens-time = From the time
matter-closes-time = To the time
matter-window-hint = When proposals are taken, in Swedish time. Without a time the whole day counts. Without days, proposals are taken until the matter is put on an agenda.
matter-base-empty = The matter starts from an empty list. The record has no list of { $body } that counts.
matter-officer-hint = name or position
matter-recipients-hint = one recipient a line
matter-which-open = Which matter do you want to open?
matter-which-show = Which matter do you mean?
matter-body = Committee
matter-of-body = The matter is for { $body }.
matter-year = Year
matter-year-missing = Write a year.
matter-button-change = Change the matter
matter-button-proposals = Proposals
matter-button-open = Open a matter
matter-button-go-on = Go on

## In the answers

matter-is-open = A matter on { $body } sub-goals { $year } is open.
decision-recorded-here = the decision was recorded here, from the meeting
matter-opened-here = the matter, which was opened in Delmål. The record has no document about it
proposals-are-taken = Proposals for { $year } are taken from { $opens } up to and including { $closes }.
proposals-were-taken = Proposals for { $year } were taken up to and including { $closes }. The time has ended.
recipients-of-matter = The decision on { $body } sub-goals { $year } shall be sent to { $count } recipients, according to the matter.
