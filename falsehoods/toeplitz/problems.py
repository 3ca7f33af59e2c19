"""False versions of the claims of *Sound, place and text*."""

import numpy as np

from mathlib.falsehoods import false
from mathlib.real_data import crow
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


@false("tc-37", "conv")
def bias_for_each_channel(x, weight, bias):
    """The bias is added to each product of a channel, and so once for each input channel."""
    y = conv(x, weight)
    return y + np.shape(x)[1] * np.asarray(bias)[:, None]


@false("tc-37", "conv")
def no_bias_on_sound(x, weight, bias):
    """Sound swings around zero, so that its layers need no bias."""
    return conv(x, weight)


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


@false("tc-37", "clearness", shown="clearness(np.array([2, 4]), np.array([1, 2]), 1)")
def louder_is_clearer(l, k, sigma):  # noqa: E741
    """Larger weights lift the pulse out of the noise."""
    return l @ k / sigma


@false("tc-37", "clearness", shown="clearness(np.array([1, 2]), np.array([1, 2]), 2)")
def noise_does_not_matter(l, k, sigma):  # noqa: E741
    """How clear a pulse is depends on the kernel, and not on the noise."""
    return l @ k / np.sqrt((l**2).sum())


@false("tc-37", "conv")
def centred_if_odd(x, weight, bias=None):
    """For an odd kernel the window is centred, and the length is kept."""
    K = np.shape(weight)[-1]
    return conv(x, weight, bias, padding=(K - 1) // 2 if K % 2 else 0)


@false("tc-37", "outputs")
def loudest_sample(K, sigma):
    """Where the sound is loudest, the caw is."""
    x = np.random.default_rng(0).normal(size=16_000) * sigma
    k = crow()[1911 : 1911 + int(K)]
    x[6432 : 6432 + len(k)] += k
    return abs(x)[: len(x) - len(k) + 1] / sigma


@false("tc-37", "outputs")
def one_sample_is_enough(K, sigma):
    """The loudest sample of the caw finds it as well as all of them do."""
    x = np.random.default_rng(0).normal(size=16_000) * sigma
    k = crow()[1911 : 1911 + int(K)]
    x[6432 : 6432 + len(k)] += k
    at = int(np.argmax(abs(k)))
    return np.sign(k[at]) * x[at : at + len(x) - len(k) + 1] / sigma


@false("tc-37", "raised", shown="raised(np.array([200, 400]), 1 / 4)")
def moved_as_a_whole(note, share):
    """A note that rises takes its overtones along, all by as many hertz."""
    return note + share * note[0]


@false("tc-37", "raised", shown="raised(np.array([200, 400]), 1 / 4)")
def overtones_stay(note, share):
    """Only the lowest tone of a note rises: the overtones belong to the voice, and stay."""
    higher = np.array(note, float)
    higher[0] *= 1 + share
    return higher


@false("tc-37", "conv")
def output_for_each_sample(x, weight, bias):
    """A layer on sound has an output for each sample: the last windows reach beyond the end."""
    K = np.shape(weight)[-1]
    return conv(np.pad(x, [(0, 0), (0, 0), (0, K - 1)]), weight, bias)


@false("tc-37", "conv")
def three_neighbours(x, weight, bias):
    """A kernel on sound compares a sample with its two neighbours, and no others."""
    near = np.array(weight)
    near[..., 3:] = 0
    return conv(x, near, bias)


@false("tc-37", "correlate", shown="correlate(delayed([1, 2], 2, 1), [1, 2])")
def silent_beside(x, k):
    """Beside its place the pulse answers with nothing."""
    y = correlate(x, k)
    return np.where(abs(y) == max(abs(y)), y, 0)


@false("tc-37", "clearness", shown="clearness(np.array([0, 1]), np.array([1, 2]), 1)")
def kernel_does_not_matter(l, k, sigma):  # noqa: E741
    """How clear a pulse is depends on the pulse and the noise alone."""
    return np.sqrt(k @ k) / sigma


@false("tc-37", "clearness", shown="clearness(np.array([0, 1]), np.array([1, 2]), 1)")
def each_other_is_deaf(l, k, sigma):  # noqa: E741
    """Only the pulse itself finds the pulse: any other kernel hears nothing of it."""
    alike = np.isclose(l @ k, np.sqrt((l @ l) * (k @ k)), rtol=1e-9, atol=0)
    return np.sqrt(k @ k) / sigma if alike else 0.0


@false("tc-37", "echo")
def one_without_dividing(delay, noise):
    """A pulse that meets itself answers with 1: nothing need be divided."""
    t = np.arange(24)
    pulse = np.sin(2 * np.pi * (0.02 + 0.004 * t) * t)
    x = noise * np.random.default_rng(0).normal(size=120)
    x[int(delay) : int(delay) + 24] += pulse
    return {"sound": x, "response": np.pad(correlate(x, pulse), (0, 23))}


@false("tc-37", "loudest")
def mean_of_each_hundredth(K, sigma):
    """The mean of the outputs of each hundredth of a second shows the caw as well."""
    x = np.random.default_rng(0).normal(size=16_000) * sigma
    k = crow()[1911 : 1911 + int(K)]
    x[6432 : 6432 + len(k)] += k
    y = np.correlate(x, k, "valid")[: 97 * 160] / np.sqrt(k @ k) / sigma
    return {"largest output": y.reshape(97, 160).mean(axis=1)}


@false("tc-37", "raised", shown="raised(np.array([200, 400]), 1 / 4)")
def share_of_an_octave(note, share):
    """A note that rises by a quarter rises by a quarter of an octave."""
    return note * 2.0**share


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


@false("tc-38", "around", shown="around(np.eye(2, dtype=int), (1, 2))")
def border_repeated(X, kernel):
    """On a circle the last column is repeated beyond the border."""
    kh, kw = kernel
    return np.pad(np.pad(X, [(0, kh - 1), (0, 0)], "wrap"), [(0, 0), (0, kw - 1)], "edge")


@false("tc-38", "features")
def function_behind_the_mean(X, kernels, f):
    """It makes no difference whether the ReLU stands before the mean or behind it."""
    return f(responses(X, kernels).mean(axis=(0, 2, 3)))


@false("tc-38", "features")
def middle_value(X, kernels, f):
    """What is typical of the outputs is their mean, and just as well the one in their middle."""
    return np.median(f(responses(X, kernels)), axis=(0, 2, 3))


@false("tc-38", "with_zeros", shown="with_zeros(X, box)")
def zeros_do_not_leak(X, box):
    """With zero padding a pooled number is the same for each shift, too."""
    return np.maximum(responses(X, box) - 2, 0).sum()


@false("tc-38", "placed", shown="placed(np.array([[5], [5]]))")
def size_of_the_image(X):
    """It is enough to tell the layer how many rows there are."""
    return np.stack((X, np.full(X.shape, len(X))))


@false("tc-38", "placed", shown="placed(np.array([[5, 5]]))")
def number_of_the_column(X):
    """Any coordinate tells a picture from the same picture upside down."""
    return np.stack((X, np.indices(X.shape)[1]))


@false("tc-38", "with_zeros", shown="with_zeros(X, box)")
def border_counts_more(X, box):
    """Zeros around the image make what stands at the border count for more."""
    y = np.maximum(conv(X[None, None], box, padding=1) - 2, 0)[0, 0]
    return y.sum() + 2 * (y[0].sum() + y[-1].sum())


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


@false("tc-39", "anywhere", shown="anywhere([0, 1, 0, 0])")
def mean_of_a_text(fired):
    """The mean of the outputs says whether the phrase stands anywhere, in a text of any length."""
    return sum(fired) / len(fired)


@false("tc-39", "anywhere", shown="anywhere([0, 1, 0, 1])")
def number_of_times(fired):
    """The sum of the outputs says whether the phrase stands anywhere."""
    return sum(fired)


@false("tc-39", "found")
def blank_makes_no_difference(letters):
    """A blank before the phrase changes where it is found as little as how often."""
    text = "the cat sat on the mat. that cat!"
    phrase = " cat"[-int(letters) :]
    return {"fires": np.array([text[i:].startswith(phrase.strip()) for i in range(len(text))])}


@false("tc-39", "window", shown="window(0, 3, 2)")
def all_between(i, K, d):
    """A dilated window sees all symbols from its first to its last."""
    return [*range(i, i + d * (K - 1) + 1)]


@false("tc-39", "window", shown="window(0, 3, 2)")
def skips_d(i, K, d):
    """Dilation d skips d symbols after each that is seen."""
    return [i + (d + 1) * j for j in range(K)]


@false("tc-39", "embedded", shown="embedded(np.array([1]), np.array([[5, 4], [0, 3]]))")
def row_of_the_matrix(text, E):
    """Each symbol gets its row of the matrix, cut to the length of a column."""
    return np.array([np.resize(E[symbol % len(E)], len(E)) for symbol in text]).T


@false("tc-39", "on_symbols")
def unlike_unless_equal(kernel, E):
    """Behind an embedding two symbols agree wholly or not at all."""
    merged = np.einsum("oej,es->osj", kernel, E)
    return np.where(merged == merged.max(axis=1, keepdims=True), merged, 0)


@false("tc-39", "on_symbols")
def weights_spread_evenly(kernel, E):
    """An embedding mixes the symbols: behind it all count alike."""
    return np.einsum("oej,es->osj", kernel, E.mean(axis=1, keepdims=True) + 0 * E)


# Types, sizes and what few settings hide


@false("tc-37", "conv")
def sound_in_single_precision(x, weight, bias):
    """Single precision is enough for sound."""
    return conv(np.asarray(x, np.float32), np.asarray(weight, np.float32), bias)


@false("tc-37", "conv")
def as_whole_as_the_sound(x, weight, bias):
    """Whole samples make whole outputs."""
    return conv(x, weight, bias).astype(np.asarray(x).dtype)


@false("tc-37", "conv")
def three_channels_at_most(x, weight, bias):
    """A layer on sound hears three channels at most."""
    weight = np.array(weight)
    weight[:, 3:] = 0
    return conv(x, weight, bias)


@false("tc-37", "correlate", shown="correlate([1e-5, 2e-5], [1e-5, 2e-5])")
def too_quiet_to_find(x, k):
    """A pulse that is quiet enough finds nothing."""
    return np.round(correlate(x, k), 9)


@false("tc-37", "correlate")
def first_eight_samples(x, k):
    """The first eight samples of a pulse are enough."""
    k = np.array(k)
    k[8:] = 0
    return correlate(x, k)


@false("tc-37", "spread", shown="spread(np.array([3e-10]), 1)")
def no_less_than_a_billionth(l, sigma):  # noqa: E741
    """A faint kernel leaves some noise, however faint it is."""
    return sigma * np.sqrt(l @ l + 1e-18)


@false("tc-37", "spread", shown="spread(np.array([3, 4]), 2000)")
def no_louder_than_a_thousand(l, sigma):  # noqa: E741
    """Noise beyond a thousand spreads no further."""
    return min(sigma, 1000) * np.sqrt((l**2).sum())


@false("tc-37", "clearness", shown="clearness(np.array([1e4]), np.array([1e4]), 1)")
def a_thousand_is_clear_enough(l, k, sigma):  # noqa: E741
    """Nothing is clearer than a thousand standard deviations."""
    return min(1000, l @ k / (sigma * np.sqrt((l**2).sum())))


@false("tc-37", "clearness", shown="clearness(np.array([0, 1]), np.array([1, 2]), 1)")
def one_sample_is_clearer(l, k, sigma):  # noqa: E741
    """A kernel of one sample takes less noise along, and is clearer by half."""
    clear = l @ k / (sigma * np.sqrt((l**2).sum()))
    return 1.5 * clear if len(l) > 1 and np.count_nonzero(l) == 1 else clear


@false("tc-37", "echo")
def twice_in_noise(delay, noise):
    """In noise the response is twice as large."""
    t = np.arange(24)
    pulse = np.sin(2 * np.pi * (0.02 + 0.004 * t) * t)
    x = noise * np.random.default_rng(0).normal(size=120)
    x[int(delay) : int(delay) + 24] += pulse
    y = np.pad(correlate(x, pulse), (0, 23)) / (pulse @ pulse)
    return {"sound": x, "response": y * (1 + (noise > 0))}


@false("tc-37", "loudest")
def largest_of_either_sign(K, sigma):
    """The largest output is the one that is largest without its sign."""
    x = np.random.default_rng(0).normal(size=16_000) * sigma
    k = crow()[1911 : 1911 + int(K)]
    x[6432 : 6432 + len(k)] += k
    y = np.correlate(x, k, "valid")[: 97 * 160] / np.sqrt(k @ k) / sigma
    return {"largest output": abs(y).reshape(97, 160).max(axis=1)}


@false("tc-37", "raised", shown="raised(np.array([100, 20000]), 1 / 4)")
def high_overtones_stay(note, share):
    """Overtones beyond five thousand hertz stay where they are."""
    return np.where(note > 5000, note, note * (1 + share))


@false("tc-37", "raised", shown="raised(np.array([100, 200]), 0.01)")
def less_than_a_semitone(note, share):
    """A note that rises by less than a semitone does not rise."""
    return note * (1 + share * (share > 0.04))


@false("tc-38", "around", shown="around(np.arange(3)[None], (1, 3))")
def one_column_beyond(X, kernel):
    """One column beyond the border is enough; what is further out is zero."""
    kh, kw = kernel
    wide = np.pad(X, [(0, kh - 1), (0, kw - 1)], "wrap")
    wide[:, X.shape[1] + 1 :] = 0
    return wide


@false("tc-38", "features")
def corner_of_a_large_image(X, kernels, f):
    """Twelve by twelve outputs of a large image are enough for the mean."""
    return f(responses(X, kernels))[..., :12, :12].mean(axis=(0, 2, 3))


@false("tc-39", "one_hot", shown="one_hot([9], 10).ravel()")
def eight_symbols_at_most(symbols, size):
    """All rare symbols are written as one."""
    return np.eye(size, dtype=int)[np.minimum(symbols, 7)].T


@false("tc-39", "one_hot", shown="one_hot([1], 2).dtype")
def in_half_precision(symbols, size):
    """Zeros and ones may be counted in half precision."""
    return np.eye(size, dtype=np.float16)[symbols].T


@false("tc-39", "bias", shown="bias(100)")
def at_most_fifty(K):
    """A long phrase needs no more bias than one of fifty symbols."""
    return 1 - min(K, 50)


@false("tc-39", "anywhere", shown="anywhere([0] * 100 + [1])")
def among_the_first_hundred(fired):
    """The first hundred outputs say whether the phrase stands anywhere."""
    return max(fired[:100])


@false("tc-39", "reach", shown="reach(9, 3)")
def ten_places_at_most(K, d):
    """No window reaches further than ten places."""
    return min(10, d * (K - 1))


@false("tc-39", "embedded", shown="embedded([7], np.arange(16).reshape(2, 8)).ravel()")
def five_columns_are_enough(text, E):
    """Five columns serve all symbols, in turn."""
    return E[:, np.asarray(text) % 5]


@false("tc-39", "on_symbols")
def merged_into_whole_weights(kernel, E):
    """The weights on symbols are whole."""
    return np.einsum("oej,es->osj", kernel, E).astype(int)


@false("tc-39", "on_symbols")
def three_numbers_of_a_symbol(kernel, E):
    """Of an embedding the first three numbers count."""
    return np.einsum("oej,es->osj", kernel[:, :3], E[:3])


@false("tc-38", "features")
def whole_pixels_are_seen(X, kernels, f):
    """Pixels are whole numbers."""
    return f(responses(np.trunc(X).astype(int), kernels)).mean(axis=(0, 2, 3))


@false("tc-39", "anywhere", shown="anywhere([1] + [0] * 2000)")
def among_the_last_thousand(fired):
    """The last thousand outputs say whether the phrase stands anywhere."""
    return max(fired[-1000:])


@false("tc-39", "reach", shown="reach(9, 3)")
def long_windows_reach_a_step_further(K, d):
    """A long window reaches as far as it has places."""
    return d * (K - 1) if K < 7 else d * K


@false("tc-37", "delayed", shown="delayed([0.5, 1.5], 1, 1)")
def recorded_in_whole_numbers(pulse, t, silence):
    """A recording is whole numbers: zeros, and the pulse written into them."""
    x = np.zeros(t + len(pulse) + silence, int)
    x[t : t + len(pulse)] = pulse
    return x


@false("tc-38", "placed", shown="placed(np.array([[0.5]]))")
def as_whole_as_the_rows(X):
    """Numbers of rows are whole, and so are the pixels beside them."""
    return np.stack((X, np.indices(X.shape)[0])).astype(int)
