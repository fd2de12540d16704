### What one is told without having asked, in English.

notes-several = { $count } pieces of news for you
notes-more = And { $count } more.

private-from-channel = You asked in a channel. This is for you alone.
private-from-group = You asked in a group chat. This is for you alone.
private-continued = I go on with you in our own chat, where nobody else reads.
private-not-installed = This is for you alone, but I cannot write to you. Add the app Delmål for yourself in Teams, and ask again.
private-not-now = This is for you alone, but your own chat cannot be reached right now. Ask again in a while, or write to me directly.
