"""Softmax, log-sum-exp and cross-entropy, right for large, small and masked logits.

=========  ==================================================================
symbol     meaning
=========  ==================================================================
``o``      logits, K of them along one axis; -inf masks an entry
``p``      ``softmax(o)``: ``p[i] = exp(o[i]) / sum_j exp(o[j])``
``lse``    ``log(sum_j exp(o[j]))``, between max(o) and max(o) + log K
``y``      labels: probabilities that sum to 1, or the index of the class
=========  ==================================================================

Everything is computed from differences to the largest logit, which cannot overflow. Sums of
float16 are added up in float32; the result has the type of the logits.

Source: Blanchard, Higham and Higham, Accurately computing the log-sum-exp and softmax
functions (2021).
"""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from mathlib._arrays import as_axis, as_codes, as_positive, as_reals, refuse_unless_distribution

State = tuple[NDArray[Any], NDArray[Any]]  # the largest logit m, and the sum of exp(o - m)


def logsumexp(o: ArrayLike, axis: int = -1) -> NDArray[Any]:
    """Return ``log(sum_j exp(o[j]))`` along an axis; -inf where every entry is masked.

    Parameters
    ----------
    o : (..., K) array_like
        Logits, finite or -inf.
    axis : int
        Where the K classes are.

    Returns
    -------
    (...) ndarray, of the type of `o`; float64 for integers

    Raises
    ------
    ValueError
        If `o` is empty, holds nan or +inf, or has no such axis.

    Examples
    --------
    >>> logsumexp([10000, 10000]) - 10000
    np.float64(0.6931471805601177)
    """
    o = _as_logits(o, axis)

    m, gap = _max_and_gap(o, axis)
    return np.asarray(m + gap).astype(o.dtype)[()]


def softmax(o: ArrayLike, axis: int = -1, *, temperature: float = 1.0) -> NDArray[Any]:
    """Return ``exp(o[i] / T) / sum_j exp(o[j] / T)`` along an axis.

    Parameters
    ----------
    o : (..., K) array_like
        Logits, finite or -inf; at least one finite along the axis.
    axis : int
    temperature : float
        T > 0. Small ones sharpen, large ones flatten.

    Returns
    -------
    ndarray, of the shape and the type of `o`; float64 for integers

    Raises
    ------
    ValueError
        As `logsumexp`, if every entry along the axis is masked, or T is not positive and finite.

    Examples
    --------
    >>> softmax([0, 0, -np.inf])
    array([0.5, 0.5, 0. ])
    """
    o = _as_logits(o, axis)
    temperature = as_positive(temperature, "temperature")
    _refuse_all_masked(o, axis)

    wide = _wide(o)
    e = np.exp((wide - wide.max(axis=axis, keepdims=True)) / temperature)
    return np.asarray(e / e.sum(axis=axis, keepdims=True)).astype(o.dtype)


def log_softmax(o: ArrayLike, axis: int = -1) -> NDArray[Any]:
    """Return ``o[i] - logsumexp(o)``, the logarithm of `softmax`, without forming it.

    Parameters, errors: as `softmax`. Masked entries are -inf.

    Examples
    --------
    >>> log_softmax([0.0, -10000.0])
    array([     0., -10000.])
    """
    o = _as_logits(o, axis)
    _refuse_all_masked(o, axis)

    m, gap = (np.expand_dims(a, axis) for a in _max_and_gap(o, axis))
    shifted = (_wide(o) - m) - gap  # in this order: the gap is lost beside a large m
    return np.asarray(shifted).astype(o.dtype)


def cross_entropy(o: ArrayLike, y: ArrayLike) -> NDArray[Any]:
    """Return ``-sum_i y[i] log p[i] = lse(o) - sum_i y[i] o[i]`` for each example.

    Parameters
    ----------
    o : (..., K) array_like
        Logits.
    y : (..., K) array_like of probabilities, or (...) array_like of int
        Soft labels, each row summing to 1, or the index of the right class.

    Returns
    -------
    (...) ndarray, in nats; +inf where a masked class has positive probability

    Raises
    ------
    ValueError
        As `softmax`, and if `y` is not as described.

    Examples
    --------
    >>> cross_entropy([[0.0, 0.0], [0.0, 1000.0]], [0, 0])
    array([6.93147181e-01, 1.00000000e+03])
    """
    o = _as_logits(o, -1)
    y = _as_labels(y, o)

    logs = log_softmax(o)
    with np.errstate(invalid="ignore"):  # 0 times -inf, which counts as 0
        terms = np.where(y == 0, 0, y * logs)
    loss: NDArray[Any] = 0 - terms.sum(axis=-1)  # not -0.0
    return loss


def cross_entropy_gradient(o: ArrayLike, y: ArrayLike) -> NDArray[Any]:
    """Return the gradient of `cross_entropy` with respect to the logits: ``p - y``.

    Parameters, errors: as `cross_entropy`.

    Examples
    --------
    >>> cross_entropy_gradient([0.0, 0.0], 1)
    array([ 0.5, -0.5])
    """
    o = _as_logits(o, -1)
    y = _as_labels(y, o)

    g: NDArray[Any] = softmax(o) - y
    return g


