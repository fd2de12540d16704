"""The conversation: what is understood, and what is said."""
