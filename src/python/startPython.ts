import { theoryOf } from '#experiment/derived/theoryOf.ts';
import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { pythonNumber } from './pythonText.ts';
import { shownLayers } from './shownLayers.ts';

/** The gradient of a fresh network beside the page's theory, as Python: the table, and `look_at_start`, which prints it and then the line `next`. Plain networks only. */
export function startPython(experiment: Experiment, found: FoundGains, next: string): string {
  const { mean, variance, kind } = theoryOf(experiment, found, 'backward');
  const rows = shownLayers(experiment.depth).map((layer) => {
    const deviation = variance ? Math.sqrt(variance[layer] ?? Number.NaN) : null;
    return `    (${layer}, ${pythonNumber(mean[layer])}, ${pythonNumber(deviation)}),`;
  });
  return `# Layers back from the last hidden one, and what the page's theory (${kind}) says there of
# ln Z, the log of the gradient's squared norm: mean and standard deviation over networks.
START = [
${rows.join('\n')}
]


def look_at_start(model, loss_of_batch):
    """Prints ln Z of a fresh network, its mean over the samples of a batch, beside theory."""
    kept = []
    hooks = [layer.register_forward_hook(lambda _, read, made: made.retain_grad() or kept.append(made))
             for layer in model.layers[:-1]]
    loss_of_batch().backward()
    model.zero_grad()
    for hook in hooks:
        hook.remove()
    logs = [made.grad.square().sum(1).log().mean().item() for made in reversed(kept)]
    print(f"{'layers back':>11} {'ln Z at start':>14} {'theory':>11} {'+-':>11}")
    for layer, *theory in START:
        shown = ["-" if value is None else format(value, ".5g") for value in theory]
        print(f"{layer:11d} {logs[layer] - logs[0]:14.5g}", *(f"{value:>11}" for value in shown))
    print()
${next}`;
}
