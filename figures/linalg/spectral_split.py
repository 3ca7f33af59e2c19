"""Points joined with their nearest: the pieces of the graph, and the split by signs."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import traitlets
from numpy.typing import ArrayLike

from figures.figure import Figure
from figures.precomputed import rounded
from mathlib.linalg.graphs import components, laplacian, nearest_graph

SHOWN = 8  # eigenvalues, the least of them


class SpectralSplit(
    Figure,
    title="Pieces, and where to cut",
    alt="Points in a plane, each joined by lines with its nearest, as many as the slider says. "
    "Where the graph is in pieces, points of one piece share a mark; where it hangs together there "
    "are two marks, by the sign of an eigenvector. Beside it the least eigenvalues of the "
    "Laplacian: as many are zero as there are pieces.",
    symbols={"\u03bb": "output"},
    example={
        "X": [[0, 0], [1, 0], [4, 0], [5, 1]],
        "seen": [[0, 0], [1, 0], [4, 0], [5, 1]],
        "kinds": ["left", "left", "right", "right"],
        "neighbours": [1, 2],
        "names": ["x", "y"],
        "ring": "left",
    },
):
    """The graphs of the rows of `X` with so many `neighbours`, calculated here.

    `seen` places each row in the plane, on axes with `names`; `kinds` says what it really is, which
    no calculation uses. Those of the kind `ring` can be ringed.
    """

    seen = traitlets.List(traitlets.List(traitlets.Float())).tag(sync=True)
    kinds = traitlets.List(traitlets.Unicode()).tag(sync=True)
    names = traitlets.List(traitlets.Unicode()).tag(sync=True)
    neighbours = traitlets.List(traitlets.Int()).tag(sync=True)
    edges = traitlets.List(traitlets.Int()).tag(sync=True)
    pieces = traitlets.List(traitlets.List(traitlets.Int())).tag(sync=True)
    v = traitlets.List(traitlets.List(traitlets.Float())).tag(sync=True)
    lam = traitlets.List(traitlets.List(traitlets.Float())).tag(sync=True)
    place = traitlets.Int(0, min=0).tag(sync=True)
    ring = traitlets.Unicode().tag(sync=True)
    ringed = traitlets.Bool(False).tag(sync=True)

    def __init__(
        self,
        X: ArrayLike,
        seen: ArrayLike,
        kinds: Sequence[str],
        neighbours: Sequence[int],
        k: int | None = None,
        **kwargs: Any,
    ) -> None:
        """Make the graphs; `k`, one of the `neighbours`, is what the figure starts with."""
        if list(neighbours) != sorted(set(neighbours)) or not neighbours:
            raise ValueError(f"neighbours must rise, got {list(neighbours)}")
        if k is not None and k not in neighbours:
            raise ValueError(f"k must be one of {list(neighbours)}, got {k}")
        edges: list[int] = []
        pieces, vectors, values = [], [], []
        known = np.zeros((len(kinds), len(kinds)), np.int64)
        for at, count in enumerate(neighbours):
            W = nearest_graph(X, count)
            for i, j in np.argwhere(np.triu(W - known)).tolist():
                edges += [i, j, at]  # each edge of fewer neighbours is one of more
            known = W
            found = components(W)
            lam, Q = np.linalg.eigh(laplacian(W))
            second = Q[:, 1] if found.max() == 0 else np.zeros(0)  # else it is not one alone
            second = second * (1 if second.size and second[0] > 0 else -1)
            pieces.append(found.tolist())
            vectors.append([rounded(w) for w in second])
            values.append([abs(rounded(w, 4)) for w in lam[:SHOWN]])
        super().__init__(
            seen=np.asarray(seen, float).tolist(),
            kinds=list(kinds),
            neighbours=list(neighbours),
            edges=edges,
            pieces=pieces,
            v=vectors,
            lam=values,
            place=list(neighbours).index(k) if k is not None else 0,
            **kwargs,
        )
