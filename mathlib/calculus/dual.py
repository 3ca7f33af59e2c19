"""Dual numbers: a value with its slope, so that the rules of derivatives are carried out by ``+``
and ``*``.

A dual number is ``v + s e`` with ``e * e = 0``. A function of ``+ - * /`` and powers, called with
``variable(x)``, returns its value and its derivative at ``x``, up to rounding, in one go.

Source: Griewank and Walther, Evaluating derivatives (2008), chapter 3.
"""

import math
from dataclasses import dataclass
from typing import Any

from mathlib._arrays import as_number

LARGEST = 709.0  # exp of a little more is no float


@dataclass(frozen=True)
class Dual:
    """A number and how fast it changes, per unit of the variable.

    Parameters
    ----------
    value, slope : float
        Real numbers.

    Examples
    --------
    >>> x = variable(3.0)
    >>> x * x + 1
    Dual(value=10.0, slope=6.0)
    """

    value: float
    slope: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what is no number."""
        object.__setattr__(self, "value", as_number(self.value, "value"))
        object.__setattr__(self, "slope", as_number(self.slope, "slope"))

    def __add__(self, other: Any) -> "Dual":
        """Slopes add up."""
        other = _as_dual(other)
        return Dual(self.value + other.value, self.slope + other.slope)

    def __mul__(self, other: Any) -> "Dual":
        """The product rule."""
        other = _as_dual(other)
        return Dual(self.value * other.value, self.slope * other.value + self.value * other.slope)

    def __truediv__(self, other: Any) -> "Dual":
        """The quotient rule."""
        other = _as_dual(other)
        if other.value == 0:
            raise ZeroDivisionError(f"the divisor must not be 0, got {other}")
        ratio = self.value / other.value
        return Dual(ratio, (self.slope - ratio * other.slope) / other.value)

    def __pow__(self, n: float) -> "Dual":
        """The power rule, for a fixed exponent."""
        n = as_number(n, "n")
        if n == 0:
            return Dual(1.0)
        if (self.value == 0 and n < 1) or (self.value < 0 and n != int(n)):
            raise ValueError(f"the base must be positive for the exponent {n}, got {self.value}")
        return Dual(math.pow(self.value, n), n * math.pow(self.value, n - 1) * self.slope)

    def __neg__(self) -> "Dual":
        """Both signs turn."""
        return Dual(-self.value, -self.slope)

    def __sub__(self, other: Any) -> "Dual":
        """Slopes are subtracted."""
        return self + -_as_dual(other)

    def __rsub__(self, other: Any) -> "Dual":
        """A constant less a dual number."""
        return _as_dual(other) - self

    def __rtruediv__(self, other: Any) -> "Dual":
        """A constant, divided by a dual number."""
        return _as_dual(other) / self

    __radd__, __rmul__ = __add__, __mul__


def variable(x: float) -> Dual:
    """Return ``x`` as the variable itself, whose slope is 1.

    Examples
    --------
    >>> 1 / variable(2.0)
    Dual(value=0.5, slope=-0.25)
    """
    return Dual(as_number(x, "x"), 1.0)


def exp(x: Any) -> Dual:
    """Return the exponential, which is its own derivative.

    Raises
    ------
    ValueError
        If ``x`` is so large that the exponential is no float.

    Examples
    --------
    >>> exp(2 * variable(0.0))
    Dual(value=1.0, slope=2.0)
    """
    x = _as_dual(x, "x")
    if x.value > LARGEST:
        raise ValueError(
            f"x must be at most {LARGEST}, or its exponential is no float, got {x.value}"
        )
    return _chain(x, math.exp(x.value), math.exp(x.value))


def log(x: Any) -> Dual:
    """Return the natural logarithm, of slope ``1 / x``.

    Raises
    ------
    ValueError
        If ``x`` is not positive.

    Examples
    --------
    >>> log(variable(2.0)).slope
    0.5
    """
    x = _as_dual(x, "x")
    if not x.value > 0:
        raise ValueError(f"x must be positive, got {x.value}")
    return _chain(x, math.log(x.value), 1 / x.value)


def sin(x: Any) -> Dual:
    """Return the sine, of slope ``cos(x)``.

    Raises
    ------
    ValueError
        If ``x`` is not finite.

    Examples
    --------
    >>> sin(variable(0.0))
    Dual(value=0.0, slope=1.0)
    """
    x = _as_dual(x, "x")
    if not math.isfinite(x.value):
        raise ValueError(f"x must be finite, got {x.value}")
    return _chain(x, math.sin(x.value), math.cos(x.value))


def tanh(x: Any) -> Dual:
    """Return the hyperbolic tangent, of slope ``1 - tanh(x)**2``.

    Examples
    --------
    >>> tanh(variable(0.0))
    Dual(value=0.0, slope=1.0)
    """
    x = _as_dual(x, "x")
    tail = math.exp(-2 * abs(x.value))  # 1 - tanh ** 2 would lose its digits far out
    return _chain(x, math.tanh(x.value), 4 * tail / (1 + tail) ** 2)


def sigmoid(x: Any) -> Dual:
    """Return ``1 / (1 + exp(-x))``, of slope ``sigmoid(x) * sigmoid(-x)``, for every size of x.

    Examples
    --------
    >>> sigmoid(variable(0.0))
    Dual(value=0.5, slope=0.25)
    """
    x = _as_dual(x, "x")
    tail = math.exp(-abs(x.value))
    near, far = 1 / (1 + tail), tail / (1 + tail)
    return _chain(x, near if x.value >= 0 else far, near * far)


def _chain(x: Dual, value: float, slope: float) -> Dual:
    """Return a function's value, and its slope times that of what is inside."""
    return Dual(value, slope * x.slope)


def _as_dual(x: Any, name: str = "number") -> Dual:
    return x if isinstance(x, Dual) else Dual(as_number(x, name))
