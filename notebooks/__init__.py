"""What a notebook of the book means: its cells, its claims, its exercises, its rules."""
