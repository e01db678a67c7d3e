import { prepareWalk } from '#engine/walk/prepareWalk.ts';
import type { WalkSettings } from '#engine/walk/protocol.ts';
import { invariantSpread } from '#engine/walk/verification/invariantSpread.ts';
import { walkReference } from '#engine/walk/verification/walkReference.ts';
import { createWalkBatch } from '#engine/walk/walkBatch.ts';
import { walkPath } from '#engine/walk/walkPath.ts';
import type { SelfTestReport } from './protocol.ts';

/** A ReLU network small enough for the TypeScript reference, with a width that fills no quad evenly. */
const probe: WalkSettings = {
  nonlinearity: 'relu',
  weights: 'gaussian',
  pass: 'backward',
  ensemble: 'networks',
  sampler: 'matrices',
  depth: 12,
  width: 30,
  gain: 1.5,
  inputScale: 1,
  biasDeviation: 0,
  residual: 0,
  tied: 0,
  norm: 'none',
  widths: null,
  scaling: 'fanin',
  seed: 20141222,
  walks: 4,
};

/** Largest difference in ln Z that float32 rounding explains at this depth. */
const tolerance = 1e-3;

/**
 * Walks a small network on the active backend and compares it with float64 TypeScript, and with the law that
 * a_d . delta_d is the same at every layer (docs/MODEL.md, "Invariants"). A device that computes wrongly
 * (tfjs#8590: zero gradients on one phone's driver) fails here instead of misleading a class.
 */
export async function selfTest(): Promise<SelfTestReport> {
  await prepareWalk(probe);
  const batch = createWalkBatch(probe, 0, probe.walks);
  try {
    while ((await batch.advance(1e9)) > 0);
    let worst = 0;
    let spread = 0;
    for (let walk = 0; walk < probe.walks; walk++) {
      const measured = batch.incrementsOf(walk);
      const reference = walkReference(probe, walk);
      const path = walkPath('backward', measured);
      for (const [k, lnZ] of walkPath('backward', reference).entries()) {
        worst = Math.max(worst, Math.abs(lnZ - (path[k] ?? Number.NaN)));
      }
      spread = Math.max(spread, invariantSpread(measured, batch.dotsOf(walk)));
    }
    const agrees = worst < tolerance;
    const constant = spread < tolerance;
    return {
      passed: agrees && constant,
      checks: [
        { name: 'logNorm', difference: worst, allowed: tolerance },
        { name: 'invariant', difference: spread, allowed: tolerance },
      ],
    };
  } finally {
    batch.dispose();
  }
}
