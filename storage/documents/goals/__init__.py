"""The goals and sub-goals of a paper, wherever they stand in it."""
