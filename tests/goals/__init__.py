"""The rules, each in the customer's words."""
