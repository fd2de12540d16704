### Questions without answers, and words that the municipality teaches, in English.

gaps-none = No words are waiting. A word is shown here when at least three people have asked with it and got no good answer.
gaps-found = { $count_form ->
    [one] One word has given no good answer.
   *[other] { $count } words have given no good answer.
}
gaps-explained = Teach me what a word means, and the next question finds its goal. Who asked is never shown.
gap-people = { $word } ({ $people } people)
gaps-more = These are the { $shown } most common words.
button-teach = Add word: { $word }
button-save = Save
button-cancel = Cancel
button-teach-again = Write another word
ask-teach = add the word { $word } that means { $means }
button-gaps = Unanswered questions
ask-gaps = unanswered questions
ask-about = Do we have a goal about { $word }?
teach-heading = Add the word { $word }
teach-explained = Write a word that the goals use. It counts for everyone in the municipality at once. The goal documents are not changed.
teach-means = Means
teach-means-example = for example public transport
taught-finds = The word { $word } is saved. This is how I answer now.
taught-suggests = The word { $word } is saved. I now suggest these goals.
taught-finds-nothing = The word { $word } is saved, but it does not lead to any goal yet.
taught-means = { $word } means { $means }.
heading-suggested = Suggestions from the record (original wording in Swedish)
error-teaching-not-allowed = Committee secretaries and officers in charge see unanswered questions and add words. Please ask your committee secretary.
error-word-missing = Write a word.
error-word-too-long = Write at most { $most } characters.
error-word-without-letters = Write a word with letters.
error-word-means-itself = Write another word than { $word }.
