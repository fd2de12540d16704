"""How long a backup of a big database takes, and its restoring."""
