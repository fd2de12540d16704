"""One file, one card, one pure function from what is to be said to an Adaptive Card 1.5."""
