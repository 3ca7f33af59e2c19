"""What all tests share."""

from hypothesis import settings

# A busy machine is no failure: nothing here is a timed test.
settings.register_profile("book", deadline=None)
settings.load_profile("book")
