"""Part 1: linear algebra."""
