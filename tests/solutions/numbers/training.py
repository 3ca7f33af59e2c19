"""Answers to the exercises of *Training a classifier: how fast, how long*."""


def _stop(losses, patience, better):
    best = 0
    for i, loss in enumerate(losses):
        if better(loss, losses[best]):
            best = i
        if i - best == patience:
            break
    return i + 1, best


def cb_37__least_improvement(losses, patience):
    """An improvement by less than 1e-4 is none."""
    return _stop(losses, patience, lambda new, old: new < old - 1e-4)


def cb_37__equal_is_better(losses, patience):
    """Equal is better."""
    return _stop(losses, patience, lambda new, old: new <= old)


def cb_37__starts_from_infinity(losses, patience):
    """An infinite first loss is no best one."""
    best, at, waited = float("inf"), -1, 0
    for i, loss in enumerate(losses):
        if loss < best:
            best, at, waited = loss, i, 0
        else:
            waited += 1
        if waited == patience:
            break
    return i + 1, at


def cb_37__right__counter(losses, patience):
    """A counter."""
    best, at, waited = losses[0], 0, 0
    for i, loss in enumerate(losses[1:], start=1):
        if loss < best:
            best, at, waited = loss, i, 0
        else:
            waited += 1
        if waited == patience:
            return i + 1, at
    return len(losses), at


def cb_37__starts_from_100(losses, patience):
    """Begins with a best loss of 100."""
    best, at, run = (100.0, 0, 0)
    for i, l in enumerate(losses):
        run = i + 1
        if l < best:
            best, at = (l, i)
        elif i - at == patience:
            break
    return (run, at)


def cb_37__relative(losses, patience):
    """Less than best times (1 - 1e-9): for negative losses that is no improvement."""
    at = 0
    for i, l in enumerate(losses):
        if l < losses[at] * (1 - 1e-09):
            at = i
        if i - at == patience:
            break
    return (i + 1, at)


def cb_37__forgets_patience_at_end(losses, patience):
    """Forgets the best epoch where the list ends before patience."""
    at = 0
    for i in range(1, len(losses)):
        if losses[i] < losses[at]:
            at = i
        elif i - at == patience:
            return (i + 1, at)
    return (len(losses), at if len(losses) > patience else 0)
