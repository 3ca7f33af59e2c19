"""TurningPoint shows what NumPy computes."""

import re

import numpy as np
import pytest

from tests.browser import put, readout


def test_the_point_is_e_to_the_i_theta(show):
    figure = show("turning_point")
    for q in (0, 1, 5, 12, 23, 24):
        for j in (0, 1, 7, 24):
            put(figure, "q", q)
            put(figure, "j", j)
            said = readout(figure).replace("\N{MINUS SIGN}", "-")
            re_, sign, im = re.search(r"= (\S+) ([+-]) (\S+) i", said).groups()
            shown = complex(float(re_), float(sign + im))
            assert shown == pytest.approx(np.exp(2j * np.pi * q * j / 24), abs=6e-4)
            assert f"turned by {round(360 * q * j / 24, 1):g}\N{DEGREE SIGN}" in said
