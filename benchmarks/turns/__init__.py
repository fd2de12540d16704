"""How much a turn costs and how long it takes, beside an echo bot on the stock SDK."""
