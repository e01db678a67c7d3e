import { type NetworkWeights, parameterCount, productsOf } from '#engine/train/network.ts';
import type { Batch, StepOutcome, Trainer, TrainerSetting } from '#engine/train/trainer.ts';
import type { WrongNumbers } from '#engine/worker/reason.ts';
import { leavesFloat32, lossOfOutputs, referenceLoss } from './referenceLoss.ts';

/** What is known of a network in training. */
type Network = Pick<TrainerSetting, 'shape' | 'nonlinearity' | 'task'>;

/** Products of weights and signals that may be made in TypeScript: some 20 ms. */
const productsAllowed = 4_000_000;
/** Parameters that may be read back to be checked. */
const parametersAllowed = 4_000_000;
const mostSamples = 8;

/**
 * How far a loss may be off. The two implementations agree to 1e-4 in every gradient; a device that scales what it
 * returns by 1.05 is five times off the relative part.
 */
const allowedOf = (loss: number) => 1e-3 + 0.01 * Math.abs(loss);

/** The share by which inputs are moved to see whether a rounding error would matter: sixteen of float32's. */
const move = 2 ** -20;

/** The first few samples, each a batch of its own: in a mean errors could make up for each other. */
function singles({ shape }: Network, { inputs, labels, count }: Batch, most: number): Batch[] {
  const affordable = Math.floor(productsAllowed / productsOf(shape));
  return Array.from({ length: Math.max(1, Math.min(count, most, mostSamples, affordable)) }, (_, s) => ({
    count: 1,
    inputs: inputs.slice(s * shape.inputs, (s + 1) * shape.inputs),
    labels: labels.slice(s, s + 1),
  }));
}

/** The loss of a batch in float64; null where rounding errors grow so that no two machines agree. */
function comparableLoss(network: Network, weights: NetworkWeights, batch: Batch): number | null {
  const loss = referenceLoss(network, weights, batch);
  const moved = referenceLoss(network, weights, batch, move);
  return Math.abs(moved - loss) < allowedOf(loss) / 16 ? loss : null;
}

/** A float64 loss above this may stand for one that has left float32. */
const ordinaryLoss = 1e6;

const isOff = (loss: number, right: number) =>
  Number.isFinite(loss)
    ? !(Math.abs(loss - right) <= allowedOf(right))
    : Number.isFinite(right) && right < ordinaryLoss;

/** What is wrong with the answer to one sample; null when nothing is. */
function wrongAnswer(
  step: number,
  { loss, accuracy }: StepOutcome,
  expected: readonly (number | null)[],
): WrongNumbers | null {
  const wrong = expected.find((right) => right !== null && isOff(loss, right));
  if (typeof wrong === 'number') {
    const allowed = allowedOf(wrong);
    return { code: 'wrongNumbers', what: 'loss', step, measured: loss, expected: wrong, allowed };
  }
  // One sample is answered rightly or not.
  const whole = Math.round(Math.min(1, Math.max(0, accuracy)));
  if (Number.isNaN(accuracy) || Math.abs(accuracy - whole) < 1e-3) return null;
  return { code: 'wrongNumbers', what: 'accuracy', step, measured: accuracy, expected: whole, allowed: 1e-3 };
}

/**
 * Asks a trainer whether it still computes: its loss of a few samples must follow from its own outputs and, where the
 * network is small enough, be that of its weights in plain TypeScript. Says what is wrong, null when nothing is.
 * A loss that is not a number is wrong where the weights give an ordinary one within float32.
 */
export async function verifyTraining(
  trainer: Trainer,
  network: Network,
  batch: Batch,
  step: number,
): Promise<WrongNumbers | null> {
  const { shape } = network;
  const samples = singles(network, batch, trainer.mostSteps);
  const outcomes = await trainer.evaluate(samples);
  const isSmall = parameterCount(shape) <= parametersAllowed && productsOf(shape) <= productsAllowed;
  const weights = isSmall ? await trainer.weights() : null;
  for (const [s, sample] of samples.entries()) {
    const outcome = outcomes[s];
    if (!outcome) return null;
    const isNumber = Number.isFinite(outcome.loss);
    const fromOutputs = isNumber ? lossOfOutputs(network, await trainer.outputs(sample), sample) : null;
    // A loss may be small where its outputs are beyond float32: one is above all others.
    const isBeyond = !isNumber && weights !== null && leavesFloat32(network, weights, sample);
    const fromWeights = weights && !isBeyond ? comparableLoss(network, weights, sample) : null;
    const wrong = wrongAnswer(step, outcome, [fromOutputs, fromWeights]);
    if (wrong) return wrong;
  }
  return null;
}

/** Whether a trainer's weights have all become zero, as a device's do that returns nothing: no network learns that. */
export async function isErased(trainer: Trainer, { shape }: Network): Promise<boolean> {
  if (parameterCount(shape) > parametersAllowed) return false;
  const { input, hidden, output } = await trainer.weights();
  return [input, hidden, output].every((values) => values.every((value) => value === 0));
}
