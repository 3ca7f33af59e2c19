"""Cross-correlation and convolution of finite sequences, in one dimension.

=========  ==================================================================
symbol     meaning
=========  ==================================================================
``x``      the signal, ``n`` entries, zero outside
``k``      the kernel, ``K`` entries, zero outside
``y``      correlation: ``y[i] = sum_j k[j] x[i + j]``
           convolution: ``y[i] = sum_j k[j] x[i - j]``
=========  ==================================================================

Which ``i`` are kept is the *mode*:

- ``"valid"``: those where the window lies inside the signal, ``n - K + 1`` of them;
- ``"same"``: ``n``, as if x had ``(K - 1) // 2`` zeros on its left and ``K // 2`` on its right.
  For odd K the window is centred. For even K there is no centre, and the extra zero goes to
  the right, as in ``torch.nn.Conv1d(padding="same")``;
- ``"full"``: all where the window touches the signal, ``n + K - 1``.

Layers with channels, on signals and images, with stride, padding, dilation, and their gradients:
`mathlib.toeplitz.layers`.
"""

from typing import Literal, SupportsIndex, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_choice, as_count, as_flag, as_vector

Mode = Literal["valid", "same", "full"]


def correlate(x: ArrayLike, k: ArrayLike, mode: Mode = "valid") -> NDArray[np.generic]:
    """Return the cross-correlation ``y[i] = sum_j k[j] x[i + j]``, the layer called `Conv1d`.

    Complex kernels are not conjugated.

    Parameters
    ----------
    x : (n,) array_like
        Signal.
    k : (K,) array_like
        Kernel; in mode ``"valid"`` at most as long as the signal.
    mode : {"valid", "same", "full"}
        Which i are kept: see the module.

    Returns
    -------
    (output_length(n, K, mode),) ndarray, of the common type of `x` and `k`; integers in 64 bits

    Raises
    ------
    ValueError
        If `x` or `k` is not a non-empty vector, if `mode` is none of the three, or if no
        window fits.

    Examples
    --------
    >>> correlate([1, 2, 4, 8, 16], [1, 10, 100])
    array([ 421,  842, 1684])
    """
    x, k = as_vector(x, "x"), as_vector(k, "k")
    output_length(len(x), len(k), mode)  # raises if no window fits

    left, right = _zeros_added(len(k), mode)
    padded = np.pad(x, (left, right))
    windows = np.lib.stride_tricks.sliding_window_view(padded, len(k))  # windows[i, j] = x[i + j]
    y: NDArray[np.generic] = windows @ k
    return y


def convolve(x: ArrayLike, k: ArrayLike, mode: Mode = "full") -> NDArray[np.generic]:
    """Return the convolution ``y[i] = sum_j k[j] x[i - j]``.

    It is the correlation with the reversed kernel, in every mode. So for even K, mode
    ``"same"`` starts one entry later than NumPy's and SciPy's.

    Parameters, result, errors: as `correlate`.

    Examples
    --------
    >>> convolve([1, 2, 3], [1, 10, 100])
    array([  1,  12, 123, 230, 300])
    """
    return correlate(x, as_vector(k, "k")[::-1], mode)


def fft_convolve(x: ArrayLike, k: ArrayLike) -> NDArray[np.inexact]:
    """Return the full convolution by the fast Fourier transform, in O((n + K) log(n + K)).

    Both are padded with zeros to n + K - 1, so that nothing wraps around. The error of each
    entry is of the order of the machine epsilon times ``norm(x) * norm(k)``.

    Parameters
    ----------
    x : (n,) array_like
    k : (K,) array_like

    Returns
    -------
    (n + K - 1,) ndarray, real if `x` and `k` are

    Raises
    ------
    ValueError
        If `x` or `k` is not a non-empty vector.

    Examples
    --------
    >>> fft_convolve([1, 2, 3], [1, 10, 100]).round(10)
    array([  1.,  12., 123., 230., 300.])
    """
    x, k = as_vector(x, "x"), as_vector(k, "k")

    size = len(x) + len(k) - 1
    if np.iscomplexobj(x) or np.iscomplexobj(k):
        return np.fft.ifft(np.fft.fft(x, size) * np.fft.fft(k, size))
    return np.fft.irfft(np.fft.rfft(x, size) * np.fft.rfft(k, size), size)


def output_length(n: SupportsIndex, K: SupportsIndex, mode: Mode) -> int:
    """Return how many outputs there are: n - K + 1 (valid), n (same) or n + K - 1 (full).

    Parameters
    ----------
    n, K : int
        Lengths of the signal and of the kernel.
    mode : {"valid", "same", "full"}

    Raises
    ------
    ValueError
        If `n` or `K` is less than 1, if `mode` is none of the three, or if mode is
        ``"valid"`` and K > n, where no window fits.

    Examples
    --------
    >>> [output_length(5, 3, mode) for mode in ("valid", "same", "full")]
    [3, 5, 7]
    """
    n, K = as_count(n, "n"), as_count(K, "K")
    left, right = _zeros_added(K, mode)
    if n + left + right < K:
        raise ValueError(f"k must be at most as long as x in mode 'valid', got {K} and {n}")

    return n + left + right - K + 1


def weight_count(n: SupportsIndex, K: SupportsIndex, local: bool, shared: bool) -> int:
    """Return the number of free weights of a linear layer from n inputs to m = n - K + 1 outputs.

    Parameters
    ----------
    n, K : int
        Number of inputs and width of the window, K <= n.
    local : bool
        Whether output i sees only inputs i, ..., i + K - 1.
    shared : bool
        Whether weights on one diagonal are equal.

    Returns
    -------
    int: ``m n`` (neither), ``K m`` (local), ``n + m - 1`` (shared), ``K`` (both)

    Raises
    ------
    ValueError
        If `n` or `K` is less than 1, or K > n.

    Examples
    --------
    >>> [weight_count(10, 3, *case) for case in ((0, 0), (1, 0), (0, 1), (1, 1))]
    [80, 24, 17, 3]
    """
    n, K = as_count(n, "n"), as_count(K, "K")
    if K > n:
        raise ValueError(f"K must be at most n, got {K} and {n}")
    local, shared = as_flag(local, "local"), as_flag(shared, "shared")

    m = n - K + 1
    if shared:
        return K if local else n + m - 1
    return K * m if local else m * n


def _zeros_added(K: int, mode: Mode) -> tuple[int, int]:
    as_choice(mode, "mode", get_args(Mode))
    if mode == "valid":
        return 0, 0
    return ((K - 1) // 2, K // 2) if mode == "same" else (K - 1, K - 1)
