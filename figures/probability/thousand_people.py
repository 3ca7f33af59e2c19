"""A thousand people, a disease that few have, and a test that errs: who is positive?"""

import traitlets

from figures.figure import Figure


class ThousandPeople(
    Figure,
    title="A thousand people are tested",
    alt="A thousand dots, one for each person. The ill stand first: filled if all their tests are "
    "positive, rings if one is not. Then come the healthy who are positive all the same, in the "
    "colour of errors, and the other healthy, faint.",
):
    """`ill` of 1000; `sensitivity` and `specificity` in percent; positive in all of `tests`."""

    ill = traitlets.Int(1, min=1, max=500).tag(sync=True)
    sensitivity = traitlets.Int(99, min=50, max=100).tag(sync=True)
    specificity = traitlets.Int(95, min=50, max=100).tag(sync=True)
    tests = traitlets.Int(1, min=1, max=4).tag(sync=True)
