"""Answers to the exercises of *Singular values and principal axes*."""

import numpy as np


def la_44__other_layer():
    """The corner of the second layer in place of the first."""
    return [18**0.5, 2, 22**0.5, 1]


def la_44__right__rounded():
    """As a calculator gives them."""
    return [4.243, 2.0, 4.69, 2.0]


def la_44a__three_rows():
    """Two rows were asked for."""
    return [[0, 10, 0], [0, 0, 10], [0, 0, 0]]


def la_44a__too_large():
    """An entry is larger than 10."""
    return [[0, 100], [0, 0]]


def la_44a__right__both_sides():
    """Not triangular: twice its square is zero."""
    return [[6, 6], [-6, -6]]


def la_44a__right__lean():
    """The shear of the chapter, leaning more."""
    return [[1, -10], [0, -1]]


def la_44a__words():
    """Texts are no numbers, although NumPy would read them."""
    return [["0", "10"], ["0", "0"]]


def la_44a__right__one_and_minus_one():
    """All entries are large, and the eigenvalues are 1 and -1."""
    return [[9, 10], [-8, -9]]


def la_44b__rank_for_layers(X, share):
    """Keeps all layers that are there."""
    U, sigma, Vt = np.linalg.svd(X, full_matrices=False)
    k = int((sigma > 1e-12).sum())
    lost = X - (U[:, :k] * sigma[:k]) @ Vt[:k]
    return {"layers": k, "numbers": k * sum(X.shape), "error": 0.0, "worst": abs(lost).max()}


def la_44b__signed_worst(X, share):
    """The largest difference with its sign: a pixel that became too dark is not seen."""
    X = np.asarray(X, float)
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    left = [np.sum(s[k:] ** 2) for k in range(len(s) + 1)]
    k = next(k for k in range(len(s) + 1) if left[k] <= share**2 * left[0])
    lost = np.clip((U[:, :k] * s[:k]) @ Vt[:k], 0, 1) - X
    size = np.linalg.norm(X)
    error = float(np.linalg.norm(lost) / size) if size else 0.0
    return {"layers": k, "numbers": k * sum(X.shape), "error": error, "worst": float(lost.max())}


def la_44b__right__from_the_end(X, share):
    """Takes layers off as long as the error allows it."""
    X = np.asarray(X, float)
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    k, size = len(s), np.linalg.norm(X)
    while k and np.linalg.norm(s[k - 1 :]) <= share * np.linalg.norm(s):
        k -= 1
    lost = X - np.clip(U[:, :k] @ np.diag(s[:k]) @ Vt[:k], 0, 1)
    return {
        "layers": k,
        "numbers": X.shape[0] * k + k * X.shape[1],
        "error": np.linalg.norm(lost) / size if size > 0 else 0.0,
        "worst": np.abs(lost).max(),
    }


def la_44b__right__by_the_norm_of_the_picture(X, share):
    """Compares with the norm of X: for the share 1 it may differ from that of its singular values."""
    X = np.asarray(X, float)
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    size = np.linalg.norm(X)
    k = next(k for k in range(len(s) + 1) if np.sqrt(np.sum(s[k:] ** 2)) <= share * size)
    lost = np.abs(X - np.clip((U[:, :k] * s[:k]) @ Vt[:k], 0, 1))
    error = float(np.linalg.norm(lost) / size) if size else 0.0
    return {"layers": k, "numbers": k * sum(X.shape), "error": error, "worst": float(lost.max())}


def la_34__added(A):
    """Adds a small number on the diagonal."""
    A = np.asarray(A, float)
    return np.linalg.inv(A.T @ A + 1e-12 * np.eye(A.shape[1])) @ A.T


def la_34__halves_the_layers(A):
    """Leaves out what is below a tenth of the largest."""
    U, sigma, Vt = np.linalg.svd(np.asarray(A, float), full_matrices=False)
    r = np.sum(sigma > 0.1 * sigma[0])
    return (Vt[:r].T / sigma[:r]) @ U[:, :r].T


