"""Interactive figures. Each is an anywidget, alive in Jupyter and in the static book alike."""

from figures.curves import Curves
from figures.frames import Frames
from figures.images import Images
from figures.numbers.float_bits import FloatBits
from figures.numbers.number_line import NumberLine
from figures.numbers.softmax_bars import SoftmaxBars
from figures.toeplitz.backward_pass import BackwardPass
from figures.toeplitz.circulant_response import CirculantResponse
from figures.toeplitz.equivariance import Equivariance
from figures.toeplitz.flip import Flip
from figures.toeplitz.image_matrices import ImageMatrices
from figures.toeplitz.modes import Modes
from figures.toeplitz.output_grid import OutputGrid
from figures.toeplitz.output_size import OutputSize
from figures.toeplitz.padding_modes import PaddingModes
from figures.toeplitz.product_grid import ProductGrid
from figures.toeplitz.reach import Reach
from figures.toeplitz.receptive_field import ReceptiveField
from figures.toeplitz.sliding_window import SlidingWindow
from figures.toeplitz.spread import Spread
from figures.toeplitz.stacked_kernels import StackedKernels
from figures.toeplitz.weight_matrix import WeightMatrix

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
