import { dictionary } from '#experiment/dictionary/dictionary.ts';
import { factorText } from '#plots/numberText.ts';
import { relativeNorms } from '#run/train/trainFacts.ts';
import type { TrainRecord } from '#run/train/trainRecord.ts';

/** What the pass in slow motion has come to: a factor, or that float32 holds none. */
export function slowText(record: TrainRecord, revealed: number): string {
  const norms = record.norms.at(-1);
  if (!norms) return dictionary('train').sentence.waiting;
  const { depth } = record.experiment;
  const layer = Math.floor(revealed);
  const { passed, gradient, gone, outgrown } = dictionary('train').slow;
  const unmeasured = norms.delta[depth - layer] === Number.NEGATIVE_INFINITY ? gone : outgrown;
  const lnZ = relativeNorms(norms, 'backward')[layer] ?? Number.NaN;
  return passed(layer, depth, Number.isFinite(lnZ) ? gradient(factorText(lnZ / 2)) : unmeasured);
}
