"""The conversation: what people say, and what we answer. No SDK, no SQL."""
