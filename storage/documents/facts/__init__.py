"""What a paper states of itself: whose it is, its number, its date, what is decided."""
