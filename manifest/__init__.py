"""What Teams installs: data, plus one build script."""
