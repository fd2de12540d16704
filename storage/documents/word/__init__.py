"""A Word file becomes lines."""
