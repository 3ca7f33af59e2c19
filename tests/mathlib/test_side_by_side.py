"""A function beside the reference: where they part, and why one gives no number."""

import json

import pytest

from mathlib.side_by_side import of_page, side_by_side

FIGURE = {"call": "f(n, k)", "over": {"n": [0, 3, 1]}, "slider": {"k": [1, 2]}}


def power(n, k):
    return n**k


def told(answer, figure=FIGURE):
    return side_by_side(figure, {"f": power}, {"f": answer})


def test_the_first_difference_is_marked_in_the_order_of_the_sliders():
    found = told(lambda n, k: n * k)
    assert found["x"] == [0, 1, 2, 3] and found["slider"] == ["k", [1, 2]]
    assert found["curves"][1] == [[0, 1, 4, 9], [0, 2, 4, 6]]
    assert found["part"] == [1, 1]
    assert found["said"] == "They part at n = 1 and k = 2: the reference is 1, yours is 2."


def test_the_right_answer_parts_nowhere():
    found = told(lambda n, k: n * n if k == 2 else n + 1e-14)
    assert found["part"] is None and found["said"].startswith("They are the same")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (lambda n, k: None, "At n = 0 and k = 1 it gives no number. It is NoneType."),
        (lambda n, k: 1 / n, "At n = 0 and k = 1 it gives no number. It divides by zero."),
        (lambda n, k: float("nan"), "At n = 0 and k = 1 it gives no number. It is float."),
    ],
)
def test_what_is_no_number_is_not_drawn(answer, said):
    found = told(answer)
    assert found["curves"] == [] and found["said"] == said


def test_the_page_asks_in_json():
    task = {"setup": [], "solution": "def f(n, k): return n**k"}
    found = json.loads(of_page(json.dumps({"task": task, "figure": FIGURE}), {"f": power}))
    assert found["part"] is None and len(found["curves"]) == 2


def test_misuse_is_refused():
    with pytest.raises(ValueError, match="5000 calls at most, got 20002"):
        told(power, FIGURE | {"over": {"n": [0, 10000, 1]}})
    with pytest.raises(ValueError, match="must call where the reference is a number, got n = 0"):
        told(power, FIGURE | {"call": "f(n, -k)"})
