"""Softmax and number formats: scores into probabilities, and the bits that they are made of."""
