"""The mathematics of the book, one module a topic. NumPy only, pure functions."""
