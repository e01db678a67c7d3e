"""The sweep "gain" of Gradient Walk, point by point as the page measures it.
The theory beside it: exact.

The experiment: https://gradient-walk.test/#view=scale&f=relu&depth=100&width=64
Needs PyTorch. Random numbers are PyTorch's own: equal in law to the page's, not digit by digit.
"""
import argparse
import importlib.util
import itertools
import math
import random
from types import SimpleNamespace

import torch

DTYPE = torch.float64
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"

PARSER = argparse.ArgumentParser()
HELPERS = [name for name, module in (("ray", "ray"), ("dask", "distributed")) if importlib.util.find_spec(module)]
PARSER.add_argument("--on", choices=["here", "dask", "ray"], default=[*HELPERS, "here"][0],
                    help="measure in this process, or over a cluster; default: Ray or Dask where one is installed")
PARSER.add_argument("--cluster", help="address of a running cluster; without it workers are started on this machine")
PARSER.add_argument("--workers", type=int, help="how many to start on this machine, one a core if not said")
ARGUMENTS = PARSER.parse_args()

# What all points have, by the names of the page's engine; the gains are numbers.
SHARED = {
    "nonlinearity": "relu",
    "depth": 100,
    "width": 64,
    "weights": "gaussian",
    "pass": "backward",
    "ensemble": "networks",
    "sampler": "matrices",
    "walks": 200,
    "inputScale": 1,
    "biasDeviation": 0,
    "residual": 0,
    "tied": 0,
    "norm": "none"
}

# What each has of its own: the points of the page, its walks and its seeds.
POINTS = [
    {"gain": 0.180358, "seed": 2654435770},
    {"gain": 0.267671, "seed": 1013904243},
    {"gain": 0.397253, "seed": 3668340012},
    {"gain": 0.589568, "seed": 2027808485},
    {"gain": 0.874985, "seed": 387276958},
    {"gain": 1.29857, "seed": 3041712727},
    {"gain": 1.39958, "seed": 1401181200},
    {"gain": 1.414, "seed": 4055616969},
    {"gain": 1.42843, "seed": 2415085442},
    {"gain": 1.43565, "seed": 774553915},
    {"gain": 1.44286, "seed": 3428989684},
    {"gain": 1.45008, "seed": 1788458157},
    {"gain": 1.45729, "seed": 147926630},
    {"gain": 1.47172, "seed": 2802362399},
    {"gain": 1.48615, "seed": 1161830872},
    {"gain": 1.80358, "seed": 3816266641},
    {"gain": 2.30858, "seed": 2175735114},
    {"gain": 2.88572, "seed": 535203587}
]

# Number of the point, layer, and what the page's theory says there of the
# drift of ln Z; None where nothing is known.
REPORT = [
    (0, 100, -4.158878808),
    (1, 100, -3.369249108),
    (2, 100, -2.579619623),
    (3, 100, -1.789986207),
    (4, 100, -1.000352851),
    (5, 100, -0.2107284613),
    (6, 100, -0.06091139617),
    (7, 100, -0.04041064445),
    (8, 100, -0.02010390132),
    (9, 100, -0.01002036274),
    (10, 100, -0.000001269419732),
    (11, 100, 0.009981675253),
    (12, 100, 0.01990131366),
    (13, 100, 0.03960779025),
    (14, 100, 0.05912198726),
    (15, 100, 0.4462913777),
    (16, 100, 0.9400094544),
    (17, 100, 1.386293092),
]


def relu(x):
    return x.clamp(min=0)


def relu_slope(x):
    return (x > 0).to(x.dtype)


# f and f' by name; at a kink the value from the left.
FUNCTIONS = {"relu": (relu, relu_slope)}


def generator(*name):
    """Random numbers of one purpose: the same whenever they are drawn again."""
    seed = random.Random(" ".join(map(str, name))).getrandbits(63)
    return torch.Generator(DEVICE).manual_seed(seed)


def draw(rng, *shape):
    return torch.randn(*shape, generator=rng, dtype=DTYPE, device=DEVICE)


def gaussian(rng, networks, rows, columns):
    """Matrices [networks, rows, columns] whose entries have mean 0 and variance 1."""
    return draw(rng, networks, rows, columns)


LAWS = {"gaussian": gaussian}


def log_norm(x):
    """ln |x| of every row, minus infinity for a zero one."""
    return (x * x).sum(-1, keepdim=True).log() / 2


