"""The rules: what a municipality's goals are, and how they are asked for, changed and decided.

Standard library only. Nothing here knows Teams, SQL or cards.
"""
