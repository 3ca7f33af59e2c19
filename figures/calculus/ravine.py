"""Four optimisers from one start in one bowl, and what each step leaves of the error."""

import traitlets

from figures.figure import Figure


class Ravine(
    Figure,
    title="Four ways down a ravine",
    alt="Level lines of a long bowl from above. From a start that can be dragged, four paths lead "
    "towards its lowest point: gradient descent, momentum, RMSProp and Adam. Below it, the error "
    "of each, step by step, on a logarithmic axis, and by which factor a step of descent, and one "
    "with momentum, multiplies the error, for every rate; a line marks the present rate.",
    symbols={"x": "input", "η": "kernel", "β": "output"},
):
    """Start `x`, step `t`, `rate`, `beta`, `own` in hundredths, `kappa`, `turn` in degrees."""

    x = traitlets.List(traitlets.Float(min=-3, max=3), [-2.5, 0.5], minlen=2, maxlen=2).tag(
        sync=True
    )
    t = traitlets.Int(12, min=0, max=100).tag(sync=True)
    rate = traitlets.Int(180, min=5, max=400).tag(sync=True)
    beta = traitlets.Int(70, min=0, max=98).tag(sync=True)
    kappa = traitlets.Int(12, min=1, max=100).tag(sync=True)
    own = traitlets.Int(20, min=1, max=100).tag(sync=True)
    turn = traitlets.Int(20, min=0, max=90).tag(sync=True)
    show = traitlets.Enum(["all", "descent", "momentum", "RMSProp", "Adam"], "all").tag(sync=True)
