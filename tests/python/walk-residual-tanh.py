"""Random walks of gradients through deep networks at initialisation.

The experiment: https://gradient-walk.test/#f=tanh&depth=40&width=32&gain=1&pass=weights&bias=0.1&residual=0.2
Needs PyTorch. Random numbers are PyTorch's own: equal in law to the page's, not digit by digit.
"""
import math
import random

import torch

DTYPE = torch.float64
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"

PASS = "weights"  # backward: the gradient; forward: the activation; weights: weight gradients
SHARED = False  # one network for all walks, or a new one for each
INPUT = 1  # standard deviation of the first pre-activations
BIAS = 0.1  # standard deviation of the biases
RESIDUAL = 0.2  # alpha of branches h + alpha f(a); 0 for a plain network
FAN = "in"  # weights have variance gain^2 / fan

DEPTH = 40
WIDTH = 32
GAIN = 1  # as set
WALKS = 200
SEED = 1
DEAD = None  # expected share of walks that meet a layer whose units are all off

# Layer, mean and variance of ln Z by the page's theory (no formula is known here; None where there is none).
THEORY = [
    (1, None, None),
    (10, None, None),
    (20, None, None),
    (30, None, None),
    (40, None, None),
]


def f(x):
    """The nonlinearity: tanh."""
    return x.tanh()


def slope(x):
    """Its derivative."""
    return x.cosh() ** -2


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


def main():
    layers = [layer for layer, _, _ in THEORY]
    ln_z = walk([WIDTH] * (DEPTH + 1), GAIN, WALKS, SEED, layers)
    alive = ln_z[:, -1].isfinite()
    print(f"gain {GAIN:.6g}, {WALKS} walks, dead {1 - alive.double().mean().item():.4f}", end="")
    print("" if DEAD is None else f" (expected {DEAD:.4g})")
    print(f"{'layer':>5} {'mean ln Z':>12} {'+-':>12} {'theory':>12} {'variance':>12} {'+-':>12} {'theory':>12}")
    for column, (layer, mean, variance) in enumerate(THEORY):
        found = statistics(ln_z[:, column], alive)
        numbers = (found[0], found[1], mean, found[2], found[3], variance)
        print(f"{layer:5d}", *map(shown, numbers))


if __name__ == "__main__":
    main()
