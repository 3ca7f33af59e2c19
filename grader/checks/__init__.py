"""The checks' side: our notebook run over one submission."""
