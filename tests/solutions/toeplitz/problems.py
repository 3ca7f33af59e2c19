"""Answers to the exercises of *Sound, place and text*."""

from itertools import pairwise

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


def tc_37__first_sounds_compared(a, b):
    """Compares where each recording is first not zero."""
    return int(np.flatnonzero(b)[0]) - int(np.flatnonzero(a)[0])


def tc_37__on_a_circle(a, b):
    """What leaves at the end comes back at the beginning."""
    n = len(a)
    sums = [np.dot(a, np.roll(b, -t)) for t in range(n)]
    t = int(np.argmax(sums))
    return t if t <= n // 2 else t - n


def tc_37__never_earlier(a, b):
    """Looks at positive lags only."""
    return _delay(a, b, range(len(a)))


def tc_37__least_difference(a, b):
    """Where the recordings differ least, and not where their product is largest."""
    n, best = len(a), {}
    for t in range(1 - n, n):
        best[t] = sum((a[i] - (b[i + t] if 0 <= i + t < n else 0)) ** 2 for i in range(n))
    return min(best, key=best.get)


def tc_37__last_lag_forgotten(a, b):
    """Stops one lag too early."""
    return _delay(a, b, range(1 - len(a), len(a) - 1))


def tc_37__same_mode(a, b):
    """Keeps the middle of the sums alone."""
    n = len(a)
    return int(np.argmax(np.correlate(b, a, "same"))) - n // 2


def tc_37__right__largest_first(a, b):
    """Sorts the lags, and answers with a float."""
    n = len(a)
    sums = {t: np.dot(a[max(0, -t) : n - t], b[max(0, t) : n + t]) for t in range(1 - n, n)}
    return float(sorted(sums, key=sums.get)[-1])


def tc_38__sizes_of_the_weights(X, K):
    """Loses the signs of the weights."""
    return np.sum(np.abs(K)) * np.mean(X)


def tc_38__median(X, K):
    """The middle pixel in place of the mean."""
    return np.sum(K) * np.median(X)


def tc_38__divided_by_the_windows(X, K):
    """Divides by the number of windows inside."""
    (H, W), (kh, kw) = X.shape, K.shape
    return np.sum(K) * np.sum(X) / max(1, (H - kh + 1) * (W - kw + 1))


