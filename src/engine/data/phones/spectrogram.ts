import { fft } from 'fourier-transform';

/** A column every 5 ms, of 16 ms of sound. */
const hopSamples = 80;
const windowSamples = 256;
const points = 512;
export const spectrogramLines = points / 2;
const rangeDecibels = 48;
const emphasis = 0.95;

/** Levels of the spectrum over the whole sound, 255 for the loudest line and 0 for what is 48 dB below: [columns, lines]. */
export function spectrogramOf(sound: Int16Array): Uint8Array<ArrayBuffer> {
  const columns = Math.ceil(sound.length / hopSamples);
  const logs = new Float64Array(columns * spectrogramLines);
  const frame = new Float64Array(points);
  for (let column = 0; column < columns; column++) {
    const start = Math.round((column + 0.5) * hopSamples - windowSamples / 2);
    for (let i = 0; i < windowSamples; i++) {
      const window = 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (windowSamples - 1));
      frame[i] = window * ((sound[start + i] ?? 0) - emphasis * (sound[start + i - 1] ?? 0));
    }
    const [re, im] = fft(frame);
    for (let line = 0; line < spectrogramLines; line++) {
      logs[column * spectrogramLines + line] =
        10 * Math.log10(Math.max(1e-6, (re[line] ?? 0) ** 2 + (im[line] ?? 0) ** 2));
    }
  }
  const top = logs.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  return Uint8Array.from(logs, (value) => Math.max(0, Math.round(255 * (1 + (value - top) / rangeDecibels))));
}
