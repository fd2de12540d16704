"""One module for each kind of question, each a few functions from what was asked to an answer."""
