import { monotoneRoot } from '#theory/monotoneRoot.ts';

/** A gain, and whether its drift is still noticeable: then no gain has none. */
export interface RoughGain {
  readonly value: number;
  readonly drifts: boolean;
}

/** A drift of ln Z over the whole depth that is no longer called none. */
const noticeable = 0.05;

/** How near a zero is found in ln g: beyond every digit that is shown, and at either side of a jump. */
const close = 1e-8;

/** Gains are sought between 1/most and most. */
const most = 1024;

/**
 * Neighbours in a row of doubled gains between which the drift comes up through zero, the first from gain 1 on. In a
 * narrow network of saturating units the drift falls again behind its peak, so that the far end tells nothing. Where
 * it never comes up, both are the gain of the highest drift.
 */
function crossing(drift: (gain: number) => number): readonly [below: number, above: number] {
  const atOne = drift(1);
  if (atOne >= 0) {
    let above = 1;
    while (above > 1 / most && drift(above / 2) >= 0) above /= 2;
    return [above / 2, above];
  }
  let best = { gain: 1, drift: atOne };
  for (let gain = 2; gain <= most; gain *= 2) {
    const found = drift(gain);
    if (found >= 0) return [gain / 2, gain];
    if (found > best.drift) best = { gain, drift: found };
  }
  return [best.gain, best.gain];
}

/** The gain of zero drift; the smallest, where there are two. */
export function driftRoot(drift: (gain: number) => number, depth: number): RoughGain {
  const [low, high] = crossing(drift);
  const root = monotoneRoot((log) => drift(Math.exp(log)), Math.log(low), Math.log(high), close, 1e-12);
  const [below, above] = [Math.exp(root.below), Math.exp(root.above)];
  const rest = (gain: number) => Math.abs(drift(gain)) * depth;
  const value = rest(below) < rest(above) ? below : above;
  return { value, drifts: rest(value) > noticeable };
}
