import { fft } from 'fourier-transform';
import { soundRate } from './soundRate.ts';

/** A frame of 25 ms every 10 ms. */
export const frameSamples = 400;
export const hopSamples = 160;
/** Points of the transform. */
const points = 512;
const bands = 26;
/** Cepstral coefficients of a frame, the zeroth included. */
export const cepstra = 13;
const emphasis = 0.97;
/** Coefficients are whole multiples of this, so that engines whose logarithms differ in the last bit agree. */
export const grain = 1 / 64;

const melOf = (frequency: number) => 1127 * Math.log(1 + frequency / 700);

/** Frames that fit into so many samples. */
export const frameCount = (samples: number) =>
  Math.max(0, Math.floor((samples - frameSamples) / hopSamples) + 1);

/** Weights of the bands over the spectrum's lines, triangles on the mel scale: [bands, points/2]. */
function triangles(): Float64Array[] {
  const top = melOf(soundRate / 2);
  return Array.from({ length: bands }, (_, band) =>
    Float64Array.from({ length: points / 2 }, (_, line) => {
      const place = (melOf((line * soundRate) / points) / top) * (bands + 1) - band;
      return Math.max(0, Math.min(place, 2 - place));
    }),
  );
}

/** Rows of the discrete cosine transform, [cepstra, bands]. */
const cosines = () =>
  Array.from({ length: cepstra }, (_, k) =>
    Float64Array.from(
      { length: bands },
      (_, band) => Math.sqrt(2 / bands) * Math.cos((Math.PI * k * (band + 0.5)) / bands),
    ),
  );

const dot = (a: Float64Array, b: Float64Array) => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

/** Makes what turns sound into mel-frequency cepstra, [frames, cepstra], before they are rounded. */
export function createMfcc(): (sound: Int16Array) => Float64Array {
  const weights = triangles();
  const rows = cosines();
  const window = Float64Array.from(
    { length: frameSamples },
    (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (frameSamples - 1)),
  );
  const frame = new Float64Array(points);
  const power = new Float64Array(points / 2);
  const logs = new Float64Array(bands);
  return (sound) => {
    const frames = frameCount(sound.length);
    const found = new Float64Array(frames * cepstra);
    for (let at = 0; at < frames; at++) {
      for (let i = 0; i < frameSamples; i++) {
        const place = at * hopSamples + i;
        const before = place === 0 ? 0 : (sound[place - 1] ?? 0);
        frame[i] = (window[i] ?? 0) * ((sound[place] ?? 0) - emphasis * before);
      }
      const [re, im] = fft(frame);
      for (let line = 0; line < power.length; line++)
        power[line] = (re[line] ?? 0) ** 2 + (im[line] ?? 0) ** 2;
      for (const [band, weight] of weights.entries()) logs[band] = Math.log(Math.max(1, dot(weight, power)));
      for (const [k, row] of rows.entries()) found[at * cepstra + k] = dot(row, logs);
    }
    return found;
  };
}