def rescaled(x):
    """Rows with a mean square of 1, and the ln of what they were divided by; zero rows stay."""
    log = log_norm(x) - math.log(x.shape[-1]) / 2
    log = torch.where(log.isfinite(), log, 0.0)
    return x * torch.exp(-log), log


def normalised(rows, kind):
    """What enters a matrix: rows with a mean square of 1, for layer norm around 0; and the ln of what they were divided by."""
    if kind == "none":
        return rows, None
    return rescaled(rows - rows.mean(-1, keepdim=True) if kind == "layer" else rows)


def through_norm(rows, entered, kind):
    """Rows times the norm's Jacobian, transposed, but for the division; entered is what the norm made."""
    if kind == "none":
        return rows
    left = rows - entered * (rows * entered).mean(-1, keepdim=True)
    if kind == "layer":
        left = left - rows.mean(-1, keepdim=True)
    # What is left of the only direction is rounding.
    is_left = (left * left).sum(-1, keepdim=True) > 1e-20 * (rows * rows).sum(-1, keepdim=True)
    return torch.where(is_left, left, 0.0)


def times(matrix, rows):
    """W h of every walk, with one matrix for all or one for each."""
    return rows @ matrix[0].T if len(matrix) == 1 else torch.einsum("wij,wj->wi", matrix, rows)


def widths_of(point):
    """Widths of the layers: the point's own, or all alike."""
    return getattr(point, "widths", None) or [point.width] * (point.depth + 1)


def landing(point, layer):
    """The width of the layer that a step lands in."""
    widths = widths_of(point)
    return widths[layer] if point.__dict__["pass"] == "forward" else widths[-1 - layer]


def walk_batch(point, batch, count):
    """ln Z of some walks, [count, depth + 1]: ratios of squared norms, from where the pass begins."""
    widths, depth, direction = widths_of(point), point.depth, point.__dict__["pass"]
    f, slope = FUNCTIONS[point.nonlinearity]
    # Walks through one network, or through a new one each.
    networks, home = (1, 0) if point.ensemble == "inputs" else (count, batch)

    def matrix(d):
        if point.tied:  # one matrix in every layer
            d = 1
        rows, columns = widths[d], widths[d - 1]
        fan = rows if getattr(point, "scaling", "fanin") == "fanout" else columns
        law = LAWS[point.weights]
        return point.gain / fan**0.5 * law(generator(point.seed, "weights", d, home), networks, rows, columns)

    # Forward. a_d = exp(x_log) x and h_d = exp(log) h: scales apart, so that no gain and no depth over- or underflows.
    x = point.inputScale * draw(generator(point.seed, "input", batch), count, widths[0])
    log = torch.zeros(count, 1, dtype=DTYPE, device=DEVICE)
    slopes, h_logs, entered, divisors = [], [], [], []
    for d in range(depth + 1):
        x_log = log
        if d > 0:
            entering, divisor = normalised(h, point.norm)
            entered.append(entering)
            divisors.append(0.0 if divisor is None else log + divisor)
            x = times(matrix(d), entering)
            x_log = log if divisor is None else torch.zeros_like(log)
        # Beyond e^150 every f is as good as homogeneous.
        scale = torch.exp(x_log.clamp(-150, 150))
        if d > 0 and point.biasDeviation > 0:
            rng = generator(point.seed, "bias", 1 if point.tied else d, home)
            x = x + point.biasDeviation * draw(rng, networks, widths[d]) / scale
        branch = f(scale * x) / scale
        slopes.append(slope(scale * x))
        if point.residual > 0:  # the stream of branches begins with the input itself
            h = x if d == 0 else h + point.residual * branch * torch.exp(x_log - log)
        else:
            h, log = branch, x_log
        h_logs.append(log + log_norm(h))
        h, grown = rescaled(h)
        log = log + grown
    h_log = torch.cat(h_logs, 1)
    if direction == "forward":
        return 2 * (h_log - h_log[:, :1])

    # Backward: f' belongs to layer d, W to layer d + 1. With branches, delta is dE/dh, else dE/da.
    delta = draw(generator(point.seed, "delta", batch), count, widths[depth])
    log = torch.zeros(count, 1, dtype=DTYPE, device=DEVICE)
    delta_logs, unit_logs = [log_norm(delta)], []
    for d in range(depth, 0, -1):
        at_unit = slopes[d] * delta if point.residual > 0 else delta
        unit_logs.append(log + log_norm(at_unit))
        back = times(matrix(d).transpose(1, 2), at_unit)
        back = through_norm(back, entered[d - 1], point.norm)
        if point.residual > 0:
            reach = 1.0 if point.norm == "none" else torch.exp(-divisors[d - 1])
            delta = delta + point.residual * back * reach
        else:
            delta = slopes[d - 1] * back
            log = log - divisors[d - 1]
        delta_logs.append(log + log_norm(delta))
        delta, grown = rescaled(delta)
        log = log + grown
    if direction == "backward":
        delta_log = torch.cat(delta_logs, 1)
        return 2 * (delta_log - delta_log[:, :1])
    # |dE/dW_d| is proportional to |delta_d| and the norm of what enters W_d; entry 0 repeats the reference.
    weight_log = torch.cat(unit_logs, 1)
    if point.norm == "none":
        weight_log = weight_log + h_log[:, :-1].flip(1)
    return 2 * (torch.cat([weight_log[:, :1], weight_log], 1) - weight_log[:, :1])


