"""Convolution as a Toeplitz matrix: the matrices, the windows, the layers."""
