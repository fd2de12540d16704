### The pages that an app in Teams must have, in English.

page-about = Delmål
page-about-answers = Delmål is a bot in Microsoft Teams. It answers questions about the municipality's goals and sub-goals. The answer is the exact wording, with its status, decision and source.
page-about-changes = Authorised officials can propose changes to sub-goals. The committee decides.
page-about-source = The municipality runs the bot and answers for the record. Turn to the municipality's committee office with questions about the goals, and to its IT support with questions about the bot.
page-privacy = Personal data in Delmål
page-privacy-who = The municipality is the controller. The processing is needed for a task in the public interest: to prepare, decide and tell of the municipality's goals.
page-privacy-kept = The bot keeps your object id and name from Microsoft Entra, your role, your choice of language, and where in Teams you can be reached. It also keeps proposals and positions that you submit in a role. They are public documents once they have been received.
page-privacy-not-kept = The bot does not keep what you write in the chat, no pictures, and no files that you do not record yourself. What your last question was about is kept as codes for half an hour, so that you can ask on.
page-privacy-gaps = Words that had no good answer are counted. They are shown only when three people have used them, and then without names.
page-privacy-shared = Messages pass through Microsoft Teams. Nothing is handed to anybody else.
page-privacy-rights = You can ask which data there is about you, and have mistakes corrected. Turn to the municipality's data protection officer. Public documents may only be disposed of where a decision allows it.
page-terms = Terms of use of Delmål
page-terms-use = The bot is for the municipality's staff and elected representatives. Do not write sensitive personal data or confidential information to it.
page-terms-advice = The answers are quotes from the municipality's record, and general information. They are not legal advice. The adjusted minutes count where something differs.
page-terms-licence = Delmål is open source under the MIT licence and comes without warranty.
