# What a document that was read does not say, or says in a way that a person should look at.

doubt-amended = A change in the decision was made in the list. It said “{ $from }” and now says “{ $to }”. Check with the minutes.
doubt-amended-added = A sub-goal was added to the list by the changes in the decision: “{ $to }”
doubt-amended-already = The decision changes sub-goals. The list in the document has the new wordings already and was read as it stands.
doubt-amended-removed = A sub-goal was removed from the list by the changes in the decision: “{ $from }”
doubt-amendment-misfit =
    { $why ->
        [twice] A change could not be made: the decision changes “{ $target }” twice.
        [words] A change could not be made: the words to replace do not stand once in sub-goal “{ $target }”.
        [there] A change could not be made: “{ $target }” is in the list already.
       *[unknown] A change could not be made: “{ $target }” is not in the list.
    }
doubt-amendment-unclear = The decision changes sub-goals in a way that is not told here. A person needs to enter the list: “{ $text }”
doubt-amendments-elsewhere = The decision changes a list of sub-goals that the document does not hold. The changes are to be made in the recorded list.
doubt-amendments-proposed = Changes of sub-goals are proposed here. They are not decided, and the list is not changed.
doubt-at-line = Line { $line }: { $sentence }
doubt-body-code = { $body } has no known abbreviation. The letters of the diary number are used: { $code }.
doubt-code-twice = Goal number { $code } occurs twice with different texts. The first one counts.
doubt-committee-proposes = The working committee proposes. That is not a decision.
doubt-council-goals = The goals here are the municipality's overarching ones. They were not taken as the committee's own goals.
doubt-encoding = The file is not in UTF-8. It was read as Windows-1252. Check å, ä and ö.
doubt-hidden-text = The document has hidden text. It was not read.
doubt-in-prose = The goal stands in a sentence of running text. The words after “att” were taken: “{ $text }”
doubt-joined-over-pages = The sentence goes on after a page break and was joined. Check that it is whole.
doubt-list-left-out = Goals are mentioned here, but the list that follows does not look like the goals that the document is about. It was left out.
doubt-list-missing = Goals should be listed here, but no list follows.
doubt-list-unnamed = The list says what shall be reached, but no heading says that it is of goals. It was left out.
doubt-long-item = The text is { $length } characters long. Check that nothing else came along.
doubt-mandate-period = The goals are stated for { $period } and the term of office is { $mandate }. { $period } is used.
doubt-mandate-period-only = Only the term of office { $mandate } is stated. It is used as the goals' period.
doubt-missing-body = The document does not say which committee or board it is about.
doubt-missing-body-code = { $body } has no known abbreviation and the document states none.
doubt-missing-date = The document has no date.
doubt-missing-dnr = The document has no diary number (dnr).
doubt-missing-paragraph = The document has no paragraph number (§).
doubt-missing-period = The document does not say which years the goals are for.
doubt-missing-year = The document does not say which year it is about.
doubt-mixed-encoding = The file mixes UTF-8 and Windows-1252. It was read line by line. Check å, ä and ö.
doubt-nested-left-out = A point under another was left out: “{ $text }”
doubt-no-subgoals-for-year = The document is about { $year } but has no sub-goals for { $year }.
doubt-noted = { $text }
doubt-numbering = The numbering jumps to { $code }. Check that nothing is missing before it.
doubt-one-paragraph = The document has several paragraphs (§). Only { $paragraph } was read.
doubt-other-body = The goals here belong to { $body }. They were left out.
doubt-other-format = The file is named { $suffix } but is { $format }. It was read as { $format }.
doubt-other-paragraph = { $paragraph } seems to be about goals, too. It was not read.
doubt-other-period = The goals for { $period } are of another period. They were left out.
doubt-pages-unreadable = These pages are damaged and could not be read: { $pages }.
doubt-pages-without-text = These pages have no text and may be pictures: { $pages }.
doubt-put-off = The matter was referred back, tabled or put off. The goals are not decided.
doubt-recipient-split = “{ $text }” looks like two recipients. “{ $first }” now stands alone.
doubt-recipients-end = The recipients are taken to end before “{ $text }”.
doubt-recipients-in-line = The recipients stand on one line and were parted at the punctuation: “{ $text }”
doubt-subgoals-without-year = The sub-goals have no year. They could not be included.
doubt-tracked-changes = The document has tracked changes. The text was read as if all of them were accepted.
doubt-subgoal-twice = The sub-goal stands under two goals. It was taken once: “{ $text }”
doubt-table-without-header = The table has no header row. The column with the most text was read.
doubt-two-bodies = The document may be about { $body } or { $other }. { $body } is used.
doubt-two-dnr = The document has two diary numbers: { $dnr } and { $other }. { $dnr } is used.
doubt-unknown-key = The field “{ $name }” is unknown and was not read.
doubt-under-goal = The list stands under the goal “{ $text }”, but nothing says that it is of sub-goals. It was taken as such.
doubt-unmarked = The text has neither bullet nor number but was taken as a goal or a sub-goal: “{ $text }”
doubt-year-guessed = The list of sub-goals has no year of its own. { $year } is taken from the title, the decision, the first year of the goals or the date. Check the year.

