"""A decision that changes a list, and the list after it."""
