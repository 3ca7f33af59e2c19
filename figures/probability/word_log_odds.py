"""What each word of a message says for spam or against it, in log-odds."""

import traitlets

from figures.figure import Figure

MODELS = ("counts", "presence")


class WordLogOdds(
    Figure,
    title="What each word says",
    alt="A message that can be typed, and a bar for each of its words: to the right what speaks "
    "for spam, to the left what speaks against it, in log-odds. The last bar is the sum, with "
    "that of the prior.",
    example={
        "words": ["free", "lunch"],
        "counts": [[1, 3], [4, 0]],
        "having": [[1, 2], [3, 0]],
        "texts": [3, 4],
        "text": "free lunch",
    },
):
    """`counts` of each of `words`, and how many of the `texts` of either class are `having` it."""

    words = traitlets.List(traitlets.Unicode(), minlen=1).tag(sync=True)
    counts: traitlets.List[list[int]] = traitlets.List(minlen=2, maxlen=2).tag(sync=True)
    having: traitlets.List[list[int]] = traitlets.List(minlen=2, maxlen=2).tag(sync=True)
    texts = traitlets.List(traitlets.Int(min=1), minlen=2, maxlen=2).tag(sync=True)
    text = traitlets.Unicode("").tag(sync=True)
    model = traitlets.Enum(MODELS, MODELS[0]).tag(sync=True)
    smoothing = traitlets.Float(0.0, min=-2, max=4).tag(sync=True)
