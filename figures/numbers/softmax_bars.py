"""Logits that the reader drags, their softmax, and the covariance of what is drawn from it."""

from typing import Any

import traitlets

from figures.figure import Figure


class SoftmaxBars(
    Figure,
    example={"o": [0, 1]},
    title="Scores become probabilities",
    alt="Bars for the logits, which can be dragged, and for their softmax. Below, the "
    "gradient of the loss, probabilities minus label, and two matrices of coloured cells: "
    "how the loss bends, and the covariance of the one-hot vectors of classes that were drawn.",
    symbols={"o": "input", "p": "output"},
):
    """Logits `o`, a temperature, a `label`, and ten to the power `draws` draws of a class."""

    o = traitlets.List(traitlets.Float(), minlen=1, maxlen=6).tag(sync=True)
    temperature = traitlets.Float(1.0, min=0.2, max=5.0).tag(sync=True)
    label = traitlets.Int(0, min=0).tag(sync=True)
    draws = traitlets.Int(2, min=0, max=5).tag(sync=True)

    def __init__(self, **kwargs: Any) -> None:
        """Take the traits as arguments.

        Raises
        ------
        ValueError
            If `label` is no class.
        """
        super().__init__(**kwargs)
        if self.label >= len(self.o):
            raise ValueError(f"label must be one of {len(self.o)} classes, got {self.label}")
