"""The tests; those in `journeys` tell what the bot does."""
