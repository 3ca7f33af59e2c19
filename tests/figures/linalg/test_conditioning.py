"""Conditioning shows what NumPy solves and what `condition` says."""

import re

import numpy as np
import pytest

import figures
from mathlib.linalg.systems import condition
from tests.browser import readout


def numbers(figure):
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", readout(figure))]


def put(page, figure, name, keys):
    figure.locator(f"[data-name={name}]").focus()
    for key in keys:
        page.keyboard.press(key)


def tip(figure, name):
    said = figure.locator(f"[role=slider][data-name={name}]").get_attribute("aria-valuetext")
    return np.array(list(map(float, said.replace("\N{MINUS SIGN}", "-").split(", "))))


def agrees(figure):
    A = np.column_stack([tip(figure, "a0"), tip(figure, "a1")])
    b = tip(figure, "b")
    turn = np.radians(float(figure.locator("input[data-name=direction]").input_value()))
    share = float(figure.locator("input[data-name=error]").input_value()) / 100
    change = share * np.linalg.norm(b) * np.array([np.cos(turn), np.sin(turn)])
    x, moved = np.linalg.solve(A, b), np.linalg.solve(A, b + change)
    relative = np.linalg.norm(moved - x) / np.linalg.norm(x)
    least = np.linalg.svd(A, compute_uv=False)[-1]
    most = np.linalg.norm(b) / least / np.linalg.norm(x)
    wanted = [*x, *moved, 100 * share, 100 * relative, relative / share, most, condition(A)]
    shown = numbers(figure)
    assert shown == pytest.approx(wanted, rel=1e-3, abs=6e-3)
    assert shown[-3] <= shown[-2] + 2e-3 and shown[-2] <= shown[-1] + 2e-3


def test_the_numbers_are_those_of_numpy_wherever_the_arrow_keys_go(page, alive):
    figure = alive(figures.Conditioning())
    agrees(figure)
    rng = np.random.default_rng(0)
    keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]
    for name in ["a0", "a1", "b"] * 3:
        put(page, figure, name, rng.choice(keys, size=4))
        A = np.column_stack([tip(figure, "a0"), tip(figure, "a1")])
        if abs(np.linalg.det(A)) > 0.2 and tip(figure, "b").any():
            agrees(figure)


def test_the_error_goes_round_and_grows(page, alive):
    figure = alive(figures.Conditioning(b=[3.5, 3.5], direction=90, error=10))
    put(page, figure, "direction", ["ArrowRight"] * 9)
    put(page, figure, "error", ["ArrowRight"] * 5)
    agrees(figure)
    # At 135 degrees the error is least stretched by A, and b is most: this is the worst case.
    assert numbers(figure)[-3:] == pytest.approx([7, 7, 7], abs=1e-3)


def test_a_singular_matrix_and_a_zero_have_no_answer(page, alive):
    figure = alive(figures.Conditioning(a0=[1, 2], a1=[0.5, 1]))
    assert "singular" in readout(figure)
    put(page, figure, "a1", ["ArrowUp"])
    agrees(figure)
    figure = alive(figures.Conditioning(b=[0, 0]))
    assert "no relative error" in readout(figure)
