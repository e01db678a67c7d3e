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
export function reportPython({ statistics: names, facts, rows }: WalkReport): string {
  const lines = rows.map(({ point, layer, theory, facts: known }) => {
    const values = [...theory, ...known].map(pythonNumber);
    return `    (${[point, layer, ...values].join(', ')}),`;
  });
  const alone = facts.length === 0 ? '' : `, then ${facts.join(', ')}`;
  return `# Number of the point, layer, and what the page's theory says there of the
# ${names.join(', ')} of ln Z${alone}; None where nothing is known.
REPORT = [
${lines.join('\n')}
]`;
}

/** Statistics and their printing as Python. */
export function printingPython({ statistics: names, facts }: WalkReport): readonly string[] {
  const all = [...new Set(names.flatMap((name) => [needs[name] ?? name, name]))];
  return [
    ...all.map(functionOf),
    `STATISTICS = {${names.map((name) => `"${name}": ${name}`).join(', ')}}
HEADS = [head for name in STATISTICS for head in (name, "+-", "theory")] + ${JSON.stringify(facts).replaceAll(',', ', ')}`,
    `def shown(value, head):
    return f"{'-' if value is None else format(value, '.5g'):>{max(11, len(head))}}"`,
    `def main():
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
                  f"{1 - alive.double().mean().item():6.3f} {layer:5d}", *map(shown, numbers + known, HEADS), flush=True)`,
  ];
}
