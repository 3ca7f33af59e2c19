"""The figures of Part 3."""
