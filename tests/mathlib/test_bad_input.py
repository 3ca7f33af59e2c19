"""Every public function, every argument, every kind of slip: a right result or a clear error.

`CALLS` holds one valid call of each function. A function without an entry fails the first test.
"""

import importlib
import inspect
import pkgutil
import re
import warnings

import numpy as np
import pytest

import mathlib
from mathlib.calculus.engine import Node
from mathlib.numbers.formats import E2M1, FP16, FloatFormat
from mathlib.numbers.quantize import affine
from mathlib.numbers.softmax import lse_state
from mathlib.probability.moments import moments_of
from mathlib.probability.naive_bayes import fit_bernoulli
from mathlib.probability.regression import Model
from mathlib.toeplitz.patches import windows

BY = affine(-1.0, 1.5)
MODEL = fit_bernoulli(np.array([[3, 0, 1], [0, 4, 2]]), np.array([0, 1]))
AT = windows((5,), 3, padding=1)
SIGNAL, KERNEL = np.array([1.0, 2.0, 4.0, 8.0, 16.0]), np.array([1.0, 2.0, 3.0])
NODE = Node(3.0)
SYMMETRIC = np.array([[2.0, 1.0], [1.0, 3.0]])
IMAGE, WINDOW = np.arange(12.0).reshape(3, 4), np.array([[1.0, 2.0], [3.0, 4.0]])
BATCH, WEIGHT = np.arange(20.0).reshape(2, 2, 5), np.arange(18.0).reshape(3, 2, 3)
HOW = {"stride": 1, "padding": 1, "dilation": 1, "groups": 1}
MODE = {"padding_mode": "zeros"}

