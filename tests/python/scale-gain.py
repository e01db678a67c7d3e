"""Drift of ln Z against gain: only one gain keeps the gradient.

The experiment: https://gradient-walk.test/#view=scale&f=relu&depth=100&width=64
Needs PyTorch. Random numbers are PyTorch's own: equal in law to the page's, not digit by digit.
"""
import math
import random

import torch

DTYPE = torch.float64
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"

PASS = "backward"  # backward: the gradient; forward: the activation; weights: weight gradients
SHARED = False  # one network for all walks, or a new one for each
INPUT = 1  # standard deviation of the first pre-activations
BIAS = 0  # standard deviation of the biases
RESIDUAL = 0  # alpha of branches h + alpha f(a); 0 for a plain network
FAN = "in"  # weights have variance gain^2 / fan

WALKS = 200
SEED = 1

# Widths of the layers, gain, and by the page's theory the mean and variance of ln Z at the end.
POINTS = [
    ([64] * 101, 0.7214304579, -138.6294361, 8.299735056),
    ([64] * 101, 1.010002641, -71.33498879, 8.299735056),
    ([64] * 101, 1.226431778, -32.5037859, 8.299735056),
    ([64] * 101, 1.37071787, -10.25865888, 8.299735056),
    ([64] * 101, 1.414003697, -4.040541464, 8.299735056),
    ([64] * 101, 1.428432307, -2.010067171, 8.299735056),
    ([64] * 101, 1.442860916, 0, 8.299735056),
    ([64] * 101, 1.457289525, 1.990066171, 8.299735056),
    ([64] * 101, 1.471718134, 3.960525459, 8.299735056),
    ([64] * 101, 1.515003962, 9.758032834, 8.299735056),
    ([64] * 101, 1.803576145, 44.62871026, 8.299735056),
    ([64] * 101, 2.308577465, 94.00072585, 8.299735056),
    ([64] * 101, 2.885721832, 138.6294361, 8.299735056),
]


def f(x):
    """The nonlinearity: relu."""
    return x.clamp(min=0)


def slope(x):
    """Its derivative."""
    return (x > 0).to(x.dtype)


def generator(*name):
    """Random numbers of one purpose: the same whenever they are drawn again."""
    seed = random.Random(" ".join(map(str, name))).getrandbits(63)
    return torch.Generator(DEVICE).manual_seed(seed)


def draw(rng, *shape):
    return torch.randn(*shape, generator=rng, dtype=DTYPE, device=DEVICE)


def entries(rng, networks, rows, columns):
    """Matrices [networks, rows, columns] whose entries have mean 0 and variance 1: gaussian."""
    return draw(rng, networks, rows, columns)


def log_norm(x):
    """ln |x| of every row, minus infinity for a zero one."""
    return (x * x).sum(-1, keepdim=True).log() / 2


def rescaled(x):
    """Rows with a mean square of 1, and the ln of what they were divided by; zero rows stay."""
    log = log_norm(x) - math.log(x.shape[-1]) / 2
    log = torch.where(log.isfinite(), log, 0.0)
    return x * torch.exp(-log), log


def times(matrix, rows):
    """W h of every walk, with one matrix for all or one for each."""
    return rows @ matrix[0].T if len(matrix) == 1 else torch.einsum("wij,wj->wi", matrix, rows)


