"""Papers that leave the house: Word and PDF, written and read back."""