CALLS = {
    "checks.arguments_after": {"function": len},
    "checks.pure": {"function": len},
    "checks.vectors": {"rng": np.random.default_rng(1), "shortest": 2, "longest": 9},
    "checks.matrices": {"rng": np.random.default_rng(1), "largest": 3},
    "checks.dressed": {"x": SIGNAL},
    "checks.agrees": {"got": [1.0], "wanted": [1.0], "rtol": 0.0, "atol": 0.0},
    "checks.done": {"answer": 3},
    "values.tells_apart": {"x": [2, 1], "right": sorted, "wrong": list, "rtol": 0.0, "atol": 0.0},
    "values.in_order": {"lines": "ab", "needs": {"a": "", "b": "a"}, "distractors": {"c": "No."}},
    "values.within_factor": {"estimate": 2.0, "truth": 3.0, "factor": 2.0},
    "real_data.crow": {},
    "real_data.hopper": {},
    "real_data.penguins": {},
    "real_data.rhymes": {},
    "real_data.messages": {},
    "calculus.differences.best_step": {"x": 2.0, "kind": "central"},
    "calculus.differences.forward": {"f": abs, "x": 2.0, "h": 0.5},
    "calculus.differences.central": {"f": abs, "x": 2.0, "h": 0.5},
    "calculus.differences.complex_step": {"f": lambda z: 2 * z, "x": 2.0, "h": 1e-30},
    "calculus.gradients.partial": {"f": np.sum, "x": SIGNAL, "i": 1},
    "calculus.gradients.gradient": {"f": np.sum, "x": SIGNAL},
    "calculus.gradients.directional": {"f": np.sum, "x": SIGNAL, "v": SIGNAL[::-1].copy()},
    "calculus.jacobians.jacobian": {"f": np.cumsum, "x": SIGNAL},
    "calculus.jacobians.push": {"f": np.cumsum, "x": SIGNAL, "v": SIGNAL[::-1].copy()},
    "calculus.jacobians.pull": {"f": np.cumsum, "x": SIGNAL, "u": SIGNAL[::-1].copy()},
    "calculus.network.forward": {
        "X": np.eye(2), "W1": np.eye(2), "b1": np.ones(2), "W2": np.eye(2), "b2": np.ones(2),
    },
    "calculus.network.backward": {
        "X": np.eye(2), "W1": np.eye(2), "b1": np.ones(2), "W2": np.eye(2), "b2": np.ones(2),
        "D2": np.ones((2, 2)),
    },
    "calculus.newton.quadratic_model": {
        "f0": 1.0, "g": SIGNAL, "H": np.eye(len(SIGNAL)), "d": SIGNAL[::-1].copy(),
    },
    "calculus.newton.newton_step": {"g": SIGNAL, "H": np.eye(len(SIGNAL))},
    "calculus.newton.damped_step": {
        "f": np.sum, "x": SIGNAL, "g": np.ones(len(SIGNAL)), "H": np.eye(len(SIGNAL)),
    },
    "calculus.newton.gauss_newton_step": {"r": SIGNAL, "J": np.eye(len(SIGNAL))},
    "calculus.optimisers.descent": {"state": None, "g": SIGNAL, "rate": 0.5},
    "calculus.optimisers.momentum": {"state": SIGNAL, "g": SIGNAL, "rate": 0.5, "beta": 0.5},
    "calculus.optimisers.rmsprop": {
        "state": SIGNAL, "g": SIGNAL, "rate": 0.5, "alpha": 0.5, "eps": 1e-8,
    },
    "calculus.optimisers.adam": {
        "state": None, "g": SIGNAL, "rate": 0.5, "beta1": 0.5, "beta2": 0.5, "eps": 1e-8,
    },
    "calculus.optimisers.walk": {
        "step": lambda state, g: (state, -g), "gradient": lambda x: x, "x": SIGNAL, "steps": 3,
    },
    "calculus.schedules.step_decay": {"t": SIGNAL**2, "rate": 0.5, "every": 2, "factor": 0.5},
    "calculus.schedules.inverse_decay": {"t": SIGNAL**2, "rate": 0.5, "tau": 3.0},
    "calculus.schedules.cosine_decay": {"t": SIGNAL**2, "rate": 0.5, "steps": 9},
    "calculus.schedules.warm_up": {"t": SIGNAL**2, "steps": 3},
    "calculus.schedules.mean_square_errors": {
        "rates": SIGNAL**2 / 9, "start": 2.0, "bend": 1.0, "noise": 1.0,
    },
    "calculus.schedules.filter_factors": {"eigenvalues": SIGNAL**2, "rate": 0.1, "t": 3},
    "calculus.schedules.log_uniform": {"u": np.array([0.0, 0.5, 1.0]), "low": 0.1, "high": 10.0},
    "calculus.schedules.kfold": {"n": 7, "k": 3},
    "calculus.engine.tape": {"y": NODE},
    "calculus.engine.gradients": {"y": NODE, "inputs": [NODE]},
    "calculus.engine.backward": {"y": NODE},
    "calculus.engine.clear": {"inputs": [NODE]},
    "calculus.gradient_check.relative_error": {"g": SIGNAL, "other": SIGNAL[::-1].copy()},
    "calculus.gradient_check.differences": {
        "f": lambda *a: sum(map(np.sum, a)), "inputs": [SIGNAL, IMAGE], "h": 1e-5,
    },
    "calculus.curvature.hessian": {"f": np.sum, "x": SIGNAL},
    "calculus.curvature.curvature_along": {"f": np.sum, "x": SIGNAL, "v": SIGNAL[::-1].copy()},
    "calculus.curvature.classify": {"g": np.zeros(2), "H": SYMMETRIC, "atol": 1e-6},
    "calculus.losses.huber": {"r": SIGNAL, "delta": 2.0},
    "calculus.losses.huber_slope": {"r": SIGNAL, "delta": 2.0},
    "calculus.losses.minibatches": {"N": 7, "B": 3, "rng": np.random.default_rng(1)},
    "calculus.depth.draw_layers": {
        "depth": 2,
        "n": 3,
        "scale": 1.0,
        "rng": np.random.default_rng(1),
    },
    "calculus.depth.signals": {"W": np.ones((2, 5, 5)), "x": SIGNAL, "activation": "tanh"},
    "calculus.depth.gradients_back": {
        "W": np.ones((2, 5, 5)),
        "x": SIGNAL,
        "u": SIGNAL[::-1].copy(),
        "activation": "tanh",
    },
    "calculus.depth.mean_factor": {"scale": 1.0, "activation": "relu"},
    "calculus.sensitivity.swings": {"f": np.sum, "x": SIGNAL, "spread": SIGNAL[::-1].copy()},
    "calculus.sensitivity.elasticities": {"f": np.sum, "x": SIGNAL},
    "calculus.sensitivity.condition": {"f": np.sum, "x": SIGNAL},
    "calculus.dual.variable": {"x": 2.0},
    "calculus.dual.exp": {"x": 2.0},
    "calculus.dual.log": {"x": 2.0},
    "calculus.dual.sin": {"x": 2.0},
    "calculus.dual.tanh": {"x": 2.0},
    "calculus.dual.sigmoid": {"x": 2.0},
    "linalg.similarity.cosine_matrix": {"A": IMAGE, "B": IMAGE[::-1].copy()},
    "linalg.similarity.angular_distance": {"a": KERNEL, "b": KERNEL[::-1].copy()},
    "linalg.similarity.word_weights": {"C": np.arange(12).reshape(3, 4)},
    "linalg.similarity.tfidf": {"C": np.arange(12).reshape(3, 4)},
    "linalg.norms.norm": {"x": SIGNAL, "p": 3.0},
    "linalg.norms.dual_exponent": {"p": 3.0},
    "linalg.norms.steepest": {"y": SIGNAL, "p": 3.0},
    "linalg.norms.ball_point": {"alpha": 1.0, "p": 0.5},
    "linalg.projections.project": {"x": SIGNAL, "a": SIGNAL[::-1].copy()},
    "linalg.projections.signed_distance": {"x": SIGNAL, "w": SIGNAL[::-1].copy(), "b": 2.0},
    "linalg.projections.gram_schmidt": {"A": WINDOW},
    "linalg.projections.householder": {"a": KERNEL},
    "linalg.projections.rotation": {"theta": 1.0},
    "linalg.projections.reflection": {"theta": 1.0},
    "linalg.projections.classify_orthogonal": {"Q": np.array([[0.0, 1.0], [1.0, 0.0]])},
    "linalg.projections.least_squares": {"A": WINDOW, "y": WINDOW[0], "way": "qr"},
    "linalg.matrices.matvec_rows": {"A": IMAGE, "x": np.arange(4.0)},
    "linalg.matrices.matvec_columns": {"A": IMAGE, "x": np.arange(4.0)},
    "linalg.matrices.outer": {"u": SIGNAL, "v": KERNEL},
    "linalg.matrices.matrix_of": {"f": np.cumsum, "n": 3},
    "linalg.matrices.change_of_basis": {"A": WINDOW, "B": WINDOW[::-1].copy()},
    "linalg.singular.low_rank": {"A": IMAGE, "k": 1},
    "linalg.singular.pinv": {"A": IMAGE, "tol": 1e-9},
    "linalg.singular.pca": {"X": IMAGE},
    "linalg.singular.explained": {"X": IMAGE},
    "linalg.symmetric.spectral_power": {"A": SYMMETRIC, "exponent": 2.0},
    "linalg.symmetric.rebuild": {"lam": KERNEL[:2].copy(), "Q": WINDOW, "k": 1},
    "linalg.symmetric.rayleigh": {"A": WINDOW, "x": KERNEL[:2].copy()},
    "linalg.symmetric.rayleigh_extrema": {"A": WINDOW},
    "linalg.symmetric.definiteness": {"A": SYMMETRIC, "tol": 1e-9},
    "linalg.graphs.laplacian": {"W": SYMMETRIC},
    "linalg.graphs.components": {"W": SYMMETRIC},
    "linalg.graphs.nearest_graph": {"X": IMAGE, "k": 1},
    "linalg.systems.determinant": {"A": WINDOW},
    "linalg.systems.row_reduce": {"A": IMAGE},
    "linalg.systems.rank": {"A": IMAGE, "tol": 1e-9},
    "linalg.systems.null_space": {"A": IMAGE, "tol": 1e-9},
    "linalg.systems.matrix_norm": {"A": IMAGE, "kind": "1"},
    "linalg.systems.condition": {"A": IMAGE},
    "linalg.products.matmul": {"A": IMAGE, "B": np.ones((4, 2))},
    "linalg.products.matmul_cost": {"m": 2, "n": 3, "p": 4},
    "linalg.products.chain_cost": {"d": [2, 3, 4, 5]},
    "linalg.products.c_strides": {"shape": [2, 3], "itemsize": 8},
    "linalg.products.offset": {"index": [1, 2], "strides": [24, 8]},
    "linalg.products.intensity": {"m": 2, "n": 3, "p": 4, "itemsize": 8},
    "linalg.distances.distances": {"A": IMAGE, "B": IMAGE[::-1].copy(), "p": 2.0},
    "linalg.distances.distances_by_products": {"A": IMAGE, "B": IMAGE[::-1].copy()},
    "linalg.penalties.shrink_squared": {"z": KERNEL, "lam": 0.5},
    "linalg.penalties.soft_threshold": {"z": KERNEL, "lam": 1.5},
    "linalg.penalties.shrink_length": {"z": KERNEL, "lam": 0.5},
    "linalg.penalties.clip_by_norm": {"g": KERNEL, "c": 1.5},
    "linalg.penalties.keep_largest": {"w": KERNEL, "k": 2},
    "linalg.spectra.is_eigenpair": {"A": WINDOW, "v": KERNEL[:2].copy(), "lam": 2.0, "rtol": 1e-9},
    "linalg.spectra.eig2x2": {"A": WINDOW},
    "linalg.spectra.power_iteration": {"A": WINDOW, "steps": 5, "start": KERNEL[:2].copy()},
    "linalg.spectra.spectral_radius": {"A": WINDOW},
    "linalg.spectra.simulate": {"A": WINDOW, "x": KERNEL[:2].copy(), "steps": 3},
    "linalg.layers.augment": {"W": WINDOW, "b": np.array([1.0, 2.0])},
    "linalg.layers.collapse": {"layers": [(WINDOW, np.array([1.0, 2.0]))]},
    "linalg.layers.dense": {
        "X": WINDOW, "W": WINDOW, "b": np.array([1.0, 2.0]), "f": np.tanh,
    },
    "linalg.layers.lipschitz_bound": {"weights": [WINDOW]},
    "linalg.vectors.dot": {"a": SIGNAL, "b": SIGNAL[::-1].copy()},
    "linalg.vectors.length": {"a": SIGNAL},
    "linalg.vectors.angle": {"a": KERNEL, "b": KERNEL[::-1].copy()},
    "linalg.vectors.as_column": {"x": KERNEL},
    "numbers.formats.FloatFormat": {
        "name": "E3M4", "exponent_bits": 3, "fraction_bits": 4, "bias": 3, "specials": "ieee",
    },
    "numbers.formats.decode": {"code": np.array([1, 2]), "fmt": FP16},
    "numbers.formats.encode": {
        "x": SIGNAL, "fmt": FP16, "rounding": "stochastic", "saturate": True,
        "rng": np.random.default_rng(1),
    },
    "numbers.formats.round_to": {
        "x": SIGNAL, "fmt": FP16, "rounding": "nearest", "saturate": True,
    },
    "numbers.formats.neighbours": {"x": 1.0, "fmt": FP16},
    "numbers.formats.ulp": {"x": 1.0, "fmt": FP16},
    "numbers.formats.exp_thresholds": {"fmt": FP16},
    "numbers.quantize.affine": {"low": np.array([-1.0]), "high": np.array([2.0]), "bits": 8},
    "numbers.quantize.quantize": {"x": KERNEL, "by": BY},
    "numbers.quantize.dequantize": {"q": np.array([1, 2]), "by": BY},
    "numbers.quantize.integer_matmul": {
        "a": np.array([[1, 2]]), "b": np.array([[1], [2]]), "by_a": BY, "by_b": BY,
    },
    "numbers.quantize.log_round": {"x": KERNEL, "smallest": 0.5, "bits": 8},
    "numbers.quantize.block_round": {"x": SIGNAL[:4], "fmt": E2M1, "block": 2},
    "numbers.softmax.logsumexp": {"o": KERNEL, "axis": -1},
    "numbers.softmax.softmax": {"o": KERNEL, "axis": -1, "temperature": 2.0},
    "numbers.softmax.log_softmax": {"o": KERNEL, "axis": -1},
    "numbers.softmax.cross_entropy": {"o": WINDOW, "y": np.array([0, 1])},
    "numbers.softmax.cross_entropy_gradient": {"o": WINDOW, "y": np.array([0, 1])},
    "numbers.softmax.cross_entropy_hessian": {"o": KERNEL},
    "numbers.softmax.lse_state": {"o": KERNEL, "axis": -1},
    "numbers.softmax.lse_merge": {"a": lse_state([1.0, 2.0]), "b": lse_state([3.0])},
    "numbers.softmax.entropy": {"p": np.array([0.25, 0.75]), "axis": -1},
    "probability.ridge.ridge": {"X": WINDOW, "y": WINDOW[:, 0].copy(), "price": 2.0},
    "probability.ridge.expected_gram": {"X": WINDOW, "variance": 0.5},
    "probability.ridge.nearest_solution": {
        "X": WINDOW,
        "y": WINDOW[:, 0].copy(),
        "start": WINDOW[0].copy(),
    },
    "probability.glm.poisson_loss": {"u": np.array([0.5, 1.0]), "y": np.array([0.0, 3.0])},
    "probability.glm.logistic_loss": {"u": np.array([0.5, 1.0]), "y": np.array([0.0, 1.0])},
    "probability.glm.poisson_regression": {
        "X": np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]]),
        "y": np.array([1.0, 2.0, 2.0]),
        "price": 0.5,
    },
    "probability.glm.logistic_regression": {
        "X": np.array([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]]),
        "y": np.array([0, 1, 0]),
        "price": 0.5,
    },
    "probability.estimation.log_likelihood": {
        "x": np.array([2.0, 1.0, 3.0]),
        "family": "exponential",
        "theta": np.array([0.5, 1.0]),
    },
    "probability.estimation.likeliest": {"x": np.array([2.0, 1.0, 3.0]), "family": "uniform"},
    "probability.estimation.gaussian_mle": {"X": WINDOW},
    "probability.estimation.c4": {"N": 3},
    "probability.centres.objective": {
        "b": KERNEL,
        "x": SIGNAL,
        "loss": "huber",
        "level": 0.25,
        "delta": 2.0,
    },
    "probability.centres.median_interval": {"x": SIGNAL},
    "probability.centres.quantile_interval": {"x": SIGNAL, "level": 0.25},
    "probability.centres.huber_location": {"x": SIGNAL, "delta": 2.0},
    "probability.absolute.laplace_logpdf": {"x": SIGNAL, "m": 1.0, "s": 2.0},
    "probability.absolute.laplace_mle": {"x": SIGNAL},
    "probability.absolute.lad_exact": {"X": IMAGE[:, [0, 2]] ** 2, "y": KERNEL},
    "probability.absolute.lad_irls": {"X": IMAGE[:, [0, 2]] ** 2, "y": KERNEL, "steps": 2},
    "probability.absolute.lad_subgradient": {
        "X": IMAGE[:, :2].copy(),
        "y": KERNEL,
        "etas": np.array([0.5, 0.25]),
        "start": KERNEL[:2].copy(),
    },
    "probability.information.expected_surprise": {
        "p": np.array([0.25, 0.75]),
        "q": np.array([0.5, 0.5]),
        "axis": -1,
    },
    "probability.information.divergence": {
        "p": np.array([0.25, 0.75]),
        "q": np.array([0.5, 0.5]),
        "axis": -1,
    },
    "probability.information.normal_entropy": {"sd": 2.0},
    "probability.information.normal_divergence": {
        "mean_p": 1.0,
        "sd_p": 2.0,
        "mean_q": 0.0,
        "sd_q": 0.5,
    },
    "probability.bayes.posterior": {
        "prior": np.array([0.5, 0.25, 0.25]), "likelihood": KERNEL,
    },
    "probability.bayes.log_posterior": {
        "log_prior": np.log([0.5, 0.25, 0.25]), "log_likelihood": KERNEL,
    },
    "probability.naive_bayes.word_counts": {"texts": ["a sea", "a"], "words": ["a", "sea"]},
    "probability.naive_bayes.fit_multinomial": {
        "X": np.array([[3, 0, 1], [0, 4, 2]]), "y": np.array([0, 1]), "alpha": 0.5,
    },
    "probability.naive_bayes.fit_bernoulli": {
        "X": np.array([[3, 0, 1], [0, 4, 2]]), "y": np.array([0, 1]), "alpha": 0.5,
    },
    "probability.naive_bayes.contributions": {"model": MODEL, "x": np.array([1, 0, 2])},
    "probability.naive_bayes.log_classes": {"model": MODEL, "x": np.array([1, 0, 2])},
    "probability.conjugate.beta_logpdf": {"theta": np.array([0.25, 0.5]), "a": 2.0, "b": 3.0},
    "probability.conjugate.beta_mode": {"a": 2.0, "b": 3.0},
    "probability.conjugate.beta_binomial_logpmf": {
        **{"k": np.array([0, 1, 2]), "n": 5},
        **{"a": 2.0, "b": 3.0},
    },
    "probability.conjugate.normal_update": {"mean": 1.0, "sd": 2.0, "x": SIGNAL, "noise": 3.0},
    "probability.conjugate.grid_posterior": {
        "log_prior": KERNEL,
        "log_likelihood": KERNEL[::-1].copy(),
    },
    "probability.counting.permutations": {"n": 5, "r": 2},
    "probability.counting.combinations": {"n": 5, "r": 2},
    "probability.expectation.expectation": {
        "p": np.array([0.25, 0.75]), "f": np.array([1.0, 3.0]), "axis": -1,
    },
    "probability.expectation.running_means": {"x": SIGNAL, "axis": -1},
    "probability.moments.variance": {"x": SIGNAL, "ddof": 1},
    "probability.moments.moments_of": {"x": SIGNAL},
    "probability.moments.moments_merge": {"a": moments_of([1.0, 2.0]), "b": moments_of([3.0])},
    "probability.moments.covariance": {"X": IMAGE, "ddof": 1},
    "probability.moments.correlation": {"X": IMAGE},
    "probability.counts.bernoulli_logpmf": {"x": np.array([0, 1]), "logit": KERNEL[:2].copy()},
    "probability.counts.binomial_logpmf": {"k": np.array([0, 1, 2]), "n": 5, "p": 0.25},
    "probability.counts.poisson_logpmf": {"k": np.array([0, 1, 2]), "lam": KERNEL},
    "probability.gaussian.normal_logpdf": {"x": SIGNAL, "mean": 1.0, "sd": 2.0},
    "probability.gaussian.normal_cdf": {"x": SIGNAL, "mean": 1.0, "sd": 2.0},
    "probability.gaussian.cov_root": {"cov": SYMMETRIC},
    "probability.gaussian.mvn_logpdf": {"x": IMAGE[:, :2].copy(), "mean": KERNEL[:2].copy(), "cov": SYMMETRIC},
    "probability.gaussian.mvn_conditional": {
        "mean": KERNEL[:2].copy(), "cov": SYMMETRIC, "known": [1], "values": np.array([2.0]),
    },
    "probability.regression.fit": {
        "X": WINDOW, "y": KERNEL[:2].copy(), "bias": True, "price": 0.5,
    },
    "probability.regression.predict": {"model": Model(KERNEL[:2].copy(), 1.0), "X": WINDOW},
    "probability.regression.polynomial": {"x": np.array([-0.5, 0.25, 1.0]), "degree": 2},
    "probability.regression.squaring_network": {"W": SYMMETRIC},
    "probability.prediction.smoother": {"X": WINDOW, "at": WINDOW[::-1].copy()},
    "probability.prediction.error_parts": {
        "H": WINDOW, "f": KERNEL[:2].copy(), "truth": KERNEL[1:].copy(), "sd": 0.5,
    },
    "probability.goodness.ks_distance": {"sample": KERNEL, "cdf": lambda x: x / 4},
    "probability.samplers.exponential_from": {"u": np.array([0.25, 0.5]), "rate": 2.0},
    "probability.samplers.categorical_from": {
        "u": np.array([0.25, 0.5]), "p": np.array([0.25, 0.75]),
    },
    "probability.samplers.box_muller": {"u": np.array([0.25, 0.5]), "v": np.array([0.5, 0.75])},
    "probability.samplers.rejection": {
        "rng": np.random.default_rng(1), "size": 3, "draw": lambda rng: rng.random(),
        "p": lambda x: 2 * x, "q": lambda x: 1.0, "M": 2.0,
    },
    "probability.samplers.mvn_sample": {
        "rng": np.random.default_rng(1), "mean": KERNEL[:2].copy(), "cov": SYMMETRIC, "size": 3,
    },
    "toeplitz.convolution.correlate": {"x": SIGNAL, "k": KERNEL, "mode": "valid"},
    "toeplitz.convolution.convolve": {"x": SIGNAL, "k": KERNEL, "mode": "full"},
    "toeplitz.convolution.fft_convolve": {"x": SIGNAL, "k": KERNEL},
    "toeplitz.convolution.output_length": {"n": 5, "K": 3, "mode": "valid"},
    "toeplitz.convolution.weight_count": {"n": 5, "K": 3, "local": True, "shared": True},
    "toeplitz.doubly_block.correlate2d": {"X": IMAGE, "K": WINDOW},
    "toeplitz.doubly_block.doubly_block_toeplitz": {"K": WINDOW, "H": 3, "W": 4},
    "toeplitz.doubly_block.patch_matrix": {"X": IMAGE, "kernel": (2, 2)},
    "toeplitz.doubly_block.is_hankel": {"A": WINDOW},
    "toeplitz.doubly_block.is_doubly_block_toeplitz": {"A": IMAGE, "block": (3, 2)},
    "toeplitz.doubly_block.is_doubly_block_hankel": {"A": IMAGE, "block": (3, 2)},
    "toeplitz.layers.conv": {
        "x": BATCH, "weight": WEIGHT, "bias": KERNEL, **HOW, **MODE,
    },
    "toeplitz.layers.conv_backward": {
        "g": np.ones((2, 3, 5)), "x": BATCH, "weight": WEIGHT, **HOW, **MODE,
    },
    "toeplitz.layers.conv_transpose": {
        "x": BATCH, "weight": WEIGHT[:2], "bias": KERNEL[:2], **HOW, "output_padding": 0,
    },
    "toeplitz.layers.layer_matrix": {
        "weight": WEIGHT, "channels": 2, "size": (5,), **HOW, **MODE,
    },
    "toeplitz.matrices.toeplitz_matrix": {"c": KERNEL, "r": SIGNAL},
    "toeplitz.matrices.correlation_matrix": {"k": KERNEL, "n": 5},
    "toeplitz.matrices.convolution_matrix": {"k": KERNEL, "n": 5},
    "toeplitz.matrices.circulant_matrix": {"c": KERNEL},
    "toeplitz.matrices.band_mask": {"m": 3, "n": 4, "k": 2},
    "toeplitz.matrices.is_toeplitz": {"A": WINDOW},
    "toeplitz.matrices.is_banded": {"A": WINDOW, "below": 0, "above": 1},
    "toeplitz.matrices.is_circulant": {"A": WINDOW},
    "toeplitz.matrices.toeplitz_product": {"c": KERNEL, "r": SIGNAL, "x": SIGNAL},
    "toeplitz.matrices.circulant_product": {"c": KERNEL, "x": KERNEL},
    "toeplitz.padding.same_padding": {"n": 5, "K": 3, "stride": 1, "dilation": 1},
    "toeplitz.padding.padded_index": {"n": 5, "left": 1, "right": 2, "mode": "reflect"},
    "toeplitz.padding.pad": {"x": SIGNAL, "widths": [(1, 2)], "mode": "reflect"},
    "toeplitz.padding.pad_backward": {"g": SIGNAL, "widths": [(1, 2)], "mode": "reflect"},
    "toeplitz.patches.windows": {
        "size": (5,), "kernel": 3, "stride": 1, "padding": 1, "dilation": 1, **MODE,
    },
    "toeplitz.patches.transposed_windows": {
        "out": (5,), "kernel": 3, "stride": 2, "padding": 1, "output_padding": 1, "dilation": 1,
    },
    "toeplitz.patches.im2col": {"x": BATCH, "at": AT},
    "toeplitz.patches.col2im": {"cols": np.ones((2, 5, 6)), "at": AT},
    "toeplitz.windows.output_size": {
        "n": 5, "K": 3, "stride": 1, "total_padding": 1, "dilation": 1,
    },
    "toeplitz.windows.window_index": {"n": 5, "K": 3, "stride": 1, "dilation": 1},
    "toeplitz.windows.coverage": {
        "n": 5, "K": 3, "stride": 1, "padding": (1, 1), "dilation": 1, "mode": "zeros",
    },
    "toeplitz.windows.receptive_field": {"layers": [(3, 1, 1), (3, 2, 1)]},
    "toeplitz.windows.pooled_size": {
        "n": 5, "K": 3, "stride": 2, "padding": 1, "ceil_mode": True,
    },
}  # fmt: skip
ANYTHING = {("checks.agrees", "got"), ("checks.agrees", "wanted"), ("checks.done", "answer")}
# Lists of texts are what it wants.
ANYTHING |= {("probability.naive_bayes.word_counts", argument) for argument in ("texts", "words")}
# A function is called, and what it does with a number is the caller's.
ANYTHING |= {(f"calculus.differences.{n}", "f") for n in ("forward", "central", "complex_step")}
# Arrays of different lengths are what it wants.
ANYTHING |= {("calculus.gradient_check.differences", name) for name in ("f", "inputs")}
ANYTHING |= {(f"calculus.jacobians.{n}", "f") for n in ("jacobian", "push", "pull")}
ANYTHING |= {(f"calculus.gradients.{n}", "f") for n in ("partial", "gradient", "directional")}
ANYTHING |= {(f"calculus.curvature.{n}", "f") for n in ("hessian", "curvature_along")}
ANYTHING |= {("calculus.optimisers.walk", name) for name in ("step", "gradient")}
ANSWERS = {("values.tells_apart", "x"), ("values.in_order", "lines")}
ANSWERS |= {("values.within_factor", "estimate")}

