import { createAntiresonator, createBandPass, createResonator, type ResonanceTable } from './resonator.ts';
import { nasalPole, type Score, type TrackName, tickMs } from './score.ts';
import { soundRate } from './soundRate.ts';
import type { Speaker } from './speaker.ts';

type Uniform = () => number;

/** Samples of a tick. */
export const tickSamples = (soundRate * tickMs) / 1000;

/** Share of a period in which the glottis is open. */
const openShare = 0.6;
/** A man's higher formants and their bandwidths, Hz. Source: Klatt 1980, table I. */
const higher = [
  [3300, 250],
  [3750, 200],
  [4900, 1000],
] as const;

/** The flow through the glottis, differentiated: KLGLOTT88's polynomial (Klatt & Klatt 1990), with jitter, shimmer and breath. */
function createGlottis({ dullness, breathiness }: Speaker, uniform: Uniform) {
  let [phase, speed, size, dull] = [0, 1, 1, 0];
  return (pitch: number, voice: number, breath: number): number => {
    phase += (pitch * speed) / soundRate;
    if (phase >= 1) {
      phase -= 1;
      speed = 1 + 0.03 * (uniform() - 0.5);
      size = 1 + 0.2 * (uniform() - 0.5);
    }
    const t = phase / openShare;
    const pulse = t < 1 ? size * (2 * t - 3 * t * t) : 0;
    dull = (1 - dullness) * pulse + dullness * dull;
    if (voice === 0 && breath === 0) return 0;
    const air = uniform() - 0.5;
    return voice * (dull + breathiness * (t < 1 ? 2 * air : air)) + breath * air;
  };
}

/** Glottis, nose and mouth in a row, and beside them noise from a narrow place. */
function createTract(table: ResonanceTable, speaker: Speaker, uniform: Uniform) {
  const glottis = createGlottis(speaker, uniform);
  const pole = createResonator(table);
  const zero = createAntiresonator(table);
  const mouth = [createResonator(table), createResonator(table), createResonator(table)] as const;
  const rest = higher.map(([frequency, bandwidth]) => {
    const resonator = createResonator(table);
    resonator.tune(frequency * speaker.consonantScale, bandwidth);
    return resonator;
  });
  const narrow = createBandPass(table);
  pole.tune(nasalPole, 100);
  let now: Readonly<Record<TrackName, number>> | null = null;
  return {
    tell(values: Readonly<Record<TrackName, number>>): void {
      now = values;
      zero.tune(values.nasalZero, 100);
      mouth[0].tune(values.f1, values.b1);
      mouth[1].tune(values.f2, values.b2);
      mouth[2].tune(values.f3, values.b3);
      narrow.tune(values.peak, values.width);
    },
    sample(): number {
      if (!now) return 0;
      let sound = zero.run(pole.run(glottis(now.pitch, now.voice, now.breath)));
      for (const resonator of rest) sound = resonator.run(sound);
      for (const resonator of mouth) sound = resonator.run(sound);
      if (now.noise === 0) return sound;
      const air = 2 * uniform() - 1;
      return sound + now.noise * (narrow.run(air) + now.level * air);
    },
  };
}

/** A room's noise of deviation about 1: half level, half dull. */
function createRoom(uniform: Uniform): Uniform {
  let dull = 0;
  return () => {
    const air = 2 * uniform() - 1;
    dull = 0.9 * dull + air;
    return 1.2 * air + 0.5 * dull;
  };
}

/** Root mean square of a loud voice, of 32768. */
const loudness = 2500;

/** The sound of a score, 16-bit samples. Exactly the same on every machine: sums, products and roots of rounded tables. */
export function speak(
  score: Score,
  speaker: Speaker,
  table: ResonanceTable,
  uniform: Uniform,
): Int16Array<ArrayBuffer> {
  const tract = createTract(table, speaker, uniform);
  const sound = new Float64Array(score.ticks * tickSamples);
  const { tracks } = score;
  const names = Object.keys(tracks) as TrackName[];
  for (let tick = 0; tick < score.ticks; tick++) {
    tract.tell(
      Object.fromEntries(names.map((name) => [name, tracks[name][tick] ?? 0])) as Record<TrackName, number>,
    );
    for (let i = 0; i < tickSamples; i++) sound[tick * tickSamples + i] = tract.sample();
  }
  let squares = 0;
  for (const value of sound) squares += value * value;
  const scale = loudness / Math.sqrt(squares / sound.length);
  const room = createRoom(uniform);
  return Int16Array.from(sound, (value) => {
    const whole = Math.round(scale * value + loudness * speaker.noise * room());
    return Math.max(-32_768, Math.min(32_767, whole));
  });
}
