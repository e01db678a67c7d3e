import { shareDeadOf, theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import { joinParts, pythonNumber, scriptHeader } from './pythonText.ts';
import { walksPython } from './walksPython.ts';

/** Layers the summary shows: the first, some between, the last. */
function shownLayers(depth: number): readonly number[] {
  const quarters = [1, Math.round(depth / 4), Math.round(depth / 2), Math.round((3 * depth) / 4), depth];
  return [...new Set(quarters)].filter((k) => k > 0);
}

/** The theory's rows: layer, mean and variance, None where nothing is known. */
function theoryRows(experiment: Experiment, found: FoundGains): string {
  const theory = experiment.residual > 0 ? null : theoryOf(experiment, found);
  const rows = shownLayers(experiment.depth).map((k) => {
    const values = [theory?.mean[k], theory?.variance?.[k]].map(pythonNumber).join(', ');
    return `    (${k}, ${values}),`;
  });
  const kind = theory ? theory.kind : 'no formula is known here';
  return `# Layer, mean and variance of ln Z by the page's theory (${kind}; None where there is none).
THEORY = [
${rows.join('\n')}
]`;
}

const summary = `layers = [layer for layer, _, _ in THEORY]
    ln_z = walk([WIDTH] * (DEPTH + 1), GAIN, WALKS, SEED, layers)
    alive = ln_z[:, -1].isfinite()
    print(f"gain {GAIN:.6g}, {WALKS} walks, dead {1 - alive.double().mean().item():.4f}", end="")
    print("" if DEAD is None else f" (expected {DEAD:.4g})")
    print(f"{'layer':>5} {'mean ln Z':>12} {'+-':>12} {'theory':>12} {'variance':>12} {'+-':>12} {'theory':>12}")
    for column, (layer, mean, variance) in enumerate(THEORY):
        found = statistics(ln_z[:, column], alive)
        numbers = (found[0], found[1], mean, found[2], found[3], variance)
        print(f"{layer:5d}", *map(shown, numbers))`;

/** The walk view's experiment as a PyTorch script. */
export function walkScript(experiment: Experiment, found: FoundGains, address: string): string {
  const { depth, width, walks, seed, sampler, residual } = experiment;
  const dead = residual > 0 ? null : shareDeadOf(experiment);
  const free =
    sampler === 'free'
      ? '\nThe page walks this without matrices; here they are real, the law is the same.'
      : '';
  const what = `Random walks of gradients through deep networks at initialisation.\n${free}`.trim();
  return joinParts([
    `${scriptHeader(what, experiment, address)}
${walksPython(experiment)[0] ?? ''}

DEPTH = ${depth}
WIDTH = ${width}
GAIN = ${pythonNumber(resolvedGain(experiment, found))}  # ${typeof experiment.gain === 'number' ? 'as set' : `gain=${experiment.gain}`}
WALKS = ${walks}
SEED = ${seed}
DEAD = ${pythonNumber(dead)}  # expected share of walks that meet a layer whose units are all off

${theoryRows(experiment, found)}`,
    ...walksPython(experiment).slice(1),
    `def main():
    ${summary}`,
    `if __name__ == "__main__":
    main()`,
  ]);
}