BAD = {
    "none": None, "zero": 0, "negative": -1, "one": (1,), "int": 7, "half": 0.5,
    "huge": 10**12, "beyond int64": 2**70, "beyond floats": 10**400,
    "nan": float("nan"), "inf": float("inf"), "complex": 1j, "true": True,
    "string": "ab", "bytes": b"ab", "empty string": "",
    "empty": [], "flat": [1, 2, 3], "halves": [0.5, 0.5], "pairs": [(1, 2)], "triples": [(1, 2, 3)],
    "huge sizes": (10**12, 10**12), "strings": ["a", "b"], "ragged": [[1, 2], [3]],
    "array": np.array([1, 2, 3]), "zero axes": np.array(2), "matrix": np.ones((2, 2)),
    "five axes": np.ones((1, 1, 1, 1, 1)), "complex array": np.array([1j, 2, 3]),
    "nans": np.array([np.nan, 1, 2]), "objects": np.array([None, 1, 2]),
    "masked": np.ma.masked_array([1.0, 2.0, 3.0], [False, True, False]),
    "dates": np.array(["2020-01-01"], "datetime64[D]"), "dict": {}, "set": {1}, "object": object(),
    "function": len, "format": FP16, "quantiser": BY, "windows": AT,
}  # fmt: skip


