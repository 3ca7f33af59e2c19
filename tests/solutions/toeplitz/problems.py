"""Answers to the exercises of *Sound, place and text*."""

import numpy as np


def _delay(a, b, lags=None, score=lambda total, overlap: total):
    n = len(a)
    lags = range(1 - n, n) if lags is None else lags
    scores = {}
    for t in lags:
        pairs = [(i, i + t) for i in range(n) if 0 <= i + t < n]
        scores[t] = score(sum(a[i] * b[j] for i, j in pairs), max(1, len(pairs)))
    return max(scores, key=scores.get)


def tc_37__centred(a, b):
    """Takes the means off first: another sum than the one asked for."""
    return _delay(np.asarray(a) - np.mean(a), np.asarray(b) - np.mean(b))


def tc_37__lags_up_to_10(a, b):
    """Looks at lags up to 10 only."""
    return _delay(a, b, range(-10, 11))


def tc_37__mean_over_the_overlap(a, b):
    """Divides by the overlap."""
    return _delay(a, b, score=lambda total, overlap: total / overlap)


def tc_37__other_sign(a, b):
    """The lag of a behind b."""
    return -_delay(a, b)


def tc_37__right__padded_transform(a, b):
    """By a transform with zeros."""
    n = len(a)
    sums = np.fft.irfft(np.conj(np.fft.rfft(a, 2 * n)) * np.fft.rfft(b, 2 * n), 2 * n)
    t = int(np.argmax(np.concatenate((sums[n + 1 :], sums[:n]))))
    return t - (n - 1)


def tc_38__transform_of_the_image_size(X, K):
    """Cuts a kernel that is larger than the image."""
    return float(np.sum(K[: X.shape[0], : X.shape[1]]) * np.mean(X))


def tc_38__float32(X, K):
    """Single precision."""
    return np.sum(K, dtype=np.float32) * np.mean(X, dtype=np.float32)


def tc_38__windows_inside_only(X, K):
    """The mean over windows that lie inside."""
    (H, W), (kh, kw) = X.shape, K.shape
    sums = [
        np.sum(K * X[i : i + kh, j : j + kw]) for i in range(H - kh + 1) for j in range(W - kw + 1)
    ]
    return np.mean(sums) if sums else 0.0


def tc_38__right__rolled(X, K):
    """The correlation itself."""
    total = np.zeros(X.shape)
    for a, b in np.ndindex(K.shape):
        total += K[a, b] * np.roll(X, (-a, -b), axis=(0, 1))
    return total.mean()


def tc_39__different_symbols_counted(phrase, A):
    """Counts a repeated symbol once."""
    weights = np.zeros((A, len(phrase)))
    for j, symbol in enumerate(phrase):
        if symbol is not None:
            weights[symbol, j] = 1
    return weights, 1 - len({s for s in phrase if s is not None})


def tc_39__only_jokers_find_nothing(phrase, A):
    """A phrase of jokers alone finds nothing."""
    weights = np.zeros((A, len(phrase)))
    for j, symbol in enumerate(phrase):
        if symbol is not None:
            weights[symbol, j] = 1
    return weights, 1 - max(1, weights.sum())


def tc_39__jokers_counted(phrase, A):
    """The count to be reached includes the jokers."""
    weights = np.zeros((A, len(phrase)))
    for j, symbol in enumerate(phrase):
        if symbol is not None:
            weights[symbol, j] = 1
    return weights, 1 - len(phrase)


def tc_39__right__penalties(phrase, A):
    """Minus one for every other symbol."""
    weights = np.zeros((A, len(phrase)))
    for j, symbol in enumerate(phrase):
        if symbol is not None:
            weights[:, j] = -1
            weights[symbol, j] = 0
    return weights, 1


def tc_37a__sizes():
    """The outputs without their signs."""
    return [6, 9, 6, 2]


def tc_37a__full():
    """The windows that are cut as well."""
    return [0, 2, -6, 9, -6, 2, 0, 0]


def tc_37a__right__as_floats():
    """A tuple of numbers with a point."""
    return (-6.0, 9.0, -6.0, 2.0)


def tc_37b__tie():
    """Another output is as large, and not larger."""
    return [1, 2, 0, 2.5, 0, 0]


def tc_37b__five_numbers():
    """One number is missing."""
    return [1, 2, 0, 9, 9]


def tc_37b__without_the_pulse():
    """It does not begin with the pulse."""
    return [0, 0, 9, 9, 0, 0]


def tc_37b__right__pulse_overlapped():
    """What follows at once is louder."""
    return (1, 2, 4, 0, 0, 0)


def tc_37b__right__fractions():
    """Just more than 5."""
    return [1.0, 2.0, 0.0, 5.5, 0.0, 0.0]


def tc_37c__once_more_squared():
    """The fourth power of the noise."""
    return 400 * 256


def tc_37c__the_other_way_round():
    """Fewer samples in louder noise."""
    return 25


def tc_37c__right__rounded():
    """Sixteen times as many, rounded."""
    return 6.0e3


def tc_38a__heights():
    """What stands at the border is not seen."""
    return [2, 6, 6, 2]


def tc_38a__outputs():
    """The outputs for the first place of the spike, and not their sum."""
    return [2, 2, 0, 0]


def tc_38a__right__a_tuple():
    """The same as a tuple."""
    return (4, 6, 6, 4)


def tc_39a__a_line_is_missing():
    """Nothing says that the sums are equal."""
    return "ceab"


def tc_39a__false_line():
    """Takes the false line in place of the true one."""
    return "ceadb"


def tc_39a__right__identity_first():
    """The identity holds whatever is supposed."""
    return "f, c, a, e, b"


def tc_39b__first_symbol_only(text, phrase):
    """Looks for the first symbol only."""
    return int(phrase[0] in text)


def tc_39b__as_a_subsequence(text, phrase):
    """The symbols in their order, with others between them."""
    rest = iter(text)
    return int(all(symbol in rest for symbol in phrase))


def tc_39b__one_may_disagree(text, phrase):
    """The bias is one too small."""
    K = len(phrase)
    counts = [
        sum(int(text[i + j] == phrase[j]) for j in range(K)) for i in range(len(text) - K + 1)
    ]
    return min(1, max(0, max(counts) - (K - 2)))


def tc_39b__begins(text, phrase):
    """Looks at the beginning only."""
    return int(list(text[: len(phrase)]) == list(phrase))


def tc_39b__right__slices(text, phrase):
    """Compares slices."""
    K = len(phrase)
    return int(any(list(text[i : i + K]) == list(phrase) for i in range(len(text) - K + 1)))
