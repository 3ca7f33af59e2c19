"""False versions of the claims of *Problems: sound, text, edges, and other layers*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.toeplitz.convolution import convolve, correlate
from mathlib.toeplitz.layers import conv

# Sound


@false("tc-37", "correlate", shown="correlate(delayed([1, 2], 2, 1), [1, 2])")
def with_the_pulse_turned(x, k):
    """To find a sound one must convolve with it, not correlate."""
    return convolve(x, k, "valid")


@false("tc-37", "correlate", shown="correlate(delayed([1, 2], 2, 1), [1, 2])")
def answers_at_the_end(x, k):
    """The response is largest where the pulse ends."""
    y = correlate(x, k)
    return np.roll(y, len(k) - 1)


@false("tc-37", "correlate", shown="correlate(delayed([1, 2], 2, 1), [1, 2])")
def energy_of_the_window(x, k):
    """The response is largest where the window is loudest."""
    return correlate(x**2, np.ones(len(k), int))


@false("tc-37", "correlate", shown="correlate(delayed([1, 2], 2, 1), [1, 2])")
def without_squaring(x, k):
    """The response at the delay is the norm of the pulse."""
    return correlate(x, k) / np.sqrt(np.sum(np.square(k)))


@false("tc-37", "conv")
def later_samples_first(x, weight, bias):
    """A layer on sound looks back in time: the last weight meets the first sample."""
    return conv(x, np.asarray(weight)[..., ::-1], bias)


@false("tc-37", "conv")
def channels_in_turn(x, weight, bias):
    """Each output channel listens to one input channel."""
    alone = np.asarray(weight).copy()
    alone[:, 1:] = 0
    return conv(x, alone, bias)


@false("tc-37", "echo")
def pulse_drowned(delay, noise):
    """In noise the response is largest at the loudest place of the sound."""
    t = np.arange(24)
    x = noise * np.random.default_rng(0).normal(size=120)
    x[int(delay) : int(delay) + 24] += np.sin(2 * np.pi * (0.02 + 0.004 * t) * t)
    return {"sound": x, "response": abs(x)}


@false("tc-37", "spread", shown="spread(np.array([3, 4]), 1)")
def spreads_add(l, sigma):  # noqa: E741
    """The standard deviations of the noise add up, each times its weight."""
    return sigma * abs(l).sum()


@false("tc-37", "spread", shown="spread(np.array([3, 4]), 1)")
def spread_by_length(l, sigma):  # noqa: E741
    """How far the noise spreads depends on the number of weights alone."""
    return sigma * np.sqrt(len(l))


@false("tc-37", "clearness", shown="clearness(np.array([2, 4]), pulse, 1)")
def louder_is_clearer(l, k, sigma):  # noqa: E741
    """Larger weights lift the pulse out of the noise."""
    return l @ k / sigma


@false("tc-37", "clearness", shown="clearness(np.array([1, 2]), pulse, 2)")
def noise_does_not_matter(l, k, sigma):  # noqa: E741
    """How clear a pulse is depends on the kernel, and not on the noise."""
    return l @ k / np.sqrt((l**2).sum())


# Where shift invariance hurts


@false("tc-38", "around", shown="around(np.eye(2, dtype=int), (2, 1))")
def zeros_around(X, kernel):
    """Whatever stands beyond the border, a convolution commutes with shifts."""
    kh, kw = kernel
    return np.pad(X, [(0, kh - 1), (0, kw - 1)])


@false("tc-38", "around", shown="around(np.eye(2, dtype=int), (2, 1))")
def mirror_around(X, kernel):
    """A mirror at the border does as well as a circle."""
    kh, kw = kernel
    return np.pad(X, [(0, kh - 1), (0, kw - 1)], "symmetric")


def responses(X, kernels):
    """What is right, before the mean."""
    kh, kw = kernels.shape[2:]
    return conv(np.pad(X, [(0, kh - 1), (0, kw - 1)], "wrap")[None, None], kernels)


@false("tc-38", "features")
def no_mean_needed(X, kernels, f):
    """Circular convolution alone makes features invariant."""
    return f(responses(X, kernels))


@false("tc-38", "features")
def mean_of_each_column(X, kernels, f):
    """It is enough to average over one axis."""
    return f(responses(X, kernels)).mean(axis=(0, 2))


@false("tc-38", "features")
def centre_counts_more(X, kernels, f):
    """The mean may weigh the pixels, say those in the centre more."""
    y = f(responses(X, kernels))
    weights = np.hanning(y.shape[2] + 2)[1:-1, None]
    return (y * weights).mean(axis=(0, 2, 3)).round(9)


@false("tc-38", "features")
def running_sum_first(X, kernels, f):
    """Any function of the whole row may stand before the mean."""
    return f(np.cumsum(responses(X, kernels), axis=-1)).mean(axis=(0, 2, 3))


@false("tc-38", "with_zeros", shown="with_zeros(X, box)")
def zeros_do_not_leak(X, box):
    """With zero padding a pooled number is the same for each shift, too."""
    return np.maximum(responses(X, box) - 2, 0).sum()


# Text


@false("tc-39", "bias", shown="bias(3)")
def bias_of_the_length(K):
    """The bias takes away the length of the phrase."""
    return -K


@false("tc-39", "bias", shown="bias(3)")
def bias_too_small(K):
    """One symbol may disagree: the ReLU takes care of it."""
    return 2 - K


@false("tc-39", "bias", shown="bias(3)")
def no_bias(K):
    """A ReLU needs no bias to detect a phrase."""
    return 0


@false("tc-39", "one_hot", shown="one_hot([2, 0], 3)")
def number_of_the_symbol(symbols, size):
    """A symbol can be written as its number."""
    return np.eye(size, dtype=int)[:, :1] * np.asarray(symbols)


@false("tc-39", "conv")
def phrase_backwards(x, kernel, *bias, **how):
    """A convolution reads the phrase from its end."""
    return conv(x, np.asarray(kernel)[..., ::-1], *bias, **how)


@false("tc-39", "agreeing", shown="agreeing([0, 1], [1, 0], 0)")
def in_any_order(text, phrase, i):
    """The kernel counts the symbols that window and phrase have in common."""
    window = [*text[i : i + len(phrase)]]
    return sum(min(window.count(s), [*phrase].count(s)) for s in {*phrase})


@false("tc-39", "relu", shown="relu(np.array([-1, 1]))")
def no_relu(a):
    """The bias alone makes a detector of the count."""
    return a


@false("tc-39", "reach", shown="reach(3, 2)")
def reach_of_the_length(K, d):
    """A window of K symbols relates symbols K apart."""
    return d * K


@false("tc-39", "reach", shown="reach(3, 2)")
def dilation_sees_no_further(K, d):
    """Dilation leaves out symbols, and does not see further."""
    return K - 1


@false("tc-39", "reach", shown="reach(3, 2)")
def with_zeros_after_each(K, d):
    """A dilated window is d K long, and so reaches d K - 1 places."""
    return d * K - 1


# Kernels by design


@false("tc-37", "conv")
def centred_if_odd(x, weight, bias=None):
    """For an odd kernel the window is centred, and the length is kept."""
    K = np.shape(weight)[-1]
    return conv(x, weight, bias, padding=(K - 1) // 2 if K % 2 else 0)


class _Eager:
    """What is wrong: `backward` passes the sum on, and not what has just arrived."""

    def __init__(self, value, parents=()):
        self.value, self.parents, self.slope = value, parents, 0

    def __add__(self, other):
        return _Eager(self.value + other.value, [(self, 1), (other, 1)])

    def __mul__(self, other):
        return _Eager(self.value * other.value, [(self, other.value), (other, self.value)])

    def backward(self, g=1):
        self.slope += g
        for parent, slope in self.parents:
            parent.backward(self.slope * slope)
