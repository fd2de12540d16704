"""The door: Teams activities in, cards out. Only here are botbuilder-core and aiohttp known."""
