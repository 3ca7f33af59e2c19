"""Interactive figures. Each is an anywidget, alive in Jupyter and in the static book alike."""

from figures.backward_pass import BackwardPass
from figures.circulant_response import CirculantResponse
from figures.curves import Curves
from figures.equivariance import Equivariance
from figures.flip import Flip
from figures.float_bits import FloatBits
from figures.frames import Frames
from figures.image_matrices import ImageMatrices
from figures.images import Images
from figures.modes import Modes
from figures.number_line import NumberLine
from figures.output_grid import OutputGrid
from figures.output_size import OutputSize
from figures.padding_modes import PaddingModes
from figures.product_grid import ProductGrid
from figures.reach import Reach
from figures.receptive_field import ReceptiveField
from figures.sliding_window import SlidingWindow
from figures.softmax_bars import SoftmaxBars
from figures.spread import Spread
from figures.stacked_kernels import StackedKernels
from figures.weight_matrix import WeightMatrix

__all__ = [
    "BackwardPass",
    "CirculantResponse",
    "Curves",
    "Equivariance",
    "Flip",
    "FloatBits",
    "Frames",
    "ImageMatrices",
    "Images",
    "Modes",
    "NumberLine",
    "OutputGrid",
    "OutputSize",
    "PaddingModes",
    "ProductGrid",
    "Reach",
    "ReceptiveField",
    "SlidingWindow",
    "SoftmaxBars",
    "Spread",
    "StackedKernels",
    "WeightMatrix",
]
