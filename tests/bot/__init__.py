"""The door, through HTTP wherever it can be."""