def _public():
    for module in pkgutil.walk_packages(mathlib.__path__, "mathlib."):
        # These are called by the house alone, with code or an error as their argument.
        house = ("falsehoods", "feedback", "mistakes", "side_by_side")
        if "._" in module.name or module.ispkg or module.name[8:] in house:
            continue
        here = importlib.import_module(module.name)
        for name, value in vars(here).items():
            ours = getattr(value, "__module__", "") == module.name and name[0] != "_"
            if ours and (inspect.isfunction(value) or value is FloatFormat):
                yield f"{module.name}.{name}".removeprefix("mathlib."), value


FUNCTIONS = dict(_public())


def test_every_public_function_has_a_valid_call_with_all_its_arguments():
    assert not set(FUNCTIONS) - set(CALLS), "CALLS must have a row for each public function"
    assert not set(CALLS) - set(FUNCTIONS), "CALLS must have no row for what is gone"
    for name, function in FUNCTIONS.items():
        named = [p for p in inspect.signature(function).parameters.values() if p.kind < 4]
        missing = {p.name for p in named if p.kind != p.VAR_POSITIONAL} - CALLS[name].keys()
        assert not missing, f"{name} has no valid {missing}"


def _call(name, arguments):
    if name in ("checks.arguments_after", "checks.pure"):  # `function` goes by position alone
        return FUNCTIONS[name](arguments["function"], *([[1]] if "function" in arguments else []))
    return FUNCTIONS[name](**arguments)


