### Every sentence the bot says in English. The wordings it quotes stay in Swedish.

missing = missing in the record
last = last

## What the answer rests on

fact-about = Applies to
fact-status = Status
fact-document = Document
fact-date = Date of decision
fact-paragraph = Paragraph (§)
fact-dnr = Registration number (dnr)
fact-missing = Missing in the record
fact-matter = Matter
fact-source = Source

status-proposed = proposed, not decided
status-decided_not_adjusted = decided, minutes not adjusted
status-appealable = decided, can be appealed until { $day }
status-appealable-no-day = decided, can be appealed
status-in_force = in force
status-stated = in force according to the document. The decision itself is not in the record
status-superseded = replaced by a later list
status-annulled = annulled

## Headings

heading-goals = { $body } goals { $period } (original wording in Swedish)
heading-goals-no-period = { $body } goals (original wording in Swedish)
heading-subgoals = { $body } sub-goals { $year } (original wording in Swedish)
heading-mixed = From the record (original wording in Swedish)
heading-proposed = Proposed for { $body } { $year } (original wording in Swedish)
heading-recipients = The decision shall be sent to
heading-added = Added in { $year } (original wording in Swedish)
heading-reworded = Reworded, { $old } and then { $new } (original wording in Swedish)
heading-removed = Removed in { $year } (original wording in Swedish)
heading-kept = Unchanged in { $year } (original wording in Swedish)
heading-examples = Ask for example

label-goal = { $body } goal { $number }
label-subgoal = { $body } sub-goal { $number } ({ $year })

## Goals and sub-goals

goals-are = { $body } has { $count } goals for { $period }.
goals-are-no-period = { $body } has { $count } goals.
goal-is = { $body } goal { $number }
subgoal-is = { $body } sub-goal { $number } for { $year }
no-goals = The record has no goals for { $body }.
no-goals-for-year = The record has no goals for { $body } in { $year }.
subgoals-in_force = { $body } has { $count } sub-goals for { $year }.
subgoals-appealable = { $body } has { $count } sub-goals for { $year }. The decision can be appealed.
subgoals-superseded = These were { $body }'s { $count } sub-goals for { $year }. The list has been replaced.
subgoals-proposed = { $count } sub-goals are proposed for { $body } in { $year }. They are not decided.
subgoals-decided_not_adjusted = { $body }'s { $count } sub-goals for { $year } are decided, but the minutes are not adjusted. Only the committee office sees them.
subgoals-under = { $count_form ->
    [one] One sub-goal for { $year } belongs to { $body } goal { $goal }.
   *[many] { $count } sub-goals for { $year } belong to { $body } goal { $goal }.
}
subgoals-under-unknown = The document does not say which sub-goals belong to { $body } goal { $goal }. Here are all of them for { $year }.
no-subgoals = The record has no sub-goals for { $body }.
no-subgoals-for-year = The record has no sub-goals for { $body } in { $year }.
no-adjusted-decision = There is no adjusted decision on { $body } sub-goals for { $year } in the record.
no-open-matter = Nor does the record have an open matter on { $body } sub-goals for { $year }.
latest-list-follows = Here is the latest list in the record. It is for { $year }.
this-year-has-none = The record has no list for { $year }. The latest one is for { $latest }.
later-matter-open = For { $year } there is a matter, but no adjusted decision in the record.
recorded-years-subgoals = The record has { $body } sub-goals for { $years }.
recorded-years-goals = The record has { $body } goals for { $periods }.
recorded-years = The record has { $body } sub-goals for { $years } and goals for { $periods }.
nothing-recorded = The record has nothing about { $body }.
nothing-recorded-at-all = The record is empty. Ask the administrator to import your goal documents.
no-such-goal = { $body } has { $count } goals. There is no goal number { $number }.
no-such-subgoal = { $body } has { $count } sub-goals. There is no sub-goal number { $number }.

gist = In short: { $points }.
gist-goals-remain = it is proposed that the goals remain
gist-subgoals-corrected-in-dialogue = it is proposed that the sub-goals are corrected in line with the working committee's dialogue
proposals-waiting = { $count_form ->
    [zero] No proposals to change the sub-goals for { $year } are in the record.
    [one] One proposal to change the sub-goals for { $year } is waiting.
   *[other] { $count } proposals to change the sub-goals for { $year } are waiting.
}

## Topics

topic-goal = { $body } goal { $number } is about that.
topic-subgoal = { $body } sub-goal { $number } for { $year } is about that.
topic-not-now = No goal or sub-goal that applies now is about that, but { $body } sub-goal { $number } for { $year } is.
topic-of-another-year = No goal or sub-goal for { $asked } is about that, but { $body } sub-goal { $number } for { $year } is.
topic-several = { $count } goals and sub-goals are about that.
topic-which = { $count_form ->
    [one] Do you mean this one?
   *[other] Which of these do you mean?
}
beyond-progress = The record says what applies, not how it is going. The case officer knows that.
beyond-reason = The record has the wording of the goals, not the reasons for them. The case officer knows those.
beyond-deadline = The record says which year a sub-goal is for, not when it has to be done.
beyond-translation = The record has the wording in Swedish only, and I don't translate it.
beyond-cost = The record has the wording of the goals, not what they may cost.
nothing-about-it = No goal and no sub-goal in the record is about that.
nothing-about-these = The record says nothing about { $things }.
not-ours = I can't answer that. I answer questions about goals and sub-goals.
onward = The record has goals and sub-goals for { $bodies }. Try other words, or ask the committee office.
body-not-recorded = { $body } is not in the record.
which-body = Which committee do you mean?
which-body-remembered = I remember your choice. Name another committee in the question when you mean that one.
which-body-others = You can also write the name: { $bodies }.

