import { soundRate } from './soundRate.ts';

/** Entries are whole multiples of this, so that engines whose cosines differ in the last bit make the same sound. */
const grain = 2 ** -30;
const highest = soundRate / 2;
const widest = 4000;

const rounded = (value: number) => Math.round(value / grain) * grain;

/** What whole frequencies and bandwidths, Hz, make of a resonance: cos(2 pi f/rate), and e^(-pi b/rate). */
export interface ResonanceTable {
  readonly cosines: Float64Array;
  readonly decays: Float64Array;
}

export function createResonanceTable(): ResonanceTable {
  return {
    cosines: Float64Array.from({ length: highest + 1 }, (_, f) =>
      rounded(Math.cos((2 * Math.PI * f) / soundRate)),
    ),
    decays: Float64Array.from({ length: widest + 1 }, (_, b) =>
      rounded(Math.exp((-Math.PI * b) / soundRate)),
    ),
  };
}

const bounded = (value: number, most: number) => Math.max(1, Math.min(most, Math.round(value)));

/** A second-order filter that is tuned while it runs; frequencies and bandwidths in Hz. */
export interface Filter {
  tune(frequency: number, bandwidth: number): void;
  run(x: number): number;
}

/** A pole pair of gain 1 at frequency 0. Source: Klatt 1980, equation 2. */
export function createResonator({ cosines, decays }: ResonanceTable): Filter {
  let [a, b, c, y1, y2] = [1, 0, 0, 0, 0];
  return {
    tune(frequency, bandwidth) {
      const decay = decays[bounded(bandwidth, widest)] ?? 0;
      b = 2 * decay * (cosines[bounded(frequency, highest)] ?? 0);
      c = -decay * decay;
      a = 1 - b - c;
    },
    run(x) {
      const y = a * x + b * y1 + c * y2;
      y2 = y1;
      y1 = y;
      return y;
    },
  };
}

/** A zero pair of gain 1 at frequency 0: what undoes a resonator. Source: Klatt 1980, equation 3. */
export function createAntiresonator({ cosines, decays }: ResonanceTable): Filter {
  let [a, b, c, x1, x2] = [1, 0, 0, 0, 0];
  return {
    tune(frequency, bandwidth) {
      const decay = decays[bounded(bandwidth, widest)] ?? 0;
      const twice = 2 * decay * (cosines[bounded(frequency, highest)] ?? 0);
      a = 1 / (1 - twice + decay * decay);
      b = -a * twice;
      c = a * decay * decay;
    },
    run(x) {
      const y = a * x + b * x1 + c * x2;
      x2 = x1;
      x1 = x;
      return y;
    },
  };
}

/** A pole pair between zeros at both ends of the spectrum, of gain about 1 at its peak. */
export function createBandPass({ cosines, decays }: ResonanceTable): Filter {
  let [a, b, c, x1, x2, y1, y2] = [1, 0, 0, 0, 0, 0, 0];
  return {
    tune(frequency, bandwidth) {
      const decay = decays[bounded(bandwidth, widest)] ?? 0;
      b = 2 * decay * (cosines[bounded(frequency, highest)] ?? 0);
      c = -decay * decay;
      a = (1 + c) / 2;
    },
    run(x) {
      const y = a * (x - x2) + b * y1 + c * y2;
      x2 = x1;
      x1 = x;
      y2 = y1;
      y1 = y;
      return y;
    },
  };
}