def tc_38__integers(X, K):
    """Divides whole numbers as whole numbers."""
    return np.sum(K) * (np.sum(X) // X.size)


def tc_38__right__a_matrix_of_one(X, K):
    """As an array with a single number."""
    return np.array(np.sum(np.asarray(X) / np.size(X)) * np.sum(K))


def tc_39__last_symbol_for_a_joker(phrase, A):
    """None as an index: the last symbol."""
    weights = np.zeros((A, len(phrase)))
    for j, symbol in enumerate(phrase):
        weights[-1 if symbol is None else symbol, j] = 1
    return weights, 1 - len(phrase)


def tc_39__anywhere_in_the_window(phrase, A):
    """A symbol may stand at any place of the window."""
    weights = np.zeros((A, len(phrase)))
    for symbol in phrase:
        if symbol is not None:
            weights[symbol] = 1
    return weights, 1 - sum(symbol is not None for symbol in phrase)


def tc_39__half(phrase, A):
    """Takes away half less than the count: the phrase gets a half."""
    weights = np.zeros((A, len(phrase)))
    for j, symbol in enumerate(phrase):
        if symbol is not None:
            weights[symbol, j] = 1
    return weights, 0.5 - weights.sum()


def tc_39__transposed(phrase, A):
    """A row for each place."""
    weights = np.zeros((len(phrase), A))
    for j, symbol in enumerate(phrase):
        if symbol is not None:
            weights[j, symbol] = 1
    return weights, 1 - weights.sum()


def tc_39__shared_out(phrase, A):
    """Shares one out over the symbols: half the phrase already answers."""
    weights = np.zeros((A, len(phrase)))
    given = sum(symbol is not None for symbol in phrase)
    for j, symbol in enumerate(phrase):
        if symbol is not None:
            weights[symbol, j] = 1 / given
    return weights, 0 if given else 1


def tc_39__right__jokers_of_ones(phrase, A):
    """A joker is one in each channel, and is counted; as lists."""
    weights = [[int(symbol is None or symbol == c) for symbol in phrase] for c in range(A)]
    return weights, 1 - len(phrase)


def tc_37a__three_outputs():
    """The last one is missing."""
    return [-6, 9, -6]


def tc_37a__delayed_too_far():
    """A place later."""
    return [2, -6, 9, -6]


def tc_37a__norm():
    """The root of the sum of squares."""
    return [-6, 3, -6, 2]


def tc_37a__last_sign():
    """The sign of the last one."""
    return [-6, 9, -6, -2]


def tc_37b__seven_numbers():
    """One number too many."""
    return [1, 2, 0, 9, 9, 0, 0]


def tc_37b__not_a_number():
    """No number at all, which no output is larger than."""
    return [1, 2, float("nan"), 0, 0, 0]


def tc_37b__nearly_as_loud():
    """Not yet as large as the pulse's own."""
    return [1, 2, 0, 0, 2.4, 0]


def tc_37b__right__louder_pulse():
    """The pulse, but twice as loud."""
    return [1, 2, 0, 2, 4, 0]


def tc_37c__four_times_the_square_root():
    """Half of the exponent is forgotten."""
    return 400 * 8


def tc_37c__factor():
    """The factor in place of the number."""
    return 16


def tc_37c__right__by_numbers():
    """From the numbers of the statement."""
    return (7.4 * 4 / 0.37) ** 2


def tc_38a__neighbours():
    """Two windows for each place."""
    return [4, 4, 4, 4]


def tc_38a__valid_windows():
    """Without the zeros: two windows of three in four places."""
    return [2, 4, 4, 2]


def tc_38a__right__as_text():
    """With a point."""
    return [4.0, 6.0, 6.0, 4.0]


def tc_39a__sums_of_nothing():
    """The two sums, and what is supposed is missing."""
    return "aefb"


def tc_39a__right__a_list():
    """As a list, with the sums first."""
    return ["c", "a", "e", "f", "b"]


def tc_39b__on_a_circle(text, phrase):
    """The text goes on at its beginning."""
    twice = [*text, *text]
    K = len(phrase)
    return int(any(twice[i : i + K] == list(phrase) for i in range(len(text))))


def tc_39b__joined(text, phrase):
    """Joins the symbols to one text, where 1, 12 and 11, 2 are the same."""
    return int("".join(map(str, phrase)) in "".join(map(str, text)))


def tc_39b__same_set(text, phrase):
    """A window of the same symbols, however often."""
    K = len(phrase)
    return int(any({*text[i : i + K]} == {*phrase} for i in range(len(text) - K + 1)))


def tc_39b__pairs(text, phrase):
    """Each pair of neighbours of the phrase stands somewhere."""
    pairs = [*pairwise(text)]
    one = phrase[0] in text
    return int(one and all(pair in pairs for pair in pairwise(phrase)))


def tc_39b__place(text, phrase):
    """The place where it stands, plus one."""
    K = len(phrase)
    places = [i + 1 for i in range(len(text) - K + 1) if text[i : i + K] == list(phrase)]
    return min(places, default=0)


def tc_39b__right__a_truth_value(text, phrase):
    """Steps through the text by itself, and ends early."""
    for i in range(len(text) - len(phrase) + 1):
        if all(text[i + j] == symbol for j, symbol in enumerate(phrase)):
            return 1.0
    return 0.0


def tc_37b__texts():
    """Digits in quotation marks."""
    return ["1", "2", "0", "9", "9", "0"]


def tc_37b__two_rows():
    """Two rows of three are no list of six numbers."""
    return [[1, 2, 0], [9, 9, 0]]


def tc_39b__read_as_a_number(text, phrase):
    """Reads windows as decimal numbers: 1, 0 and 0, 10 are the same."""

    def number(window):
        total = 0
        for symbol in window:
            total = 10 * total + symbol
        return total

    K = len(phrase)
    return int(any(number(text[i : i + K]) == number(phrase) for i in range(len(text) - K + 1)))


def tc_37__lags_up_to_30(a, b):
    """Looks at lags up to 30 only."""
    return _delay(a, b, [t for t in range(1 - len(a), len(a)) if abs(t) <= 30])


def tc_37__as_text(a, b):
    """The lag in quotation marks."""
    return str(_delay(a, b))


def tc_37__between_samples(a, b):
    """A lag that is not whole."""
    t = _delay(a, b)
    return t + 0.3 * np.sign(t)


def tc_38__as_text(X, K):
    """The mean in quotation marks."""
    return str(float(np.sum(K) * np.mean(X)))


def _one_hot(phrase, A):
    weights = np.zeros((A, len(phrase)))
    for j, symbol in enumerate(phrase):
        if symbol is not None:
            weights[symbol, j] = 1
    return weights


def tc_39__fills_the_jokers(phrase, A):
    """Writes a symbol for each joker into the caller's phrase."""
    weights = _one_hot(phrase, A)
    for j, symbol in enumerate(phrase):
        phrase[j] = symbol or 0
    return weights, 1 - weights.sum()


def tc_39__four_at_most(phrase, A):
    """No bias below -3."""
    weights = _one_hot(phrase, A)
    return weights, 1 - min(4, weights.sum())


def tc_39__bytes(phrase, A):
    """Counts in eight bits."""
    weights = _one_hot(phrase, A).astype(np.int8)
    return weights, np.int8(1) - weights.sum(dtype=np.int8)


def tc_39__five_symbols(phrase, A):
    """Symbols are counted from zero again after the fifth."""
    weights = _one_hot([None if s is None else s % 5 for s in phrase], A)
    return weights, 1 - weights.sum()


def tc_39b__in_bytes(text, phrase):
    """Symbols are the same if they are after division by 256."""
    return int(bytes(s % 256 for s in phrase) in bytes(s % 256 for s in text))


def tc_39b__begins_again_at_one(text, phrase):
    """Where a symbol disagrees it begins again, and forgets what it has seen."""
    at = 0
    for symbol in text:
        at = at + 1 if symbol == phrase[at] else int(symbol == phrase[0])
        if at == len(phrase):
            return 1
    return 0


def tc_39b__right__characters(text, phrase):
    """Each symbol as a character of its own."""
    return int("".join(map(chr, phrase)) in "".join(map(chr, text)))


def tc_37__sums_rounded(a, b):
    """Rounds the sums to one decimal."""
    return _delay(a, b, score=lambda total, overlap: round(float(total), 1))


def tc_37__in_case_of_doubt_early(a, b):
    """Takes off a little for each sample of the lag."""
    n = len(a)
    return _delay(a, b, score=lambda total, overlap: total - 1e-3 * (n - overlap))


def tc_39b__first_hundred(text, phrase):
    """Looks at the first hundred places."""
    return tc_39b__right__slices(text[: 99 + len(phrase)], phrase)


def tc_39b__in_thousands(text, phrase):
    """Reads windows as numbers in base 1000, the first symbol as the units."""

    def number(window):
        return sum(symbol * 1000**j for j, symbol in enumerate(window))

    K = len(phrase)
    return int(any(number(text[i : i + K]) == number(phrase) for i in range(len(text) - K + 1)))
