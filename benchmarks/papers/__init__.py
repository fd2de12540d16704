"""How long the papers of a matter take to make."""
