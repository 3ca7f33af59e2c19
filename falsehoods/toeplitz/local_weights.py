"""False versions of the claims of *How a dense layer becomes a convolution*."""

import numpy as np

from mathlib.falsehoods import false


@false("tc-02", "band_mask", shown="band_mask(2, 4, 2)")
def one_place_more(m, n, K):
    """A window of width K ends K places after the output's own place."""
    lag = np.arange(n) - np.arange(m)[:, None]
    return (lag >= 0) & (lag <= K)