error-body-unknown = The document { $document } does not say which committee or board the goals belong to, or how it is abbreviated. Nothing was saved.
error-document-corrupt = { $document } is damaged and cannot be opened as { $format }. Open the file in the program that it comes from, save it again and import it again. Nothing was saved.
error-document-empty = { $document } is empty. Check that it is the right file. Nothing was saved.
error-document-encrypted = { $document } is protected with a password. Save a copy without a password and import that. Nothing was saved.
error-document-field =
    { $expected ->
        [date] The field { $field } in { $document } must be a date, for example 2025-03-12, or null.
        [export] The field { $field } in { $document } does not fit an export of version 1.
        [flag] The field { $field } in { $document } must be true or false.
        [list] The field { $field } in { $document } must be a list.
        [object] The field { $field } in { $document } must be an object with "text".
        [period] The field { $field } in { $document } must be two years in order, for example [2024, 2026], or null.
        [shorter-list] The list { $field } in { $document } is too long. At most 2000 entries are read.
        [shorter-text] The text in the field { $field } in { $document } is too long.
        [year] The field { $field } in { $document } must be a year between 1900 and 2100, without quotation marks.
       *[text] The field { $field } in { $document } must be a text that is not empty.
    }
error-document-file-too-large = { $document } is too large. Files up to { $megabytes } MB are read. Remove pictures from the document or divide it. Nothing was saved.
error-document-format = { $document } cannot be read: the format is not supported. These formats are read: { $formats }.
error-document-macros = { $document } holds macros and is therefore not opened. Save it in Word as “Word Document (.docx)” and import that file. Nothing was saved.
error-document-nested = { $document } is built in a way that cannot be read: too many pieces or too many levels. Copy the text into a new Word document and import that. Nothing was saved.
error-document-not-json = { $document } is not a JSON object. Nothing was saved.
error-document-old-word = { $document } is in the old Word format (.doc). Open it in Word, save it as .docx and import that file. Nothing was saved.
error-document-pages = { $document } has more than { $most } pages. Save the pages with the goals as a file of their own and import that. Nothing was saved.
error-document-scanned = { $document } is scanned: the pages are pictures without text. Make the text readable with OCR, in the scanner or in Acrobat for example, and import that file. Nothing was saved.
error-document-too-large = { $document } is too large. At most { $megabytes } MB of text is read.
error-document-too-slow = { $document } took more than { $seconds } seconds to read. Save the pages with the goals as a file of their own and import that. Nothing was saved.
error-document-unpacks = { $document } becomes unreasonably large when it is unpacked and was therefore not opened. Copy the text into a new Word document and import that. Nothing was saved.
error-document-unreadable = { $document } is not a text file and could not be read. Nothing was saved.
error-not-a-goal-document = { $document } contains no goals or sub-goals that can be read. Nothing was saved.
error-free-already = { $day } is free already: a Saturday, Sunday or holiday.
error-directory-id = “{ $given }” is no id in Entra. One looks like this: 00000000-0000-0000-0000-000000000000.
error-municipality-name = Give the municipality's name, with letters and at most { $most } characters.
error-tenant-unknown = The municipality is not served here. Ask whoever runs the system to add it.
