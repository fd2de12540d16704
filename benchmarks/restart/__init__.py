"""Restarts under load."""