@pytest.mark.parametrize(
    ("name", "argument"),
    [(n, a) for n in CALLS for a in CALLS[n] if (n, a) not in ANYTHING | ANSWERS],
)
def test_a_bad_argument_gives_a_right_result_or_an_error_that_names_it(name, argument):
    wrong = []
    for kind, value in BAD.items():
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            try:
                _call(name, CALLS[name] | {argument: value})
            except (ValueError, TypeError) as error:
                if not _is_clear(str(error), argument, name):
                    wrong.append(f"{kind}: {type(error).__name__}: {error}")
            except Exception as error:
                if not (name.startswith("values.") and type(error) is AssertionError):
                    wrong.append(f"{kind}: {type(error).__name__}: {error}")
            else:
                if kind in NEVER_RIGHT:
                    wrong.append(f"{kind}: accepted")
    assert not wrong, "\n".join(wrong)


CALLED = [
    (name, argument)
    for name, arguments in CALLS.items()
    for argument, value in arguments.items()
    if callable(value) and "checks" not in name
]


@pytest.mark.parametrize(("name", "argument"), CALLED)
def test_what_is_no_function_is_refused_by_its_name(name, argument):
    for value in BAD.values():
        if value is not None and not callable(value):
            said = rf"^{argument} must be (callable|a function), got"
            with pytest.raises(TypeError, match=said):
                _call(name, CALLS[name] | {argument: value})


