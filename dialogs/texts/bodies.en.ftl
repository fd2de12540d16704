### The names of committees, and the political strategies, in English.

cli-body-renamed = { $body } is now called { $name }. The old name is still understood.
cli-alias-added = The name is added. It counts at once.
cli-alias-removed = The name is removed.
cli-alias-unchanged = Nothing was changed. It was so already.
cli-strategy-added = The strategy is added.
cli-strategy-removed = The strategy is removed. Its history remains.
cli-strategy-unchanged = Nothing was changed.
strategies-are = { $bodies } has { $count_form ->
    [one] one political strategy
   *[other] { $count } political strategies
} to heed.
strategies-none = The record has no political strategies for { $bodies }.
strategies-who-adds = The committee's secretary can add them by writing “add strategy”.
heading-strategies = Political strategies of { $body } (original names in Swedish)
strategy-decided = decision { $decision }
strategy-no-decision = decision missing in the record
strategy-heading = Add a political strategy
strategy-explained = Write it as it was decided. Everyone who asks sees it at once.
strategy-body = Committee
strategy-name = Name of the strategy
strategy-link = Link (https://)
strategy-date = Date of decision
strategy-paragraph = Paragraph
strategy-paragraph-example = for example KF § 12
strategy-saved = The strategy { $name } is added for { $body }.
strategy-saved-already = The strategy { $name } was there already for { $body }. Nothing was changed.
ask-strategies = Which strategies must { $body } heed?
button-strategies = Show the strategies
fact-base = Based on the list in
fact-by-hand = Corrected by hand at import
belongs-to-goal = Sub-goal { $number } belongs to goal { $goal }.
belongs-to-goal-words = Sub-goal { $number } belongs to the goal “{ $goal }”.
stands-under = Goal { $number } stands under: { $text }
heading-under = Overarching goals (original wording in Swedish)
under-line = { $text } (goal { $numbers })
error-body-not-there = { $body } is not in the record. There are: { $bodies }
error-name-missing = Write a name.
error-name-taken = { $body } is called { $name } already.
error-strategy-not-allowed = The committee's secretary adds strategies. Please ask your committee secretary.
error-strategy-link = Write a link that begins with https://
error-strategy-date = Write the date like this: 2025-02-04.
error-strategy-too-long = Write at most { $most } characters.
