import type { Experiment, SweepName } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import { joinParts, pythonNumber, scriptHeader } from './pythonText.ts';
import { type SweepRow, sweepRows } from './sweepRows.ts';
import { dataRemark, trainingPython } from './trainingPython.ts';
import { walksPython } from './walksPython.ts';

const inParallel = `def each(measure, points):
    """measure(*point) for every point, in order: over a Ray cluster where Ray is installed, else one by one."""
    try:
        import ray
    except ImportError:
        yield from (measure(*point) for point in points)
        return
    ray.init(ignore_reinit_error=True)
    remote = ray.remote(measure)
    yield from map(ray.get, [remote.remote(*point) for point in points])`;

const questions = {
  gain: 'Drift of ln Z against gain: only one gain keeps the gradient.',
  width: 'The unbiased gain against width: with it the mean of ln Z is zero.',
  map: 'Var ln Z over depth and width, at the unbiased gain.',
  budget: 'A fixed number of weights spent on depth or on width: Var ln Z, at the unbiased gain.',
  mean: "Mean against typical Z, for He's gain and for the unbiased one.",
  widths: "A network of one's own widths, layer by layer.",
  error: 'Training error over gain and depth.',
} as const;

const measureEnd = `def measure(widths, gain, number):
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
        print(f"{len(widths) - 1:5d} {min(widths):5d}", *map(shown, numbers), flush=True)`;

const measureMean = `def measure(widths, gain, number):
    """For some layers: ln of the sample's mean of Z, <ln Z>, and ln of the median of Z."""
    depth = len(widths) - 1
    layers = sorted({round(i * depth / 8) for i in range(1, 9)} - {0} | {depth})
    ln_z = walk(widths, gain, WALKS, f"{SEED} {number}", layers)
    alive = ln_z[:, -1].isfinite()
    rows = []
    for column, layer in enumerate(layers):
        x = ln_z[:, column]
        log_mean = (torch.logsumexp(x, 0) - math.log(len(x))).item()
        rows.append((layer, log_mean, *statistics(x, alive)[:2], x[alive].median().item() if alive.any() else None))
    return rows


def main():
    points = [(widths, gain, i) for i, (widths, gain, *_) in enumerate(POINTS)]
    for (widths, gain, mean, _), rows in zip(POINTS, each(measure, points)):
        print(f"gain {gain:.6g}; <ln Z> at the end by theory: {shown(mean).strip()}")
        print(f"{'layer':>5} {'ln mean Z':>12} {'mean ln Z':>12} {'+-':>12} {'ln median Z':>12}")
        for layer, *numbers in rows:
            print(f"{layer:5d}", *map(shown, numbers), flush=True)`;

const measureWidths = `def measure(widths, gain):
    """Layer by layer: mean and variance of ln Z with their errors."""
    layers = list(range(1, len(widths)))
    ln_z = walk(widths, gain, WALKS, SEED, layers)
    alive = ln_z[:, -1].isfinite()
    return [statistics(ln_z[:, column], alive) for column in range(len(layers))]


def main():
    (widths, gain, mean, variance), = POINTS
    (rows,) = each(measure, [(widths, gain)])
    landings = widths[1:] if PASS == "forward" else widths[-2::-1]
    print(f"{'step':>5} {'into':>5}", *(f"{head:>12}" for head in ("mean ln Z", "+-", "variance", "+-")))
    for step, (into, numbers) in enumerate(zip(landings, rows), 1):
        print(f"{step:5d} {into:5d}", *map(shown, numbers))
    print(f"theory at the end: mean {shown(mean).strip()}, variance {shown(variance).strip()}")`;

const measureError = `def measure(depth, gain, number):
    """Mean training loss over the last tenth of the steps, and the share of right answers on held-out samples."""
    losses, held_out = train(depth, gain, ARGUMENTS.steps, SEED + number)
    tail = losses[-max(1, len(losses) // 10):]
    return sum(tail) / len(tail), held_out[1]


def main():
    print(f"{'depth':>5} {'gain':>10} {'loss':>12} {'held-out accuracy':>18}")
    points = [(depth, gain, i) for i, (depth, gain) in enumerate(POINTS)]
    for (depth, gain), (loss, accuracy) in zip(POINTS, each(measure, points)):
        print(f"{depth:5d} {gain:10.5g} {loss:12.4f} {accuracy:18.4f}", flush=True)`;

const bodies: Readonly<Record<Exclude<SweepName, 'error'>, string>> = {
  gain: measureEnd,
  width: measureEnd,
  map: measureEnd,
  budget: measureEnd,
  mean: measureMean,
  widths: measureWidths,
};

const guard = `if __name__ == "__main__":
    main()`;

function widthsText(widths: readonly number[]): string {
  const [first = 1] = widths;
  return widths.every((width) => width === first)
    ? `[${first}] * ${widths.length}`
    : `[${widths.join(', ')}]`;
}

function rowText({ widths, gain, mean, variance }: SweepRow): string {
  return `    (${[widthsText(widths), pythonNumber(gain), pythonNumber(mean), pythonNumber(variance)].join(', ')}),`;
}

const errorFactors = [0.7, 0.85, 0.95, 1, 1.05, 1.15, 1.4];
const shallowest = 3;

/** Training error over gain and depth. */
function errorScript(experiment: Experiment, found: FoundGains, address: string): string {
  const { depth, seed, steps } = experiment;
  const depths = [0, 1, 2, 3].map((i) =>
    Math.round(Math.min(shallowest, depth) * Math.max(1, depth / shallowest) ** (i / 3)),
  );
  const points = [...new Set(depths)].flatMap((deep) => {
    const best = resolvedGain({ ...experiment, depth: deep, gain: 'auto' }, found);
    return errorFactors.map((factor) => `    (${deep}, ${pythonNumber(factor * best)}),`);
  });
  const [settings = '', ...parts] = trainingPython(experiment, steps);
  return joinParts([
    `${scriptHeader(`${questions.error}${dataRemark(experiment)}`, experiment, address)}
${settings}
SEED = ${seed}

# Depth and gain; the gains are multiples of the unbiased one of that depth.
POINTS = [
${points.join('\n')}
]`,
    ...parts,
    inParallel,
    measureError,
    guard,
  ]);
}

/** The scale view's sweep as a PyTorch script. */
export function sweepScript(experiment: Experiment, found: FoundGains, address: string): string {
  const { sweep, walks, seed, weights } = experiment;
  if (sweep === 'error') return errorScript(experiment, found, address);
  const own: Experiment =
    sweep === 'widths' && weights === 'orthogonal' ? { ...experiment, weights: 'gaussian' } : experiment;
  const remark =
    own === experiment ? '' : '\nMatrices between unequal widths cannot be orthogonal: these are Gaussian.';
  const [settings = '', ...parts] = walksPython(own);
  return joinParts([
    `${scriptHeader(`${questions[sweep]}${remark}`, experiment, address)}
${settings}

WALKS = ${walks}
SEED = ${seed}

# Widths of the layers, gain, and by the page's theory the mean and variance of ln Z at the end.
POINTS = [
${sweepRows(own, found, sweep).map(rowText).join('\n')}
]`,
    ...parts,
    inParallel,
    bodies[sweep],
    guard,
  ]);
}
