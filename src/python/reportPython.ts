import { pathLimit } from '#engine/walk/protocol.ts';
import type { Statistic, WalkReport } from '#run/sweeps/walkReport.ts';
import { factorOfTen } from '#theory/shareWithin.ts';
import { pythonNumber } from './pythonText.ts';

/** Bodies of functions of `ln_z` and `alive`, a walk each, and `layer`: a value and its standard error, None for none. */
const statistics: Readonly<Record<Statistic, string>> = {
  drift: `    value, error = mean(ln_z, alive, layer)
    return value / layer, error / layer`,
  mean: `    x = ln_z[alive]
    return x.mean().item(), (x.var().item() / len(x)) ** 0.5`,
  variance: `    x = ln_z[alive]
    value = x.var().item()
    fourth = ((x - x.mean()) ** 4).mean().item()
    spread = max(fourth / value**2 - 1, 0) if value > 0 else 0
    return value, value * (spread / len(x)) ** 0.5`,
  within: `    n = int(alive.sum())
    value = (ln_z[alive].abs() <= ${factorOfTen}).double().mean().item()
    return value, (n * value * (1 - value) + 0.25) ** 0.5 / (n + 1)  # Wilson's rule`,
  median: `    x = ln_z[:${pathLimit}][alive[:${pathLimit}]]  # the walks that the page keeps
    return (x.quantile(0.5).item() if len(x) else math.nan), None`,
  logMeanOfZ: `    x = ln_z[:${pathLimit}]  # the walks that the page keeps, the dead with Z = 0
    return torch.logsumexp(x, 0).item() - math.log(len(x)), None`,
};

/** What some statistics need besides themselves. */
const needs: Partial<Readonly<Record<Statistic, Statistic>>> = { drift: 'mean' };

const functionOf = (name: Statistic) => `def ${name}(ln_z, alive, layer):
${statistics[name]}`;

/** Where a script prints which statistics, with the page's theory. */
export function reportPython({ statistics: names, rows }: WalkReport): string {
  const lines = rows.map(({ point, layer, theory }) => {
    const values = [point, layer, ...theory.map(pythonNumber)];
    return `    (${values.join(', ')}),`;
  });
  return `# Number of the point, layer, and what the page's theory says there of the
# ${names.join(', ')} of ln Z; None where nothing is known.
REPORT = [
${lines.join('\n')}
]`;
}

/** Statistics and their printing as Python. */
export function printingPython({ statistics: names }: WalkReport): readonly string[] {
  const all = [...new Set(names.flatMap((name) => [needs[name] ?? name, name]))];
  return [
    ...all.map(functionOf),
    `STATISTICS = {${names.map((name) => `"${name}": ${name}`).join(', ')}}`,
    `def measure(own, layers):
    """Share of the dead, and every statistic at some layers of a point."""
    ln_z, alive = walk(SimpleNamespace(**SHARED, **own), layers)
    if alive.sum() < 3:
        return 1 - alive.double().mean().item(), [[(math.nan, None)] * len(STATISTICS)] * len(layers)
    return 1 - alive.double().mean().item(), [
        [statistic(ln_z[:, column], alive, layer) for statistic in STATISTICS.values()]
        for column, layer in enumerate(layers)]`,
    `def shown(value):
    return f"{'-':>11}" if value is None else f"{value:11.5g}"`,
    `def main():
    heads = [head for name in STATISTICS for head in (name, "+-", "theory")]
    print(f"{'depth':>5} {'width':>5} {'gain':>9} {'walks':>6} {'dead':>6} {'layer':>5}", *(f"{head:>11}" for head in heads))
    rows = [[row[1:] for row in REPORT if row[0] == number] for number in range(len(POINTS))]
    points = [(own, [layer for layer, *_ in asked]) for own, asked in zip(POINTS, rows)]
    for own, asked, (dead, found) in zip(POINTS, rows, each(measure, points)):
        point = SimpleNamespace(**SHARED, **own)
        for (layer, *theory), values in zip(asked, found):
            numbers = [number for (value, error), known in zip(values, theory) for number in (value, error, known)]
            print(f"{point.depth:5d} {landing(point, layer):5d} {point.gain:9.6g} {point.walks:6d} {dead:6.3f} {layer:5d}",
                  *map(shown, numbers), flush=True)`,
  ];
}