@pytest.mark.parametrize(("name", "argument"), [c for c in CALLED if "values." not in c[0]])
def test_a_function_that_returns_no_number_is_named(name, argument):
    for value in ("text", None, object()):
        said = rf"^(what )?{argument}(\(.*\)| returns)? must .* got"
        with pytest.raises((TypeError, ValueError), match=said):
            _call(name, CALLS[name] | {argument: lambda *_, value=value: value})


@pytest.mark.filterwarnings("ignore:Warning. converting a masked element to nan")
@pytest.mark.parametrize(("name", "argument"), sorted(ANSWERS))
def test_a_bad_answer_fails_by_an_assertion_in_words(name, argument):
    for value in BAD.values():
        try:
            _call(name, CALLS[name] | {argument: value})
        except AssertionError as error:
            assert str(error)


# Nowhere in mathlib is one of these a good argument.
NEVER_RIGHT = {
    "bytes", "strings", "ragged", "objects", "masked", "dates", "dict", "set", "object",
}  # fmt: skip


def _is_clear(message, argument, name):
    """Whether it names the argument (or, in a quarrel of two, the other), the rule and the value."""
    words = {argument}
    if re.search(rf"\b{argument}\b", message) is None:
        words = set(CALLS[name]) if re.search(QUARREL, message) else words
    return any(re.search(rf"\b{w}\b", message) for w in words) and all(
        re.search(rf"\b{word}\b", message) for word in ("must", "got")
    )


