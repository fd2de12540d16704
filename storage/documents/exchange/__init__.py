"""Goal documents and records as JSON and as tables."""
