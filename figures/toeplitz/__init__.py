"""The figures of Part 2."""