def walk_batch(widths, gain, seed, batch, count):
    """ln Z of some walks, [count, depth + 1]: ratios of squared norms, from where the pass begins."""
    depth = len(widths) - 1
    networks, home = (1, 0) if SHARED else (count, batch)

    def matrix(d):
        rows, columns = widths[d], widths[d - 1]
        fan = columns if FAN == "in" else rows
        return gain / fan**0.5 * entries(generator(seed, "weights", d, home), networks, rows, columns)

    # Forward. a_d = exp(log) x: the scale apart, so that no gain and no depth over- or underflows.
    x = INPUT * draw(generator(seed, "input", batch), count, widths[0])
    log = torch.zeros(count, 1, dtype=DTYPE, device=DEVICE)
    slopes, h_logs = [], []
    for d in range(depth + 1):
        # Beyond e^150 every f is as good as homogeneous.
        scale = torch.exp(log.clamp(-150, 150))
        if d > 0:
            x = times(matrix(d), h)
            if BIAS > 0:
                x = x + BIAS * draw(generator(seed, "bias", d, home), networks, widths[d]) / scale
        branch = f(scale * x) / scale
        slopes.append(slope(scale * x))
        if RESIDUAL > 0:  # the stream of branches begins with the input itself
            branch = x if d == 0 else h + RESIDUAL * branch
        h = branch
        h_logs.append(log + log_norm(h))
        h, grown = rescaled(h)
        log = log + grown
    h_log = torch.cat(h_logs, 1)
    if PASS == "forward":
        return 2 * (h_log - h_log[:, :1])

    # Backward: f' belongs to layer d, W to layer d + 1. With branches, delta is dE/dh, else dE/da.
    delta = draw(generator(seed, "delta", batch), count, widths[depth])
    log = torch.zeros(count, 1, dtype=DTYPE, device=DEVICE)
    delta_logs, unit_logs = [log_norm(delta)], []
    for d in range(depth, 0, -1):
        at_unit = slopes[d] * delta if RESIDUAL > 0 else delta
        unit_logs.append(log + log_norm(at_unit))
        back = times(matrix(d).transpose(1, 2), at_unit)
        delta = delta + RESIDUAL * back if RESIDUAL > 0 else slopes[d - 1] * back
        delta_logs.append(log + log_norm(delta))
        delta, grown = rescaled(delta)
        log = log + grown
    if PASS == "backward":
        delta_log = torch.cat(delta_logs, 1)
        return 2 * (delta_log - delta_log[:, :1])
    # |dE/dW_d| is proportional to |delta_d| |h_(d-1)|; entry 0 repeats the reference.
    weight_log = torch.cat(unit_logs, 1) + h_log[:, :-1].flip(1)
    return 2 * (torch.cat([weight_log[:, :1], weight_log], 1) - weight_log[:, :1])


def walk(widths, gain, count, seed, layers):
    """ln Z of count walks at some layers, [count, layers]; minus infinity once every unit was off."""
    room = max(n * m for n, m in zip(widths, widths[1:])) + sum(widths)
    at_once = max(1, min(count, 2**23 // room))
    parts = []
    for batch, first in enumerate(range(0, count, at_once)):
        ln_z = walk_batch(widths, gain, seed, batch, min(at_once, count - first))
        dead = ~ln_z.isfinite().all(1)
        ln_z[ln_z.isnan()] = -math.inf
        ln_z[dead, -1] = -math.inf
        parts.append(ln_z[:, layers])
    return torch.cat(parts)


def statistics(ln_z, alive):
    """Mean and variance over living walks, each with its standard error."""
    x = ln_z[alive]
    n = len(x)
    if n < 2:
        return (math.nan,) * 4
    mean, variance = x.mean().item(), x.var().item()
    fourth = ((x - mean) ** 4).mean().item()
    spread = max(fourth / variance**2 - 1, 0) if variance > 0 else 0
    return mean, (variance / n) ** 0.5, variance, variance * (spread / n) ** 0.5


def shown(value):
    return f"{'-':>12}" if value is None else f"{value:12.5g}"


def each(measure, points):
    """measure(*point) for every point, in order: over a Ray cluster where Ray is installed, else one by one."""
    try:
        import ray
    except ImportError:
        yield from (measure(*point) for point in points)
        return
    ray.init(ignore_reinit_error=True)
    remote = ray.remote(measure)
    yield from map(ray.get, [remote.remote(*point) for point in points])


def measure(widths, gain, number):
    """Dead share, then mean and variance of ln Z at the end with their errors."""
    ln_z = walk(widths, gain, WALKS, f"{SEED} {number}", [len(widths) - 1])[:, 0]
    alive = ln_z.isfinite()
    return (1 - alive.double().mean().item(), *statistics(ln_z, alive))


def main():
    heads = ("gain", "dead", "mean ln Z", "+-", "theory", "variance", "+-", "theory")
    print(f"{'depth':>5} {'width':>5}", *(f"{head:>12}" for head in heads))
    points = [(widths, gain, i) for i, (widths, gain, *_) in enumerate(POINTS)]
    for (widths, gain, mean, variance), found in zip(POINTS, each(measure, points)):
        dead, *moments = found
        numbers = (gain, dead, *moments[:2], mean, *moments[2:], variance)
        print(f"{len(widths) - 1:5d} {min(widths):5d}", *map(shown, numbers), flush=True)


if __name__ == "__main__":
    main()
