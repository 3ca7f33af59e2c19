"""The figures of Part 5."""
