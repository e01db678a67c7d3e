import type { Experiment } from '#experiment/experiment.ts';
import type { FoundGains } from '#experiment/foundGains.ts';
import { resolvedGain } from '#experiment/gains.ts';
import { joinParts, pythonNumber, scriptHeader } from './pythonText.ts';
import { dataRemark, trainingPython } from './trainingPython.ts';

const main = `def report(step, losses, held_out):
    part = losses[-max(1, len(losses) // 10):]
    print(f"{step:6d} {sum(part) / len(part):12.4f} {held_out[0]:14.4f} {held_out[1]:18.4f}", flush=True)


def main():
    print(f"{'step':>6} {'loss':>12} {'held-out loss':>14} {'held-out accuracy':>18}")
    losses, held_out = train(DEPTH, GAIN, ARGUMENTS.steps, SEED, report)
    tail = losses[-max(1, len(losses) // 10):]
    print(f"loss {losses[0]:.4f} -> {sum(tail) / len(tail):.4f} (mean of the last tenth), "
          f"held-out accuracy {held_out[1]:.4f}")


if __name__ == "__main__":
    main()`;

/** The train view's experiment as a PyTorch script. */
export function trainScript(experiment: Experiment, found: FoundGains, address: string): string {
  const [settings = '', ...parts] = trainingPython(experiment, experiment.steps);
  const what = `Trains a very deep feed-forward network by mini-batches.${dataRemark(experiment)}`;
  return joinParts([
    `${scriptHeader(what, experiment, address)}
${settings}
DEPTH = ${experiment.depth}
GAIN = ${pythonNumber(resolvedGain(experiment, found))}
SEED = ${experiment.seed}`,
    ...parts,
    main,
  ]);
}
