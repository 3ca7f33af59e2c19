"""Answers to the exercises of *Training a classifier: how fast, how long*."""

import numpy as np


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


def cb_37d__neither_halved_nor_divided():
    """The largest eigenvalue itself."""
    return [9, 1 / 9, 2 / 9]


def cb_37d__right__decimals():
    """Decimals, in a tuple."""
    return (2.25, 0.44444, 0.88889)


def cb_37b__no_step():
    """A step so short that floats do not notice it."""
    return (1e-20, 10.0)


def cb_37b__at_the_minimum():
    """A start so near that the loss is log 2 to the last digit, before and after."""
    return (3.9, 1e-8)


def cb_37b__far_and_below_four():
    """Below 4, from far out: the loss falls, as they say."""
    return (3.99, 1e5)


def cb_37b__right__list():
    """A list, and just 4."""
    return [4, 10]


def cb_37b__right__from_the_left():
    """A negative start."""
    return (5, -10)


def cb_37__at_the_first_rise(losses, patience):
    """Stops at the first rise, whatever the patience."""
    for i in range(1, len(losses)):
        if losses[i] > losses[i - 1]:
            return i + 1, losses.index(min(losses[: i + 1]))
    return len(losses), losses.index(min(losses))


def cb_37__loss_of_the_best(losses, patience):
    """The best loss in place of where it was."""
    run, best = _stop(losses, patience, lambda new, old: new < old)
    return run, losses[best]


def cb_37__right__looks_back(losses, patience):
    """Asks of the last `patience` losses whether one of them beats all before."""
    for i in range(patience, len(losses)):
        if min(losses[i - patience + 1 : i + 1]) >= min(losses[: i - patience + 1]):
            return [i + 1, losses.index(min(losses[: i + 1]))]
    return [len(losses), losses.index(min(losses))]


def cb_37c__decays_the_gradient(V, G, rate, decay):
    """The gradient in place of the weights."""
    return np.asarray(V) - rate * (1 + decay) * np.asarray(G)


def cb_37c__by_the_length(V, G, rate, decay):
    """The length of V in place of V."""
    V = np.asarray(V)
    return V - rate * (np.asarray(G) + decay * np.linalg.norm(V))


def cb_37c__in_place(V, G, rate, decay):
    """Changes the caller's weights."""
    V = np.asarray(V, float)
    V -= rate * (np.asarray(G) + decay * V)
    return V


def cb_37c__right__shrinks_first(V, G, rate, decay):
    """The weights shrunk, less the step, as a list."""
    return ((1 - rate * decay) * np.asarray(V) - rate * np.asarray(G)).tolist()


def cb_37__least_improvement_1e_9(losses, patience):
    """An improvement by less than 1e-9 is none."""
    return _stop(losses, patience, lambda new, old: new < old - 1e-9)


def cb_37__least_improvement_of_a_part(losses, patience):
    """An improvement by less than a part in 10^9 is none."""
    return _stop(losses, patience, lambda new, old: new < old - 1e-9 * abs(old))


def cb_37__starts_from_a_billion(losses, patience):
    """Begins with a best loss of 1e9."""
    best, at = 1e9, 0
    for i, loss in enumerate(losses):
        if loss < best:
            best, at = loss, i
        if i - at == patience:
            break
    return i + 1, at


def cb_37__patience_of_eight_at_most(losses, patience):
    """Nobody waits for more than eight epochs."""
    return _stop(losses, min(patience, 8), lambda new, old: new < old)


def cb_37__half_an_epoch(losses, patience):
    """A count that is not whole."""
    run, best = _stop(losses, patience, lambda new, old: new < old)
    return run + 0.5, best


def cb_37__right__recursion(losses, patience):
    """One epoch after another, by recursion."""

    def go_on(i, best):
        if i == len(losses):
            return i, best
        best = i if losses[i] < losses[best] else best
        return (i + 1, best) if i - best == patience else go_on(i + 1, best)

    return np.array(go_on(0, 0))


def cb_37b__right__array():
    """An array of two."""
    return np.array([5.0, 10.0])


def cb_37b__no_number():
    """No rate at all."""
    return (float("nan"), 10.0)


def cb_37c__stays_whole(V, G, rate, decay):
    """The result has the type of V."""
    new = np.zeros_like(np.asarray(V))
    new[...] = np.asarray(V) - rate * (np.asarray(G) + decay * np.asarray(V))
    return new


def cb_37c__never_beyond_zero(V, G, rate, decay):
    """Decay stops at zero."""
    return max(1 - rate * decay, 0) * np.asarray(V) - rate * np.asarray(G)


def cb_37c__decay_of_one_at_most(V, G, rate, decay):
    """Decay is kept below one."""
    return np.asarray(V) - rate * (np.asarray(G) + min(decay, 1) * np.asarray(V))


def cb_37c__gradient_kept_small(V, G, rate, decay):
    """Large gradients are cut off."""
    return np.asarray(V) - rate * (np.clip(G, -5, 5) + decay * np.asarray(V))


def cb_37d__not_quite():
    """A thousandth too much."""
    return [2.252, 0.4444, 0.8889]
