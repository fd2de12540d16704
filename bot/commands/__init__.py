"""What `python -m bot` does, a file for each command."""