def cross_entropy_hessian(o: ArrayLike) -> NDArray[Any]:
    """Return the matrix of second derivatives with respect to the logits: ``diag(p) - p p^T``.

    It does not depend on the label. It is the covariance of the one-hot vector of a class drawn
    from p.

    Parameters
    ----------
    o : (..., K) array_like

    Returns
    -------
    (..., K, K) ndarray

    Raises
    ------
    ValueError
        As `softmax`.

    Examples
    --------
    >>> cross_entropy_hessian([0, 0])
    array([[ 0.25, -0.25],
           [-0.25,  0.25]])
    """
    p = softmax(o)

    H: NDArray[Any] = -(p[..., :, None] * p[..., None, :])
    k = np.arange(p.shape[-1])
    H[..., k, k] = 0
    H[..., k, k] = 0 - H.sum(axis=-1)  # p (1 - p), which keeps no digit for p near 1
    return H


def lse_state(o: ArrayLike, axis: int = -1) -> State:
    """Return the pair (m, s) with ``lse(o) = m + log(s)``: all that is needed to go on.

    Parameters, errors: as `logsumexp`. Where everything is masked the pair is (-inf, 0), which
    changes nothing when it is merged.

    Examples
    --------
    >>> lse_state([1.0, 1.0, 1.0])
    (np.float64(1.0), np.float64(3.0))
    """
    return _state(_as_logits(o, axis), axis)


def lse_merge(a: State, b: State) -> State:
    """Return the state of two runs of logits together, from the states of each.

    Parameters
    ----------
    a, b : (ndarray, ndarray)
        Made by `lse_state` or `lse_merge`, of shapes that broadcast.

    Raises
    ------
    ValueError
        If one is no such pair, or their shapes do not fit.

    Examples
    --------
    >>> lse_merge(lse_state([1.0, 1.0]), lse_state([1.0]))
    (np.float64(1.0), np.float64(3.0))
    """
    (m_a, s_a), (m_b, s_b) = _as_state(a, "a"), _as_state(b, "b")
    try:
        m = np.maximum(m_a, m_b)
    except ValueError:
        raise ValueError(f"a and b must fit, got shapes {m_a.shape} and {m_b.shape}") from None

    base = np.where(np.isneginf(m), 0, m)  # -inf - -inf would be nan
    return m, s_a * np.exp(m_a - base) + s_b * np.exp(m_b - base)


def entropy(p: ArrayLike, axis: int = -1) -> NDArray[Any]:
    """Return ``-sum_i p[i] log p[i]`` in nats; a probability of zero adds nothing.

    Parameters
    ----------
    p : (..., K) array_like
        Probabilities: 0 or more, and their sum along the axis at most 1e-3 away from 1.
    axis : int

    Raises
    ------
    ValueError
        If `p` is no such distribution, or has no such axis.

    Examples
    --------
    >>> entropy([0.5, 0.5, 0.0]) / np.log(2)
    np.float64(1.0)
    """
    p = as_reals(p, "p", 1)
    axis = as_axis(axis, "axis", p)
    refuse_unless_distribution(p, "p", axis)

    logs = np.log(p, where=p > 0, out=np.zeros(p.shape, np.result_type(p, np.float16)))
    total: NDArray[Any] = np.sum(p * logs, axis=axis)
    return 0 - total  # not -0.0


def _as_logits(o: ArrayLike, axis: int) -> NDArray[Any]:
    o = as_reals(o, "o", 1)
    as_axis(axis, "axis", o)
    if o.dtype.kind != "f":
        o = o.astype(float)
    if np.isnan(o).any() or np.isposinf(o).any():
        raise ValueError(f"o must be finite or -inf, got {o}")
    return o


def _refuse_all_masked(o: NDArray[Any], axis: int) -> None:
    if np.isneginf(o).all(axis=axis).any():
        raise ValueError("o must have a finite entry along the axis, got -inf only")


def _as_labels(given: ArrayLike, o: NDArray[Any]) -> NDArray[Any]:
    labels, K = as_reals(given, "y"), o.shape[-1]
    if labels.shape == o.shape[:-1]:
        labels = as_codes(labels, "y", 0, K - 1)
        one_hot: NDArray[Any] = labels[..., None] == np.arange(K)
        return one_hot.astype(o.dtype)
    if labels.shape != o.shape:
        raise ValueError(
            f"y must have shape {o.shape}, or be classes {o.shape[:-1]}, got {labels.shape}"
        )
    refuse_unless_distribution(labels, "y")
    y: NDArray[Any] = labels.astype(o.dtype)
    return y


def _as_state(state: State, name: str) -> State:
    if not isinstance(state, tuple) or len(state) != 2:
        raise TypeError(f"{name} must be a pair (m, s) of lse_state, got {state!r}")
    m, s = as_reals(state[0], name), as_reals(state[1], name)
    if m.shape != s.shape or not (np.all(m < np.inf) and np.all((s >= 0) & (s < np.inf))):
        raise ValueError(f"{name} must be m below inf and s from 0, of one shape, got {state!r}")
    return m[()], s[()]


def _wide(o: NDArray[Any]) -> NDArray[Any]:
    return o.astype(np.float32) if o.dtype == np.float16 else o


def _max_and_gap(o: NDArray[Any], axis: int) -> State:
    """The largest logit, and lse less that: log1p of the sum over the *other* logits."""
    o = _wide(o)
    k = np.expand_dims(o.argmax(axis=axis), axis)
    m = np.take_along_axis(o, k, axis)
    e = np.exp(o - np.where(np.isneginf(m), 0, m))  # -inf - -inf would be nan
    np.put_along_axis(e, k, 0, axis)
    return m.squeeze(axis), np.log1p(e.sum(axis=axis))


def _state(o: NDArray[Any], axis: int) -> State:
    o = _wide(o)
    m = o.max(axis=axis)
    base = np.where(np.isneginf(m), 0, m)  # -inf - -inf would be nan
    return m, np.exp(o - np.expand_dims(base, axis)).sum(axis=axis)