QUARREL = (
    "as long as|fit|must have|must be at most|must divide|must leave|probabilities|must be from"
)

CLOTHES = {
    "list": lambda a: a.tolist(),
    "tuple": lambda a: tuple(a.tolist()),
    "read-only": lambda a: _read_only(a.copy()),
    "strided": lambda a: np.repeat(a, 2, axis=-1)[..., ::2],
    "reversed": lambda a: a[..., ::-1].copy()[..., ::-1],
    "big-endian": lambda a: a.astype(a.dtype.newbyteorder(">")),
    "Fortran": np.asfortranarray,
    "uint8": lambda a: a.astype(np.uint8) if np.array_equal(a, a.astype(np.uint8)) else a,
}


def _read_only(a):
    a.flags.writeable = False
    return a


DRESSED = [
    (n, a)
    for n in CALLS
    for a, v in CALLS[n].items()
    if isinstance(v, np.ndarray) and "checks" not in n
]


@pytest.mark.parametrize("clothes", CLOTHES)
def test_data_in_unusual_clothes_gives_the_plain_result_and_stays_as_it_is(clothes):
    for name, argument in DRESSED:
        given = CLOTHES[clothes](CALLS[name][argument])
        before = np.array(given)
        plain, dressed = (
            FUNCTIONS[name](**_fresh(name) | more) for more in ({}, {argument: given})
        )
        for left, right in zip(_parts(plain), _parts(dressed), strict=True):
            np.testing.assert_array_equal(left, right, err_msg=f"{name}({argument})")
        np.testing.assert_array_equal(np.array(given), before, err_msg=f"{name}({argument})")


def _fresh(name):
    """A random generator remembers what it has drawn: each call gets a new one."""
    call = CALLS[name]
    return call | {"rng": np.random.default_rng(1)} if "rng" in call else call


def _parts(result):
    """The arrays of a result: an optimiser returns a tuple in a tuple."""
    if not isinstance(result, tuple):
        return [result]
    return [part for each in result for part in _parts(each)]


def test_no_result_is_a_view_of_an_argument():
    for name, argument in DRESSED:
        given = CALLS[name][argument].copy()
        for part in _parts(FUNCTIONS[name](**_fresh(name) | {argument: given})):
            assert not np.shares_memory(np.asarray(part), given), f"{name}({argument})"