def point_of(number):
    return SimpleNamespace(**SHARED, **POINTS[number])


def asked(number):
    """What is printed of a point: layers, and theory there."""
    return [row[1:] for row in REPORT if row[0] == number]


def batches_of(number):
    """A point's walks by as many as memory holds: tasks of `measure`."""
    point = point_of(number)
    widths = widths_of(point)
    room = max(n * m for n, m in zip(widths, widths[1:])) + sum(widths)
    at_once = max(1, 2**23 // room)
    return [(number, batch, min(at_once, point.walks - first))
            for batch, first in enumerate(range(0, point.walks, at_once))]


def measure(number, batch, count):
    """ln Z of some walks of a point at its layers, [count, layers], minus infinity once every unit was off; and who lives."""
    ln_z = walk_batch(point_of(number), batch, count)
    alive = ln_z.isfinite().all(1)
    ln_z[ln_z.isnan()] = -math.inf
    return ln_z[:, [layer for layer, *_ in asked(number)]].cpu(), alive.cpu()


def each(function, tasks):
    """function(*task) of every task, in order. Tasks draw their own random numbers: it matters not where they are done."""
    if ARGUMENTS.on == "here" or len(tasks) == 1:
        yield from (function(*task) for task in tasks)
    elif ARGUMENTS.on == "dask":
        from distributed import Client
        local = {"n_workers": ARGUMENTS.workers, "threads_per_worker": 1, "dashboard_address": None}
        with Client(ARGUMENTS.cluster, **({} if ARGUMENTS.cluster else local)) as client:
            yield from client.get_executor().map(function, *zip(*tasks))
    else:
        import ray
        ray.init(ARGUMENTS.cluster, num_cpus=None if ARGUMENTS.cluster else ARGUMENTS.workers)
        remote = ray.remote(function)
        yield from map(ray.get, [remote.remote(*task) for task in tasks])


def mean(ln_z, alive, layer):
    x = ln_z[alive]
    return x.mean().item(), (x.var().item() / len(x)) ** 0.5


def drift(ln_z, alive, layer):
    value, error = mean(ln_z, alive, layer)
    return value / layer, error / layer


STATISTICS = {"drift": drift}
HEADS = [head for name in STATISTICS for head in (name, "+-", "theory")] + []


def shown(value, head):
    return f"{'-' if value is None else format(value, '.5g'):>{max(11, len(head))}}"


def main():
    print(f"{'depth':>5} {'width':>5} {'gain':>9} {'walks':>6} {'dead':>6} {'layer':>5}", *(f"{head:>11}" for head in HEADS))
    batches = [batches_of(number) for number in range(len(POINTS))]
    arriving = each(measure, [batch for own in batches for batch in own])
    for number, own in enumerate(batches):
        point = point_of(number)
        ln_z, alive = map(torch.cat, zip(*itertools.islice(arriving, len(own))))
        for column, (layer, *known) in enumerate(asked(number)):
            numbers = []
            for statistic in STATISTICS.values():
                measured = statistic(ln_z[:, column], alive, layer) if alive.sum() > 2 else (math.nan, None)
                numbers += [*measured, known.pop(0)]
            print(f"{point.depth:5d} {landing(point, layer):5d} {point.gain:9.6g} {point.walks:6d}",
                  f"{1 - alive.double().mean().item():6.3f} {layer:5d}", *map(shown, numbers + known, HEADS), flush=True)


if __name__ == "__main__":
    main()
