import { type PhoneName, phoneNames } from './phoneNames.ts';
import { type PhonePlan, planOf, vowelOf } from './phonePlans.ts';
import type { Speaker } from './speaker.ts';
import { type Formants, vowelFormants, vowelNames } from './vowelFormants.ts';

type Uniform = () => number;

/** What the tract is told, once in `tickMs`. */
export const trackNames = [
  'f1',
  'f2',
  'f3',
  'b1',
  'b2',
  'b3',
  'nasalZero',
  'voice',
  'breath',
  'noise',
  'peak',
  'width',
  'level',
  'pitch',
] as const;
export type TrackName = (typeof trackNames)[number];
type Aims = Readonly<Record<TrackName, number>>;

/** How an utterance is said: a value of every track a tick, and the phone, an index of `phoneNames`. */
export interface Score {
  readonly ticks: number;
  readonly tracks: Readonly<Record<TrackName, Float64Array>>;
  readonly phones: Uint8Array;
}

export const tickMs = 5;

/** The nasal pole, Hz; a zero on it makes it unheard. Source: Klatt 1980. */
export const nasalPole = 270;

/** Ticks to each side over which a track is averaged: how long an articulator needs for its way. */
const reach = { formants: 5, rest: 1 } as const;
const slow: ReadonlySet<TrackName> = new Set(['f1', 'f2', 'f3', 'b1', 'b2', 'b3', 'pitch']);

/** How far single vowels are off their speaker's, and drawn in to the middle of all vowels, at most. */
const vowelSpread = 0.06;
const mostReduction = 0.35;

function middleOf({ kind, vowelScale }: Speaker): Formants {
  const mean = (i: 0 | 1 | 2) =>
    (vowelScale * vowelNames.reduce((sum, vowel) => sum + vowelFormants[kind][vowel][i], 0)) /
    vowelNames.length;
  return [mean(0), mean(1), mean(2)];
}

/** A vowel's formants as it is said this time. */
function saidVowel(base: Formants, speaker: Speaker, uniform: Uniform): Formants {
  const middle = middleOf(speaker);
  const reduction = mostReduction * uniform();
  const formant = (i: 0 | 1 | 2) => {
    const own = base[i] * speaker.vowelScale * (1 + vowelSpread * (2 * uniform() - 1));
    return own + reduction * (middle[i] - own);
  };
  return [formant(0), formant(1), formant(2)];
}

/** Formants of every phone of a sequence: consonants yield to the vowel beside them. */
function saidFormants(phones: readonly PhoneName[], speaker: Speaker, uniform: Uniform): Formants[] {
  const vowels = phones.map((phone) => {
    const vowel = vowelOf(phone);
    return vowel && saidVowel(vowelFormants[speaker.kind][vowel], speaker, uniform);
  });
  return phones.map((phone, i) => {
    const own = vowels[i];
    if (own) return own;
    const beside = vowels[i + 1] ?? vowels[i - 1] ?? middleOf(speaker);
    const { formants, yielding } = planOf(phone);
    if (!formants) return beside;
    const [f1, f2, f3] = [0, 1, 2].map((k) => (formants[k] ?? 0) * speaker.consonantScale);
    return [f1 ?? 0, (f2 ?? 0) + yielding * (beside[1] - (f2 ?? 0)), f3 ?? 0];
  });
}

/** The tracks' aims in one stretch of a phone, but for the pitch. */
function aimsOf(
  { bandwidths, nasalZero, noise, stretches }: PhonePlan,
  stretch: number,
  [f1, f2, f3]: Formants,
  { consonantScale }: Speaker,
): Omit<Aims, 'pitch'> {
  const { voice, breath, noise: loudness } = stretches[stretch] ?? { voice: 0, breath: 0, noise: 0 };
  const peak = noise?.followsVowel ? f2 : (noise?.peak ?? 0) * Math.min(consonantScale, 1.1);
  return {
    f1,
    f2,
    f3,
    b1: bandwidths[0],
    b2: bandwidths[1],
    b3: bandwidths[2],
    nasalZero: nasalZero ?? nasalPole,
    voice,
    breath,
    noise: loudness,
    peak,
    width: noise?.width ?? 1000,
    level: noise?.level ?? 0,
  };
}

/** Means over a sliding stretch, cut at the ends: steps become ramps, and what is short does not reach its aim. */
function smoothed(values: readonly number[], half: number): Float64Array {
  return Float64Array.from(values, (_, i) => {
    const [low, high] = [Math.max(0, i - half), Math.min(values.length - 1, i + half)];
    let sum = 0;
    for (let k = low; k <= high; k++) sum += values[k] ?? 0;
    return sum / (high - low + 1);
  });
}

/** How a speaker says a sequence of phones. */
export function scoreOf(names: readonly PhoneName[], speaker: Speaker, uniform: Uniform): Score {
  const formants = saidFormants(names, speaker, uniform);
  const aims: Aims[] = [];
  const phones: number[] = [];
  let pitch = speaker.pitch * (1 + 0.1 * uniform());
  for (const [i, name] of names.entries()) {
    const plan = planOf(name);
    // The voice sinks, and every phone has an accent of its own.
    pitch *= 0.985;
    const accent = pitch * (1 + 0.08 * (2 * uniform() - 1));
    for (const [k, { ms }] of plan.stretches.entries()) {
      const ticks = Math.max(2, Math.round((ms * speaker.pace * (0.75 + 0.5 * uniform())) / tickMs));
      const aim = { ...aimsOf(plan, k, formants[i] ?? [0, 0, 0], speaker), pitch: accent };
      for (let tick = 0; tick < ticks; tick++) {
        aims.push(aim);
        phones.push(phoneNames.indexOf(name));
      }
    }
  }
  const track = (name: TrackName) =>
    smoothed(
      aims.map((aim) => aim[name]),
      slow.has(name) ? reach.formants : reach.rest,
    );
  const tracks = Object.fromEntries(trackNames.map((name) => [name, track(name)])) as Record<
    TrackName,
    Float64Array
  >;
  return { ticks: aims.length, tracks, phones: Uint8Array.from(phones) };
}
