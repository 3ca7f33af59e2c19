"""A reader's function beside the reference, over a range of inputs: curves, and where they part."""

import contextlib
import copy
import io
import json
import math
import warnings
from typing import Any

import numpy as np

from mathlib._words import in_words
from mathlib.checks import agrees
from mathlib.mistakes import NEAR

MOST = 5000  # calls of each function


def of_page(given: str, names: dict[str, Any]) -> str:
    """Return as JSON what a page draws of the answer among the reader's `names`.

    `given` is JSON: the ``task`` of `mathlib.mistakes.known_mistake`, and the ``figure``:

    - ``call``: what is drawn, such as ``"longest_signal(memory, 4)"``;
    - ``over``: the name that runs along the axis, with its first and last value and the step;
    - ``slider``: another name, with its values.
    """
    read = json.loads(given)
    task, figure = read["task"], read["figure"]
    reference: dict[str, Any] = {"__name__": "reference"}
    for source in [*task["setup"], task["solution"]]:
        exec(compile(source, "<reference>", "exec"), reference)
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return json.dumps(side_by_side(figure, reference, names))


def side_by_side(
    figure: dict[str, Any], reference: dict[str, Any], names: dict[str, Any]
) -> dict[str, Any]:
    """Return the curves of the reference and of the answer, and the first input where they part.

    Returns
    -------
    dict
        ``x``; ``slider``, its name and values; ``curves``, a pair for each value of the slider;
        ``part``, the place of the first difference as (slider, x), or None; ``said``, in words.
        Where the answer gives no number there are no curves, and ``said`` tells why.

    Examples
    --------
    >>> figure = {"call": "f(n, k)", "over": {"n": [1, 3, 1]}, "slider": {"k": [2]}}
    >>> right, wrong = lambda n, k: n**k, lambda n, k: k * n - 1
    >>> found = side_by_side(figure, {"f": right}, {"f": wrong})
    >>> found["curves"], found["part"]
    ([[[1, 4, 9], [1, 3, 5]]], [0, 1])
    >>> found["said"]
    'They part at n = 2 and k = 2: the reference is 4, yours is 3.'
    """
    ((name, (first, last, step)),) = figure["over"].items()
    ((slider, values),) = figure["slider"].items()
    x = [first + i * step for i in range(int((last - first) / step + 1e-9) + 1)]
    if len(x) * len(values) > MOST:
        raise ValueError(
            f"over and slider must ask for {MOST} calls at most, got {len(x) * len(values)}"
        )
    code = compile(figure["call"], "<figure>", "eval")
    told: dict[str, Any] = {"x": x, "slider": [slider, values], "curves": [], "part": None}
    for at, value in enumerate(values):
        pair: list[list[float]] = [[], []]
        for i, along in enumerate(x):
            given = {name: along, slider: value}
            right = _number(code, reference, given)
            mine = _number(code, names, given)
            where = " and ".join(f"{k} = {v}" for k, v in given.items())
            if isinstance(right, str):
                raise ValueError(f"figure must call where the reference is a number, got {where}")
            if isinstance(mine, str):
                return told | {"curves": [], "said": f"At {where} it gives no number. {mine}"}
            if told["part"] is None and not agrees(mine, right, **NEAR):
                told["part"] = [at, i]
                told["said"] = (
                    f"They part at {where}: the reference is {right:g}, yours is {mine:g}."
                )
            pair[0].append(right)
            pair[1].append(mine)
        told["curves"].append(pair)
    return {"said": "They are the same at every place that is drawn."} | told


def _number(code: Any, names: dict[str, Any], given: dict[str, Any]) -> Any:
    """Return a finite number, or in words why there is none."""
    try:
        value = eval(code, {**names, **copy.deepcopy(given)})
        number = value.item() if isinstance(value, np.generic | np.ndarray) else value
        if isinstance(number, int | float) and math.isfinite(number):
            return number
        return f"It is {type(value).__name__}."
    except Exception as error:
        return in_words(error)
