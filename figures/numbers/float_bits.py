"""A number and its bits in a format, each of which can be changed: value, neighbours, error."""

from typing import Any

import traitlets

from figures.figure import Figure
from mathlib.numbers.formats import FORMATS, encode


class FloatBits(
    Figure,
    example={"x": 0.1},
    title="The bits of a number",
    alt="A row of bits in three fields: sign, exponent, fraction. Below it the number that they "
    "mean, and a short piece of the line of numbers: both neighbours, and what was typed.",
    symbols={"s": "reference", "e": "kernel", "f": "input"},
):
    """The code of a number in one of the formats of `mathlib`, in hexadecimal digits."""

    formats: traitlets.List[Any] = traitlets.List().tag(sync=True)
    format = traitlets.Unicode("FP16").tag(sync=True)
    code = traitlets.Unicode().tag(sync=True)
    typed = traitlets.Unicode().tag(sync=True)

    def __init__(self, x: float = 1.0, **kwargs: Any) -> None:
        """Show `x`, rounded to the format.

        Raises
        ------
        ValueError
            If there is no such format.
        """
        records = {fmt.name: fmt for fmt in FORMATS}
        name = kwargs.get("format", "FP16")
        if name not in records:
            raise ValueError(f"format must be one of {', '.join(records)}, got {name!r}")
        kwargs.setdefault("code", f"{int(encode(x, records[name])):x}")
        kwargs.setdefault("typed", str(x))
        super().__init__(
            formats=[
                [f.name, f.exponent_bits, f.fraction_bits, f.bias, f.specials] for f in FORMATS
            ],
            **kwargs,
        )
