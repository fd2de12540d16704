"""What is remembered, and that the fake remembers it in the same way."""
