"""Lines become blocks, and blocks a tree of headings."""
