import type { WalkSettings } from '#engine/walk/protocol.ts';
import type { WalkReport } from '#run/sweeps/walkReport.ts';
import { modelPython } from './modelPython.ts';
import { guardPython, parallelArguments, parallelPython } from './parallelPython.ts';
import { pointsPython, walkData } from './pointData.ts';
import { joinParts } from './pythonText.ts';
import { printingPython, reportPython } from './reportPython.ts';

const imports = `import argparse
import importlib.util
import itertools
import math
import random
from types import SimpleNamespace

import torch

DTYPE = torch.float64
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"

PARSER = argparse.ArgumentParser()
${parallelArguments}
ARGUMENTS = PARSER.parse_args()`;

const logarithms = `def log_norm(x):
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
    return rows @ matrix[0].T if len(matrix) == 1 else torch.einsum("wij,wj->wi", matrix, rows)`;

const shapes = `def widths_of(point):
    """Widths of the layers: the point's own, or all alike."""
    return getattr(point, "widths", None) or [point.width] * (point.depth + 1)


def landing(point, layer):
    """The width of the layer that a step lands in."""
    widths = widths_of(point)
    return widths[layer] if point.__dict__["pass"] == "forward" else widths[-1 - layer]`;

const passes = `def walk_batch(point, batch, count):
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
    return 2 * (torch.cat([weight_log[:, :1], weight_log], 1) - weight_log[:, :1])`;

const ensembles = `def point_of(number):
    return SimpleNamespace(**SHARED, **POINTS[number])


def asked(number):
    """What is printed of a point: layers, and theory there."""
    return [row[1:] for row in REPORT if row[0] == number]


def batches_of(number):
    """A point's walks by as many as memory holds: tasks of \`measure\`."""
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
    return ln_z[:, [layer for layer, *_ in asked(number)]].cpu(), alive.cpu()`;

/** What a script of walks is made of. */
interface WalksScript {
  /** Words for the first lines. */
  readonly header: string;
  readonly points: readonly WalkSettings[];
  readonly report: WalkReport;
}

/** Walks of some points, and a table of what was found of them, as a script. Conventions: docs/MODEL.md. */
export function walksPython({ header, points, report }: WalksScript): string {
  return joinParts([
    `${header}
${imports}

${pointsPython(points.map(walkData))}

${reportPython(report)}`,
    ...modelPython(points),
    logarithms,
    shapes,
    passes,
    ensembles,
    parallelPython,
    ...printingPython(report),
    guardPython,
  ]);
}
