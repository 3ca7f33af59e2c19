"""Interactive figures. Each is an anywidget, alive in Jupyter and in the static book alike."""

from figures.circulant_response import CirculantResponse
from figures.curves import Curves
from figures.equivariance import Equivariance
from figures.flip import Flip
from figures.frames import Frames
from figures.modes import Modes
from figures.product_grid import ProductGrid
from figures.reach import Reach
from figures.sliding_window import SlidingWindow
from figures.stacked_kernels import StackedKernels
from figures.weight_matrix import WeightMatrix

__all__ = [
    "CirculantResponse",
    "Curves",
    "Equivariance",
    "Flip",
    "Frames",
    "Modes",
    "ProductGrid",
    "Reach",
    "SlidingWindow",
    "StackedKernels",
    "WeightMatrix",
]
