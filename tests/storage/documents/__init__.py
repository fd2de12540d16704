"""Documents come in: text and JSON."""
