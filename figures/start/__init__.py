"""The figures of the front page and of the first chapter."""
