"""The figures of Part 1."""
