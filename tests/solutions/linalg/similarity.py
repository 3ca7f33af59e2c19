"""Answers to the exercises of *Cosine similarity, and many dimensions*."""

import numpy as np


def la_06__degrees():
    """The angle, in degrees, for the cosine."""
    return [53.13, 126.87, 6, 0.8]


def la_06__chord_not_squared():
    """The distance itself, its root."""
    return [0.6, -0.6, 6, 0.8**0.5]


def la_06__right__fractions():
    """As fractions, and a tuple."""
    return (3 / 5, -3 / 5, 6, 4 / 5)


def la_06__by_name():
    """A dict, for a list."""
    return {"3a": 0.6, "-2b": -0.6, "dot": 6, "tips": 0.8}


def la_06__one_number():
    """The first of the four."""
    return 0.6


def la_06a__zero_in_the_middle():
    """The zero vector has no direction."""
    return ([1, 0], [0, 0], [0, 1])


def la_06a__two_alike():
    """a and b are the same."""
    return ([1, 0], [1, 0], [0, 1])


def la_06a__texts():
    """Numbers in quotation marks."""
    return (["4", "3"], ["1", "0"], ["4", "-3"])


def la_06a__two_lists():
    """One is missing."""
    return ([4, 3], [1, 0])


def la_06a__infinite():
    """An arrow without an end has no direction."""
    return ([np.inf, 3], [1, 0], [4, -3])


def la_06a__right__tiny():
    """Squares that are too small for a float."""
    return [[4e-200, 3e-200], [1e-200, 0], [4e200, -3e200]]


def la_06a__right__long():
    """Lengths do not matter."""
    return ([400, 300], [0.001, 0], [4e9, -3e9])


def la_50__one_more_text(C):
    """Adds one to N and to N_j."""
    C = np.asarray(C)
    having = (C > 0).sum(axis=0)
    return np.where(having > 0, np.log((len(C) + 1) / (having + 1)), 0)


def la_50__share_without(C):
    """The share of the texts without the word."""
    C = np.asarray(C)
    having = (C > 0).sum(axis=0)
    return np.where(having > 0, 1 - having / len(C), 0)


def la_50__entropy(C):
    """What the word adds to an entropy."""
    share = (np.asarray(C) > 0).mean(axis=0)
    return -share * np.log(np.where(share > 0, share, 1))


def la_50__right__loops(C):
    """Text by text, word by word."""
    C = np.asarray(C).tolist()
    having = [sum(row[j] != 0 for row in C) for j in range(len(C[0]))]
    return [float(np.log(len(C) / k)) if k else 0 for k in having]


def la_50a__right__lengths_early():
    """The lengths may come before the query is weighed."""
    return "cbgefa"


def la_50a__no_lengths():
    """The scores are divided by something that is not there."""
    return "cbefa"


def la_14__barely():
    """Thirty degrees: 0.54."""
    return ([1, 3**0.5], [3**0.5, 1], [1, 0])


def la_14__right__tiny():
    """Ten degrees each."""
    return ([np.cos(0.17), np.sin(0.17)], [1, 0], [np.cos(0.17), -np.sin(0.17)])


def la_07__one_degree_squared():
    """The square of ninety."""
    return 8100 / 2


def la_07__ninety_squared():
    """The square of ninety, which is near by accident."""
    return 8100


def la_07__right__rounded():
    """Two deviations and a rounded cosine."""
    return 1e4


def la_50__eight_bits(C):
    """Counts the texts in eight bits, which end at 255."""
    having = np.sum(np.asarray(C) > 0, axis=0, dtype=np.uint8)
    return np.array([np.log(len(C) / k) if k else 0.0 for k in having.tolist()])


def la_50__signed_bytes(C):
    """Takes counts for signed bytes: 128 is less than nothing, and 256 is nothing."""
    having = np.sum(np.asarray(C).astype(np.int8) > 0, axis=0)
    return np.array([np.log(len(C) / k) if k else 0.0 for k in having])
