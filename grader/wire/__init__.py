"""What may be said between the two sides, and how."""
