"""The singular values of several matrices, and a tolerance that says which of them count."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import traitlets
from numpy.typing import ArrayLike

from figures.figure import Figure
from figures.precomputed import significant

LOWEST, HIGHEST = -10, 6  # powers of ten that the picture shows


class RankTolerance(
    Figure,
    title="How many singular values count?",
    alt="The singular values of a matrix as stems on a logarithmic axis, the largest first, and a "
    "level line, the tolerance, which can be dragged. Stems that end above the line are filled and "
    "counted: that is the rank. Those below are hollow, and what is smaller than rounding errors "
    "lies on the lower edge.",
    symbols={"\N{GREEK SMALL LETTER SIGMA}": "output"},
    example={"matrices": {"first": [[1, 2], [2, 4]], "second": [[1, 0], [0, 1e-3]]}},
):
    """The singular values of each of `matrices`, a matrix by its label.

    `which` is the number of the one that is shown, `tolerance` a power of ten.
    """

    names = traitlets.List(traitlets.Unicode(), minlen=1).tag(sync=True)
    sigma: traitlets.List[list[float]] = traitlets.List().tag(sync=True)
    which = traitlets.Int(0, min=0).tag(sync=True)
    tolerance = traitlets.Float(-1.0, min=LOWEST, max=HIGHEST).tag(sync=True)
    label = traitlets.Unicode("matrix").tag(sync=True)

    def __init__(self, matrices: Mapping[str, ArrayLike], **kwargs: Any) -> None:
        """Compute the singular values; what rounding alone explains is stored as 0.

        Raises
        ------
        ValueError
            If there is none, or if one is no matrix with entries.
        """
        sigma = []
        for name, given in matrices.items():
            A = np.asarray(given, float)
            if A.ndim != 2 or A.size == 0:
                raise ValueError(f"matrices[{name!r}] must have entries, got shape {A.shape}")
            found = np.linalg.svd(A, compute_uv=False)
            dust = max(A.shape) * 2.0**-52 * found[0]
            sigma.append([significant(v, 3) if v > dust else 0.0 for v in found.tolist()])
        if not sigma:
            raise ValueError("matrices must be one at least, got none")
        super().__init__(names=list(matrices), sigma=sigma, **kwargs)
