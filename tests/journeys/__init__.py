"""What people do, from their first word to what they see. Read these first."""