def la_34__numpys_own(A):
    """Leaves out only what rounding makes: what is 1e-11 times the largest counts as zero, too."""
    return np.linalg.pinv(A)


def la_34__a_millionth(A):
    """Leaves out more than was asked."""
    return np.linalg.pinv(A, 1e-6)


def la_34__of_the_sum(A):
    """Compares with the sum of the singular values in place of the largest."""
    U, sigma, Vt = np.linalg.svd(np.asarray(A, float), full_matrices=False)
    r = np.sum(sigma > 1e-10 * np.sum(sigma))
    return (Vt[:r].T / sigma[:r]) @ U[:, :r].T


def la_34__right__numpy(A):
    """NumPy's, with the tolerance that was asked for."""
    return np.linalg.pinv(A, 1e-10)


def la_34__right__loop(A):
    """Layer by layer."""
    U, sigma, Vt = np.linalg.svd(A, full_matrices=False)
    P = np.zeros((np.shape(A)[1], np.shape(A)[0]))
    for i in range(len(sigma)):
        if sigma[i] > 1e-10 * sigma[0]:
            P += np.outer(Vt[i], U[:, i]) / sigma[i]
    return P


def la_34a__right__symmetry_first():
    """Both properties may come in either order."""
    return "dcgae"


def la_34a__end_too_early():
    """The lengths are added before the angle is known to be right."""
    return "dgcea"


def la_45__one_axis(X):
    """All columns are the first one: each has the variance 1."""
    X = np.asarray(X, float)
    U = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)[0]
    return np.repeat(U[:, :1], X.shape[1], axis=1) * np.sqrt(len(X) - 1)


def la_45__writes_its_argument(X):
    """Centres the argument itself."""
    X -= np.mean(X, axis=0)
    return np.linalg.svd(X, full_matrices=False)[0] * np.sqrt(len(X) - 1)


def la_45__right__cholesky(X):
    """By the triangular root of the inverse covariance."""
    X = np.asarray(X, float)
    X = X - X.mean(axis=0)
    S = np.cov(X.T).reshape(X.shape[1], -1)
    return X @ np.linalg.cholesky(np.linalg.inv(S))


def la_45__right__turned_back(X):
    """By the symmetric root: as near to the data as white data can be."""
    X = np.asarray(X, float)
    U, _, Vt = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)
    return U @ Vt * np.sqrt(len(X) - 1)


def la_46__factor_squared_twice():
    """The factor counted to the fourth power."""
    return [0.9, 0.1, 36 / 37]


def la_46__right__fractions():
    """As fractions."""
    return [9 / 10, 1 / 2, 4 / 5]


def la_44b__dark_is_black(X, share):
    """A picture of tiny grey values taken for none."""
    U, s, Vt = np.linalg.svd(X, full_matrices=False)
    s = np.where(s > 1e-8, s, 0)
    k = next(k for k in range(len(s) + 1) if np.sum(s[k:] ** 2) <= share**2 * np.sum(s**2))
    lost = np.abs(X - np.clip((U[:, :k] * s[:k]) @ Vt[:k], 0, 1))
    size = np.linalg.norm(X)
    error = float(np.linalg.norm(lost) / size) if size else 0.0
    return {
        "layers": k,
        "numbers": k * sum(np.shape(X)),
        "error": error,
        "worst": float(lost.max()),
    }


def la_45__small_is_zero(X):
    """A spread below a fixed threshold is not divided by."""
    X = np.asarray(X, float)
    U, s, _ = np.linalg.svd(X - X.mean(axis=0), full_matrices=False)
    return (U * s) / np.where(s > 1e-9, s, 1) * np.sqrt(len(X) - 1)


def la_45__tiny_variance_added(X):
    """A small number added to the variances, against a division by zero."""
    X = np.asarray(X, float)
    centred = X - X.mean(axis=0)
    s, V = np.linalg.eigh(centred.T @ centred / (len(X) - 1))
    return centred @ V / np.sqrt(s + 1e-20)
