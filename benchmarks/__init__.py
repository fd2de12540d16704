"""Measurements of the product against its goals. The bot never imports them."""
