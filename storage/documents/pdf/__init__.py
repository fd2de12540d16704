"""A PDF becomes lines."""
