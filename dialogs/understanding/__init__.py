"""From what is typed to what is meant: words, language, intent, topic. Pure and quick."""
