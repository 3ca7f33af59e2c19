"""Part 4: probability and likelihood."""
