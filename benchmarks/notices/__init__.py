"""How notices get out, at Teams' pace and through its faults."""
