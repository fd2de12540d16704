"""How long people wait who send their proposals at once."""
