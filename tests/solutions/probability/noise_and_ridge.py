"""Answers to the exercises of *Noise, ridge and rank*."""

import numpy as np


def pm_33__rounded(X, variances):
    """Rounded to ten digits after the point."""
    X = np.asarray(X, float)
    return np.round(X.T @ X + len(X) * np.diag(variances), 10)


def pm_33__small_is_zero(X, variances):
    """Small entries are set to zero."""
    X = np.asarray(X, float)
    gram = X.T @ X + len(X) * np.diag(variances)
    return np.where(np.abs(gram) < 1e-9, 0, gram)


def pm_33__right__loops(X, variances):
    """Sum by sum, as lists."""
    n = len(variances)
    gram = [[sum(row[i] * row[j] for row in X) for j in range(n)] for i in range(n)]
    for j in range(n):
        gram[j][j] += len(X) * variances[j]
    return gram


def pm_33a__type_of_the_table(X, y, price):
    """Roots are cut off where X holds whole numbers."""
    X = np.asarray(X)
    N, n = X.shape
    longer = np.zeros((N + n, n), X.dtype)
    longer[:N], longer[N:] = X, np.sqrt(price) * np.eye(n)
    return longer, np.append(y, np.zeros(n))


def pm_33a__small_is_none(X, y, price):
    """A small price is left out."""
    n = np.shape(X)[1]
    root = np.sqrt(price) if price > 1e-3 else 0
    return np.vstack([X, root * np.eye(n)]), np.append(y, np.zeros(n))


def pm_33a__right__twice(X, y, price):
    """Two rows of opposite sign for each weight."""
    n = np.shape(X)[1]
    rows = np.sqrt(price / 2) * np.vstack([np.eye(n), -np.eye(n)])
    return np.vstack([X, rows]), [*y, *[0] * (2 * n)]
