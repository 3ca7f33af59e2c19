"""The mathematics of the book: a package a part, a module a topic. NumPy only, pure functions."""
