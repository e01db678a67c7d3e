import { cepstra, createMfcc, grain } from './mfcc.ts';

/** Numbers of a frame: cepstra, their slopes, and the slopes of those. */
export const featureCount = 3 * cepstra;

/** Frames to each side that a slope is taken from. */
const reach = 2;

/** Slopes over time by least squares, the ends repeated. Values are [frames, cepstra]. Source: Young et al., The HTK Book, equation 5.16. */
export function slopesOf(values: Float64Array): Float64Array {
  const frames = values.length / cepstra;
  const at = (frame: number, k: number) =>
    values[Math.max(0, Math.min(frames - 1, frame)) * cepstra + k] ?? 0;
  let scale = 0;
  for (let n = 1; n <= reach; n++) scale += 2 * n * n;
  return values.map((_, i) => {
    const [frame, k] = [Math.floor(i / cepstra), i % cepstra];
    let sum = 0;
    for (let n = 1; n <= reach; n++) sum += n * (at(frame + n, k) - at(frame - n, k));
    return sum / scale;
  });
}

/** Makes what turns sound into features, [frames, featureCount]. */
export function createFeatures(): (sound: Int16Array) => Float64Array {
  const mfcc = createMfcc();
  return (sound) => {
    const values = mfcc(sound).map((value) => Math.round(value / grain) * grain);
    const slopes = slopesOf(values);
    const parts = [values, slopes, slopesOf(slopes)];
    return Float64Array.from({ length: parts.length * values.length }, (_, i) => {
      const [frame, k] = [Math.floor(i / featureCount), i % featureCount];
      return parts[Math.floor(k / cepstra)]?.[frame * cepstra + (k % cepstra)] ?? 0;
    });
  };
}