## Comparisons and history

changes-between = { $body } sub-goals from { $old } to { $new }: { $added } added, { $reworded } reworded, { $removed } removed, { $kept } unchanged.
cannot-compare = They cannot be compared. The record has no sub-goals for { $body } in { $years }.
history-of = { $count_form ->
    [one] { $body } sub-goal { $number } is in the record in one version.
   *[other] { $body } sub-goal { $number } is in the record in { $count } versions.
}
history-only-one = Earlier wordings are not in the record.

## The decision

decided-in_force = { $body } sub-goals for { $year } are in force.
decided-appealable = { $body } sub-goals for { $year } are decided. The decision can be appealed.
decided-superseded = { $body } sub-goals for { $year } have been replaced by a later list.
decided-proposed = The sub-goals for { $body } in { $year } are proposed. There is no adjusted decision in the record.
decided-decided_not_adjusted = { $body } sub-goals for { $year } are decided, but the minutes are not adjusted.
recipients-are = The decision on { $body } sub-goals { $year } shall be sent to { $count } recipients, according to the proposal.
recipients-decided = The decision on { $body } sub-goals { $year } shall be sent to { $count } recipients.
no-recipients = The record has no recipients for { $body }.
no-recipients-for-year = The record has no recipients for { $body } in { $year }.
officer-is = The officer in charge (handläggare) for { $body } { $year } is { $officer }.
no-officer = The record has no officer in charge (handläggare) for { $body }.
no-officer-for-year = The record has no officer in charge (handläggare) for { $body } in { $year }.
known-for-other-years = The record has that for { $years }.
no-owner = Who is responsible for a single sub-goal is not in the record.
no-matter = The record has no open matter on { $body } sub-goals.
no-matter-for-year = The record has no open matter on { $body } sub-goals for { $year }.

## Proposals

no-own-proposals = You have no proposals in the record.
how-to-propose = This is how a change of a sub-goal is proposed.
how-to-propose-short = Authorised officials can propose changes to sub-goals.
how-to-propose-steps = Authorised officials hand proposals to the officer in charge, who prepares them. The working committee proposes, and the committee decides. Nothing changes because you write to me.
propose-contact = The officer in charge (handläggare) for { $body } { $year } is { $officer }.

## Talk

greeting = Hello! I answer questions about goals and sub-goals.
greeting-more = You get the exact wording, and where it comes from.
thanks = You're welcome! Just ask if there is more.
who-it-is = I am a bot, not a person. I answer questions about goals and sub-goals.
not-content = I am sorry about that. Try other words, or ask the committee office.
help = This is how you can ask about goals and sub-goals.
help-nothing-said = I found no question in the message. This is how you can ask.
heading-own-part = You can also
help-propose = Propose a change: I want to change sub-goal 3
help-own-proposals = See your drafts and proposals: my proposals
help-register = See all proposals: proposals { $body } { $year }
help-matter = Open or change a matter: matter { $body } { $year }
help-meeting = Record meetings and decisions: meeting { $body } { $year }
help-papers = Get the papers: papers { $body } { $year }
help-expedition = See who has been sent the decision: expedition { $body } { $year }
help-units = See where the units get their decisions: units
help-import = Read in a goal document: import
help-gaps = Teach me words that are missing: questions without answers
help-roles = Grant and remove roles: who has which role
help-self-test = See how the bot is: self-test
help-follow = Be told when { $body } has decided: follow { $body }
help-bodies = The record has goals and sub-goals for { $bodies }.
help-promise = I quote the record word for word and make nothing up.
welcome = Hello! I am Delmål, and I answer questions about the municipality's goals and sub-goals.
welcome-team = Hello! Here you can ask about goals and sub-goals. Mention me and write your question.
general-information = This is general information, not legal advice.

example-subgoals = What are { $body } sub-goals?
example-number = What is { $body } goal 3?
example-topic = Do we have a goal about public transport?
example-decided = Are the sub-goals decided?
example-recipients = Who receives the decision?
example-changes = What has changed since last year?
example-process = What does återremiss mean?

## Buttons, and the question that each one asks

button-goals = Goals of { $body }
button-subgoals = Sub-goals of { $body }
button-goal = Goal { $number }
button-subgoal = Sub-goal { $number }
button-recipients = Who receives the decision?
button-officer = Who is in charge?
button-decided = Are they decided?
button-more = Show more ({ $count } left)
button-help = Help
ask-goals = What are { $body } goals?
ask-subgoals = What are { $body } sub-goals { $year }?
ask-goal = { $body } goal { $number }
ask-subgoal = { $body } sub-goal { $number }
ask-subgoal-of-year = { $body } sub-goal { $number } { $year }
ask-recipients = Who receives the decision on { $body } sub-goals { $year }?
ask-officer = Who is the officer in charge for { $body } { $year }?
ask-decided = Are { $body } sub-goals decided?
ask-help = Help

## Search in the compose box

card-as-of = From the record on { $day }, version { $version } of the list.
search-nothing = No goal or sub-goal matches that. Try another word.
search-too-short = Write at least two letters.

## When something fails

error-unexpected = Something went wrong on our side. Please try again in a while.
error-reference = Quote { $id } if you ask support.
error-database = The record cannot be reached right now. Please try again in a while.
error-busy = Many people are saving something right now. Please try again in a little while.
error-too-fast = That is a little too fast. Please try again in { $seconds_form ->
    [one] a second.
   *[other] { $seconds } seconds.
}
error-stale-button = That button can no longer be used. Please ask again.
